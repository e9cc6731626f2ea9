"""The server beside its pages: how it starts, whom it serves and how much of it, what it sends with each page."""
