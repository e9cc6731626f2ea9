"""What the matrix page draws."""
