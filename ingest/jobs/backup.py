"""A copy of what can not be made again, in one file, and back; the graph is made from the archive."""

from __future__ import annotations

import gzip
import lzma
import sqlite3
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from liqaa.graph.stores.store import Store
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.errors import explaining
from liqaa.ingest.archive.file import ARCHIVE_FILE
from liqaa.ingest.fetching.pages_file import PAGES_FILE
from liqaa.ingest.jobs.ingest import update_graph
from liqaa.ingest.jobs.summary import Change
from liqaa.ontology.errors import LiqaaError

SOURCES_FOLDER = "sources"


class BackupError(LiqaaError):
    """A backup that can not be made or put back; the message says what to do."""


def back_up(data: Path, out: Path) -> list[str]:
    """Copy archive, pages and the user's sources into one file, also while runs go on.

    Args:
        data: the data folder.
        out: file to write; it appears when it is whole.

    Returns:
        The names of what it holds.

    Raises:
        BackupError: there is no archive, or no folder for the file.
        ArchiveError: a file can not be read.
    """
    if not (data / ARCHIVE_FILE).is_file():
        raise BackupError(f"There is no archive in {data}: name its folder with --data.")
    if not out.parent.is_dir():
        raise BackupError(f"There is no folder {out.parent}: make it, or name a file in another one.")
    half = out.with_name(out.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=out.parent) as scratch, tarfile.open(half, "w:gz") as tar:
            for name, path in _copies(data, Path(scratch)):
                tar.add(path, arcname=name, recursive=False)
            names = tar.getnames()
        half.replace(out)
    finally:
        half.unlink(missing_ok=True)
    return names


def restore(backup: Path, data: Path) -> list[str]:
    """Put a backup into a data folder that holds no archive.

    Args:
        backup: a file of ``back_up``.
        data: the folder, made where needed.

    Returns:
        The names of what was put back.

    Raises:
        BackupError: the folder holds an archive, or the file is no sound backup; then nothing is put there.
        OSError: the file can not be opened, or the disk is full; likewise.
    """
    if not backup.is_file():
        raise BackupError(f"There is no file {backup}: name one that `liqaa backup` wrote.")
    for name in (ARCHIVE_FILE, PAGES_FILE):
        if (data / name).exists():
            raise BackupError(f"{data / name} is there already: name an empty folder with --data.")
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data) as scratch:
        names = _unpacked(backup, Path(scratch))
        for name in names:
            target = data / name
            target.parent.mkdir(exist_ok=True)
            (Path(scratch) / name).replace(target)
    return names


def rebuild(data: Path, store: Store) -> Change:
    """Bring a store to what the archive of a folder supports."""
    with Archive.open(data / ARCHIVE_FILE, create=False) as archive, archive.exclusive():
        return update_graph(archive, store)


def _copies(data: Path, scratch: Path) -> Iterator[tuple[str, Path]]:
    """Name and path of each file; databases as they are at one moment."""
    # The pages first: were they younger, a page would count as read whose article the archive lacks.
    for name in (PAGES_FILE, ARCHIVE_FILE):
        if not (data / name).is_file():
            continue
        with (
            explaining(data / name),
            closing(sqlite3.connect(data / name)) as source,
            closing(sqlite3.connect(scratch / name)) as copy,
        ):
            source.backup(copy)
        yield name, scratch / name
    for path in sorted((data / SOURCES_FOLDER).glob("*.y*ml")):
        yield f"{SOURCES_FOLDER}/{path.name}", path


def _unpacked(backup: Path, scratch: Path) -> list[str]:
    """Unpack what a backup may hold, by name, and see that its databases are sound."""
    try:
        with tarfile.open(backup) as tar:
            members = [member for member in tar if member.isreg() and _is_ours(member.name)]
            for member in members:
                content = tar.extractfile(member)
                assert content is not None
                target = scratch / member.name
                target.parent.mkdir(exist_ok=True)
                with target.open("wb") as out:
                    while part := content.read(1 << 20):
                        out.write(part)
    except (tarfile.TarError, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError) as error:
        reason = str(error).partition(":")[0]  # what follows is what each kind of packing says
        raise BackupError(f"{backup} can not be read as a backup ({reason}): try another one.") from error
    names = [member.name for member in members]
    if ARCHIVE_FILE not in names:
        raise BackupError(f"{backup} holds no archive: it is no backup of Liqaa.")
    for name in {ARCHIVE_FILE, PAGES_FILE} & set(names):
        if (problem := _problem(scratch / name)) is not None:
            raise BackupError(f"{name} in {backup} is damaged ({problem}): try another backup.")
    return names


def _problem(database: Path) -> str | None:
    """What is wrong with a database, None where it is sound."""
    try:
        with closing(sqlite3.connect(database)) as copy:
            (found,) = copy.execute("PRAGMA quick_check").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if found == "ok" else str(found)


def _is_ours(name: str) -> bool:
    parts = name.split("/")
    is_source = len(parts) == 2 and parts[0] == SOURCES_FOLDER and parts[1].endswith((".yml", ".yaml"))
    return name in {ARCHIVE_FILE, PAGES_FILE} or (is_source and not parts[1].startswith("."))
