"""Judging: which pairs are in doubt, and what speaks for and against each."""
