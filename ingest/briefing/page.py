"""The page itself: one HTML file without scripts or outside resources, to be opened, mailed or printed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from jinja2 import Environment, StrictUndefined
from liqaa.ingest.briefing import pictures
from liqaa.ingest.briefing.contents import Contents, Happening, Language
from liqaa.ingest.briefing.counting import STATUSES, TYPES, day_of
from liqaa.ingest.briefing.pictures import Picture
from liqaa.ingest.briefing.wording import Wording, packed
from liqaa.ontology.vocabulary import Vocabulary
from markupsafe import Markup, escape

TABLE_BYTES = 2_700_000
"""Room for the words of the table, so that the whole page stays below 3 MB."""
_ROW_BYTES = 380
"""What a row takes besides its own words."""
_MOST_NAMED = 8
_LONGEST_QUOTE = 700


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, in the language of the page."""

    day: str
    month: str
    type: str
    kind: str
    status: str
    status_label: str
    place: str
    who: str
    topics: str
    disputed: bool
    quote: str
    source: str
    published: str
    link: str | None
    more: str

    @property
    def size(self) -> int:
        """Bytes that it takes, about."""
        words = (self.who, self.topics, self.quote, self.source, self.place, self.link or "")
        return _ROW_BYTES + sum(len(word.encode()) for word in words)


def page(contents: Contents, vocabulary: Vocabulary, language: Language) -> str:
    """The page of some events.

    Args:
        contents: the events, and what was asked for.
        vocabulary: gives the labels of types and subtypes.
        language: of everything but the quotes.

    Returns:
        A whole HTML document, everything from articles escaped: equal contents give equal bytes.

    Raises:
        NoVegaError: the library that draws is not installed.
    """
    say = Wording(language)
    contents = _legible(contents)
    events = contents.happenings
    shown = _that_fit([(one, _row(one, vocabulary, language, say)) for one in events])
    written: str = _template("page.html").render(
        language=language,
        style=Markup(packed("page.css")),
        say=say,
        heading=say.joined.join(dict.fromkeys(name.said(language) for name in contents.subjects))
        or say.everybody,
        period=_period(contents, say),
        basis=_basis(contents, say),
        events=events,
        figures=_figures(contents, say),
        statuses=[
            (status, f"{count:,}", say(status))
            for status in STATUSES
            if (count := sum(one.status == status for one in events))
        ],
        types=[
            (kind, vocabulary.types[kind].label(language))
            for kind in TYPES
            if any(one.type == kind for one in events)
        ],
        pictures=_pictures(contents, language, say) if events else [],
        months=[(month, list(rows)) for month, rows in groupby(shown, key=lambda row: row.month)],
        not_shown=say("not_shown", count=f"{len(events) - len(shown):,}") if len(shown) < len(events) else "",
        sources=_sources(events, say),
    )
    return written


def _figures(contents: Contents, say: Wording) -> list[tuple[str, str]]:
    events = contents.happenings
    parties = {side.id for one in events for who in one.participants for side in who.sides}
    sources = {words.source for one in events for words in one.words if words.source}
    counts = (
        (len(events), say.events),
        (sum(one.reports for one in events), say.reports),
        (len(sources), say.sources),
        (len(parties), say.parties),
    )
    return [(f"{count:,}", label) for count, label in counts]


def _sources(events: Iterable[Happening], say: Wording) -> list[tuple[str, int]]:
    counted = Counter(words.source or say.unknown_source for one in events for words in one.words)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _pictures(contents: Contents, language: Language, say: Wording) -> list[dict[str, object]]:
    """Each figure that shows something: title, and picture and note for each kind of screen."""
    undated = sum(day_of(one) is None for one in contents.happenings)
    notes: tuple[tuple[str, Callable[..., Picture | None], Callable[[Picture], Sequence[str]]], ...] = (
        (
            "timeline",
            pictures.timeline,
            lambda drawn: (
                say("timeline_note", step=say(f"step_{drawn.step}")),
                say("undated", count=undated) if undated else "",
            ),
        ),
        (
            "network",
            pictures.network,
            lambda drawn: (
                say.network_note,
                say("left_out", count=f"{drawn.left_out:,}") if drawn.left_out else "",
            ),
        ),
        (
            "topics",
            pictures.topics_by_time,
            lambda drawn: (say("topics_note", step=say(f"step_{drawn.step}")),),
        ),
    )
    found: list[dict[str, object]] = []
    for name, draw, note in notes:
        drawn = [picture for room in pictures.ROOMS if (picture := draw(contents, language, room))]
        shown = [
            {
                "screen": picture.room.name,
                "svg": _labelled(picture.svg, say(name)),
                "note": " ".join(filter(None, note(picture))),
            }
            for picture in drawn
        ]
        if shown:
            found.append({"id": name, "title": say(name), "pictures": shown})
    return found


