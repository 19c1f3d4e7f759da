"""Extraction: an article to the reports of contact events it holds."""
