"""Events: which reports tell of one, what it is called, and how events hang together."""
