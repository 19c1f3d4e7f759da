"""A page about events for those without a graph: pictures, quotes and links, in one file."""
