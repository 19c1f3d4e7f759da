"""Clauses: what stands around a trigger: its subject, objects and lands, asides, and whose a pronoun is."""
