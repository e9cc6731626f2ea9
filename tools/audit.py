"""Ask for known holes in the pinned versions.

    pip install -r requirements-audit.txt
    python tools/audit.py

`pip-audit` ends well when it could audit nothing; here fewer answers than pins is a failure. Needs the network, and a
Linux, for which all that is pinned is meant.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "requirements.txt"
_OPTIONS = ("--strict", "--disable-pip", "--progress-spinner", "off", "--format", "json")
_COMMAND = (sys.executable, "-m", "pip_audit", *_OPTIONS, "-r", str(PINS))


def pinned(text: str) -> set[str]:
    """The names of the packages that a file of requirements pins, one for those pinned apart for versions of Python."""
    return {name.lower().replace("_", "-") for name in re.findall(r"(?m)^([\w.-]+)==", text)}


def audited(told: str) -> dict[str, list[str]]:
    """Package → the holes known of it, by what pip-audit has told in JSON; one that was skipped is left out."""
    packages = json.loads(told)["dependencies"]
    return {one["name"]: [hole["id"] for hole in one["vulns"]] for one in packages if "vulns" in one}


def complaints(wanted: set[str], found: dict[str, list[str]]) -> list[str]:
    """What is wrong: packages that nobody looked at, and holes that somebody knows."""
    unseen = sorted(wanted - set(found))
    holes = [f"{name}: {', '.join(ids)}" for name, ids in sorted(found.items()) if ids]
    return [*(f"{name}: not audited" for name in unseen), *holes]


def main() -> None:
    """Audit, say what is wrong, and end with 1 where something is."""
    told = subprocess.run(_COMMAND, check=False, capture_output=True, text=True)  # noqa: S603 our own words
    if not told.stdout.strip():
        sys.exit(f"Nothing was audited:\n{told.stderr.strip()}")
    found = audited(told.stdout)
    wrong = complaints(pinned(PINS.read_text(encoding="utf-8")), found)
    print(*wrong, f"{len(found)} packages audited", sep="\n")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
