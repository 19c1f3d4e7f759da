"""``liqaa doctor``: what is installed, which store answers, and what to do about what does not."""

from __future__ import annotations

import os
import platform
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

import typer
from liqaa.ingest.cli.options import (
    DEFAULT_DATA,
    Data,
    Format,
    FormatOption,
    StoreOption,
    archive_path,
    open_graph,
    store_kind,
)
from liqaa.ingest.cli.output import write_rows

State = Literal["ok", "missing", "failed"]
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)")
_EXTRA = re.compile(r"extra == ['\"]([\w-]+)['\"]")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        what: its name.
        state: ok; missing, which only says that something optional is not there; or failed.
        found: version or finding.
        advice: what to do, empty when nothing is.
    """

    what: str
    state: State
    found: str
    advice: str = ""


def doctor(data: Data = DEFAULT_DATA, store: StoreOption = None, output: FormatOption = Format.TABLE) -> None:
    """Say what is installed, which store answers, and what to do about what does not.

    Ends with 1 when something that is needed does not work.
    """
    checks = list(examine(data, store))
    rows = [(check.what, check.state, check.found, check.advice) for check in checks]
    write_rows(("what", "state", "found", "advice"), rows, output)
    if any(check.state == "failed" for check in checks):
        raise typer.Exit(1)


def examine(data: Path, store: StoreOption) -> Iterator[Check]:
    """Look at everything, in the order in which it is needed."""
    yield Check("python", "ok", platform.python_version())
    yield from _packages()
    yield _tried("pages", _pages, "pip install --force-reinstall liqaa: what reads HTML does not load.")
    yield _tried("vocabulary", _vocabulary, "Install liqaa again: a file of the package is damaged.")
    yield _tried("lexicon", _lexicon, "Install liqaa again, or mend the entry that is named.")
    yield _tried("queries", _queries, "Install liqaa again: a file of the package is damaged.")
    yield _tried("extractor", _extractor, "Install liqaa again.")
    yield _morphology(os.environ)
    yield _tried("data folder", lambda: _folder(data), "Name a folder you may write to with --data.")
    yield _archive(data)
    kind = store_kind(store).value
    advice = (
        "Start the server, or check NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD."
        if kind == "neo4j"
        else "Close the other program that uses it, or remove the file: the archive fills it again."
    )
    yield _tried(f"store {kind}", lambda: _store(data, store), advice)


def _packages() -> Iterator[Check]:
    """The distributions that ours names, by what is installed."""
    for line in metadata.requires("liqaa") or ():
        name, extra = _REQUIREMENT.match(line), _EXTRA.search(line)
        if name is None or (extra and extra[1] == "dev") or "python_version" in line.partition(";")[2]:
            continue
        what = f"package {name[1]}"
        try:
            yield Check(what, "ok", metadata.version(name[1]))
        except metadata.PackageNotFoundError:
            if extra:
                yield Check(what, "missing", "not installed", f"Optional: pip install 'liqaa[{extra[1]}]'")
            else:
                yield Check(what, "failed", "not installed", "pip install --force-reinstall liqaa")


def _tried(what: str, look: Callable[[], str], advice: str) -> Check:
    try:
        return Check(what, "ok", look())
    except Exception as error:  # whatever it is, it is the finding
        return Check(what, "failed", str(error) or type(error).__name__, advice)


def _pages() -> str:
    """An installed package may still miss one of its own."""
    import trafilatura

    return f"trafilatura {trafilatura.__version__}"


def _vocabulary() -> str:
    from liqaa.ontology import vocabulary

    found = vocabulary.load()
    return f"{len(found.types)} types, {len(found.topics)} topics, version {found.version}"


def _lexicon() -> str:
    from liqaa.ontology import lexicon

    words = lexicon.load()
    return f"{len(words.countries)} states, {len(words.organisations)} organisations"


def _queries() -> str:
    from liqaa.ontology.folding import fold
    from liqaa.queries import catalogue

    return f"{len(catalogue.load(fold).queries)} curated queries"


def _extractor() -> str:
    from liqaa.ingest import extraction

    return extraction.load().version


def _morphology(environ: Mapping[str, str]) -> Check:
    """What ``explain --second-opinion`` asks: optional, but what was set up for it must work."""
    from liqaa.ingest import morphology

    def look() -> str:
        return str(morphology.Morphology.open(environ).path)

    try:
        metadata.version("camel-tools")
        morphology.database_path(environ)
    except metadata.PackageNotFoundError:
        return Check("second opinion", "missing", "no camel-tools", f"Optional: {morphology.INSTALL}")
    except morphology.MorphologyError as error:
        return Check("second opinion", "missing", "no morphology database", f"Optional. {error}")
    advice = f"Let {morphology.VARIABLE} name an ALMOR file, or clear it."
    return _tried("second opinion", look, advice)


def _folder(data: Path) -> str:
    """Whether the folder can be written to, or made; nothing stays behind."""
    above = next(path for path in (data, *data.absolute().parents) if path.exists())
    if not above.is_dir():
        raise NotADirectoryError(f"{above} is no folder")
    with tempfile.TemporaryFile(dir=above):
        return str(data) if data.exists() else f"{data} (not made yet)"


def _archive(data: Path) -> Check:
    if not archive_path(data).is_file():
        return Check(
            "archive", "missing", "none yet", "Fill it with `liqaa ingest INPUT…`, or see `liqaa demo`."
        )

    def look() -> str:
        from liqaa.ingest.archive.archive import Archive

        with Archive.open(archive_path(data)):
            return str(archive_path(data))

    return _tried("archive", look, "Bring the file back from a copy: it is the record.")


def _store(data: Path, chosen: StoreOption) -> str:
    """Whether the store answers; an embedded one that was never filled is tried in a folder of its own."""
    from liqaa.graph.stores.store import LADYBUG_FILE

    with tempfile.TemporaryDirectory() as scratch:
        there = (data / LADYBUG_FILE).exists()
        with open_graph(chosen, data if there else Path(scratch)) as store:
            store.run("RETURN 1 AS one", {})
            where = os.environ.get("NEO4J_URI", "") if store.name == "neo4j" else str(data / LADYBUG_FILE)
            return f"{store.version} at {where}" + (
                "" if there or store.name == "neo4j" else " (not made yet)"
            )
