"""The way back: an export to an archive, all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from liqaa.graph.rdf.export import blocks
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import HISTORY_FILE, History
from liqaa.graph.rdf.reading import Export, ImportRefusedError
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.restore import restore
from liqaa.ingest.jobs.facts import keep_up


class Imported(NamedTuple):
    """How much was imported."""

    articles: int
    reports: int
    judgements: int
    runs: int


def import_rdf(source: Path, archive_path: Path) -> Imported:
    """Make an archive of an export; it appears only when exporting it would give the same statements.

    Args:
        source: the folder of an export, or its data file.
        archive_path: where the archive is to be; nothing may be there yet.

    Raises:
        ImportRefusedError: there is an archive, or the export can not be used; nothing was imported.
        ExtraError: a library of the extra is missing.
    """
    if archive_path.exists():
        raise ImportRefusedError(
            f"There is an archive at {archive_path} already, and an import makes a new one:"
            " name an empty folder with --data."
        )
    archive_path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".import-", dir=archive_path.parent) as scratch:
        folder = Path(scratch)
        (folder / "store").mkdir()
        export = Export(source, folder / "store")
        restored = export.restored()
        made = folder / archive_path.name
        restore(made, restored.runs, restored.articles, restored.reports, restored.judgements)
        with Archive.open(made, create=False) as archive, History(folder / HISTORY_FILE) as history:
            state = keep_up(archive, history)
            profile = Profile(restored.names)
            export.check_same(lambda: blocks(history, state, profile, dict(state.counts), None))
        # Closed, both are one file each; the archive comes last, for it is what the next run looks for.
        (folder / HISTORY_FILE).rename(archive_path.with_name(HISTORY_FILE))
        made.rename(archive_path)
    return Imported(
        len(restored.articles), len(restored.reports), len(restored.judgements), len(restored.runs)
    )
