"""The archive: every article, report, judgement and run, in one SQLite file that only grows."""
