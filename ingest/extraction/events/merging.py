"""Merging: the drafts of an article that tell of one happening become one event."""

from __future__ import annotations

from collections.abc import Iterable

from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.clauses.frames import IN_PERSON, Frame
from liqaa.ingest.extraction.events.drafts import Draft, countries, is_untold, only_states, principals

# Triggers that say what was spoken about, not that anybody met.
_TALKING = frozenset(("discuss-verb", "talks-noun"))
_DAY_LENGTH = len("2024-03-12")
# How many meet who are told apart.
_PAIR = 2


def merge(drafts: Iterable[Draft], cast: Cast) -> list[list[Draft]]:
    """Group the drafts that tell of one happening, in the order of the article, those that imply it last."""
    groups: list[list[Draft]] = []
    known = _namesakes(cast)
    for draft in drafts:
        home = next((g for g in groups if all(_same(draft, other, cast, known) for other in g)), None)
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    return [sorted(group, key=lambda d: d.frame.implied) for group in groups]


def _namesakes(cast: Cast) -> dict[int, int]:
    """Who is named in part of one other's name, of the same party: "ماكرون" to "إيمانويل ماكرون"."""
    named = [e for e in cast.entities if e.kind == "person" and e.name and e.country]
    out = {}
    for entity in named:
        fuller = [e for e in named if e.country == entity.country and {*entity.name} < {*e.name}]
        if len(fuller) == 1:
            out[entity.index] = fuller[0].index
    return out


def _same(a: Draft, b: Draft, cast: Cast, known: dict[int, int]) -> bool:
    title = a.sentence.title or b.sentence.title
    if (
        a.frame.type != b.frame.type
        or not (title or _days_agree(a, b) or _goes_on_ahead(a, b))
        or a.sentence.section != b.sentence.section
    ):
        return False
    if a.frame.type == "visit":
        hosts = [countries(d.frame, cast, "host") for d in (a, b)]
        return hosts[0] == hosts[1] and _same_visitor(a, b, cast, known)
    alike = _statuses_agree(a, b)
    if not (alike or title or is_untold(a) or is_untold(b)) or _leads_to(a, b):
        return False
    if a.frame.type == "honor":
        same_kind = (a.attributes.subtype == "medal") == (b.attributes.subtype == "medal")
        return same_kind and bool(set(a.frame.entities(("honoree",))) & set(b.frame.entities(("honoree",))))
    if _is_with_others(a, b, cast) or _is_with_others(b, a, cast):
        return False
    first, second = ({known.get(e, e) for e in principals(d.frame)} for d in (a, b))
    headed = (a.sentence.title and _nobody_named(first, cast)) or (
        b.sentence.title and _nobody_named(second, cast)
    )
    if headed or only_states(first, cast) or only_states(second, cast):
        return {cast.entities[e].country for e in first} == {cast.entities[e].country for e in second}
    if (
        min(len(first), len(second)) == 2
        and not title
        and max(_parties(first, cast), _parties(second, cast)) > 2
    ):
        return first == second  # two who talk beside a larger meeting
    if first <= second or second <= first:
        return True
    told = a.attributes.status == b.attributes.status or _is_errand_done(a, b)
    return told and (_covers(first, second, cast) or _covers(second, first, cast))


def _is_with_others(a: Draft, b: Draft, cast: Cast) -> bool:
    """Whether those who met in one telling met in another somebody whose party was not there."""
    parties = {cast.entities[e].country for e in a.frame.others}
    return bool(parties) and parties.isdisjoint(cast.entities[e].country for e in principals(b.frame))


def _leads_to(a: Draft, b: Draft) -> bool:
    """Whether a sentence tells of talks and of those which they prepare: "محادثات تمهيدا لقمة"."""
    return a.sentence == b.sentence and a.attributes.prepared != b.attributes.prepared


def _covers(more: set[int], fewer: set[int], cast: Cast) -> bool:
    """Whether everybody of one telling is in another: by himself, or unnamed by somebody of his party."""
    parties = {cast.entities[e].country for e in more}
    shared = bool(fewer & more) or not any(cast.entities[e].name for e in more | fewer)
    return shared and all(
        e in more or (not cast.entities[e].name and cast.entities[e].country in parties) for e in fewer
    )


