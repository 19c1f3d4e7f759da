"""Tours: where they begin, the stops that they lead to, and lands that are joined."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.lands import governor, land_of
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among, readings

# Words between "تشمل" or "جولة" and the first stop: "تشمل أيضا كلا من مصر" has three.
_NEAR = 4
# Tokens before a stop among which stands that it is a further one.
_ALSO = 2
# Tokens from a visit to how many lands it leads to.
_COUNTED = 8
# Tokens from the verb of beginning to the tour, its subject between them.
_VERB = 14


def tour_start(hit: Hit, clause: Clause) -> list[Argument]:
    """Where a tour begins, beside the verb that says so: "بدأ أ من ب جولة", "جولة واسعة بدأت بأ"."""
    events = clause.knowledge.lexicon.events
    beside = clause.words[max(clause.sentence.first, hit.first - _VERB) : hit.first]
    beside += clause.words[hit.last : min(hit.last + _NEAR, clause.sentence.last)]
    begins = any(is_among(word.removeprefix("س"), events.beginning_verbs) for word in beside)
    if not is_among(clause.words[hit.first], events.tours) or not begins:
        return []
    after = clause.right(hit.last, _NEAR + 4)
    near = [*clause.left(hit.first, _NEAR + 2), *after]
    starts = [a for a in near if land_of(clause, a) and governor(clause, a) in ("من", "ب")][:1]
    return joined_lands(clause, after, after.index(starts[0])) if starts and starts[0] in after else starts


def stop_before(hit: Hit, clause: Clause) -> list[Argument]:
    """The stop of a tour from which somebody moves on: "انتقل من أ إلى ب، المحطة الثانية في جولته"."""
    tours = clause.knowledge.lexicon.events.tours
    if not any(h.first >= hit.last and is_among(clause.words[h.first], tours) for h in clause.hits):
        return []
    return [a for a in clause.right(hit.last, 16) if land_of(clause, a) and a.preposition == "من"][:1]


def tour_station(hit: Hit, clause: Clause) -> list[Argument]:
    """The land said to be a stop of the tour: "أ محطة مهمة في جولة ب"."""
    events = clause.knowledge.lexicon.events
    before = range(max(clause.sentence.first, hit.first - 6), hit.first)
    at = next((t for t in before if clause.words[t] in events.stations), None)
    if at is None or not is_among(clause.words[hit.first], events.tours):
        return []
    lands = [a for a in clause.left(at, 4) if land_of(clause, a) and not a.preposition]
    return lands[:1]


def tour_stops(hit: Hit, clause: Clause) -> list[Argument]:
    """The lands of a tour: "جولة تشمل أ وب", "تشمل جولته أ", "زيارة تقوده إلى أ"; none left out."""
    stop = next_visit(hit, clause)
    if _is_tour_verb(clause, hit.first - 1):
        return _stops_after(clause, hit.last, stop)
    verbs = (t for t in range(hit.last, min(hit.last + 18, stop)) if _is_tour_verb(clause, t))
    told = ((verb, _stops_after(clause, verb + 1, stop)) for verb in verbs)
    led = [found for verb, found in told if found and _leads_to(clause, verb, found[0])]
    return list({a.index: a for found in led for a in found}.values())  # "جولة شملت أ وتشمل ب"


def is_further_stop(hit: Hit, clause: Clause, place: Argument, places: list[Argument]) -> bool:
    """Whether somebody has only set out on a tour that leads on to a land: "غادر أ في جولة تشمل ب وج"."""
    if hit.form.trigger.id not in ("leave-verb", "head-verb"):
        return False
    tours = [h for h in clause.hits if hit.last <= h.first < place.first]
    tours = [h for h in tours if is_among(clause.words[h.first], clause.knowledge.lexicon.events.tours)]
    if not any(tours[0].first < other.first < place.first for other in places if tours):
        return False  # the first stop
    verbs = (t for h in tours for t in range(h.last, place.first) if _is_tour_verb(clause, t))
    return any(clause.words[t].removeprefix("و").startswith(("ت", "ي", "س")) for t in verbs)


def only_leaves(journey: Hit, tour: Hit, clause: Clause) -> bool:
    """Whether a verb tells only what somebody leaves on a tour: "غادر أ ب في جولة", not "غادر أ إلى ب"."""
    between = (a for a in clause.arguments if journey.last <= a.first < tour.first)
    return journey.form.trigger.id == "leave-verb" and not any(a.preposition == "الي" for a in between)


def _leads_to(clause: Clause, verb: int, stop: Argument) -> bool:
    """Whether a tour leads to a stop: "قادتها إلى أ", "تشمل أ"; not "الغارات التي قادتها أ"."""
    leading = clause.words[verb].removeprefix("و") in clause.knowledge.lexicon.events.leading_verbs
    return not leading or stop.preposition == "الي"


def counted_stops(hit: Hit, clause: Clause) -> list[Argument]:
    """The lands named after how many they are: "يزور ثلاث دول هي أ وب", "جولة في دولتين تبدأ بأ ثم ب"."""
    events, words, last = clause.knowledge.lexicon.events, clause.words, clause.sentence.last
    if hit.form.trigger.id not in ("visit-noun", "visit-verb"):
        return []
    near = range(hit.last, min(hit.last + _COUNTED, last))
    at = next((t for t in near if words[t] in events.counted_lands), last)
    naming = events.counted_off | events.beginning_verbs | {":"}
    off = next((t for t in range(at + 1, min(at + _NEAR + 1, last)) if words[t] in naming), last)
    named = any(hit.last <= a.first < off and land_of(clause, a) for a in clause.arguments)
    if named or off == last or clause.hit_between(hit.last, at):
        return []
    stops = [a for a in clause.right(off + 1, _NEAR * 3) if land_of(clause, a)]
    return joined_lands(clause, stops, 0) if stops and stops[0].first - off <= _ALSO else []


def _is_tour_verb(clause: Clause, token: int) -> bool:
    """Whether a word says what a tour leads to."""
    if token < clause.sentence.first or clause.words[token - 1] in ("لا", "لم", "لن"):
        return False
    return clause.words[token].removeprefix("و") in clause.knowledge.lexicon.events.tour_verbs


def _stops_after(clause: Clause, token: int, stop: int) -> list[Argument]:
    """The lands that follow soon after a token: "أيضا أ وب", "ثلاث دول، هي أ وب"."""
    after = [a for a in clause.right(token, 10) if a.first < stop]
    first = next((i for i, a in enumerate(after) if land_of(clause, a)), None)
    if first is None or after[first].preposition not in ("", "الي", "في", "من", "ب"):
        return []
    token = _past_opening(clause, token, after[first].first)
    between = clause.words[token : after[first].first]
    if between and between[-1] in clause.knowledge.lexicon.events.counted_off:
        between = [word for word in between if word not in COMMAS]
    return joined_lands(clause, after, first) if len(between) <= _NEAR and "،" not in between else []


def _past_opening(clause: Clause, token: int, stop: int) -> int:
    """Past whose tour it is, "also", "each" and commas before a stop: "ستشمل جولة ج كذلك، كلا من أ وب"."""
    owner = next((a.last for a in clause.arguments if a.first == token < stop and a.last < stop), token)
    at = owner
    passed = COMMAS | clause.lists.again | clause.lists.each
    while at < stop and clause.words[at] in passed:
        at += 1
    return at if at > owner else token


def next_visit(hit: Hit, clause: Clause) -> int:
    """Where the next noun of a visit, which has a goal of its own, or what the visit is for begins."""
    later = (h.first for h in clause.hits if h.first >= hit.last and h.form.trigger.pattern == "visit-noun")
    stop = next(later, clause.sentence.last)
    aims = clause.knowledge.lexicon.events.aims
    return next((t for t in range(hit.last, stop) if clause.words[t] in aims), stop)


def joined_lands(clause: Clause, arguments: list[Argument], position: int) -> list[Argument]:
    """The argument at a position with the lands joined to it, also past what is said of one of them."""
    chain = clause.chain(arguments, position)
    lands = chain[:1] + [a for a in chain[1:] if land_of(clause, a)]
    after = arguments[arguments.index(chain[-1]) + 1 :]
    if after and (
        _is_past_relative(clause, lands[-1].last, after[0]) or _goes_on(clause, lands[-1], after[0])
    ):
        return lands + joined_lands(clause, after, 0)
    return lands


def _goes_on(clause: Clause, land: Argument, argument: Argument) -> bool:
    """Whether a tour leads on to a land: "أ ثم ب", "أ الأحد وبعدها إلى ب", "غادر أ ب في اتجاه ج"."""
    between = [word for word in clause.words[land.last : argument.first] if word not in COMMAS]
    led = [word.removeprefix("و") for word in between if not clause.tells_when(word)]
    heads = argument.preposition in clause.lists.headings
    leads = (heads or argument.preposition in ("", "ب", "الي")) and land_of(clause, argument) is not None
    on = _onward(clause) | {argument.preposition, *(("في",) if heads else ())}
    return leads and bool(led) and all(word in on for word in led)


def _onward(clause: Clause) -> frozenset[str]:
    """Words between two stops that say that the second comes later."""
    events = clause.knowledge.lexicon.events
    return clause.lists.then | events.closing_verbs | events.later_stops


def leads_on(clause: Clause, first: int, last: int) -> bool:
    """Whether a word between two stops says that the second comes later: "ثم", "ويختتمها".

    Args:
        clause: the sentence.
        first: the token after one stop.
        last: the first token of the other.
    """
    on = _onward(clause)
    return any(clause.words[t].removeprefix("و") in on for t in range(first, last))


def is_later_stop(clause: Clause, place: Mention) -> bool:
    """Whether a land follows another on a tour of which the beginning is told.

    Such as the second of "يبدأ الأحد جولة تشمل أ وب", "سيزور اعتبارا من اليوم أ وب".

    Args:
        clause: the sentence.
        place: the land as it is named.
    """
    events = clause.knowledge.lexicon.events
    begun = (clause.words[t] for t in range(clause.sentence.first, place.first) if t not in clause.inside)
    if not any(_begins(word, clause) for word in begun):
        return False
    before = [a for a in clause.arguments if a.last <= place.first and land_of(clause, a)]
    joined = any(a.joined for a in clause.arguments if a.first == place.first)
    also = any(word in events.likewise for word in clause.words[place.first - _ALSO : place.first])
    return bool(before) and (joined or also)


def _begins(word: str, clause: Clause) -> bool:
    """Whether a word says where or when a tour begins."""
    events = clause.knowledge.lexicon.events
    stems = {stem.removeprefix("س") for _, stem in readings(word)}
    return not stems.isdisjoint(events.beginning_verbs | events.tour_openings)


def _is_past_relative(clause: Clause, end: int, argument: Argument) -> bool:
    """Whether a land is joined past a relative clause about the one before: "أ التي تشهد أزمة، وب"."""
    relative = end < argument.first and clause.words[end] in clause.lists.relatives
    joined = argument.joined and not argument.preposition and clause.words[argument.first - 1] in COMMAS
    return relative and joined and land_of(clause, argument) is not None
