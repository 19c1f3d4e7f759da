"""Bundled demonstration articles, written for this project."""
