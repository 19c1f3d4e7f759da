"""The command line: a module a command or a few, and what they share."""
