"""Latin forms of Arabic names and offices: as the register writes them, else transliterated.

The standard is the one that ``lexicon/latin.yml`` describes: ALA-LC without signs, as newspapers write.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from liqaa.graph.actors.spellings import alike
from liqaa.graph.agreement import commonest
from liqaa.ontology import lexicon
from liqaa.ontology.folding import fold, without_article
from liqaa.ontology.lexicon_parties import Holder

_ARTICLE = "ال"
_HOUSE = "آل"
_SERVANT = "عبد"
_VOWELS = frozenset("aiu")
_GLIDES = {"و": "w", "ي": "y"}
_ALIFS = frozenset("اآى")
_LONG = _ALIFS | frozenset(_GLIDES)


@lru_cache(maxsize=100_000)
def latin_name(name: str) -> str:
    """A name in Latin letters.

    Args:
        name: as articles write it.

    Returns:
        Words known from the lexicon or the register as they are usually written, the others spelt letter by
        letter; empty when there is no letter.
    """
    words = name.replace("_", " ").replace("#", " ").replace("-", " ").split()
    out: list[str] = []
    at = 0
    while at < len(words):
        joined = fold("".join(words[at : at + 2]))
        if fold(words[at]) == _SERVANT and joined in _known_words():
            out.append(_known_words()[joined])
            at += 1
        elif words[at] == _HOUSE and at:
            out.append("Al")
        elif latin := _word(words[at]):
            out.append(latin)
        at += 1
    return " ".join(out)


@lru_cache(maxsize=20_000)
def latin_office(office: str) -> str:
    """An office in English where the register has its title, else in Latin letters."""
    return _titles().get(fold(office)) or latin_name(office)


def _word(word: str) -> str:
    """One word in Latin letters, its article set off."""
    folded = fold(word)
    if folded in _known_words():
        return _known_words()[folded]
    rest = without_article(folded)
    if rest != folded:
        return "al-" + (_known_words().get(rest) or _spelt(word[word.index("ل") + 1 :]))
    return _spelt(word)


def _spelt(word: str) -> str:
    """A word letter by letter; an a parts two consonants unless the first closes a syllable.

    It closes one after a vowel, but for the last two consonants of a word after a written waw or ya: Zaynab.
    """
    sounds = list(filter(None, map(_sound, " " + word, word, word[1:] + " ")))
    out, closes = "", False
    for at, sound in enumerate(sounds):
        if at == 0 or _is_vowel(sounds[at - 1]) or _is_vowel(sound):
            closes = bool(out) and out[-1] in _VOWELS and not (at == len(sounds) - 2 and out[-1] != "a")
        elif closes:
            closes = False
        else:
            out += "a"
            closes = True
        if not (_is_vowel(sound) and out.endswith(sound)):
            out += sound
    return out[:1].upper() + out[1:]


def _sound(before: str, letter: str, after: str) -> str:
    """What a letter sounds like; waw and ya are consonants at the beginning of a word and by a vowel."""
    if letter in _GLIDES and (before == " " or before in _LONG or after in _ALIFS):
        return _GLIDES[letter]
    letters = lexicon.load().latin.letters
    return letters.get(letter) or letters.get(fold(letter), letter if letter.isascii() else "")


def _is_vowel(sound: str) -> bool:
    return sound in _VOWELS


@cache
def _known_words() -> dict[str, str]:
    """How a folded word is usually written: by the lexicon, else by most names of the register."""
    lists = lexicon.load()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for holder in {
        (holder.name_ar, holder.name_latin): holder
        for sheet in lists.register
        for office in sheet.offices
        for holder in office.holders
    }.values():
        for arabic, latin in _side_by_side(holder):
            counts[arabic][latin] += 1
    known = {word: commonest(found) for word, found in counts.items()}
    return known | {fold(word): spellings[0] for word, spellings in lists.latin.words.items()}


def _side_by_side(holder: Holder) -> Iterator[tuple[str, str]]:
    """The words of a holder's two names that sound alike, where both have equally many."""
    articles = lexicon.load().latin.articles
    arabic = [without_article(word) for word in fold(holder.name_ar).split() if word != _ARTICLE]
    latin = [word for word in holder.name_latin.replace("-", " ").split() if fold(word) not in articles]
    if len(arabic) == len(latin):
        for one, other in zip(arabic, latin, strict=True):
            if len(one) > 2 and alike(one, fold(other)):
                yield one, other


@cache
def _titles() -> dict[str, str]:
    """English titles of the register's offices, by folded Arabic title; the most frequent of several."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sheet in lexicon.load().register:
        for office in sheet.offices:
            counts[fold(office.title_ar)][office.title_en] += 1
    return {title: commonest(found) for title, found in counts.items()}
