"""What the words page draws."""
