"""Visits: who travels to whose land, who receives him there, and what only reads like a journey."""
