"""The archive's tables, and how an archive of an earlier version is brought up to date.

Rows are added and never changed or removed; triggers hold that. ``MIGRATIONS[n]`` leads from version n to
n + 1, so a new archive runs them all and an old one those it lacks. ``sketch_of`` is that of the ontology.
"""

from __future__ import annotations

_TABLES = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    extractor TEXT NOT NULL
);
CREATE TABLE run_ends (
    run INTEGER PRIMARY KEY REFERENCES runs (id),
    ended TEXT NOT NULL,
    summary TEXT NOT NULL
);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    doc_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (id),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT,
    url TEXT,
    date TEXT
);
CREATE INDEX articles_by_doc_id ON articles (doc_id, id);
CREATE TABLE extractions (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id),
    digest TEXT NOT NULL,
    extractor TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX extractions_by_article ON extractions (article, id);
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    extraction INTEGER NOT NULL REFERENCES extractions (id),
    report_id TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX reports_by_extraction ON reports (extraction);
CREATE TABLE judgements (
    id INTEGER PRIMARY KEY,
    left_report TEXT NOT NULL,
    right_report TEXT NOT NULL,
    verdict TEXT NOT NULL,
    why TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    judged_at TEXT NOT NULL
);
CREATE TABLE issues (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id),
    code TEXT NOT NULL,
    place TEXT NOT NULL,
    message TEXT NOT NULL,
    doc_id TEXT
);
CREATE INDEX issues_by_run ON issues (run);
-- What counts: the newest version of each article, and the newest extraction of that version.
CREATE VIEW current_articles AS
    SELECT * FROM articles AS a
    WHERE NOT EXISTS (SELECT 1 FROM articles AS b WHERE b.doc_id = a.doc_id AND b.id > a.id);
CREATE VIEW current_extractions AS
    SELECT e.*, a.doc_id FROM current_articles AS a JOIN extractions AS e ON e.article = a.id
    WHERE NOT EXISTS (SELECT 1 FROM extractions AS f WHERE f.article = e.article AND f.id > e.id);
"""


def _guards(*tables: str) -> str:
    """Triggers that keep the rows of tables as they were written."""
    return "\n".join(
        f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;"
        for table in tables
        for verb in ("UPDATE", "DELETE")
    )


_UNDOINGS = """
-- That a judgement was taken back, once; a judgement is on reports, or on names of actors.
CREATE TABLE undoings (
    judgement INTEGER PRIMARY KEY REFERENCES judgements (id),
    why TEXT NOT NULL,
    undone_by TEXT NOT NULL,
    undone_at TEXT NOT NULL
);
CREATE INDEX reports_by_report_id ON reports (report_id);
"""

_RUNS_OF_SOURCES = """
-- Which source a run was of; a run of `liqaa ingest` has none.
CREATE TABLE run_sources (
    run INTEGER PRIMARY KEY REFERENCES runs (id),
    source TEXT NOT NULL
);
CREATE INDEX run_sources_by_source ON run_sources (source, run);
-- That a run failed, and why; one that was killed has neither this nor an end.
CREATE TABLE run_failures (
    run INTEGER PRIMARY KEY REFERENCES runs (id),
    ended TEXT NOT NULL,
    reason TEXT NOT NULL,
    summary TEXT NOT NULL
);
"""

_SKETCHES = """
-- What tells copies of an article that has reports, without its text.
CREATE TABLE sketches (
    article INTEGER PRIMARY KEY REFERENCES articles (id),
    sketch TEXT NOT NULL
);
INSERT INTO sketches SELECT a.id, sketch_of(a.text) FROM articles AS a
    WHERE EXISTS (
        SELECT 1 FROM extractions AS e JOIN reports AS r ON r.extraction = e.id WHERE e.article = a.id
    );
"""

MIGRATIONS: tuple[str, ...] = (
    _TABLES + _guards("runs", "run_ends", "articles", "extractions", "reports", "judgements", "issues"),
    _UNDOINGS + _guards("undoings"),
    _RUNS_OF_SOURCES + _guards("run_sources", "run_failures"),
    _SKETCHES + _guards("sketches"),
)

VERSION = len(MIGRATIONS)
