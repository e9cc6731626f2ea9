"""The articles without what was coded of them: reading texts, search, numerals, marks."""
