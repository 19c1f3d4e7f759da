"""How large a page is, and up to which size it is read: its cost is bounded before any of it is paid.

Many steps look at the whole text of an element, for each element. What they cost is each element and letter
as many times as there are elements around it, which a page of a few hundred kilobytes can make billions. The
largest of the real pages that Liqaa is tested with reaches a ninth of a limit, most a hundredth.
"""

from __future__ import annotations

from dataclasses import dataclass

from liqaa.ingest.reading.problem import Unreadable
from lxml import etree
from lxml.html import HtmlElement

MOST_ELEMENTS = 40_000
MOST_CHARACTERS = 1_000_000
_MOST_LEVELS, _MOST_DEEP_CHARACTERS = 1_600_000, 20_000_000
_SHORT = 50  # characters of a piece of text
_FEW_PAIRS, _FEW_LEVELS = 36_000_000, 500_000
_SCRIPTS = {"script", "style", "template"}


@dataclass(slots=True)
class Size:
    """What a page costs.

    Attributes:
        elements: of the page, comments among them.
        levels: elements, each as many times as it has elements around it, itself included.
        pieces: of text between tags, blank ones left out.
        short: those of them that are no sentence.
        characters: of text, without scripts.
        deep_characters: of text and scripts, each as many times as there are elements around it.
    """

    elements: int = 0
    levels: int = 0
    pieces: int = 0
    short: int = 0
    characters: int = 0
    deep_characters: int = 0

    @property
    def is_small(self) -> bool:
        """Whether a page may be read in ways that hold each short piece of text against those around it."""
        return self.short * self.pieces <= _FEW_PAIRS and self.levels <= _FEW_LEVELS


def size_of(tree: HtmlElement) -> Size:
    """Measure a page.

    Raises:
        Unreadable: ``too-large``, with what the page has too much of.
    """
    size, around = Size(), list[str]()
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            around.append(node.tag)
        if event == "end":
            around.pop()
        else:
            size.elements += 1
            size.levels += len(around)
        _add(size, node.text if event == "start" else node.tail, around)
        if size.elements > MOST_ELEMENTS:
            _refuse(f"more than {MOST_ELEMENTS:,} elements, too many")
        if size.characters > MOST_CHARACTERS:
            _refuse(f"more than {MOST_CHARACTERS:,} characters of text, too many")
        if size.levels > _MOST_LEVELS or size.deep_characters > _MOST_DEEP_CHARACTERS:
            _refuse("too many elements within elements")
    return size


def _add(size: Size, text: str | None, around: list[str]) -> None:
    if not text:
        return
    size.deep_characters += len(text) * len(around)
    if not _SCRIPTS.intersection(around[-1:]) and not text.isspace():
        size.pieces += 1
        size.short += len(text) < _SHORT
        size.characters += len(text)


def _refuse(what: str) -> None:
    raise Unreadable("too-large", f"The page has {what} for an article; cut it down.")
