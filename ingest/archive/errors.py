"""What can go wrong with the archive's file, each with what to do about it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from liqaa.ontology.errors import LiqaaError


class ArchiveError(LiqaaError):
    """The archive can not be used as it stands; nothing that it held is lost.

    Attributes:
        code: ``locked``, ``read-only``, ``full``, ``not-an-archive``, ``damaged``, ``newer``, ``missing``,
            ``unreachable`` or ``refused``.
        message: what is wrong and what to do.
    """

    def __init__(self, code: str, message: str) -> None:
        """Say what is wrong."""
        super().__init__(message)
        self.code = code
        self.message = message


_BY_NAME: tuple[tuple[str, str, str], ...] = (
    (
        "SQLITE_BUSY",
        "locked",
        "{path} is in use by another run: wait until that has ended, then run this again.",
    ),
    ("SQLITE_LOCKED", "locked", "{path} is in use by another run: wait until that has ended."),
    (
        "SQLITE_READONLY",
        "read-only",
        "{path} can not be written: give this user the right to write the file and its folder.",
    ),
    (
        "SQLITE_FULL",
        "full",
        "No room is left for {path}: free some space on its disk, then run this again; nothing was lost.",
    ),
    (
        "SQLITE_NOTADB",
        "not-an-archive",
        "{path} is not an archive of Liqaa: name another folder with --data, or move the file away.",
    ),
    (
        "SQLITE_CORRUPT",
        "damaged",
        "{path} is damaged: put back a copy of it, or save what it holds with sqlite3's .recover command.",
    ),
    (
        "SQLITE_CANTOPEN",
        "unreachable",
        "{path} can not be opened: see that its folder is there and that this user may write it.",
    ),
    (
        "SQLITE_IOERR",
        "full",
        "{path} could not be read or written: see that its disk has room and is sound, then run again.",
    ),
)


# A system does this by itself to a disk that has errors, for root too.
_MOUNTED = (
    "{path} lies on a file system that is mounted read-only: see that its disk is sound and mount it to be "
    "written, then run this again; nothing was lost."
)


def _is_mounted_read_only(folder: Path) -> bool:
    try:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def explained(path: Path, error: sqlite3.Error) -> ArchiveError:
    """The error of the library in words that say what to do."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")) and _is_mounted_read_only(path.parent):
        return ArchiveError("read-only", _MOUNTED.format(path=path))
    for prefix, code, message in _BY_NAME:
        if name.startswith(prefix):
            return ArchiveError(code, message.format(path=path))
    return ArchiveError("refused", f"{path}: {error}.")


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn every error of the library into an ``ArchiveError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(path, error) from error
