"""Calls: who rang whom."""
