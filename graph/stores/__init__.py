"""Stores: what must change in one so that it holds the graph, and the two that there are."""
