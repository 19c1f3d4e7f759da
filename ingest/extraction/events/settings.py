"""Settings: when and where an event took place and what about, by itself and by the journey it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.days.days import Day
from liqaa.ingest.extraction.events.drafts import Draft, countries, principals
from liqaa.ingest.extraction.events.event_fields import best, status, subtype

V = TypeVar("V")

_DAY_LENGTH = len("2024-03-12")
# Parties of two letters that are no lands.
_BODIES = frozenset(("UN", "EU"))


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where an event took place, and its topics.

    Attributes:
        where: the tokens that name the place.
        ahead: whether the journey on which it takes place is still to come.
        off: whether it was to be on a journey that is called off: "ألغى أ زيارته إلى ب. وكان سيلتقي ج".
    """

    when: Day | None
    where: tuple[int, int] | None
    country: str | None
    topics: frozenset[str]
    ahead: bool = False
    off: bool = False


def settings(groups: list[list[Draft]], cast: Cast, posted: Callable[[str], bool]) -> list[Setting]:
    """The day and place of each group; what a group does not say is taken from the journey it belongs to.

    Talks and honours of a visitor with his hosts take the visit's place, and its day when they have happened.

    Args:
        groups: the drafts of each event.
        cast: whom the article names.
        posted: whether an office, by its key, is held abroad.
    """
    own = [_at_hosts(_own_setting(g), g, cast, posted) for g in groups]
    return [_completed_by_others(i, groups, own, cast, posted) for i in range(len(groups))]


def _completed_by_others(
    i: int, groups: list[list[Draft]], own: list[Setting], cast: Cast, posted: Callable[[str], bool]
) -> Setting:
    group, setting = groups[i], own[i]
    if group[0].frame.type in ("talks", "honor"):
        journey = _journey(i, groups, cast)
        if journey is not None:
            setting = _completed(setting, own[journey], group, groups[journey])
            told = status(groups[journey])
            off = told == "cancelled" and all(_hangs_on(d, groups[journey]) for d in group)
            setting = replace(setting, ahead=told == "planned", off=off)
        country = setting.country or _host_country(group, cast, posted)
        country = country or _land_of_same_sentence(i, groups, own)
        country = country or _companion_land(i, groups, own, cast)
        setting = replace(setting, country=country)
    if setting.when is None and group[0].attributes.status == "occurred":
        news = None if _is_further_stop(i, groups, own, cast) else _news_day(group)
        setting = replace(setting, when=_companion_day(i, groups, own, cast) or news)
    if setting.when is None and group[0].frame.type == "visit" and status(group) == "planned":
        setting = replace(setting, when=_reception_day(i, groups, own, cast))
    return setting


def _hangs_on(draft: Draft, journey: list[Draft]) -> bool:
    """Whether an event is told after a journey, as planned before or as that for which somebody was to go."""
    attributes = draft.attributes
    if draft.sentence.index < min(told.sentence.index for told in journey):
        return False
    return attributes.had_been_planned or attributes.purpose or attributes.status == "cancelled"


def _at_hosts(setting: Setting, group: list[Draft], cast: Cast, posted: Callable[[str], bool]) -> Setting:
    """A setting with the land of those who receive a visitor, where the text names no place of a visit."""
    if group[0].frame.type != "visit" or setting.country is not None:
        return setting
    return replace(setting, country=_host_country(group, cast, posted))


def _own_setting(group: list[Draft]) -> Setting:
    lead = best(group)
    # Who is only to go on to a land has the day of the stop before it in his sentence.
    others = sorted((d for d in group if d is not lead), key=lambda d: not d.frame.sure)
    ordered = [lead, *others]
    planned = status(group) == "planned"
    occurred = status(group) == "occurred"
    by_day = sorted(
        ordered,
        key=lambda d: (
            d.frame.implied,
            d.attributes.elapsed and not occurred,
            occurred and not d.attributes.begins,  # a visit's day is its first
        ),
    )
    by_day = [d for d in by_day if d.attributes.elapsed or not (occurred and d.attributes.errand)]
    by_day = [d for d in by_day if not (planned and d.attributes.undone and d.attributes.elapsed)]
    by_day = [d for d in by_day if not _is_history(d, lead)]
    days = (d.attributes.day_ahead if planned else d.attributes.day for d in by_day)
    when = _most_exact([*(day for day in days if day), *_noted_days(group)])
    named = _first_known(d.attributes if d.attributes.place else None for d in ordered)
    country = named.place_country if named else _first_known(d.attributes.place_country for d in ordered)
    where = named.place if named else None
    retold = _first_known(d.attributes.retold for d in ordered)
    if retold is not None and where is None and country in (None, retold.country):
        where, country = retold
    topics = frozenset[str]().union(*(d.attributes.topics for d in group))
    return Setting(when, where, country, topics)


