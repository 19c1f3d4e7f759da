"""Days: the dates of an article, and which of them is that of an event."""
