"""Destinations: the lands that a visit's trigger says were travelled to."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.lands import (
    antecedents,
    governor,
    has_object,
    inside,
    land_of,
    of_speaker,
    receiving,
    where_told,
)
from liqaa.ingest.extraction.status.plans import past_plan
from liqaa.ingest.extraction.text.document import QUOTES
from liqaa.ingest.extraction.text.phrasebook import is_among, readings
from liqaa.ingest.extraction.visits.homeward import is_left_from
from liqaa.ingest.extraction.visits.timed_journeys import past_time
from liqaa.ingest.extraction.visits.tours import (
    counted_stops,
    joined_lands,
    next_visit,
    stop_before,
    tour_start,
    tour_station,
    tour_stops,
)

# Words between where somebody is and the presence of him there: "وجوده في العاصمة أ".
_DIRECTLY = 2
# Words between a verb or a tour and the place it leads to.
_NEAR = 4
# Tokens from a trigger to its goal, and from a verb of visiting, besides those that tell when.
_GOAL_REACH, _VERB_REACH = 24, 16
# Tokens from the place of talks to the visit on which they were held.
_REACH = 6
# Tokens from the noun of a visit in quotation marks to the closing one: "زيارة عمل رسمية".
_QUOTED = 4
# Tokens from a visit to the body that is visited, the visitor between them.
_BODY = 16
_TO_BODIES = frozenset(("visit-noun", "visit-verb", "arrive-noun", "arrive-verb"))


def destinations(hit: Hit, clause: Clause) -> list[Argument]:
    """The lands or cities travelled to: after إلى or ل, or as the verb's object; then those of the tour.

    Args:
        hit: a trigger of a visit.
        clause: its sentence.

    Returns:
        One argument for each land, in the order of the text.
    """
    noun = hit.form.trigger.pattern == "visit-noun"
    found = antecedents(hit, clause)
    if is_among(clause.words[hit.first], clause.knowledge.lexicon.events.inspecting_verbs):
        return _one_for_each_land(clause, _inspected(hit, clause) or inside(hit, clause))
    if found or has_object(hit, clause):
        return _one_for_each_land(clause, found or of_speaker(hit, clause))
    found = counted_stops(hit, clause) or _goals(hit, clause)
    if noun:
        found = tour_start(hit, clause) + found
        found = found + [a for a in tour_stops(hit, clause) if a not in found]
        if not found:
            found = inside(hit, clause) if hit.form.trigger.id in ("visit-noun", "arrive-noun") else []
            found = (
                found
                or where_told(hit, clause)
                or receiving(hit, clause)
                or _stays(hit, clause)
                or tour_station(hit, clause)
                or _present(hit, clause)
            )
            found = found or _returned_from(hit, clause) or _met_at(hit, clause)
    elif hit.form.trigger.id in ("visit-verb", "arrive-verb") and not found:
        found = inside(hit, clause)
    elif hit.form.trigger.id == "head-verb" and found:
        found = found + stop_before(hit, clause)
    return _one_for_each_land(clause, found or _body(hit, clause))


def _inspected(hit: Hit, clause: Clause) -> list[Argument]:
    """The base or port by whose name a land is known: "تفقد أ قاعدة ب", not "تفقد أ ب"."""
    heads = clause.knowledge.lexicon.events.place_heads
    return [a for a in _goals(hit, clause) if {clause.words[a.first - 1], clause.words[a.first]} & heads]


def _body(hit: Hit, clause: Clause) -> list[Argument]:
    """The body of states visited, where no land is said: "زيارة أ للأمم المتحدة", "زار أ مقر الحلف"."""
    trigger = hit.form.trigger
    if trigger.id not in _TO_BODIES:
        return []
    right = clause.right(after_relative(hit, clause) if trigger.pattern == "visit-noun" else hit.last, _BODY)
    for position, argument in enumerate(right):
        geo = clause.cast.mentions[argument.index].geo
        if clause.hit_between(hit.last, argument.first):
            return []  # "يبدأ أ جولته بزيارة إلى ب لحضور اجتماع لمجلس ج"
        if position == 0 and trigger.id == "arrive-verb" and not people_among([argument]):
            return []  # "وصل التقرير إلى مجلس الأمن"
        if geo is not None and geo.kind == "organisation":
            goal = _goal(hit, clause, argument, hit.last) - {"ب", "في"}
            named = governor(clause, argument) in goal or _is_object(hit, clause, right, position)
            return [argument] if named else []
    return []


def after_relative(hit: Hit, clause: Clause) -> int:
    """Past "التي يقوم بها", which ties a visit to its agent and goal, or a quotation of what it is called."""
    quoted = hit.first > clause.sentence.first and clause.words[hit.first - 1] in QUOTES
    for token in range(hit.last, min(hit.last + _QUOTED, clause.sentence.last)) if quoted else ():
        if clause.words[token] in QUOTES:
            return token + 1  # "في "زيارة عمل" إلى أ"
    for token in range(hit.last, min(hit.last + 5, clause.sentence.last)):
        if clause.words[token] in ("التي", "الذي") and clause.sentence.last > token + 1:
            return past_plan(token + 1, clause)
        if past_plan(token, clause) != token:
            return past_plan(token, clause)  # "زيارة كان من المقرر أن يقوم بها إلى أ"
        if token in clause.inside:
            break
    return hit.last


def _returned_from(hit: Hit, clause: Clause) -> list[Argument]:
    """Where somebody was on a visit from which he came back: "عاد إلى أ قادما من ب بعد زيارة"."""
    events = clause.knowledge.lexicon.events
    after = clause.words[hit.first - 1] in clause.lists.temporal or clause.words[hit.first - 1] == "ختام"
    before = clause.words[clause.sentence.first : hit.first]
    if (
        hit.form.trigger.id != "visit-noun"
        or not after
        or not any(is_among(w, events.returns) for w in before)
    ):
        return []
    near = clause.left(hit.first, 12)
    return [a for a in near if land_of(clause, a) and governor(clause, a) == "من"][:1]


def _present(hit: Hit, clause: Clause) -> list[Argument]:
    """Where somebody is on a visit: "الموجود في أ في زيارة رسمية"."""
    if clause.words[hit.first - 1] != "في" or hit.form.trigger.id != "visit-noun":
        return []
    near = [a for a in clause.left(hit.first, 1) if land_of(clause, a)]
    return [a for a in near if governor(clause, a) in ("في", "ب")]


def _met_at(hit: Hit, clause: Clause) -> list[Argument]:
    """Where talks are held on a visit of which no more is said: "التقى أ ب في ج، في زيارة نادرة"."""
    if clause.words[hit.first - 1] != "في" or hit.form.trigger.id != "visit-noun":
        return []
    if not any(h.form.trigger.type == "talks" and h.last <= hit.first for h in clause.hits):
        return []
    near = [a for a in clause.left(hit.first, _REACH) if land_of(clause, a)]
    return [a for a in near if governor(clause, a) in ("في", "ب")][:1]


def _goals(hit: Hit, clause: Clause) -> list[Argument]:
    """What إلى or another preposition of the goal governs, or the object."""
    pattern = hit.form.trigger.pattern
    start = hit.last
    if pattern == "visit-noun":
        start = past_time(hit, clause) or after_relative(hit, clause)
    stop = next_visit(hit, clause) if pattern == "visit-noun" else clause.sentence.last
    over = clause.lists.temporal if hit.form.trigger.id == "head-verb" else frozenset()
    reach = _VERB_REACH + _time_told(clause, start) if pattern == "visit" else _GOAL_REACH
    right = [a for a in clause.right(start, reach, over) if a.first < stop]
    if hit.form.trigger.id == "leave-noun":
        onward = [a for a in right if governor(clause, a) == "الي" and land_of(clause, a) is not None]
        right = onward[:1] or right  # "قبل مغادرته أ إلى ب"
    if hit.form.trigger.id == "leave-verb":
        right = _left_and_sought(hit, clause, right)
    for position, argument in enumerate(right):
        geo = clause.cast.mentions[argument.index].geo
        if pattern == "arrive" and geo and geo.kind == "organisation" and argument.preposition == "الي":
            return []  # "وصل إلى مقر المحكمة للتحقيق في ما جرى بأ"
        if land_of(clause, argument) is None and not _is_seat_entered(hit, clause, argument):
            continue
        if _is_in_office(clause, argument):
            continue
        since = right[position - 1].last if position else start
        led = pattern == "visit" and governor(clause, argument) == "الي"
        if led and clause.hit_between(hit.last, argument.first):
            return []  # "يزور أ مقر المنتخب قبل مغادرة اللاعبين إلى ب"
        goal = _goal(hit, clause, argument, since)
        if governor(clause, argument) in goal or _is_object(hit, clause, right, position):
            return joined_lands(clause, right, position)
    return []


def _time_told(clause: Clause, first: int) -> int:
    """How many of the tokens after a trigger tell when: "يزور أ، من 3 أيار/مايو إلى 5 منه، كلا من ب وج"."""
    after = clause.words[first : min(first + _GOAL_REACH, clause.sentence.last)]
    return sum(word == "/" or word.isdigit() or clause.tells_when(word) for word in after)


def _left_and_sought(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """What is left and where to, past whoever leaves: "غادر القاهرة أ إلى ب"."""
    sought = {"الي"} | clause.lists.headings
    lands = [a for a in right if land_of(clause, a)]
    onward = [a for a in lands[1:] if governor(clause, a) in sought]
    between = bool(onward) and clause.hit_between(hit.last, onward[0].first)
    if not onward or between or lands[0].preposition or lands[0].first > hit.last + 1:
        return right
    home = clause.cast.mentions[lands[0].index].country
    own = any(a.entity and a.entity.country == home for a in people_among(right) if a.first < onward[0].first)
    return right[right.index(onward[0]) :] if own else right


def _is_in_office(clause: Clause, argument: Argument) -> bool:
    """Whether a land is that of an office: "منذ انتخابه رئيسا للولايات المتحدة"."""
    before = clause.words[argument.first - 1]
    office = clause.knowledge.offices.match([before.removesuffix("ا")], 0, clitics=False)
    return argument.preposition == "ل" and before.endswith("ا") and office is not None


def _goal(hit: Hit, clause: Clause, argument: Argument, since: int) -> frozenset[str]:
    """The prepositions that a trigger's destination takes; ``since`` is the end of what stands before it."""
    trigger = hit.form.trigger
    settling = clause.knowledge.lexicon.events.settling_verbs
    if any(stem.removeprefix("س") in settling for _, stem in readings(clause.words[hit.first])):
        return frozenset(("الي", "ب", "في", "علي"))
    if trigger.id == "presence-noun":
        return frozenset(("في", "ب")) if argument.first - since <= _DIRECTLY else frozenset()
    if trigger.id in ("stop-verb", "stay-verb"):
        calls_at = "عرج" in clause.words[hit.first]
        return frozenset(("علي",) if calls_at else ("في", "ب"))
    if trigger.id == "land-verb":
        words = [word for word in clause.words[since : argument.first] if word.isalpha()]
        apart = sum(not clause.tells_when(word) for word in words)  # "يحط أ الرحال، يوم غد الخميس، في ب"
        return frozenset(("في", "ب", "الي")) if apart <= _NEAR else frozenset()
    if trigger.pattern == "visit-noun":
        tour = is_among(clause.words[hit.first], clause.knowledge.lexicon.events.tours)
        near = argument.first - since <= _NEAR
        through = tour and near and not clause.hit_between(hit.last, argument.first)
        return frozenset(("الي", "ل", "في")) if through else frozenset(("الي", "ل"))
    if trigger.pattern == "arrive":
        right = clause.right(hit.last, 16)
        near = argument.first == hit.last or (
            argument in right and _follows_subject(hit, clause, right, right.index(argument))
        )
        return clause.lists.headings | {"الي", "ب", *(("ل",) if near else ())}
    if trigger.pattern == "leave":
        return clause.lists.headings | {"الي", *(("من",) if is_left_from(clause, argument) else ())}
    return frozenset(("الي",))


