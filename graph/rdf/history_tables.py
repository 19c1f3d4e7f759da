"""The tables of a history, and how an older file comes to have them."""

from __future__ import annotations

import sqlite3

VERSION = 4

_OLDEST = 3
"""The oldest version that is brought up to date."""

_TABLES = """
CREATE TABLE states (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    moment TEXT NOT NULL,
    counts TEXT NOT NULL,
    UNIQUE (run, moment)
);
-- "owner" ends in >, so that it sorts as the IRI does; "target" is the other owner that the item leads to;
-- "until" is the first state without the item.
CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    owner TEXT NOT NULL,
    body TEXT NOT NULL,
    target TEXT,
    since INTEGER NOT NULL REFERENCES states (id),
    until INTEGER REFERENCES states (id)
);
CREATE INDEX items_by_target ON items (target) WHERE target IS NOT NULL;
CREATE INDEX items_by_since ON items (since);
CREATE INDEX items_by_until ON items (until) WHERE until IS NOT NULL;
-- The canonical hash of what was published of a state, by base and whether with the words of articles.
CREATE TABLE hashes (
    state INTEGER NOT NULL REFERENCES states (id),
    variant TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (state, variant)
);
"""

# Of one who is in the news every day hundreds of items have gone, which a state of today must not read.
# "contents" tells two states apart that differ in more than their runs; empty where it is not known.
_FOURTH = """
DROP INDEX IF EXISTS items_by_owner;
CREATE INDEX items_by_owner ON items (owner, until);
ALTER TABLE states ADD COLUMN contents TEXT NOT NULL DEFAULT '';
"""


def statements_from(version: int) -> list[str]:
    """What brings a file of a version, 0 for a new one, to ``VERSION``.

    Raises:
        sqlite3.DatabaseError: the version is newer, or too old.
    """
    if version == VERSION:
        return []
    if version and not _OLDEST <= version < VERSION:
        raise sqlite3.DatabaseError(f"is a history of version {version}, and this is {VERSION}")
    script = _FOURTH if version else _TABLES + _FOURTH
    return [*script.split(";\n"), f"PRAGMA user_version = {VERSION}"]
