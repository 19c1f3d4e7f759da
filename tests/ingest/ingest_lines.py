"""The main job on a made-up newspaper, as a program of its own: for tests that kill it or run it twice.

usage: ingest_lines.py FOLDER FIRST LAST BATCH WAIT
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from line_extractor import LineExtractor, given, newspaper
from liqaa.graph.projection.labels import Labels
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.store import StoreError
from liqaa.ingest.archive.archive import Archive, ArchiveError
from liqaa.ingest.jobs.ingest import ingest


def main(folder: Path, first: int, last: int, batch: int, wait: float) -> None:
    with (
        Archive.open(folder / "archive.sqlite", wait=wait) as archive,
        archive.exclusive(wait),
        LadybugStore(folder / "graph.lbug") as store,
    ):
        print("started", flush=True)
        summary = ingest(
            [],
            archive=archive,
            store=store,
            extractor=LineExtractor(),
            read=given(newspaper(120)[first:last]),
            clock=lambda: datetime.now(UTC),
            labels=Labels(),
            batch_size=batch,
        )
        print(summary, flush=True)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]))
    except (ArchiveError, StoreError) as error:
        sys.exit(str(error))
