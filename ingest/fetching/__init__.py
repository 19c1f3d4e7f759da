"""Fetching: a source of news to its pages, kept as they came, and from these to articles.

A source is a YAML file (``sources/``, and a folder of the user's own). Fetching lists what the source offers,
asks for what is new or due, and keeps every page before anything reads it, so that a run that is killed loses
nothing and a better reading can be tried on what was kept.
"""
