"""The domain of 产改观察 · Changai Explorer: sources, curated tables, reading texts and checks. No screen."""
