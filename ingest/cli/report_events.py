"""The events that a page tells of, asked for with the curated queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from liqaa.ingest.briefing.contents import Contents, Happening, Name, Named, Participant, Words
from liqaa.ingest.cli.names import actor_or_party, as_in_the_graph
from liqaa.ontology.errors import LiqaaError
from liqaa.queries.catalogue import WITHOUT_LIMIT

if TYPE_CHECKING:
    from liqaa.graph.projection.labels import Labels
    from liqaa.graph.stores.store import Store
    from liqaa.ingest.cli.period import Period
    from liqaa.queries.catalogue import Catalogue

MOST_EVENTS = 20_000
"""Of a page; more are no longer read by anybody."""
_AT_ONCE = 2_000
"""Events whose details are asked for in one statement."""
_MOST_SUBJECTS = 4
"""More than these are not listed at the top: what was asked for is."""
_ROLES = ("visitor", "caller", "conferrer", "host", "guest", "callee", "honoree", "party", "attendee")

Row = Mapping[str, object]
Kind = Literal["actor", "party"]

_TIMELINES: Mapping[Kind, tuple[str, str]] = {
    "actor": ("who_met_whom/actor_timeline", "name"),
    "party": ("who_met_whom/party_timeline", "party"),
}
"""The query of the contacts of one, and its parameter for the name."""


class TooManyEventsError(LiqaaError):
    """More events than a page can hold; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page is asked to be about; everything given narrows it.

    Attributes:
        actors: names of actors.
        parties: codes or names of parties.
        pair: two names, each of an actor or a party; empty for no pair.
        period: its days.
    """

    actors: tuple[str, ...]
    parties: tuple[str, ...]
    pair: tuple[str, ...]
    period: Period


@dataclass(frozen=True, slots=True)
class Question:
    """A query of the shelf with its parameters; names among them are in ``asked`` too, with their kind."""

    query: str
    given: Mapping[str, str]
    asked: tuple[tuple[Kind, str], ...] = ()


def contents_of(
    wanted: Wanted, queries: Catalogue, graph: Store, labels: Labels, basis: str | None
) -> Contents:
    """Everything that the page tells.

    Args:
        wanted: what it is about.
        queries: the shelf.
        graph: where to ask.
        labels: what topics are called in both languages.
        basis: when the archive was last brought up to date.

    Raises:
        typer.BadParameter: a name means nobody; the nearest are named.
        TooManyEventsError: no page holds so many events.
    """
    questions = list(_questions(wanted, graph))
    answers = [_event_ids(question, queries, graph) for question in questions]
    event_ids = sorted(frozenset.intersection(*(found for found, _ in answers)))
    if len(event_ids) > MOST_EVENTS:
        raise TooManyEventsError(
            f"{len(event_ids):,} events, and a page holds {MOST_EVENTS:,}: narrow it with --period FROM..TO."
        )
    happenings = _happenings(event_ids, queries, graph, labels)
    meant = [one for _, names in answers for one in names]
    return Contents(
        subjects=tuple(name for _, names in answers for name in _heading(names, happenings)),
        first=wanted.period.get("from"),
        last=wanted.period.get("to"),
        basis=basis,
        subject_ids=frozenset(one.id for group in meant for one in group.members),
        between="actors" if any(group.kind == "actor" for group in meant) else "parties",
        happenings=tuple(happenings),
    )


@dataclass(frozen=True, slots=True)
class _Meant:
    """Those that a name asked for may mean."""

    kind: Kind
    asked: str
    members: tuple[Named, ...]


def _questions(wanted: Wanted, graph: Store) -> Iterator[Question]:
    """One for each name or pair, without limit: every event of the page answers all of them."""
    kinds = [actor_or_party(name, graph) for name in wanted.pair]
    singles: list[tuple[Kind, str]] = [("actor", name) for name in wanted.actors]
    singles += [("party", name) for name in wanted.parties]
    if len(set(kinds)) == 1:
        first, second = wanted.pair
        query = {"actor": "who_met_whom/two_actors", "party": "who_met_whom/two_parties"}[kinds[0]]
        pair = (kinds[0], first), (kinds[0], second)
        given = {"first": first, "second": second, **wanted.period}
        yield Question(query, given if kinds[0] == "actor" else given | WITHOUT_LIMIT, pair)
    else:
        singles += zip(kinds, wanted.pair, strict=True)
    for kind, name in singles:
        query, parameter = _TIMELINES[kind]
        yield Question(query, {parameter: name, **wanted.period, **WITHOUT_LIMIT}, ((kind, name),))
    if not (singles or kinds):
        yield Question("who_met_whom/in_period", {**wanted.period, **WITHOUT_LIMIT})


def _event_ids(
    question: Question, queries: Catalogue, graph: Store
) -> tuple[frozenset[str], tuple[_Meant, ...]]:
    """The events that answer a question, and whom its names mean."""
    query = queries.find(question.query)
    alternatives = as_in_the_graph(query, question.given, graph)
    column = [column.name for column in query.columns].index("event_id")
    event_ids = frozenset(
        str(row[column]) for given in alternatives for row in queries.run(query, graph, given).rows
    )
    names = [parameter.name for parameter in query.parameters if parameter.type in ("actor", "party")]
    meant = tuple(
        _Meant(kind, asked, _members(kind, sorted({given[name] for given in alternatives}), queries, graph))
        for (kind, asked), name in zip(question.asked, names, strict=False)
    )
    return event_ids, meant


def _members(kind: Kind, names: Iterable[str], queries: Catalogue, graph: Store) -> tuple[Named, ...]:
    from liqaa.graph.stores.lookup import written_so

    found = [one for name in names for one in written_so(graph, queries.fold(name), kind)]
    return tuple(dict.fromkeys(Named(one.id, Name(one.name, one.latin)) for one in found))


def _heading(groups: Iterable[_Meant], happenings: Sequence[Happening]) -> Iterator[Name]:
    """Whom the page is about: of several that a name may mean, those who took part in something."""
    present = {who.id for one in happenings for who in one.participants}
    for group in groups:
        there = [one for one in group.members if group.kind == "party" or one.id in present] or group.members
        if len(there) <= _MOST_SUBJECTS:
            yield from (one.name for one in there)
        else:
            yield Name(group.asked)


def _happenings(
    event_ids: Sequence[str], queries: Catalogue, graph: Store, labels: Labels
) -> list[Happening]:
    """The events with all that a page tells of them, in order of time."""
    found = []
    for start in range(0, len(event_ids), _AT_ONCE):
        given = {"events": ",".join(event_ids[start : start + _AT_ONCE])}
        participants = _by_event(_rows("evidence/participants_of_events", given, queries, graph))
        words = _by_event(_rows("evidence/words_of_events", given, queries, graph))
        for row in _rows("evidence/facts_of_events", given, queries, graph):
            event_id = str(row["event_id"])
            found.append(_happening(row, participants[event_id], words[event_id], labels))
    return sorted(found, key=lambda one: (one.date or "9999-99-99", one.id))


def _happening(row: Row, participants: Sequence[Row], words: Sequence[Row], labels: Labels) -> Happening:
    topics = [(topic, labels.topic(topic)) for topic in _texts(row["topic_ids"])]
    place = Name(_text(row["place"]), _text(row["place_latin"]))
    return Happening(
        id=_text(row["event_id"]),
        type=_text(row["type"]),
        subtype=_text(row["subtype"]),
        status=_text(row["status"]),
        date=_text(row["date"]) or None,
        precision=_text(row["precision"]) or None,
        place=place if place.said("ar") else None,
        topics=tuple(Named(topic, Name(label.ar, label.en)) for topic, label in topics),
        disputed=_texts(row["disputed"]),
        reports=int(_text(row["reports"]) or 0),
        participants=_participants(participants),
        words=_words(words),
    )


def _participants(rows: Sequence[Row]) -> tuple[Participant, ...]:
    """Each actor once, in the first of its roles, with every party it represents; principals first."""
    found = []
    for actor_id, group in groupby(rows, key=lambda row: _text(row["actor_id"])):
        told = list(group)
        sides = dict.fromkeys(
            Named(_text(row["party_code"]), Name(_text(row["party"]), _text(row["party_latin"])))
            for row in told
            if row["party_code"]
        )
        role = min((_text(row["role"]) for row in told), key=_rank)
        name = Name(_text(told[0]["who"]) or actor_id, _text(told[0]["latin"]))
        found.append(Participant(actor_id, name, role, tuple(sides)))
    return tuple(sorted(found, key=lambda one: (_rank(one.role), one.id)))


def _words(rows: Sequence[Row]) -> tuple[Words, ...]:
    found = [
        Words(
            quote=_text(row["quote"]),
            source=_text(row["source"]),
            published=_text(row["published"]) or None,
            link=_link(_text(row["link"])),
            confidence=float(_text(row["confidence"]) or 0),
            copied=row["copy_of"] is not None,
        )
        for row in rows
    ]
    # Rows come in the order of report ids; of equally sure reports the first stays first, copies come last.
    return tuple(sorted(found, key=lambda words: (words.copied, -words.confidence)))


def _link(url: str) -> str | None:
    """An address that a browser may follow; anything else, such as a script, is none."""
    return url if url.lower().startswith(("http://", "https://")) else None


def _rank(role: str) -> int:
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)


def _rows(name: str, given: Mapping[str, str], queries: Catalogue, graph: Store) -> list[Row]:
    answer = queries.run(queries.find(name), graph, given)
    names = [column.name for column in answer.columns]
    return [dict(zip(names, row, strict=True)) for row in answer.rows]


def _by_event(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row["event_id"])].append(row)
    return found


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
