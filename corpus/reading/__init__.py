"""A reader's own texts: read like the sources, reviewed row by row, set beside the curated ones."""
