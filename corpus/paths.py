"""The one place that knows where the project's folders are."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""Folder of the checkout."""
COLLECTION = Path(os.environ.get("CHANGAI_COLLECTION") or ROOT).resolve()
"""Folder of the collection that is read: of the checkout, or whichever the environment names."""
SEEDS = COLLECTION / "seeds"
"""Source pages, byte for byte as supplied."""
DATA = COLLECTION / "data"
"""Curated tables and their dictionary."""
DIVISIONS = ROOT / "corpus" / "divisions" / "divisions.csv"
"""List of administrative divisions."""
ALIKE = ROOT / "corpus" / "texts" / "alike.txt"
"""Characters that a search takes for one another."""
MESSAGES = ROOT / "corpus" / "messages.toml"
"""What checks say, in both languages."""
STATIC = ROOT / "static"
"""Files the server hands out as they are: fonts and icon."""
COMPONENTS = ROOT / "components"
"""Code, words and browser files of what pages draw."""
PAGES = ROOT / "pages"
"""The pages of the app."""
EXAMPLE = ROOT / "docs" / "example" / "lanting.txt"
"""A short text of our own to try things with."""
