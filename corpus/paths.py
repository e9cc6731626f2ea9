"""The one place that knows where the project's folders are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""Folder of the checkout."""
SEEDS = ROOT / "seeds"
"""Source pages, byte for byte as supplied."""
DATA = ROOT / "data"
"""Curated tables and their dictionary."""
STATIC = ROOT / "static"
"""Files the server hands out as they are: fonts and icon."""
COMPONENTS = ROOT / "components"
"""Code, words and browser files of what pages draw."""
PAGES = ROOT / "pages"
"""The pages of the app."""
