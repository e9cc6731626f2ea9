"""What the profile page draws."""
