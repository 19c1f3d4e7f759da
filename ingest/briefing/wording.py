"""What a page says itself, in both languages, as words.yml has it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from liqaa.ingest.briefing.contents import Language


class Wording:
    """What the page says itself, in one language."""

    def __init__(self, language: Language) -> None:
        """Take the words of a language."""
        self._language = language
        self._words = _words()

    def __getattr__(self, name: str) -> str:
        return self(name)

    def __call__(self, name: str, **values: object) -> str:
        """A phrase with its gaps filled."""
        return self._words[name][self._language].format(**values)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    words: Mapping[str, Mapping[str, str]] = yaml.safe_load(packed("words.yml"))
    return words


def packed(name: str) -> str:
    """The text of a file beside this one."""
    return files("liqaa.ingest.briefing").joinpath(name).read_text(encoding="utf-8")
