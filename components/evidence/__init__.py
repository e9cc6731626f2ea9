"""What a click opens: the drawer, its cards and the lists that lead to it."""
