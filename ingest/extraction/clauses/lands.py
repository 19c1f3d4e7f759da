"""Lands: what stands for a land that somebody can travel to, and what else says that it is visited."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import is_among, readings

# Words that may stand between a preposition and the place: "في شمال شرق الصين" is three.
_DIRECTIONS = 3
# Words for what is visited before the land in which it lies.
_WITHIN = 8
# Tokens before the noun of a visit among which stands "where": "من أ حيث يقوم بزيارة".
_CARRIED = 8
# Prepositions, folded, that say where somebody is.
_WHERE = frozenset(("من", "في", "ب"))


def land_of(clause: Clause, argument: Argument) -> Geo | None:
    """What an argument stands for if somebody can travel there: no body, no palace that means its owner."""
    geo = clause.cast.mentions[argument.index].geo
    return None if geo is None or geo.kind in ("organisation", "metonym") else geo


def held_by(clause: Clause, mention: Mention) -> str | None:
    """The authority that holds a place on the article's day."""
    phrase = f" {' '.join(clause.words[mention.first : mention.last]).removeprefix(mention.clitic)} "
    held = next((row for place, row in clause.knowledge.held.items() if f" {place} " in phrase), None)
    if held is None or (clause.document.article.date or "9999") < held[1]:
        return None
    return held[0] if mention.country in (held[0], held[2]) else None


def home_of(clause: Clause, place: Argument) -> frozenset[str | None]:
    """The parties at home in a place: who holds it, else its land and those who live under its state."""
    mention = clause.cast.mentions[place.index]
    holder = held_by(clause, mention)
    if holder is not None or mention.geo is None:
        return frozenset((holder,))
    land = mention.geo.country or mention.geo.code
    return frozenset((mention.geo.code, land, *clause.knowledge.inside.get(land, ())))


def governor(clause: Clause, argument: Argument) -> str:
    """The preposition of a place, also across words such as مدينتي: "إلى مدينتي عدن والمكلا"."""
    if argument.preposition == "من" and clause.words[argument.first - 2] in clause.lists.each:
        before = clause.words[argument.first - 3]
        return before if before in clause.lists.prepositions else ""
    parts = clause.words[max(clause.sentence.first, argument.first - _DIRECTIONS) : argument.first - 1]
    if argument.preposition == "من" and parts and is_among(parts[0], clause.knowledge.lexicon.events.parts):
        before = clause.words[argument.first - _DIRECTIONS - 1]
        return before if before in clause.lists.prepositions else ""
    if argument.preposition:
        return argument.preposition
    heads = clause.knowledge.lexicon.events.place_heads
    for token in range(argument.first - 1, max(clause.sentence.first, argument.first - _DIRECTIONS) - 1, -1):
        word = clause.words[token]
        led = next((clitic for clitic, stem in readings(word)[1:] if stem in heads), "")
        if led.lstrip("وف"):
            return led.lstrip("وف")  # "لمدينة أ", "بولاية أ"
        if word not in heads:
            return word if word in clause.lists.prepositions and token < argument.first - 1 else ""
    return ""


def antecedents(hit: Hit, clause: Clause) -> list[Argument]:
    """The lands that a relative clause is about: "من أ وب اللتين زارهما", "العاصمة أ التي وصل إليها"."""
    at = hit.first - 1
    if not has_object(hit, clause) or at <= clause.sentence.first:
        return []
    if clause.words[at] not in clause.lists.relatives:
        return []
    near = [a for a in clause.left(at, 2)[:1] if land_of(clause, a)]
    first = clause.arguments.index(near[0]) if near else 0
    while (
        near and first > 0 and clause.arguments[first].joined and land_of(clause, clause.arguments[first - 1])
    ):
        first -= 1
    return [a for a in clause.arguments[first:] if a.last <= at and land_of(clause, a)] if near else []


def of_speaker(hit: Hit, clause: Clause) -> list[Argument]:
    """The land whose word opens a sentence, as the goal of a journey: "أعلنت كندا أن أ سيزورها".

    Of a land or city, which is feminine, the verb is, too.
    """
    if not (clause.words[hit.first].endswith("ها") or clause.words[hit.last : hit.last + 1] == ["اليها"]):
        return []
    lands = [a for a in clause.left(hit.first) if land_of(clause, a)]
    if len(lands) != 1 or lands[0].preposition or lands[0].first - 1 != clause.sentence.first:
        return []
    verb = clause.words[clause.sentence.first].removeprefix("و")
    return lands if verb.endswith("ت") or verb.startswith("ت") else []