def _labelled(svg: str, label: str) -> Markup:
    """A picture that says to those who cannot see it what it is."""
    return Markup(svg.replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1))


def _row(one: Happening, vocabulary: Vocabulary, language: Language, say: Wording) -> Row:
    words = one.words[0] if one.words else None
    subtype = vocabulary.subtypes[one.type].get(one.subtype)
    kind = vocabulary.types[one.type].label(language)
    if subtype and one.subtype != "other":
        kind = f"{kind} · {subtype.label(language)}"
    return Row(
        day=one.day or "—",
        month=one.day[:7] if one.day else say.undated_heading,
        type=one.type,
        kind=kind,
        status=one.status,
        status_label=say(one.status),
        place=one.place.said(language) if one.place else "",
        who=_who(one, language, say),
        topics=_list(language, (topic.name.said(language) for topic in one.topics)),
        disputed=bool(one.disputed),
        quote=_cut(words.quote) if words else "",
        source=(words.source if words else "") or say.unknown_source,
        published=(words.published if words else None) or "",
        link=words.link if words else None,
        more=_more(one, say),
    )


def _more(one: Happening, say: Wording) -> str:
    """How many reports there are beside the one whose words are shown, and how many of them are copies."""
    if not one.words or one.reports < 2:
        return ""
    copies = sum(words.copied for words in one.words)
    return say("more_with_copies" if copies else "more_reports", count=one.reports - 1, copies=copies)


def _who(one: Happening, language: Language, say: Wording) -> str:
    """The participants, each with its party where the name does not hold it."""
    named = []
    for who in one.participants[:_MOST_NAMED]:
        name = who.name.said(language)
        sides = [said for side in who.sides if (said := side.name.said(language)) not in name]
        named.append(f"{name} ({_list(language, sides)})" if sides else name)
    if len(one.participants) > _MOST_NAMED:
        named.append(say("others", count=len(one.participants) - _MOST_NAMED))
    return _list(language, dict.fromkeys(named))


def _that_fit(rows: Sequence[tuple[Happening, Row]]) -> list[Row]:
    """The rows that there is room for: those of the events most told of, in order of time."""
    ranked = sorted(range(len(rows)), key=lambda at: (-rows[at][0].reports, at))
    taken, room = set(), TABLE_BYTES
    for at in ranked:
        room -= rows[at][1].size
        if room < 0:
            break
        taken.add(at)
    return [row for at, (_, row) in enumerate(rows) if at in taken]


def _period(contents: Contents, say: Wording) -> str:
    first, last = (day and _isolated(day) for day in (contents.first, contents.last))
    if first and last:
        return say("period", first=first, last=last)
    if first:
        return say("since", first=first)
    return say("until", last=last) if last else say.all_time


def _basis(contents: Contents, say: Wording) -> str:
    if contents.basis:
        return say("basis", basis=_isolated(f"{contents.basis[:16].replace('T', ' ')} UTC"))
    days = [words.published for one in contents.happenings for words in one.words if words.published]
    return say("no_basis", basis=_isolated(max(days))) if days else ""


def _isolated(day: str) -> str:
    """A day that stays in its own order of characters, whatever the text around it is."""
    return f"\u2066{day}\u2069"


def _list(language: Language, parts: Iterable[str]) -> str:
    return ("، " if language == "ar" else ", ").join(parts)


def _cut(quote: str) -> str:
    """A quote, at most some lines of it, cut between words."""
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return quote[:_LONGEST_QUOTE].rpartition(" ")[0] + " …"


def _legible(value: Any) -> Any:
    """The same record with a space for every character that no page can show."""
    if isinstance(value, str):
        return "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in value)
    if isinstance(value, tuple):
        return tuple(map(_legible, value))
    if hasattr(value, "__dataclass_fields__"):
        return type(value)(**{name: _legible(getattr(value, name)) for name in value.__dataclass_fields__})
    return value


def _template(name: str) -> Any:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(packed(name))
