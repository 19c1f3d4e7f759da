"""Reading: a path, a page or a stream to articles, with an issue for what can not be read."""
