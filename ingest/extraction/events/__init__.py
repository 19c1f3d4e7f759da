"""Events: which frames of an article are one happening, and what they tell of it together."""
