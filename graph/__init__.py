"""Graph: identity of actors and events, projection, delta and the stores."""
