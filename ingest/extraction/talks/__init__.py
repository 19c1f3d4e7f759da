"""Talks: who met whom, by verbs, by nouns and by what else tells of a meeting."""