def _is_object(hit: Hit, clause: Clause, right: list[Argument], position: int) -> bool:
    """Whether a place is the object of the verb or genitive of the noun: "زار أ ب", "زيارة ب"."""
    argument = right[position]
    pattern = hit.form.trigger.pattern
    if hit.form.trigger.id == "stay-verb":
        return False  # "حيث يتواجد أ": who is there
    each = argument.preposition == "من" and not governor(clause, argument)  # "زار كلا من أ وب"
    if (argument.preposition and not each) or argument.joined:
        return False
    if pattern == "visit-noun":
        return _adjacent(hit, clause, right, position)
    if clause.words[argument.first - 1] in clause.knowledge.lexicon.events.place_heads:
        return not governor(clause, argument)  # not "وصل أ، الرجل القوي في شرق ب، إلى ج"
    if pattern == "arrive":
        return argument.first == hit.last or _follows_subject(hit, clause, right, position)
    since = [word for word in clause.words[hit.last : argument.first] if not _is_during(word, clause)]
    if len(since) <= 2 or position > 0:
        return True
    dates = clause.knowledge.lexicon.dates
    times = (
        clause.lists.each,
        clause.lists.day_openers,
        dates.next,
        dates.past,
        dates.near_times,
        ("من", "في"),
    )
    # "سيزور اعتبارا من اليوم كلا من أ وب", "سيزور في الأيام المقبلة أ"
    return all(clause.tells_when(word) or any(word in words for words in times) for word in since)


