"""What every page stands on: its frame, its URL, its language, its clicks, the curated collection."""
