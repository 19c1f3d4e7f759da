"""The stores that a command of the tests loads: an embedded one a folder, or one Neo4j for all of them."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.neo4j_store import Neo4jStore
from liqaa.graph.stores.store import LADYBUG_FILE, Store, neo4j_settings
from neo4j_server import NoServerError, running

Opened = Callable[[Path], Store]
NAMES = ("ladybug", "neo4j")


def ladybug(folder: Path) -> Store:
    """The embedded store of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return LadybugStore(folder / LADYBUG_FILE)


@contextmanager
def at_hand(name: str) -> Iterator[Opened]:
    """What opens the store of a folder.

    Neo4j is the server of ``NEO4J_URI``, else a 5.26 of our own. It holds one graph, so it is emptied when
    another folder than before is asked for; each folder is to be done with before the next.

    Raises:
        SystemExit: there is no server, or it holds a graph of somebody's.
    """
    if name == "ladybug":
        yield ladybug
        return
    with ExitStack() as held:
        given = dict(os.environ)
        if "NEO4J_URI" not in given:
            home = Path(held.enter_context(tempfile.TemporaryDirectory()))
            try:
                given |= held.enter_context(running("5.26", home)).environ
            except NoServerError as error:
                sys.exit(str(error))
        settings = neo4j_settings(given)
        with Neo4jStore(settings) as store:
            if store.digests().nodes:
                sys.exit(f"{settings.uri} holds a Liqaa graph, which this would wipe: use another.")
        of: list[Path] = []

        def opened(folder: Path) -> Store:
            store = Neo4jStore(settings)
            if of[-1:] != [folder]:
                of.append(folder)
                store.prepare()
                store.clear()
            return store

        yield opened