def _is_during(word: str, clause: Clause) -> bool:
    """Whether a word only says when: "زار خلالها أ", "زار خلال الأيام الماضية أ"."""
    return word in clause.lists.during or word.removesuffix("ها") in clause.lists.during


def _follows_subject(hit: Hit, clause: Clause, right: list[Argument], position: int) -> bool:
    """Such as "وصل أ، قبل قليل، القاهرة": only the subject and when stand between the verb and the goal."""
    before = right[position - 1] if position else None
    person = before is not None and before.entity is not None and before.entity.kind == "person"
    if before is None or not person or before.preposition or before.first > hit.last + 1:
        return False
    since = clause.words[before.last : right[position].first]
    return all(not word.isalpha() or clause.tells_when(word) for word in since)


def _adjacent(hit: Hit, clause: Clause, right: list[Argument], position: int) -> bool:
    """Such as "زيارة واشنطن", "زيارة الرئيس واشنطن": nothing but the visitor stands between."""
    previous_end = right[position - 1].last if position else hit.last
    gap = clause.words[previous_end : right[position].first]
    free = position == 0 or not right[position - 1].preposition
    if clause.hit_between(hit.last, right[position].first):
        return False  # "جولته في اليوم الذي يزور فيه أ ب"
    return free and all(word in clause.knowledge.lexicon.events.place_heads for word in gap)


