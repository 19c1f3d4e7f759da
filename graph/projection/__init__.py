"""Projection: the graph that the reports support, page by page."""
