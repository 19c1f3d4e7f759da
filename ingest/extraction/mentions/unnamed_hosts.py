"""Unnamed hosts: officials of no stated land whom a visitor meets where he goes: "زار أ ب والتقى مسؤولين"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.folding import without_article

# Tokens from a meeting to "with", its subject and when between them.
_SUBJECT = 10
# Tokens from a meeting to "during the visit", the visitor between them: "ويلتقي الفريق أ خلال زيارته".
_VISITOR = 4
# Most words of what officials they are.
_WORDS = 4
# Tokens from a verb of visiting to the place, and to the first mention of the sentence.
_VISIT, _VERB = 14, 3
# Kinds of places that are a land or lie in one.
_PLACES = frozenset(("country", "capital", "city"))


def read_hosts(
    knowledge: Knowledge, words: list[str], sentence: Sentence, at: int, before: list[Mention]
) -> Mention | None:
    """The officials met who begin at a token, of the land where their sentence says somebody goes or is.

    Args:
        knowledge: the lexicon.
        words: the folded words of the document.
        sentence: the sentence of the token.
        at: the token.
        before: the mentions read so far.
    """
    begun = _begins(knowledge, words, at, sentence.last)
    if begun is None or not _are_met(knowledge, words, sentence.first, at):
        return None
    clitic, stem, last = begun
    while (further := _begins(knowledge, words, last, sentence.last)) is not None and further[0] == "و":
        last = further[2]  # "كبار المسؤولين والقادة العسكريين"
    if words[last : last + 1] == ["عن"]:
        return None  # "المسؤولين عن التجسس"
    adjective = knowledge.adjectives.match(words, last, clitics=False) if last < sentence.last else None
    unofficial = knowledge.lexicon.offices.unofficial.intersection(words[last : min(last + 2, sentence.last)])
    land = _land_of(knowledge, words, sentence, last, before)
    if land is None or adjective is not None or unofficial:
        return None
    return Mention(at, last, sentence.index, clitic, "delegation", None, ((at, last),), stem, country=land)


def _begins(knowledge: Knowledge, words: list[str], at: int, end: int) -> tuple[str, str, int] | None:
    """The proclitic and the stem of officials of no land who begin at a token, and where they end."""
    lists = knowledge.lexicon.offices
    if at >= end or not knowledge.opens_officials(words[at]):
        return None
    stated = at + any(stem in lists.high for _, stem in readings(words[at]))
    if stated >= end:
        return None
    last = _end(knowledge, words, stated + 1, end)
    of_army = any(without_article(word) in lists.commanders_kinds for word in words[stated + 1 : last])
    hosts = lists.unnamed_hosts | (lists.unnamed_commanders if stated > at or of_army else frozenset())
    for clitic, stem in readings(words[stated]):
        if without_article(stem) in hosts:
            outer = next((c for c, s in readings(words[at]) if s in lists.high), clitic)
            return outer, without_article(stem), last
    return None


def _land_of(
    knowledge: Knowledge, words: list[str], sentence: Sentence, last: int, before: list[Mention]
) -> str | None:
    """The land where whoever meets them is, as the sentence says, or goes, as that before it says."""
    told = [m for m in before if m.sentence == sentence.index]
    land = _land_after(knowledge, words, last, told) or _land(knowledge, words, told)
    described = last < sentence.last and words[last].startswith("ال")  # "المسؤولين الأكراد"
    if land is not None or described or any(m.geo is not None or m.country is not None for m in told):
        return land
    journey = [m for m in before if m.sentence == sentence.index - 1]
    return _land(knowledge, words, journey, goes_there=True)


def _are_met(knowledge: Knowledge, words: list[str], first: int, at: int) -> bool:
    """Whether a meeting or "with" stands before them, with nothing between but words that count them."""
    token, passed = at - 1, knowledge.lexicon.offices.high | knowledge.lexicon.offices.meanwhile | {"من"}
    while token > first and (words[token] in passed or _counts(knowledge, words[token])):
        token -= 1
    if _is_during_visit(knowledge, words, token - 1, first):
        token -= 2
        ends = (_talks_at(knowledge, words, t) for t in range(max(first, token - _VISITOR), token + 1))
        return any(last is not None and last <= token + 1 for last in ends)
    if token < first:
        return False
    if words[token] == "مع":
        verbs = (t for t in range(token - 1, max(first, token - _SUBJECT) - 1, -1))
        return any(_talks_at(knowledge, words, t) is not None for t in verbs)
    return any(_talks_at(knowledge, words, t) == token + 1 for t in range(max(first, token - 1), token + 1))


def _is_during_visit(knowledge: Knowledge, words: list[str], at: int, first: int) -> bool:
    """Whether "during the visit" stands at a token: "وسيلتقي خلال الزيارة كبار المسؤولين"."""
    if at <= first or words[at] not in knowledge.lexicon.syntax.during:
        return False
    match = knowledge.triggers.match(words, at + 1)
    return match is not None and match.value.trigger.id == "visit-noun" and match.last == at + 2


def _talks_at(knowledge: Knowledge, words: list[str], at: int) -> int | None:
    """The token after words of meeting that begin at a token."""
    match = knowledge.triggers.match(words, at)
    return match.last if match is not None and match.value.trigger.type == "talks" else None


def _counts(knowledge: Knowledge, word: str) -> bool:
    return any(stem in knowledge.lexicon.syntax.quantities for _, stem in readings(word))


def _end(knowledge: Knowledge, words: list[str], at: int, end: int) -> int:
    """The token after the words that say what officials they are: "مسؤولين حكوميين رفيعي المستوى"."""
    lists, last = knowledge.lexicon.offices, at
    for token in range(at, min(end, at + _WORDS)):
        word = words[token].removeprefix("ال")
        singular = word.removesuffix("ين").removesuffix("ا")
        known = word in lists.group_links or singular in lists.group_links or singular in lists.complements
        if not known:
            break
        last = token + 1
    while last > at and words[last - 1] in knowledge.lexicon.syntax.prepositions:
        last -= 1  # "المسؤولين في أ", "المسؤولين عن الملف"
    return last


def _land_after(knowledge: Knowledge, words: list[str], at: int, before: list[Mention]) -> str | None:
    """The land of a capital in which they sit: "سيبحث مع المسؤولين في أ"."""
    body = knowledge.geo.match(words, at + 1, clitics=False) if words[at : at + 1] == ["في"] else None
    if body is None or body.value.kind not in ("capital", "country") or body.value.ambiguous:
        return None
    grounds = knowledge.lexicon.events.meeting_grounds
    own = {m.country for m in before if m.kind == "person"}
    return body.value.code if words[at + 1] not in grounds and body.value.code not in own else None


def _land(
    knowledge: Knowledge, words: list[str], before: list[Mention], goes_there: bool = False
) -> str | None:
    """The one land where a sentence says last that somebody goes or is, who is of another.

    Args:
        knowledge: the lexicon.
        words: the folded words of the document.
        before: the mentions of the sentence.
        goes_there: only a verb or noun of going counts, and no word for where somebody is.
    """
    places = [m for m in before if m.geo is not None and m.geo.kind in _PLACES]
    if not places or (len(places) > 1 and places[-1].first - places[-2].last <= 1):
        return None  # "جولة تشمل أ وب للقاء المسؤولين"
    place = places[-1]
    near = range(max(before[0].first - _VERB, place.first - _VISIT), place.first)
    found = (knowledge.triggers.match(words, t) for t in near if t >= 0)
    led = place.clitic.lstrip("وف") in ("ب", "ل") or words[place.first - 1] in ("الي", "في")
    led = led and not goes_there
    goes = led or any(match is not None and match.value.trigger.type == "visit" for match in found)
    own = {m.country for m in before if m.kind == "person"}
    return place.country if goes and place.country not in own else None
