"""What the numbers page draws."""
