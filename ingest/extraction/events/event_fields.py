"""Fields of an event that several drafts tell of: who took part, how far along it is, what it was."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.clauses.frames import Filler, Frame
from liqaa.ingest.extraction.events.drafts import Draft, countries, is_untold, only_states, principals
from liqaa.ontology.model import Status

_ONE_SIDED = {"host": 2, "guest": 2, "caller": 2, "callee": 2, "party": 1}
_VAGUE = {"visit": "other", "talks": "meeting", "call": "phone", "honor": "other"}


def best(group: list[Draft]) -> Draft:
    """The draft whose sentence is the evidence: of the body, with every role read from it, earliest.

    Not one that tells in passing of what was on another day, where the headline alone tells the news.
    """
    told = [d for d in group if d.attributes.salience == "main"]
    news = bool(told) and all(d.sentence.title for d in told)
    return min(
        group,
        key=lambda d: (
            news and d.attributes.salience == "background" and d.attributes.date is not None,
            d.sentence.title,
            not d.frame.sure,
            -len(principals(d.frame)),
            d.sentence.index,
        ),
    )


def _named(frame: Frame, cast: Cast) -> bool:
    return not only_states(principals(frame), cast)


def fillers(group: list[Draft], cast: Cast, officials: frozenset[str]) -> list[Filler]:
    """The participants of a group: those of its fullest draft, with the most telling role of each.

    Args:
        group: the drafts that tell of one event.
        cast: everybody in the article.
        officials: words for officials of whom none is named, who are left out beside one who is.
    """
    fullest = max(
        group,
        key=lambda d: (
            _named(d.frame, cast),
            len(principals(d.frame)),
            sum(bool(cast.entities[e].name) for e in principals(d.frame)),
            sum(cast.entities[e].kind != "state" for e in principals(d.frame)),
            not d.attributes.errand,
            d.frame.sure,
            not d.sentence.title,
            -d.sentence.index,
        ),
    )
    roles: dict[int, str] = {}
    for draft in group:
        for f in draft.frame.fillers:
            if _ONE_SIDED.get(f.role, 0) > _ONE_SIDED.get(roles.get(f.entity, ""), 0):
                roles[f.entity] = f.role
    out = [Filler(f.entity, roles.get(f.entity, f.role), f.mention) for f in fullest.frame.fillers]
    if any(f.role in ("host", "guest") for f in out) and any(f.role == "party" for f in out):
        out = _sided(fullest.frame.fillers, group, cast)
    return [f for f in out if not _is_beside_named(f, out, cast, officials)]


def _is_beside_named(filler: Filler, fillers: list[Filler], cast: Cast, officials: frozenset[str]) -> bool:
    """Whether somebody is an official of whom no name is told, beside one of his side: "التقى أ ومسؤولين"."""
    entity = cast.entities[filler.entity]
    others = (cast.entities[f.entity] for f in fillers if f.role == filler.role)
    unnamed = entity.kind == "delegation" and entity.office_key in officials
    return unnamed and any(e.kind == "person" and e.country == entity.country for e in others)


def _sided(parties: list[Filler], group: list[Draft], cast: Cast) -> list[Filler]:
    """The fullest telling with the sides of another that says whose land receives whose; else as it is."""
    hosts, guests = (
        set[str | None]().union(*(countries(d.frame, cast, role) for d in group))
        for role in ("host", "guest")
    )
    lands = {cast.entities[f.entity].country for f in parties}
    if not hosts or hosts & guests or not lands <= hosts | guests:
        return list(parties)
    return [replace(f, role="host" if cast.entities[f.entity].country in hosts else "guest") for f in parties]


def status(group: list[Draft]) -> Status:
    """Occurred when a sentence of the body says so; a headline's imperfect tells no tense."""
    if any(d.sentence.title and d.attributes.status == "cancelled" for d in group):
        return "cancelled"
    body = [d for d in group if not d.sentence.title] or group
    if any(d.attributes.status == "planned" or _is_noted(d, "planned") for d in body):
        body = [d for d in body if not d.attributes.undone]
    told = [
        d.attributes.status
        for d in body
        if not (is_untold(d) or d.attributes.errand or _is_tenseless(d, body) or _is_to_begin(d))
    ]
    if not told and any(_is_noted(d, "planned") for d in group):
        return "planned"
    told = told or [d.attributes.status for d in body]
    if _is_called_off(body):
        return "cancelled"
    if any(d.frame.future for d in body) and not any(_is_firm(d) for d in body):
        return "planned"
    return "occurred" if "occurred" in told else told[0]


def _is_called_off(body: list[Draft]) -> bool:
    """Whether an event is told as called off, and else only as what had been planned: "كان من المقرر أن".

    Also where it is told as called off before the news, if nothing else is told of it.
    """
    if all(d.attributes.status == "cancelled" for d in body):
        return True
    off = any(_is_noted(d, "cancelled") for d in body)  # "كان من المقرر أن يزور أ ب. لكن الزيارة ألغيت"
    off = off or any(d.attributes.status == "cancelled" and not d.attributes.undone for d in body)
    return off and all(d.attributes.status == "cancelled" or d.attributes.had_been_planned for d in body)


def _is_noted(draft: Draft, status: Status) -> bool:
    """Whether a later sentence adds that an event is to be, or is called off."""
    note = draft.attributes.note
    return note is not None and note.status == status


def _is_to_begin(draft: Draft) -> bool:
    """Whether an imperfect tells a visit without its day that, as a later sentence says, is to be."""
    told, note = draft.attributes, draft.attributes.note
    begins = note is not None and note.status == "planned" and note.begins
    return begins and draft.frame.type == "visit" and told.open_tense and told.date is None


def _is_tenseless(draft: Draft, body: list[Draft]) -> bool:
    """Whether the bare noun of a visit tells no tense, as another sentence tells of it as a plan.

    Or that of what is still to treat something: "ويعد لقاء أ بب مهما، ومن المقرر أن يتناول اللقاء ج".
    """
    bare = (
        draft.frame.rule.endswith("-noun")
        and draft.attributes.status == "occurred"
        and draft.attributes.date is None
        and not draft.attributes.past
    )
    note = draft.attributes.note
    ahead = note is not None and note.status == "planned" and note.day is None
    announced = draft.frame.rule == "visit-noun" and any(d.attributes.announced for d in body)
    return bare and (ahead or announced)


def _is_firm(draft: Draft) -> bool:
    """Whether a draft tells what has occurred in words that tell no future: not by an imperfect verb."""
    return draft.attributes.status == "occurred" and not (is_untold(draft) or draft.attributes.open_tense)


def subtype(group: list[Draft]) -> str:
    """The most telling subtype of a group."""
    vague = _VAGUE[group[0].frame.type]
    told = [d.attributes.subtype for d in group if d.attributes.subtype != vague]
    order = ("official", "working", "arrival", "departure", "reception", "summit", "negotiation")
    told.sort(key=lambda s: order.index(s) if s in order else len(order))
    return told[0] if told else vague
