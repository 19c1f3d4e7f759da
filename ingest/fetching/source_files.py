"""The sources there are: those that ship with Liqaa and those in a folder of the user's own."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml
from liqaa.ingest.fetching.source import LOCAL, Source
from liqaa.ontology.errors import LiqaaError
from pydantic import ValidationError

_LARGEST = 100_000  # bytes of a source's file
_ADVICE = {
    "missing": "is missing: add it",
    "extra_forbidden": "is no field of a source: take it out, or mend its spelling",
}


class SourceError(LiqaaError):
    """A source that can not be used; the message lists file, field and reason, one a line."""


class UnknownSourceError(SourceError):
    """No source has that id."""


def load(own: Path | None = None) -> dict[str, Source]:
    """All sources by id, sorted; a file of the user's takes the place of one that ships with the same name.

    Args:
        own: folder of the user's sources; need not be there.

    Raises:
        SourceError: lists everything that is wrong in any file.
    """
    errors: list[str] = []
    found: dict[str, Source] = {}
    folders: list[Traversable] = [files("liqaa.ingest") / "sources"]
    if own is not None and own.is_dir():
        folders.append(own)
    for folder in folders:
        for file in sorted(folder.iterdir(), key=lambda one: one.name):
            if file.name.endswith((".yml", ".yaml")) and (source := _read(file, errors)):
                found[source.id] = source
    errors += _told_twice(found.values())
    if errors:
        raise SourceError("\n".join(errors))
    return dict(sorted(found.items()))


def chosen(sources: Mapping[str, Source], names: Sequence[str]) -> list[Source]:
    """The sources of these ids, or all that are enabled when none is named.

    Raises:
        UnknownSourceError: an id is unknown; the nearest ones are offered.
    """
    if not names:
        return [source for source in sources.values() if source.enabled]
    for name in names:
        if name not in sources:
            near = difflib.get_close_matches(name, sources, 3)
            offered = f" Near it: {', '.join(near)}." if near else ""
            raise UnknownSourceError(f"No source is named {name!r}: `liqaa sources` lists them.{offered}")
    return [sources[name] for name in dict.fromkeys(names)]


def _read(file: Traversable, errors: list[str]) -> Source | None:
    where = str(file)
    try:
        text = file.read_bytes()[: _LARGEST + 1]
        if len(text) > _LARGEST:
            errors.append(f"{where}: is larger than {_LARGEST // 1000} kB: a source is a page of YAML")
            return None
        data = yaml.load(text, Loader=yaml.CSafeLoader)
        if not isinstance(data, dict):
            errors.append(f"{where}: is no list of fields: write `name_ar: …` and so on, one a line")
            return None
        source = Source.model_validate({"id": file.name.rpartition(".")[0], **data})
    except (OSError, UnicodeDecodeError) as error:
        errors.append(f"{where}: can not be read ({error}): mend or remove the file")
        return None
    except yaml.YAMLError as error:
        errors.append(f"{where}: is no YAML: {' '.join(str(error).split())}")
        return None
    except ValidationError as error:
        errors += [f"{where}: {_said(one)}" for one in error.errors()]
        return None
    if source.id != file.name.rpartition(".")[0]:
        errors.append(f"{where}: id: is {source.id}, not the file's name: leave the field out")
        return None
    return _located(source, file)


def _said(error: Any) -> str:
    """One error of a schema as field and reason."""
    field = ".".join(str(part) for part in error["loc"])
    reason = _ADVICE.get(error["type"], error["msg"].removeprefix("Value error, "))
    return f"{field}: {reason}" if field else reason


def _located(source: Source, file: Traversable) -> Source:
    """The source with the path of its files, which is written relative to its own."""
    if source.kind not in LOCAL or not isinstance(file, Path):
        return source
    return source.model_copy(update={"address": str((file.parent / source.address).resolve())})


def _told_twice(sources: Iterable[Source]) -> list[str]:
    """Two sources of one address would take each other's articles for new ones."""
    seen: dict[str, str] = {}
    errors = []
    for source in sources:
        other = seen.setdefault(source.address, source.id)
        if other != source.id:
            errors.append(f"{source.id}.yml: address: is that of {other} too: remove one of the two")
    return errors
