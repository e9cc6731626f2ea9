"""What the data page draws."""