def where_told(hit: Hit, clause: Clause) -> list[Argument]:
    """Where somebody speaks, being on a visit there: "من القاهرة حيث يقوم بزيارة رسمية، قال أ"."""
    first = max(clause.sentence.first, hit.first - _CARRIED)
    onward = next((t for t in range(first, hit.first) if clause.words[t] in clause.lists.onward), None)
    if onward is None or clause.hit_between(onward, hit.first):
        return []
    near = [a for a in clause.left(onward, 1) if land_of(clause, a)]
    return [a for a in near if governor(clause, a) in _WHERE]


def receiving(hit: Hit, clause: Clause) -> list[Argument]:
    """The land or city that awaits, sees or calls off a visit: "تترقب بغداد غدا زيارة أ"."""
    verbs = clause.knowledge.lexicon.events.receiving_lands
    heads = clause.knowledge.lexicon.events.city_heads
    for argument in clause.left(hit.first, _DIRECTIONS)[:1]:
        at = argument.first - 1
        at -= at > clause.sentence.first and clause.words[at] in heads  # "شهدت العاصمة أ زيارة"
        verb = clause.words[at] if at >= clause.sentence.first else ""
        between = (word for word in clause.words[argument.last : hit.first] if word not in COMMAS)
        timed = all(clause.tells_when(word) for word in between)
        if land_of(clause, argument) and not argument.preposition and is_among(verb, verbs) and timed:
            return [argument]
    return []


def has_object(hit: Hit, clause: Clause) -> bool:
    """Whether a verb of going has a pronoun for its goal: "زارها", "وصل إليها"."""
    if hit.form.trigger.pattern not in ("visit", "arrive"):
        return False
    after = clause.words[hit.last] if hit.last < clause.sentence.last else ""
    finite = hit.form.trigger.id in ("visit-verb", "arrive-verb")  # no "متوجها"
    return after in ("اليها", "اليه") or (finite and clause.words[hit.first].endswith(("ها", "هما")))


def inside(hit: Hit, clause: Clause) -> list[Argument]:
    """Where something lies that is visited: "زار أ مخيما في ب", "وصل إلى قاعدة بمحافظة ب"."""
    last = hit.last
    for argument in clause.right(hit.last):
        if argument.preposition == "مع" or clause.hit_between(hit.last, argument.first):
            return []
        if land_of(clause, argument) and _governs_inside(clause, argument):
            thing = clause.words[_past_time(clause, last) : _leading(clause, argument)]
            if len(thing) <= _WITHIN and _is_visited(hit, clause, thing):
                return [argument]
        body = clause.cast.mentions[argument.index].kind == "organisation"
        goes = argument.preposition == "الي"
        last = argument.first - goes if body else argument.last  # "إلى مقر الحلف في ب": it is visited
    return []


def _past_time(clause: Clause, token: int) -> int:
    """Past when, commas around it, before the thing visited: "زار أ، أمس السبت، ضريحا في ب"."""
    words, at = clause.words, token
    while at < clause.sentence.last and (words[at] in COMMAS or clause.tells_when(words[at])):
        at += 1
    return at if at > token and words[token] in COMMAS else token


def _leading(clause: Clause, argument: Argument) -> int:
    """The token of the preposition that leads to a place, before what kind of place it is: "في مدينة أ"."""
    at = argument.first - 1
    while at > clause.sentence.first and clause.words[at] in clause.knowledge.lexicon.events.place_heads:
        at -= 1
    return at


def _is_visited(hit: Hit, clause: Clause, words: list[str]) -> bool:
    """Whether words before "in" name what is visited: the object of the verb, or after إلى or ل."""
    events = clause.knowledge.lexicon.events
    leads = hit.form.trigger.id == "visit-verb" or any(word == "الي" or word[0] == "ل" for word in words)
    if hit.form.trigger.pattern == "arrive" or hit.form.trigger.id == "arrive-noun":
        seats = clause.knowledge.lexicon.events.seats  # "وصل إلى السلطة في أ" is no journey
        leads = leads and any(word in seats for word in words)
    one = all(word.isalpha() and word.removesuffix("ا") not in events.former for word in words)
    return leads and one and "في" not in words and any(not clause.tells_when(word) for word in words[:-1])


def _governs_inside(clause: Clause, argument: Argument) -> bool:
    """Whether "in" leads to a place, also before the province or town it is: "بمحافظة أ"."""
    before = clause.words[argument.first - 1]
    province = before.startswith("ب") and before[1:] in clause.knowledge.lexicon.events.place_heads
    return province or governor(clause, argument) in ("في", "ب")
