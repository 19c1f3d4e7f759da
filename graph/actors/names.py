"""Personal names as they are compared: which words count."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from liqaa.graph.actors.sounds import is_latin, sound_key
from liqaa.ontology import lexicon
from liqaa.ontology.folding import fold, without_article
from liqaa.ontology.model import Participant

# Extraction leaves titles out; these are the ones that slip through at the head of a name.
_TITLES = frozenset(
    {
        "الملك", "الامير", "الاميره", "الشيخ", "الرييس", "السيد", "السيده", "الدكتور",
        "دكتور", "د", "الجنرال", "المشير", "الفريق", "اللواء", "العميد", "العقيد",
        "السفير", "المهندس", "الحاج", "الركن", "ركن", "اول",
    }
)  # fmt: skip
_SON_OF = frozenset({"بن", "ابن", "بنت", "bin", "ibn", "ben", "bint"})
_JOINED = frozenset({"عبد", "ابو", "ابي", "ابا", "ام", "abd", "abdul", "abdel", "abdal", "abu", "aboul"})
HOUSE = "ال"


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A name's words in comparison form.

    Attributes:
        tokens: folded words without article, titles, the words for "son of" and the house (آل سعود).
        fathers: how many of them are a father's name (the word after بن).
        handles: the words that can stand for the whole name: all but the fathers' names.
        articled: the words that had the article, and so are no foreign ones.
    """

    tokens: tuple[str, ...]
    fathers: int
    handles: tuple[str, ...]
    articled: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Names are looked up by the thousand; few that differ have the same words."""
        return hash(self.tokens)

    @property
    def alone(self) -> str | None:
        """The name when it is one word, said to be a father's where it is (ابن سلمان is not سلمان)."""
        if len(self.tokens) != 1:
            return None
        return self.tokens[0] if self.handles else f"ابن {self.tokens[0]}"

    @property
    def latin(self) -> bool:
        """Whether it is written in Latin letters."""
        return bool(self.tokens) and is_latin(self.tokens[0])


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """Read a name as an article gives it.

    Args:
        name: any spelling, such as ``محمد بن سلمان بن عبد العزيز آل سعود`` or ``Mohammed bin Salman``.

    Returns:
        Its words for comparing; no tokens when nothing is left.
    """
    latin = lexicon.load().latin
    words = _joined(_words(name), latin.articles)
    while len(words) > 1 and (words[0] in _TITLES or words[0] in latin.titles):
        words = words[1:]
    tokens: list[str] = []
    handles: list[str] = []
    articled: list[str] = []
    before = ""
    for word in words:
        if before == HOUSE and tokens:
            before = word
            continue
        if word not in _SON_OF and word not in latin.articles and word != HOUSE:
            token = without_article(word)
            tokens.append(token)
            if before not in _SON_OF:
                handles.append(token)
            if token != word or before in latin.articles:
                articled.append(token)
        before = word
    return PersonName(tuple(tokens), len(tokens) - len(handles), tuple(handles), tuple(articled))


def name_of_person(who: Participant) -> PersonName | None:
    """The name of a person of a report; None without one, where no word of it counts, and for all others."""
    name = person_name(who.name) if who.name and who.kind == "person" else None
    return name if name and name.tokens else None


def _words(name: str) -> list[str]:
    """The folded words; apostrophes of Latin names are left out, and their accents are one letter each."""
    words = fold(unicodedata.normalize("NFC", name).replace("'", "").replace("’", "")).split()
    # A single Arabic letter at the end is a preposition of the next word.
    return words[:-1] if len(words) > 1 and len(words[-1]) == 1 and words[-1] >= "\u0621" else words


def _joined(words: list[str], articles: frozenset[str]) -> list[str]:
    """Words such as ``عبد`` written together with the next, as most papers write them."""
    out: list[str] = []
    for word in words:
        if out and out[-1] in _JOINED and word in articles:
            continue
        if out and out[-1] in _JOINED:
            out[-1] += word
        else:
            out.append(word)
    return out


def sound_form(*names: str) -> str:
    """The property ``sounds``: the sound keys of all words of all names, each once, between spaces.

    A query finds those whose name has a word that sounds so with ``CONTAINS ' ' + $key + ' '``.
    """
    keys = {sound_key(token) for name in names for token in person_name(name).tokens}
    return f" {' '.join(sorted(keys))} "
