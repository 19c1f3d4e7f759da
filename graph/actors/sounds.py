"""How far apart two words of names sound, within and across the Arabic and the Latin script.

The costs are those of an edit distance: 1 is a consonant that only one of the words has. What letters sound
like is data (``lexicon/latin.yml``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from liqaa.ontology import lexicon
from liqaa.ontology.folding import fold_word

_KEPT = 200_000
_LONG_VOWELS = frozenset("اوي")
_VOWELS = frozenset("aeiouy")
_HARDLY_HEARD = frozenset("هعء")
_FAR = 9.0


@dataclass(frozen=True, slots=True)
class _Sounds:
    """The tables, folded.

    Attributes:
        spellings: what Latin letters are written as in Arabic, the usual first.
        longest: letters in the longest of them.
        turns: pairs of Arabic letters that papers use for one another in foreign names.
    """

    spellings: dict[str, tuple[str, ...]]
    longest: int
    turns: frozenset[frozenset[str]]


@cache
def _sounds() -> _Sounds:
    latin = lexicon.load().latin
    spellings = {
        letters: tuple(dict.fromkeys(map(fold_word, arabic))) for letters, arabic in latin.sounds.items()
    }
    turns = frozenset(frozenset(fold_word(pair)) for pair in latin.turns)
    return _Sounds(spellings, max(map(len, spellings)), turns)


def is_latin(word: str) -> bool:
    """Whether a folded word is written in Latin letters."""
    return bool(word) and "LATIN" in unicodedata.name(word[0], "")


@lru_cache(maxsize=_KEPT)
def distance(left: str, right: str) -> float:
    """How far apart two folded words sound.

    Args:
        left: a word in either script.
        right: another.

    Returns:
        0 for words that sound the same; it does not matter which comes first.
    """
    if left > right:
        return distance(right, left)
    match is_latin(left), is_latin(right):
        case True, False:
            return _across(left, right)
        case False, True:
            return _across(right, left)
        case True, True:
            return _latin(left, right)
        case _:
            return _arabic(left, right)


def _arabic(left: str, right: str) -> float:
    """Two Arabic words: long vowels come and go, and foreign sounds have several letters."""
    turns = _sounds().turns

    def turned(one: str, other: str) -> float:
        return 0.0 if one == other else 0.4 if frozenset((one, other)) in turns else _FAR

    return _edits(left, right, turned, _left_out_arabic)


def _left_out_arabic(letter: str) -> float:
    return 0.4 if letter == "ا" else 0.6 if letter in _LONG_VOWELS else 1.0


def _latin(left: str, right: str) -> float:
    """Two Latin words: vowels and doubled letters vary, and so do letters for one Arabic sound."""
    spellings = _sounds().spellings

    def turned(one: str, other: str) -> float:
        if one == other:
            return 0.0
        vowels = one[0] in _VOWELS and other[0] in _VOWELS
        common = set(spellings.get(one, ())) & set(spellings.get(other, ())) - {""}
        return 0.15 if common else 0.35 if vowels else _FAR

    return _edits(_graphemes(left), _graphemes(right), turned, _left_out_latin)


def _left_out_latin(letters: str) -> float:
    return 0.3 if letters[0] in _VOWELS or letters in ("h", "w") else 1.0


def _edits(
    left: Sequence[str],
    right: Sequence[str],
    turned: Callable[[str, str], float],
    left_out: Callable[[str], float],
) -> float:
    """The cheapest way from one sequence to the other; what only one of them has costs the same in both."""
    row = [0.0]
    for item in right:
        row.append(row[-1] + left_out(item))
    for one in left:
        above, row = row, [row[0] + left_out(one)]
        for at, other in enumerate(right, start=1):
            row.append(
                min(above[at - 1] + turned(one, other), above[at] + left_out(one), row[-1] + left_out(other))
            )
    return row[-1]


def _across(latin: str, arabic: str) -> float:
    """A Latin word and an Arabic one: each Latin letter is one of its Arabic spellings, at best the usual."""
    spellings = _sounds().spellings
    best = [0.0]
    for letter in arabic:
        best.append(best[-1] + _unheard(letter))
    for letters in _graphemes(latin):
        above, best = best, [_FAR * len(latin)] * (len(arabic) + 1)
        for end in range(len(arabic) + 1):
            costs = [above[end] + 1.0]
            if end:
                costs.append(best[end - 1] + _unheard(arabic[end - 1]))
            for rank, spelling in enumerate(spellings.get(letters, ())):
                if arabic.endswith(spelling, 0, end):
                    costs.append(above[end - len(spelling)] + 0.05 * rank)
            best[end] = min(costs)
    return best[-1]


def _unheard(letter: str) -> float:
    """Cost of an Arabic letter that no Latin one stands for."""
    return 0.5 if letter in _LONG_VOWELS else 0.35 if letter in _HARDLY_HEARD else 1.0


@lru_cache(maxsize=_KEPT)
def _graphemes(word: str) -> tuple[str, ...]:
    """A Latin word cut into the longest letters of the table; a doubled consonant counts once."""
    sounds = _sounds()
    out: list[str] = []
    at = 0
    while at < len(word):
        size = next((n for n in range(sounds.longest, 1, -1) if word[at : at + n] in sounds.spellings), 1)
        letters = word[at : at + size]
        if letters not in sounds.spellings:
            letters = unicodedata.normalize("NFD", letters)[0]
        if not (out and out[-1] == letters and letters not in _VOWELS):
            out.append(letters)
        at += size
    return tuple(out)


# Letters of one key: whatever is written one for another in some name.
_KEYS = {letter: key for key, letters in {
    "b": "ب", "f": "ف", "d": "تثطدضذظ", "k": "كقغجخ", "s": "سصزش", "l": "ل", "m": "م", "n": "ن", "r": "ر",
}.items() for letter in letters}  # fmt: skip


@lru_cache(maxsize=_KEPT)
def sound_key(word: str) -> str:
    """A short key that spellings of one word mostly share, in both scripts, to find them by.

    Args:
        word: a folded word.

    Returns:
        Its consonants by class, without what is hardly heard and without doubles; a dash when it has
        none.
    """
    letters = word
    if is_latin(word):
        spellings = _sounds().spellings
        letters = "".join(spellings.get(part, ("",))[0] for part in _graphemes(word) if part not in _VOWELS)
    key = ""
    for letter in letters.replace("تش", "ش"):
        if (sound := _KEYS.get(letter, "")) and not key.endswith(sound):
            key += sound
    return key or "-"
