"""A morphology database in the ALMOR format that knows a dozen words, written for the tests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

POS = ("noun", "noun_prop", "prep", "verb")
# Written form without vowels and with plain alif, as the format keys it; category, for the tables below.
PREFIXES = (
    ("", "bare", ""),
    ("و", "wa", "prc2:wa_conj"),
    ("ال", "al", "prc0:Al_det"),
    ("وال", "wa-al", "prc2:wa_conj prc0:Al_det"),
)
SUFFIXES = (("", "none"), ("ي", "my"))
STEMS = (
    ("سامر", "name", "noun_prop"),
    ("عبادي", "name", "noun_prop"),
    ("احمد", "name", "noun_prop"),
    ("احمد", "verb", "verb"),
    ("علي", "name", "noun_prop"),
    ("علي", "word", "prep"),
    ("وزير", "noun", "noun"),
    ("دفاع", "noun", "noun"),
    ("ولي", "noun", "noun"),
    ("ل", "word", "prep"),
    ("كريم", "name", "noun_prop"),
    ("الله", "word", "noun_prop"),
)
PREFIX_STEM = (
    *((prefix, stem) for prefix in ("bare", "wa") for stem in ("name", "verb", "word", "noun")),
    *((prefix, stem) for prefix in ("al", "wa-al") for stem in ("name", "noun")),
)
STEM_SUFFIX = (*((stem, "none") for stem in ("name", "verb", "word", "noun")), ("word", "my"))
PREFIX_SUFFIX = (*((name, "none") for _, name, _ in PREFIXES), ("bare", "my"), ("wa", "my"))


def features(written: str, pos: str, more: str = "") -> str:
    """The features of an entry."""
    return f"diac:{written} lex:{written} pos:{pos} {more}".rstrip()


def section(name: str, lines: Iterable[str]) -> Sequence[str]:
    """A part of the file under its heading."""
    return (f"###{name}###", *lines)


def database() -> str:
    """The whole file."""
    none = " ".join(f"prc{place}:0" for place in range(4))
    lines = (
        *section(
            "DEFINES",
            (
                "DEFINE diac diac:*open*",
                "DEFINE lex lex:*open*",
                f"DEFINE pos {' '.join(f'pos:{pos}' for pos in POS)}",
                *(f"DEFINE prc{place} prc{place}:0 prc{place}:na" for place in range(4)),
            ),
        ),
        *section("DEFAULTS", (f"DEFAULT pos:{pos} {none}" for pos in POS)),
        *section("ORDER", ["ORDER diac lex pos prc3 prc2 prc1 prc0"]),
        *section("TOKENIZATIONS", ["TOKENIZATION diac"]),
        *section("STEMBACKOFF", ["STEMBACKOFF PROP name"]),
        *section("PREFIXES", (f"{w}\t{name}\tdiac:{w} {more}".rstrip() for w, name, more in PREFIXES)),
        *section("SUFFIXES", (f"{written}\t{name}\tdiac:{written}" for written, name in SUFFIXES)),
        *section("STEMS", (f"{w}\t{name}\t{features(w, pos, none)}" for w, name, pos in STEMS)),
        *section("TABLE AB", map(" ".join, PREFIX_STEM)),
        *section("TABLE BC", map(" ".join, STEM_SUFFIX)),
        *section("TABLE AC", map(" ".join, PREFIX_SUFFIX)),
    )
    return "\n".join(lines) + "\n"


def data_folder(folder: Path, path: str = "morphology_db/small") -> Path:
    """A folder as ``camel_data`` fills it, with one database."""
    listed = {"MorphologyDB": {"default": "small", "datasets": {"small": {"path": path}}}}
    (folder / "data" / "morphology_db" / "small").mkdir(parents=True)
    (folder / "data" / "morphology_db" / "small" / "morphology.db").write_text(database(), "utf-8")
    catalogue = {"version": "1", "packages": {}, "components": listed}
    (folder / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")
    return folder
