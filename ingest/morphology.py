"""A second opinion on the words of names: what the morphological analyser of camel-tools says of them.

Nothing of the extraction asks it; it is shown beside an event so that a reader can doubt a name. It is the
extra ``camel``, of which only ``utils`` and ``morphology`` are imported: they need no torch. The analyser's
database is the user's.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Protocol

from liqaa.ontology.errors import LiqaaError

VARIABLE = "LIQAA_MORPHOLOGY"
INSTALL = "pip install 'liqaa[camel]'"
PROPER_NOUN = "noun_prop"
# What a reading puts before the stem, from the outside in; these values say that nothing is there.
PROCLITICS = ("prc3", "prc2", "prc1", "prc0")
NOTHING = {"", "0", "na", "-"}

Reading = Mapping[str, object]


class MorphologyError(LiqaaError):
    """There is no second opinion to have; the message says what is missing and what to do."""


class Analyser(Protocol):
    """What is used of ``camel_tools.morphology.analyzer.Analyzer``."""

    def analyze(self, word: str) -> list[Reading]:
        """All readings of a word, as features and their values."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the analyser thinks of one word.

    Attributes:
        word: as the name has it.
        proper_noun: whether it can be read as one; None where the analyser does not know the word.
        parts_of_speech: of all its readings, sorted, in the words of the database, each with what stands
            before it as one word: ``wa_conj+Al_det+noun``.
    """

    word: str
    proper_noun: bool | None
    parts_of_speech: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Morphology:
    """An analyser that is ready.

    Attributes:
        path: the database it reads words with.
        analyser: of camel-tools.
        letters: the Arabic letters of a word, or nothing where it has others.
    """

    path: Path
    analyser: Analyser
    letters: Callable[[str], str]

    @classmethod
    def open(cls, environ: Mapping[str, str]) -> Morphology:
        """Load the database that the environment names: seconds for a whole language.

        Args:
            environ: ``LIQAA_MORPHOLOGY``, an ALMOR file; else ``CAMELTOOLS_DATA``, camel-tools' data folder.

        Raises:
            MorphologyError: the extra or the database is not there, or does not load.
        """
        database, analyser, letters = _load_camel_tools()
        path = database_path(environ)
        try:
            words = database.MorphologyDB(str(path))
        except OSError as error:
            raise MorphologyError(f"{path}: {error.strerror}. Let {VARIABLE} name an ALMOR file.") from error
        except Exception as error:  # its parser stumbles over a wrong file in any way
            raise MorphologyError(f"{path} is no ALMOR database: {error!r}") from error
        if not words.stem_hash:
            raise MorphologyError(f"{path} is no ALMOR database: it has no stems.")
        return cls(path, analyser.Analyzer(words), letters)

    def opinion(self, word: str) -> Opinion:
        """What the analyser thinks of a word.

        Raises:
            MorphologyError: the database contradicts itself.
        """
        letters = self.letters(word)
        try:
            readings = self.analyser.analyze(letters) if letters else []
            parts_of_speech = tuple(sorted({_part_of_speech(reading) for reading in readings}))
        except KeyError as error:
            raise MorphologyError(f"{self.path} speaks of {error} and does not define it.") from error
        proper_noun = any(reading["pos"] == PROPER_NOUN for reading in readings) if readings else None
        return Opinion(word, proper_noun, parts_of_speech)

    def opinions(self, name: str) -> tuple[Opinion, ...]:
        """What the analyser thinks of each word of a name, in order; signs that stand alone are no words.

        Raises:
            MorphologyError: the database contradicts itself.
        """
        return tuple(self.opinion(word) for word in name.split() if any(map(str.isalpha, word)))


def database_path(environ: Mapping[str, str]) -> Path:
    """The database that the environment names; camel-tools need not be there to know.

    Raises:
        MorphologyError: it names none.
    """
    if named := environ.get(VARIABLE):
        return Path(named).expanduser()
    path = _default_database(_data_folder(environ))
    if path is None:
        raise MorphologyError(
            f"No morphology database: let {VARIABLE} name an ALMOR file, or CAMELTOOLS_DATA a folder that"
            " camel-tools' own `camel_data` filled; mind the licence of the data."
        )
    return path


def _data_folder(environ: Mapping[str, str]) -> Path:
    """Where camel-tools keeps its data."""
    return Path(environ.get("CAMELTOOLS_DATA") or "~/.camel_tools").expanduser().absolute()


def _default_database(folder: Path) -> Path | None:
    """The database that the catalogue of a data folder names as the default, if it is there."""
    try:
        catalogue = json.loads((folder / "catalogue.json").read_text(encoding="utf-8"))
        listed = catalogue["components"]["MorphologyDB"]
        path = folder / "data" / listed["datasets"][listed["default"]]["path"] / "morphology.db"
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return path if path.is_file() else None


@contextmanager
def _no_network() -> Iterator[None]:
    """Let camel-tools be imported without a download and without a folder made in the home.

    On import ``camel_tools.data`` makes a folder in the home and, where the data folder holds no catalogue,
    downloads one. For that moment both are an empty catalogue of ours: we read the user's ourselves.
    """
    before = {name: os.environ.get(name) for name in ("HOME", "CAMELTOOLS_DATA")}
    with tempfile.TemporaryDirectory() as folder:
        empty = {"version": "0", "packages": {}, "components": {}}
        Path(folder, "catalogue.json").write_text(json.dumps(empty), encoding="utf-8")
        os.environ.update(dict.fromkeys(before, folder))
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def _load_camel_tools() -> tuple[ModuleType, ModuleType, Callable[[str], str]]:
    """Its database, its analyser, and what leaves the bare letters of a word, in that order."""
    try:
        with _no_network():
            database = import_module("camel_tools.morphology.database")
            analyser = import_module("camel_tools.morphology.analyzer")
            normalise = import_module("camel_tools.utils.normalize").normalize_unicode
            without_vowels = import_module("camel_tools.utils.dediac").dediac_ar
            arabic = import_module("camel_tools.utils.charsets").AR_LETTERS_CHARSET
            clean = import_module("camel_tools.utils.charmap").CharMapper.builtin_mapper("arclean")
    except ImportError as error:
        raise MorphologyError(f"A second opinion needs camel-tools ({error}): {INSTALL}") from error

    def letters(word: str) -> str:
        bare = "".join(filter(str.isalpha, without_vowels(clean(normalise(word)))))
        return bare if arabic.issuperset(bare) else ""

    return database, analyser, letters


def _part_of_speech(reading: Reading) -> str:
    """Of the stem, after the proclitics that the reading takes off."""
    before = (str(reading.get(place, "")) for place in PROCLITICS)
    return "+".join((*(value for value in before if value not in NOTHING), str(reading["pos"])))
