"""What the page of the reading list draws."""
