"""A reader's files taken in: bytes of whatever format become a text with blocks, or one sentence that says why not."""