def _is_history(draft: Draft, lead: Draft) -> bool:
    """Whether a contact is told in passing by a year or month, so that the news is another: "زارها عام 2011".

    An award told again with its year is the same.
    """
    passing = draft.attributes.salience == "background" != lead.attributes.salience
    inexact = len(draft.attributes.date or "") < _DAY_LENGTH
    return passing and inexact and lead.frame.type in ("visit", "talks")


def _journey(i: int, groups: list[list[Draft]], cast: Cast) -> int | None:
    """The visit during which a group took place: its visitor takes part, and somebody of the land visited."""
    people = principals(best(groups[i]).frame)
    parties = {cast.entities[e].country for e in people}
    for j, other in enumerate(groups):
        frame = other[0].frame
        if frame.type != "visit" or other[0].sentence.section != groups[i][0].sentence.section:
            continue
        if other[0].attributes.salience == "background" != groups[i][0].attributes.salience:
            continue
        visitors = {e for draft in other for e in draft.frame.entities(("visitor",))}
        if (
            visitors & people
            and countries(frame, cast, "host") & parties
            and not _is_before(groups[i], other)
        ):
            return j
    return None


def _is_before(group: list[Draft], visit: list[Draft]) -> bool:
    """Whether somebody has met those to whom he is only to go: "التقى أ ب أمس. وسيزور ب الشهر المقبل"."""
    held = group[0].attributes.status == "occurred" and any(d.attributes.past for d in group)
    told = any(d.attributes.announced for d in visit) and not any(d.attributes.past for d in visit)
    return held and told and status(visit) == "planned"


def _is_left(visit: list[Draft]) -> bool:
    """Whether a visit's day is that of the departure."""
    return subtype(visit) == "departure"


def _completed(setting: Setting, visit: Setting, group: list[Draft], drafts: list[Draft]) -> Setting:
    brief = any(d.attributes.brief for d in drafts)
    held = group[0].attributes.status == "occurred" and status(drafts) != "planned"
    same_day = brief or (held and not _is_left(drafts))
    land = visit.country is None or setting.country in (None, visit.country)
    there = setting.where is None and setting.country in (None, visit.country)
    return replace(
        setting,
        when=setting.when or (visit.when.as_told() if same_day and land and visit.when else None),
        where=visit.where if there else setting.where,
        country=setting.country or visit.country,
    )


def _host_country(group: list[Draft], cast: Cast, posted: Callable[[str], bool]) -> str | None:
    """A reception or a visit takes place in the host's land, an honour in the giver's.

    Of an ambassador, or whoever else serves abroad by his office, that is where he gives it: in the other's.
    """
    people = [cast.entities[e] for d in group for e in d.frame.entities(("host", "conferrer"))]
    if group[0].frame.type == "honor" and people and all(posted(person.office_key) for person in people):
        people = [cast.entities[e] for d in group for e in d.frame.entities(("honoree",))]
    hosts = {person.country for person in people} - {None}
    country = next(iter(hosts)) if len(hosts) == 1 else None
    return country if country is not None and len(country) == 2 and country not in _BODIES else None


def _land_of_same_sentence(i: int, groups: list[list[Draft]], own: list[Setting]) -> str | None:
    """The land of a visit that the same sentence tells of one who takes part: "سيصل إلى قطر حيث يلتقي".

    What has been held was not where somebody is only to go, nor where he went then: "التقى أ ب قبل زيارته
    إلى قطر", "بعد أن التقى أ، توجه ب إلى قطر".
    """
    meeting = best(groups[i]).frame
    people = principals(meeting)
    held = status(groups[i]) == "occurred"
    sentences = {d.sentence.index for d in groups[i]}
    for j, other in enumerate(groups):
        frame = best(other).frame
        travels = frame.type == "visit" and set(frame.entities(("visitor",))) & people
        then = frame.rule.endswith("-verb") and frame.first > meeting.first
        to_come = held and (then or status(other) == "planned")
        if travels and not to_come and any(d.sentence.index in sentences for d in other):
            return own[j].country
    return None


def _companion_land(i: int, groups: list[list[Draft]], own: list[Setting], cast: Cast) -> str | None:
    """A land of those who take part where another event has one of them, from abroad or as host."""
    people = principals(best(groups[i]).frame)
    parties = {cast.entities[e].country for e in people}
    told = groups[i][0]
    for j, other in enumerate(groups):
        draft, land = other[0], own[j].country
        if j == i or land not in parties or draft.sentence.section != told.sentence.section:
            continue
        alike = draft.attributes.salience == told.attributes.salience and status(other) == status(groups[i])
        shared = principals(draft.frame) & people
        visited = draft.frame.type == "visit" and bool(shared)
        if alike and (visited or any(cast.entities[e].country != land for e in shared)):
            return land
    return None


