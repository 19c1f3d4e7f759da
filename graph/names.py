"""Personal names as they are compared: which words count, and when two spellings are one name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from liqaa.ontology.folding import fold
from rapidfuzz.distance import Levenshtein

# Extraction leaves titles out; these are the ones that slip through at the head of a name.
_TITLES = frozenset(
    {
        "الملك", "الامير", "الاميره", "الشيخ", "الرئيس", "السيد", "السيده", "الدكتور",
        "دكتور", "د", "الجنرال", "المشير", "الفريق", "اللواء", "العميد", "العقيد",
        "السفير", "المهندس", "الحاج", "الركن", "ركن", "اول",
    }
)  # fmt: skip
_SON_OF = frozenset({"بن", "ابن", "بنت"})
_JOINED = frozenset({"عبد", "ابو", "ابي", "ابا", "ام"})
_HOUSE = "ال"
_ALIF = "ا"
_LONG_VOWELS = frozenset("اوي")


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A name's words in comparison form.

    Attributes:
        tokens: folded words without article, titles, the words for "son of" and the house (آل سعود).
        fathers: how many of them are a father's name (the word after بن).
        handles: the words that can stand for the whole name: all but the fathers' names.
    """

    tokens: tuple[str, ...]
    fathers: int
    handles: tuple[str, ...]


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """Read a name as an article gives it.

    Args:
        name: any spelling, such as ``محمد بن سلمان بن عبد العزيز آل سعود``.

    Returns:
        Its words for comparing; no tokens when nothing is left.
    """
    words = _joined(fold(name).split())
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    tokens: list[str] = []
    handles: list[str] = []
    before = ""
    for word in words:
        if before == _HOUSE and tokens:
            before = word
            continue
        if word not in _SON_OF and word != _HOUSE:
            token = _bare(word)
            tokens.append(token)
            if before not in _SON_OF:
                handles.append(token)
        before = word
    return PersonName(tuple(tokens), len(tokens) - len(handles), tuple(handles))


def _joined(words: list[str]) -> list[str]:
    """Words such as ``عبد`` written together with the next, as most papers write them."""
    out: list[str] = []
    for word in words:
        if out and out[-1] in _JOINED:
            out[-1] += word
        else:
            out.append(word)
    return out


def _bare(word: str) -> str:
    """A word without the article, where at least three letters remain."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def alike(left: str, right: str) -> bool:
    """Whether two words are spellings of one: they differ in one long vowel written or left out.

    An alif may come or go in words of four letters (ترمب, ترامب); waw and ya only in longer ones, since
    سلمان and سليمان are two names.
    """
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if len(long) != len(short) + 1 or Levenshtein.distance(short, long) != 1:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return long[at] in _LONG_VOWELS and len(short) >= (4 if long[at] == _ALIF else 6)


def skeleton(token: str) -> str:
    """The consonants of a word: words that are alike share it."""
    return "".join(letter for letter in token if letter not in _LONG_VOWELS)


def shortened(left: str, right: str) -> bool:
    """Whether one given name is the other cut short (جيم for جيمس)."""
    short, long = sorted((left, right), key=len)
    return len(short) >= 3 and 0 < len(long) - len(short) <= 2 and long.startswith(short)


def one_spelling(left: PersonName, right: PersonName) -> bool:
    """Whether two names of equally many words are one name spelt two ways.

    All words but one must be equal. Names with a father's name are spelt by people who know them: there the
    words must be equal.
    """
    if left.tokens == right.tokens:
        return True
    if len(left.tokens) != len(right.tokens) or left.fathers or right.fathers:
        return False
    apart = [i for i, pair in enumerate(zip(left.tokens, right.tokens, strict=True)) if pair[0] != pair[1]]
    if len(apart) != 1:
        return False
    one, other = left.tokens[apart[0]], right.tokens[apart[0]]
    given = apart[0] == 0 and len(left.tokens) > 1 and len(left.tokens[-1]) >= 4
    return alike(one, other) or (given and shortened(one, other))


def within(short: PersonName, long: PersonName) -> bool:
    """Whether a name of two words or more is the other with words left out: same first word, same order."""
    if not 2 <= len(short.tokens) < len(long.tokens) or short.tokens[0] != long.tokens[0]:
        return False
    rest = iter(long.tokens)
    return all(token in rest for token in short.tokens)


def stands_for(short: PersonName, long: PersonName) -> bool:
    """Whether, where both are in sight, the shorter name means the longer one (ماتيس, جيمس ماتيس).

    It must begin with a word that the person is called by, not with the father's name: سلمان بن عبدالعزيز is
    not محمد بن سلمان بن عبدالعزيز.
    """
    if not 0 < len(short.tokens) < len(long.tokens):
        return False
    first, *rest = short.tokens
    return any(alike(first, handle) for handle in long.handles) and set(rest) <= set(long.tokens)


def compatible(left: PersonName, right: PersonName) -> bool:
    """Whether two names may mean one person in two reports of what seems one event."""
    return one_spelling(left, right) or stands_for(left, right) or stands_for(right, left)
