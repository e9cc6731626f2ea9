"""The figures of a text, found by the grammar of Chinese quantities and told apart from numerals that state none."""