def _statuses_agree(a: Draft, b: Draft) -> bool:
    """Whether two drafts may tell of one event: what somebody came for took place, a plan was called off."""
    told = {a.attributes.status, b.attributes.status}
    alike = len(told) == 1 or told == {"planned", "cancelled"}
    return alike or _is_errand_done(a, b) or _goes_on_ahead(a, b) or _is_of_the_day(a, b)


def _goes_on_ahead(a: Draft, b: Draft) -> bool:
    """Whether a plan's own sentence goes on in the imperfect: "يلتقي أ ب غدا، حيث يجريان محادثات".

    Or calls it what it will be, so that the same words tell its day: "يلتقي أ ب الخميس في قمة هي الثالثة".
    """
    plans = [d for d in (a, b) if d.attributes.status == "planned"]
    day = plans[0].attributes.date if plans else None
    others = [d for d in (a, b) if d.attributes.status == "occurred"]
    others = [d for d in others if d.attributes.open_tense or (day and _ahead(d) == day)]
    one_each = a.sentence == b.sentence and len(plans) == len(others) == 1
    return one_each and plans[0].frame.first < others[0].frame.first


def _ahead(draft: Draft) -> str | None:
    """The day that the words for a draft's day would tell of what lies ahead."""
    day = draft.attributes.day_ahead
    return day.date if day else None


def _is_of_the_day(a: Draft, b: Draft) -> bool:
    """Whether one tells in the imperfect what the other says was held that day: "تحتضن أ اليوم محادثات".

    Or what the very same people did before: "استقبل أ ب اليوم. ويبحث أ وب التعاون".
    """
    told = {d.attributes.status: d for d in (a, b)}
    if told.keys() != {"planned", "occurred"} or a.frame.type != "talks":
        return False
    plan, held = told["planned"], told["occurred"]
    day, goes_on = held.attributes.date, plan.sentence.index > held.sentence.index
    again = goes_on and plan.attributes.date is None and principals(plan.frame) == principals(held.frame)
    if not plan.attributes.open_tense or plan.attributes.announced or len(day or "") != _DAY_LENGTH:
        return False
    return again or plan.attributes.date == day


def _is_errand_done(a: Draft, b: Draft) -> bool:
    """Whether one tells for what talks somebody came and the other that they were held."""
    errands = any(d.attributes.errand and d.attributes.status == "planned" for d in (a, b))
    told = {a.attributes.status, b.attributes.status} == {"planned", "occurred"}
    return errands and told and a.attributes.salience == b.attributes.salience


def _same_visitor(a: Draft, b: Draft, cast: Cast, known: dict[int, int]) -> bool:
    """Whether two visits are one person's: somebody travels in both, or an unnamed one of his party.

    A delegation that prepares a visit is not the visitor: "توجه وفد إلى أ للإعداد لزيارة الرئيس ب".
    """
    first, second = ({known.get(e, e) for e in d.frame.entities(("visitor",))} for d in (a, b))
    unnamed = any(not any(cast.entities[e].name for e in people) for people in (first, second))
    parties = [{cast.entities[e].country for e in people} for people in (first, second)]
    alike = unnamed and a.attributes.prepared == b.attributes.prepared
    return bool(first & second) or (alike and parties[0] == parties[1])


def _only_bodies(people: set[int], cast: Cast) -> bool:
    """Whether states and organisations alone are named, as headlines do for those who act for them."""
    return all(cast.entities[e].kind in ("state", "organisation") for e in people)


def _nobody_named(people: set[int], cast: Cast) -> bool:
    """Whether a headline names nobody who takes part: "وفد أ يبحث مع ب"."""
    return all(cast.entities[e].kind in ("state", "organisation", "delegation") for e in people)


def _parties(people: set[int], cast: Cast) -> int:
    return len({cast.entities[e].country for e in people})


def _days_agree(a: Draft, b: Draft) -> bool:
    first, second = a.attributes.date, b.attributes.date
    if first is None or second is None:
        return True
    short, long = sorted((first, second), key=len)
    if _is_overdue(a) or _is_overdue(b):
        return True
    same = a.attributes.status == b.attributes.status or _is_left_later(a, b) or _is_left_later(b, a)
    return long.startswith(short) or (a.frame.type == "visit" and same)


