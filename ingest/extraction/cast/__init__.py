"""Cast: which mentions of an article are one person or body, and whom each represents."""
