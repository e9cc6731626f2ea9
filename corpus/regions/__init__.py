"""What places report: the matrix and the profiles."""