def _is_left_later(stay: Draft, departure: Draft) -> bool:
    """Whether a visitor who has come is to leave: "وصل أ أمس إلى ب. ومن المقرر أن يغادر أ ب اليوم"."""
    come = stay.attributes.status == "occurred" and stay.attributes.salience == "main"
    return come and departure.attributes.status == "planned" and departure.frame.rule == "leave-verb"


def _is_overdue(draft: Draft) -> bool:
    """Whether talks ahead or called off are given a day gone by, which is told of something else."""
    told = draft.attributes
    return draft.frame.type == "talks" and told.status != "occurred" and told.elapsed


def without_retellings(groups: list[list[Draft]], cast: Cast) -> list[list[Draft]]:
    """Drop the talks that only retell a call: "يبحثان" of two who rang each other, "محادثات مصرية أردنية".

    And those that a headline makes of a welcome at an airport: "أ يستقبل ب", who had come; and those that
    name together whom somebody met one by one before: "التقى أ ب وج ... وذكر البيان أن أ التقى الوزيرين".
    """
    called = [principals(d.frame) for g in groups for d in g[:1] if d.frame.type == "call"]
    visits = [d.frame for g in groups for d in g if d.frame.type == "visit"]
    talks = (g for g in groups if g[0].frame.type == "talks")
    retold = [
        g for g in talks if any(_retells(g, c, cast) for c in called) or any(_welcomes(g, v) for v in visits)
    ]
    return [g for g in groups if g not in retold and not _sums_up(g, groups)]


def _sums_up(talks: list[Draft], groups: list[list[Draft]]) -> bool:
    """Whether a verb of meeting names together those with whom somebody is told to have met apart before."""
    draft, people = talks[0], principals(talks[0].frame)
    if draft.frame.rule not in IN_PERSON or len(people) <= _PAIR:
        return False
    before = [
        g[0] for g in groups if g[0].frame.rule in IN_PERSON and g[0].sentence.index < draft.sentence.index
    ]
    before = [d for d in before if d.attributes.status == draft.attributes.status]
    pairs = [principals(d.frame) for d in before]
    apart = [pair for pair in pairs if len(pair) == _PAIR and pair < people]
    return len(apart) > 1 and set.union(*apart) == people and bool(set.intersection(*apart))


def _welcomes(talks: list[Draft], visit: Frame) -> bool:
    """Whether talks are but a headline, "أ يستقبل ب", and the body tells that the one welcomed the other.

    What they spoke of then makes it talks all the same.
    """
    headline = all(d.sentence.title and d.frame.rule == "receive-verb" for d in talks)
    there = {f.entity for f in visit.fillers if f.welcomes}
    hosts, guests = (set(talks[0].frame.entities((role,))) for role in ("host", "guest"))
    spoke = any(d.attributes.topics for d in talks)
    return headline and not spoke and bool(there & hosts and guests & set(visit.entities(("visitor",))))


def _retells(talks: list[Draft], call: set[int], cast: Cast) -> bool:
    """Whether talks are a call in other words: spoken about, or of the same parties.

    Of parties alone in a headline, or where the call names nobody: "اتصال بين وزيري خارجية أ وب".
    """
    vague = all(_is_vague(d) for d in talks)
    people = principals(talks[0].frame)
    alike = {cast.entities[e].country for e in people} == {cast.entities[e].country for e in call}
    if all(d.sentence.title for d in talks) and _only_bodies(people, cast):
        return alike
    unnamed = alike and not any(cast.entities[e].name for e in call)
    held = all(d.attributes.status == "occurred" for d in talks)
    return vague and (len(people & call) >= 2 or (unnamed and held))


def _is_vague(talks: Draft) -> bool:
    """Whether talks are told in words that may mean a call; not where a meeting is agreed on in one."""
    guessed = not talks.frame.sure and talks.attributes.status != "planned"
    return talks.frame.rule in _TALKING or talks.attributes.spoken or guessed
