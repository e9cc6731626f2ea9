"""Questions asked of all places at once: what a topic gathers, and how the places answer it."""
