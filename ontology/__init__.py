"""Ontology: the records, the vocabulary and the language knowledge."""
