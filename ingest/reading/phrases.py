"""The words that give away what on a page is not its article, as furniture.yml lists them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml


@cache
def entries() -> dict[str, tuple[str, ...]]:
    """Regular expressions over folded words, by group."""
    text = (files("liqaa.ingest.reading") / "furniture.yml").read_text("utf-8")
    loaded: dict[str, list[str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    # A long entry is broken before a "|", which leaves a space there.
    return {name: tuple(entry.replace(" |", "|") for entry in group) for name, group in loaded.items()}


@cache
def begin(*groups: str) -> re.Pattern[str]:
    """Words of these groups, to match at the start of folded words; they end where a word does."""
    return re.compile(rf"{_any(groups)}(?!\w)")


@cache
def within(*groups: str) -> re.Pattern[str]:
    """Words of these groups, to search among folded words."""
    return re.compile(rf"(?<!\w){_any(groups)}(?!\w)")


@cache
def each(group: str) -> tuple[re.Pattern[str], ...]:
    """The entries of a group one by one, to count how many of them stand in a paragraph, also after "and"."""
    return tuple(re.compile(rf"(?<!\w)و?(?:{entry})(?!\w)") for entry in entries()[group])


def _any(groups: tuple[str, ...]) -> str:
    return "(?:" + "|".join(entry for group in groups for entry in entries()[group]) + ")"
