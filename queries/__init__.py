"""Queries: curated Cypher, and the catalogue that lists, checks and runs it."""
