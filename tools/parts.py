"""Write the list of parts of an installed app (a software bill of materials), in the form of CycloneDX 1.6.

    python tools/parts.py > parts.cdx.json

One component for each package that `requirements.txt` pins: its version, the hashes of the files that may be installed,
and where it is installed here its licence, as it states it. The same environment gives the same bytes.
"""

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parents[1]
_PIN = re.compile(r"(?m)^([\w.-]+)==([^\s;]+)[^\n]*\n((?:    --hash=sha256:[0-9a-f]{64}[ \\]*\n)+)")


def pins(text: str) -> list[tuple[str, str, list[str]]]:
    """Name, version and SHA-256 hashes of each pin of a file of requirements."""
    return [(name, version, re.findall(r"[0-9a-f]{64}", hashes)) for name, version, hashes in _PIN.findall(text)]


def component(name: str, version: str, hashes: list[str]) -> dict:
    """A package as a component; one that is not installed in that version here says no licence, and is optional."""
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    part = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    try:
        told = metadata(name)
    except PackageNotFoundError:
        told = None
    if told is None or told["Version"] != version:
        part["scope"] = "optional"
    elif licence := _licence(told.get_all("Classifier", []), told["License-Expression"], told["License"] or ""):
        part["licenses"] = [licence]
    # CycloneDX has the hashes of one file; of several that may be installed, each is a reference to the same package.
    part["properties"] = [{"name": "sha256 of a file that may be installed", "value": one} for one in hashes]
    return part


def parts(text: str) -> dict:
    """The list of parts of what a file of requirements pins."""
    found = [component(*pin) for pin in pins(text)]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, text)}",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "changai-explorer", "bom-ref": "changai-explorer"}},
        "components": found,
        "dependencies": [{"ref": "changai-explorer", "dependsOn": [one["bom-ref"] for one in found]}],
    }


def _licence(classifiers: list[str], expression: str | None, text: str) -> dict | None:
    if expression:
        return {"expression": expression}
    named = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: OSI Approved ::")]
    name = ", ".join(named) or text.strip().partition("\n")[0]
    return {"license": {"name": name}} if name else None


if __name__ == "__main__":
    print(json.dumps(parts((ROOT / "requirements.txt").read_text(encoding="utf-8")), indent=1, ensure_ascii=False))