def _stays(hit: Hit, clause: Clause) -> list[Argument]:
    """Where somebody is during "زيارة ل" himself: the place that في governs in the sentence."""
    right = clause.right(hit.last)[:1]
    if not any(a.preposition == "ل" and a.entity and a.entity.kind == "person" for a in right):
        return []
    places = [a for a in clause.arguments if governor(clause, a) in ("في", "ب")]
    return [a for a in places if clause.cast.mentions[a.index].geo is not None][:1]


def _is_seat_entered(hit: Hit, clause: Clause, argument: Argument) -> bool:
    """Such as "زيارته إلى البيت الأبيض", "زار أ البيت الأبيض": the seat stands for its land.

    Who arrives there came to office.
    """
    geo, trigger = clause.cast.mentions[argument.index].geo, hit.form.trigger.id
    if geo is None or geo.kind != "metonym":
        return False
    if argument.preposition == "الي":
        return trigger in ("visit-noun", "arrive-verb")
    before = argument.first - 1  # not "يزور أ ب، قال البيت الأبيض", "زيارة أ لتسليم ب للحكومة"
    beside = before in clause.inside or before <= hit.last or clause.tells_when(clause.words[before])
    if argument.preposition == "ل":
        return beside and trigger == "visit-noun"
    return beside and not argument.preposition and trigger in ("visit-noun", "visit-verb")


def _one_for_each_land(clause: Clause, arguments: list[Argument]) -> list[Argument]:
    """The first argument of each land."""
    first: dict[str, Argument] = {}
    for argument in arguments:
        geo = clause.cast.mentions[argument.index].geo
        if geo is not None:
            first.setdefault(geo.code, argument)
    return list(first.values())
