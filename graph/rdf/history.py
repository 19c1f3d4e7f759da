"""What an archive said at the end of every run: items with the states between which they held.

An item that changed is closed and another opened, so a state can be read again at any time, and what changed
between two states is found by index, in proportion to the change. The archive can make the file again.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, Self

from liqaa.graph.rdf.groups import Group, grouped, merged
from liqaa.graph.rdf.history_tables import statements_from
from liqaa.graph.rdf.items import Item, kind_of, target_of
from liqaa.ontology.errors import LiqaaError

HISTORY_FILE = "history.sqlite"

_HELD = "since <= ?1 AND (until IS NULL OR until > ?1)"
"""What holds of an item in a state, ?1: it had come by then, and had not gone."""

# The same in two halves, so that the index leaves what has gone unread.
_BODIES = (
    "SELECT body FROM items WHERE owner = ?2 AND until IS NULL AND since <= ?1"
    " UNION ALL SELECT body FROM items WHERE owner = ?2 AND until > ?1 AND since <= ?1"
)


class HistoryError(LiqaaError):
    """The history can not be used; the message says what to do."""


class State(NamedTuple):
    """What an archive said after a run; ``id`` is its place in the history, ``counts`` the items by kind."""

    id: int
    run: int
    moment: str
    counts: Mapping[str, int]


class History:
    """An open history; close it, or use it in a ``with`` block.

    Args:
        path: the file, made where it is missing.

    Raises:
        HistoryError: the file is none of this version.
    """

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise HistoryError(
                f"{path}: {error}. Remove the file: the next export makes it again from the archive."
            ) from error

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        if statements_from(self._version()):
            with self._transaction():
                # Another program may have done it while this one waited.
                for statement in statements_from(self._version()):
                    self._connection.execute(statement)

    def _version(self) -> int:
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        return int(version)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def states(self) -> list[State]:
        """Every state, oldest first."""
        rows = self._connection.execute("SELECT id, run, moment, counts FROM states ORDER BY id")
        return [State(id_, run, moment, json.loads(counts)) for id_, run, moment, counts in rows]

    def newest(self) -> State | None:
        """The state that was kept last."""
        return next(reversed(self.states()), None)

    def contents(self, state: State) -> str:
        """What tells the archive's contents in a state; empty where that was not kept."""
        (found,) = self._connection.execute(
            "SELECT contents FROM states WHERE id = ?", (state.id,)
        ).fetchone()
        return str(found)

    def record(self, run: int, moment: str, items: Iterable[Item], contents: str = "") -> State:
        """Keep a state, in one transaction; nothing where the newest is of the same moment.

        Args:
            run: the newest run.
            moment: when the archive said this, ISO 8601.
            items: as ``items_of`` gives them.
            contents: what tells the archive's contents.

        Raises:
            HistoryError: it was kept before the newest, so that the history has more than its archive.
        """
        return self._record(run, moment, merged(grouped(items), self._open_groups()), Counter(), contents)

    def go_on(self, run: int, moment: str, items: Iterable[Item]) -> State:
        """Keep a state that says what the newest says, but of the owners of some items these."""
        newest = self.newest()
        assert newest
        groups = [(owner, bodies, self._open(owner)) for owner, bodies in grouped(items)]
        counts = Counter(newest.counts)
        counts.subtract(kind_of(body) for *_, held in groups for body in held)
        return self._record(run, moment, groups, counts, self.contents(newest))

    def _record(
        self, run: int, moment: str, groups: Iterable[Group], counts: Counter[str], contents: str
    ) -> State:
        """Keep a state; ``counts`` is of what the groups say nothing of."""
        states = self.states()
        if states and (states[-1].run, states[-1].moment) == (run, moment):
            return states[-1]
        if any((state.run, state.moment) == (run, moment) for state in states):
            raise HistoryError(
                f"{self.path} goes on after run {run}, and the archive beside it does not."
                " Remove the file: the next export makes it again from the archive."
            )
        number = len(states) + 1
        with self._transaction():
            self._connection.execute(
                "INSERT INTO states VALUES (?, ?, ?, '{}', ?)", (number, run, moment, contents)
            )
            for owner, bodies, held in groups:
                counts.update(kind_of(body) for body in bodies)
                gone = [(number, held[body]) for body in held if body not in bodies]
                new = [
                    (f"{owner}>", body, target_of(body), number)
                    for body in sorted(bodies)
                    if body not in held
                ]
                if gone:
                    self._connection.executemany("UPDATE items SET until = ? WHERE id = ?", gone)
                if new:
                    self._connection.executemany(
                        "INSERT INTO items (owner, body, target, since) VALUES (?, ?, ?, ?)", new
                    )
            self._connection.execute(
                "UPDATE states SET counts = ? WHERE id = ?", (json.dumps(counts, sort_keys=True), number)
            )
        return State(number, run, moment, counts)

    def items(self, state: State) -> Iterator[Item]:
        """The items of a state, in order, read as they are asked for."""
        rows = self._connection.execute(
            f"SELECT owner, body FROM items WHERE {_HELD} ORDER BY owner",
            (state.id,),
        )
        for owner, group in groupby(rows, key=itemgetter(0)):
            for body in sorted(body for _, body in group):
                yield Item(owner[:-1], body)

    def changed(self, old: State, new: State) -> list[str]:
        """The owners of whom an older and a newer state do not say the same, or may not, in order."""
        rows = self._connection.execute(
            "SELECT owner FROM items WHERE since > ?1 AND since <= ?2"
            " UNION SELECT owner FROM items WHERE until > ?1 AND until <= ?2 ORDER BY owner",
            (old.id, new.id),
        )
        return [owner[:-1] for (owner,) in rows]

    def bodies(self, owner: str, state: State) -> list[str]:
        """The items of one owner, sorted."""
        rows = self._connection.execute(_BODIES, (state.id, f"{owner}>"))
        return sorted(body for (body,) in rows)

    def leading_to(self, target: str, state: State) -> list[str]:
        """The owners whose items lead to another, sorted: an event's reports, an actor's events."""
        rows = self._connection.execute(
            f"SELECT DISTINCT owner FROM items WHERE target = ?2 AND {_HELD} ORDER BY owner",
            (state.id, target),
        )
        return [owner[:-1] for (owner,) in rows]

    def led_to(self, owner: str, *states: State) -> set[str]:
        """The owners that the items of one lead to, in any of some states."""
        rows = self._connection.execute(
            "SELECT DISTINCT target FROM items WHERE owner = ? AND target IS NOT NULL", (f"{owner}>",)
        )
        return {target for (target,) in rows if any(self.bodies(target, state) for state in states)}

    def owners(self, state: State, beginning: str) -> Iterator[str]:
        """The owners whose names begin so, in order."""
        rows = self._connection.execute(
            f"SELECT DISTINCT owner FROM items WHERE owner >= ?2 AND owner < ?3 AND {_HELD} ORDER BY owner",
            (state.id, beginning, beginning + "\x7f"),
        )
        for (owner,) in rows:
            yield owner[:-1]

    def keep_hash(self, state: State, variant: str, digest: str) -> None:
        """Keep the canonical hash of what was published of a state."""
        self._connection.execute(
            "INSERT OR REPLACE INTO hashes VALUES (?, ?, ?)", (state.id, variant, digest)
        )

    def hash_of(self, state: State, variant: str) -> str | None:
        """The canonical hash of what was published of a state, None where nothing was."""
        row = self._connection.execute(
            "SELECT hash FROM hashes WHERE state = ? AND variant = ?", (state.id, variant)
        ).fetchone()
        return str(row[0]) if row else None

    def _open(self, owner: str) -> dict[str, int]:
        """What the newest state says of one owner: each item with its row."""
        rows = self._connection.execute(
            "SELECT body, id FROM items WHERE owner = ? AND until IS NULL", (f"{owner}>",)
        )
        return dict(rows)

    def _open_groups(self) -> Iterator[tuple[str, dict[str, int]]]:
        """What the newest state says, by owner: each item with its row."""
        reading = sqlite3.connect(self.path)  # rows change in the other connection while these are read
        try:
            rows = reading.execute("SELECT owner, body, id FROM items WHERE until IS NULL ORDER BY owner")
            for owner, group in groupby(rows, key=itemgetter(0)):
                yield owner[:-1], {body: row for _, body, row in group}
        finally:
            reading.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
