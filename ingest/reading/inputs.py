"""What was named on the command line: files, folders, standard input, each as one input to read.

Only regular files are opened. A pipe, a socket or a device could wait for ever or never end, so it is
named in an issue; standard input is the way to read a pipe.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from liqaa.ingest.reading.problem import Unreadable, printable
from liqaa.ontology.model import Issue

STANDARD_INPUT = "-"
FORMS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".html": "page", ".htm": "page",
         ".xhtml": "page", ".txt": "text"}  # fmt: skip
COMPRESSIONS = (".gz", ".xz", ".zst")


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read.

    Attributes:
        path: the file, None for standard input.
        where: its name for people, one printable line.
        doc_id: identity of the one article a text file or a page without an address holds: the path relative
            to the folder that was given, or the name of the file that was given. None for standard input.
        form: ``jsonl``, ``page`` or ``text`` as its ending says; None when it does not say.
    """

    path: Path | None
    where: str
    doc_id: str | None
    form: str | None


def find(item: str) -> Iterator[Input | Issue]:
    """Every input that one argument stands for, in an order that is the same on every machine.

    Args:
        item: a path of a file or folder, or ``-`` for standard input.

    Yields:
        Inputs, and an issue for what can not be read.
    """
    if item == STANDARD_INPUT:
        yield Input(None, "standard input", None, None)
        return
    where = printable(item)
    try:
        mode = os.stat(item).st_mode  # noqa: PTH116 - Path would refuse to carry some names, os names the error
    except (OSError, ValueError) as error:
        yield unreachable(error).issue(where)
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(Path(item))
    elif problem := _special(mode):
        yield problem.issue(where)
    else:
        yield _input(Path(item), Path(item).name)


def unreachable(error: OSError | ValueError) -> Unreadable:
    """Say why the system would not give a file, and what to do."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Unreadable("missing", "There is no such file or folder; check the path.")
        case PermissionError():
            return Unreadable("permission", "The file may not be read; give this user the right to read it.")
        case OSError():
            reason = error.strerror or type(error).__name__
            return Unreadable("unreadable", f"The system refused: {reason}; check the path and the disk.")
        case _:
            return Unreadable("missing", "No file can have this name; check the path.")


def _in_folder(folder: Path) -> Iterator[Input | Issue]:
    """The readable files below a folder, sorted; hidden ones are left alone, others named in one issue."""
    failures: list[OSError] = []
    strange: list[str] = []
    found = False
    for parent, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        strange += [name for name in folders if Path(parent, name).is_symlink()]
        for name in sorted(names):
            path = Path(parent, name)
            one = _input(path, path.relative_to(folder).as_posix())
            if name.startswith("."):
                continue
            if one.form is None:
                strange.append(name)
                continue
            found = True
            yield _checked(one)
        yield from (unreachable(error).issue(printable(str(error.filename))) for error in failures)
        found = found or bool(failures)
        failures.clear()
    where = printable(str(folder))
    if strange:
        yield _unread(where, strange)
    if not found:
        endings = ", ".join(FORMS)
        yield Issue(
            "empty-folder", where, f"The folder holds nothing to read; files that end in {endings} are read."
        )


def _unread(where: str, names: list[str]) -> Issue:
    some = ", ".join(printable(name, 60) for name in names[:3]) + (", …" if len(names) > 3 else "")
    return Issue(
        "other-files",
        where,
        f"{len(names)} files or linked folders were left alone ({some}): only {', '.join(FORMS)}, also with "
        f"{', '.join(COMPRESSIONS)}, are read from a folder; name such a file itself to have it read.",
    )


def _checked(found: Input) -> Input | Issue:
    assert found.path is not None
    try:
        problem = _special(found.path.stat().st_mode)
    except OSError as error:
        problem = unreachable(error)
    return problem.issue(found.where, found.doc_id) if problem else found


def _special(mode: int) -> Unreadable | None:
    if stat.S_ISREG(mode):
        return None
    kinds = {stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFDIR: "a folder"}
    kind = kinds.get(stat.S_IFMT(mode), "a device")
    return Unreadable(
        "not-a-file", f"This is {kind}, not a file; send its content through standard input, `-`."
    )


def _input(path: Path, name: str) -> Input:
    stem = name.lower()
    if stem.endswith(COMPRESSIONS):
        stem = stem.rpartition(".")[0]
    form = FORMS.get("." + stem.rpartition(".")[2]) if "." in stem else None
    return Input(path, printable(str(path)), printable(name, 1000), form)
