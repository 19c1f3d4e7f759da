"""The language knowledge: YAML lexicons, validated as they load.

Every file under ``lexicon/`` has a record in ``lexicon_parties``, ``lexicon_people`` or ``lexicon_words``
that says what it may hold, and ``lexicon_rules`` says what must hold between the files. A wrong entry is a
``LexiconError`` that names the file, the key and the reason, and all wrong entries of all files are listed at
once. Entries are normalised (NFC) and kept in the order of the file.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, get_type_hints

import yaml
from liqaa.ontology.errors import LiqaaError
from liqaa.ontology.lexicon_parties import Authority, Country, Organisation, Place, Publisher, Register
from liqaa.ontology.lexicon_people import Latin, Names, Offices
from liqaa.ontology.lexicon_rules import broken_rules
from liqaa.ontology.lexicon_words import Cues, Dates, Events, Signal, Syntax, Topics, Trigger
from pydantic import TypeAdapter, ValidationError


class LexiconError(LiqaaError):
    """A lexicon that can not be used; the message lists file, key and reason, one a line."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All language knowledge, loaded and checked."""

    countries: tuple[Country, ...]
    organisations: tuple[Organisation, ...]
    authorities: tuple[Authority, ...]
    places: tuple[Place, ...]
    publishers: tuple[Publisher, ...]
    register: tuple[Register, ...]
    offices: Offices
    names: Names
    latin: Latin
    triggers: tuple[Trigger, ...]
    cues: Cues
    dates: Dates
    syntax: Syntax
    events: Events
    topics: Topics
    signals: tuple[Signal, ...]
    common_words: frozenset[str]


_NO_FILE_OF_ITS_OWN = ("register", "common_words")
_FILES: dict[str, Any] = {
    name: shape for name, shape in get_type_hints(Lexicon).items() if name not in _NO_FILE_OF_ITS_OWN
}


@cache
def load() -> Lexicon:
    """The lexicon that ships with Liqaa, read once a process.

    Raises:
        LexiconError: an entry is wrong.
    """
    return read(files("liqaa.ontology") / "lexicon")


@cache
def signals() -> dict[str, Signal]:
    """What the signals of a report mean, by id; only their file is read.

    Raises:
        LexiconError: an entry is wrong.
    """
    errors: list[str] = []
    found = _validated(files("liqaa.ontology") / "lexicon" / "signals.yml", tuple[Signal, ...], errors)
    if errors:
        raise LexiconError("\n".join(errors))
    return {signal.id: signal for signal in found}


def read(folder: Traversable | Path) -> Lexicon:
    """Read and check every lexicon file of a folder.

    Args:
        folder: holds the YAML files named as the fields of ``Lexicon``, a folder ``register`` and
            ``common_words.txt``.

    Raises:
        LexiconError: lists each wrong entry as ``file: key: reason``.
    """
    errors: list[str] = []
    parts: dict[str, Any] = {}
    for name, shape in _FILES.items():
        parts[name] = _validated(folder / f"{name}.yml", shape, errors)
    sheets = sorted(
        (f for f in (folder / "register").iterdir() if f.name.endswith(".yml")), key=lambda f: f.name
    )
    parts["register"] = tuple(sheet for f in sheets if (sheet := _validated(f, Register, errors)) is not None)
    parts["common_words"] = frozenset((folder / "common_words.txt").read_text(encoding="utf-8").split())
    if not errors:
        errors.extend(broken_rules(Lexicon(**parts)))
    if errors:
        raise LexiconError("\n".join(errors))
    return Lexicon(**parts)


class _OnceLoader(yaml.CSafeLoader):
    """Refuses a key given twice, of which YAML keeps the last and tells nobody."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """The mapping of a node.

        Raises:
            yaml.constructor.ConstructorError: a key is given twice.
        """
        given: set[str] = set()
        for key, _ in node.value:
            if key.value in given:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value} is given twice: make one of them", key.start_mark
                )
            given.add(key.value)
        return super().construct_mapping(node, deep)


def _validated(file: Traversable, shape: Any, errors: list[str]) -> Any:
    try:
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=_OnceLoader)
        return TypeAdapter(shape).validate_python(data)
    except FileNotFoundError:
        errors.append(f"{file.name}: the file is missing: restore it from the source of liqaa.ontology")
    except yaml.YAMLError as error:
        errors.append(f"{file.name}: not YAML: {' '.join(str(error).split())}")
    except ValidationError as error:
        for e in error.errors():
            key = ".".join(str(part) for part in e["loc"]) or "(file)"
            errors.append(f"{file.name}: {_named(data, e['loc'])}{key}: {e['msg']}")
    return None


def _named(data: Any, loc: Iterable[int | str]) -> str:
    """The code, id or word of the entry an error lies in, so that it is found by search."""
    name = ""
    for part in loc:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(data, dict):
            name = next(
                (str(data[k]) for k in ("code", "id", "word", "topic", "name_ar", "title") if k in data), name
            )
    return f"{name}: " if name else ""
