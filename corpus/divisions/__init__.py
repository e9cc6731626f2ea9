"""The administrative divisions of China: their codes, names and what they lie in."""
