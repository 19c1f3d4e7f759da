"""When two spellings are one name, in Arabic, in Latin letters and across both."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from liqaa.graph.actors.names import HOUSE, PersonName, person_name
from liqaa.graph.actors.sounds import distance, is_latin
from liqaa.ontology import lexicon
from liqaa.ontology.folding import fold


@cache
def _rows() -> dict[str, frozenset[str]]:
    """The known names that a folded word may be, in either script."""
    rows: dict[str, set[str]] = {}
    for arabic, spellings in lexicon.load().latin.words.items():
        for form in (arabic, *spellings):
            rows.setdefault(_plain("".join(person_name(form).tokens)), set()).add(arabic)
    return {word: frozenset(known) for word, known in rows.items()}


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    """What a short form of a given name stands for, folded."""
    short = lexicon.load().latin.short
    return {fold(one): tuple(map(fold, full)) for one, full in short.items()}


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    """A word without the accents of its letters."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _known(left: str, right: str) -> bool | None:
    """Whether two words are one known name or two; None when one of them is not known."""
    one, other = _rows().get(_plain(left)), _rows().get(_plain(right))
    return bool(one & other) if one and other else None


def alike(left: str, right: str, *, native: bool = False, lenient: bool = False) -> bool:
    """Whether two words are spellings of one, in either script.

    Words of one script are two names when both are known as such (سلمان, سليمان); else a long vowel may come
    or go in words that are long enough, and foreign sounds may be written with other letters.

    Args:
        left: a token of a name.
        right: another.
        native: the word is Arabic and has no foreign sounds.
        lenient: the other words of the names are compared too, so that shorter words may differ as much.
    """
    if left == right:
        return True
    known = _known(left, right)
    if known is not None:
        return known
    size = min(len(left), len(right))
    if is_latin(left) or is_latin(right):
        return distance(left, right) <= (0.35 if size < 4 else 0.55 if size < 6 else 0.8)
    if size < 4 or not _one_ending(left, right) or (native and len(left) == len(right)):
        return False
    return distance(left, right) <= (0.8 if size >= 6 else 0.6 if lenient else 0.4)


def _one_ending(left: str, right: str) -> bool:
    """Whether two Arabic words end in one letter, in consonants, or in an alif and a ha."""
    ends = {left[-1], right[-1]}
    return len(ends) == 1 or not ends & set("اويه") or ends == {"ا", "ه"}


def is_given(word: str) -> bool:
    """Whether a folded word is a known given name, which many people bear."""
    return _plain(word) in _rows()


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
    return _word_alike(left, right, apart[0], apart[0])


def _word_alike(left: PersonName, right: PersonName, at: int, to: int, *, lenient: bool = True) -> bool:
    """Whether a word of one name is the word of the other spelt otherwise."""
    one, other = left.tokens[at], right.tokens[to]
    native = one in left.articled or other in right.articled
    if alike(one, other, native=native, lenient=lenient and len(left.tokens) > 1):
        return True
    if native and left.latin != right.latin:
        return _alike_with_article(left, right, one, other)
    if at == to == 0 and len(left.tokens) > 1 and len(right.tokens) > 1:
        return _one_given_name(one, other)
    return False


def _alike_with_article(left: PersonName, right: PersonName, one: str, other: str) -> bool:
    """Whether the Latin word has the article in it (Elaraby, Albusaidi)."""
    return alike(one, HOUSE + other) if left.latin else alike(HOUSE + one, other)


def _one_given_name(left: str, right: str) -> bool:
    """Whether one given name is the other's short form, a listed one or the other cut short."""
    forms = _short_forms()
    if any(alike(full, right) for full in forms.get(left, ())):
        return True
    if any(alike(full, left) for full in forms.get(right, ())):
        return True
    one_script = is_latin(left) == is_latin(right)
    return one_script and _known(left, right) is None and shortened(left, right)


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


def matches(left: PersonName, right: PersonName) -> bool:
    """Whether two names, in either script, may both be what one person is called.

    The words must sound alike one by one, or the names run together; the shorter may leave words out, but
    not the first, unless it is a surname alone.
    """
    return any(
        _match(one, other)
        for one in _with_and_without_house(left)
        for other in _with_and_without_house(right)
    )


def _with_and_without_house(name: PersonName) -> list[PersonName]:
    """A name, and a Latin one without the word after al, which may be the house (Al Saud) or a surname."""
    last = name.tokens[-1:]
    if not (name.latin and name.fathers and len(name.tokens) > 2 and last[0] in name.articled):
        return [name]
    return [name, PersonName(name.tokens[:-1], name.fathers, name.handles[:-1], name.articled)]


def _match(left: PersonName, right: PersonName) -> bool:
    """Whether two names match as they stand."""
    if not left.tokens or not right.tokens:
        return False
    short, long = sorted((left, right), key=lambda name: (len(name.tokens), name))
    if len(short.tokens) == len(long.tokens):
        if short.fathers and long.fathers and not (short.latin or long.latin):
            return short.tokens == long.tokens
        if all(_word_alike(short, long, at, at) for at in range(len(short.tokens))):
            return True
    elif len(short.tokens) == 1:
        return any(alike(short.tokens[0], handle) for handle in long.handles)
    elif _left_out(short, long):
        return True
    return _run_together(short, long)


def _left_out(short: PersonName, long: PersonName) -> bool:
    """Whether the shorter name is the longer with words left out, each spelt alike."""
    if not _word_alike(short, long, 0, 0, lenient=False):
        return False
    at = 1
    for to in range(1, len(long.tokens)):
        if at < len(short.tokens) and _word_alike(short, long, at, to, lenient=False):
            at += 1
    return at == len(short.tokens)


def _run_together(left: PersonName, right: PersonName) -> bool:
    """Whether two names differ only in where their words end (شي جين بينغ, Xi Jinping)."""
    one, other = "".join(left.tokens), "".join(right.tokens)
    if not (left.latin or right.latin):
        return one == other
    return len(left.tokens) != len(right.tokens) and distance(one, other) <= 0.8
