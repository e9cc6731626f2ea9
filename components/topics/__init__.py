"""What the topic page draws."""
