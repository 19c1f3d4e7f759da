"""Actors: which names mean one person, who held which office, and whom a report means."""
