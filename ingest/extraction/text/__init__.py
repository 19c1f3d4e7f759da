"""Text: an article as words, sentences and sections, and the lexicon compiled to be matched in it."""
