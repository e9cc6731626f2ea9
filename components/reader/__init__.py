"""What the reader page draws."""