def _noted_days(group: list[Draft]) -> list[Day]:
    """The days that later sentences give of an event of the same status; what is off was to be on its day.

    A day gone by is none of what is still to be: "وكان الاجتماع مقررا في فبراير لكنه تأجل".
    """
    told = status(group)
    fitting = {told} if told == "occurred" else {"planned", "cancelled"}
    notes = (d.attributes.note for d in group)
    fits = (n for n in notes if n and n.status in fitting and not (told == "planned" and n.elapsed))
    return [n.day for n in fits if n.day]


def _most_exact(days: list[Day]) -> Day | None:
    """The first day told, or a later telling of it that is more exact: a day of its month."""
    told: Day | None = None
    for day in days:
        if told is None or _is_within(day.date, told.date):
            told = day
    return told


def _is_within(day: str | None, longer: str | None) -> bool:
    """Whether a day or month lies in a month or year."""
    return bool(day and longer) and day != longer and str(day).startswith(str(longer))


def _news_day(group: list[Draft]) -> Day | None:
    """The day of the article's news, of what its first sentences tell but its lead does not."""
    news = _first_known(d.attributes.news for d in group if d.attributes.salience == "main")
    return news.day if news and all(d.sentence.index != news.lead for d in group) else None


def _share_news(draft: Draft, told: Draft, cast: Cast) -> bool:
    """Whether two drafts have a principal in common, and conversations both of their parties."""
    shared = principals(draft.frame) & principals(told.frame)
    if told.frame.type not in ("talks", "call"):
        return bool(shared)
    parties = [{cast.entities[e].country for e in principals(d.frame)} for d in (draft, told)]
    return bool(shared) and len(parties[0] & parties[1]) > 1


def _lead_elsewhere(one: Draft, other: Draft, cast: Cast) -> bool:
    """Whether two drafts are visits to different lands, which a day seldom holds."""
    if not one.frame.type == other.frame.type == "visit":
        return False
    return countries(one.frame, cast, "host").isdisjoint(countries(other.frame, cast, "host"))


def _is_further_stop(i: int, groups: list[list[Draft]], own: list[Setting], cast: Cast) -> bool:
    """Whether the text gives the day on which a visitor is in another land: "وصل إلى أ السبت"."""
    told = groups[i][0]
    dated = (other[0] for other, setting in zip(groups, own, strict=True) if setting.when is not None)
    return any(_share_news(told, one, cast) and _lead_elsewhere(told, one, cast) for one in dated)


def _companion_day(i: int, groups: list[list[Draft]], own: list[Setting], cast: Cast) -> Day | None:
    """The day of an earlier event of the section that shares a principal and is told as the same news."""
    told = groups[i][0]
    if told.attributes.salience != "main" or told.attributes.lately or told.attributes.earlier:
        return None
    for j, other in enumerate(groups):
        draft, when = other[0], own[j].when
        if j == i or when is None or len(when.date or "") < _DAY_LENGTH or _is_left(other):
            continue
        # The noun of a headline tells no tense: the event may be a plan all the same.
        held = draft.attributes.status == status(other) == "occurred"
        current = held and draft.attributes.salience == "main"
        earlier = draft.sentence.index <= groups[i][-1].sentence.index
        together = draft.sentence.section == told.sentence.section
        if current and earlier and together and _share_news(draft, told, cast):
            elsewhere = _lead_elsewhere(draft, told, cast) or (
                told.frame.type == "visit" and own[j].country not in (None, own[i].country)
            )
            return None if elsewhere else when.as_told()
    return None


def _reception_day(i: int, groups: list[list[Draft]], own: list[Setting], cast: Cast) -> Day | None:
    """The day on which a visitor is to be received by those whom he visits, in their land."""
    frame = best(groups[i]).frame
    visitors, lands = set(frame.entities(("visitor",))), countries(frame, cast, "host")
    for other, setting in zip(groups, own, strict=True):
        talks = best(other).frame
        received = talks.type == "talks" and set(talks.entities(("guest",))) & visitors
        if received and status(other) == "planned" and countries(talks, cast, "host") & lands:
            return setting.when and setting.when.as_told()
    return None


def _first_known(values: Iterable[V | None]) -> V | None:
    """The first value that is known."""
    return next((v for v in values if v is not None), None)
