"""Mentions: who and what a sentence names: people by office and name, groups, bodies, states and places."""
