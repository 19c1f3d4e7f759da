"""Ingest: sources, pages and articles to reports, the archive, jobs and the command line."""
