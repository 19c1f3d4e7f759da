"""Attributes of an event besides its status and day: place, topics, salience and subtype."""
