"""Status: whether an event has occurred, lies ahead or was called off."""
