"""Why an event is in the graph: the articles that report it, with the words that say so marked.

The page is static: one file without scripts or outside resources, to be opened, mailed or printed.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from string import Template
from typing import TYPE_CHECKING

from liqaa.ingest.extraction import confidence
from liqaa.ontology import lexicon
from liqaa.ontology.model import Article, Field, Report, Span
from liqaa.ontology.vocabulary import Vocabulary

if TYPE_CHECKING:
    from liqaa.ingest.morphology import Morphology

COLOURS = {
    "name": "#bfe3c0",
    "office": "#c9dcf7",
    "date": "#f6cfe0",
    "place": "#e0d2f5",
    "mention": "#dfe7cf",
}
MARK = (
    '<mark class="entity" style="background: {bg}">{text}<bdi class="label">{caption}</bdi>{kb_link}</mark>'
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One article and what it says of the event.

    Attributes:
        article: as the archive has it.
        report: one of its reports.
        copy_of: the newspaper whose words or whole text it repeats, None where it is nobody's copy.
    """

    article: Article
    report: Report
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article that became a field of the report.

    Attributes:
        span: where it stands.
        kind: name, office, date, place or mention.
        caption: what to write beside it, in Arabic.
    """

    span: Span
    kind: str
    caption: str


def marks(telling: Telling, vocabulary: Vocabulary) -> tuple[Mark, ...]:
    """The marks of one article in the order of the text; the earlier or longer of two that overlap stays."""
    report = telling.report
    found: list[Mark] = []
    for participant in report.participants:
        role = vocabulary.roles[report.type][participant.role].ar
        if participant.name_span:
            found.append(Mark(participant.name_span, "name", role))
        if participant.office_span:
            found.append(Mark(participant.office_span, "office", f"منصب {role}"))
        if participant.mention and not (participant.name_span or participant.office_span):
            found.append(Mark(participant.mention, "mention", role))
    for words, kind, caption in ((report.date_text, "date", "التاريخ"), (report.place, "place", "المكان")):
        if words and (span := locate(words, telling)):
            found.append(Mark(span, kind, caption))
    return _without_overlaps(found)


def locate(words: str, telling: Telling) -> Span | None:
    """Where words of the report stand: in the evidence if they are there, else their first place."""
    article, evidence = telling.article, telling.report.evidence_span
    start = article.words(evidence).find(words)
    if start >= 0:
        start += evidence.start
        return Span(evidence.field, start, start + len(words))
    fields: tuple[tuple[Field, str], ...] = (("text", article.text), ("title", article.title))
    for field, text in fields:
        if (start := text.find(words)) >= 0:
            return Span(field, start, start + len(words))
    return None


def page(
    event_id: str, tellings: Sequence[Telling], vocabulary: Vocabulary, morphology: Morphology | None = None
) -> str:
    """The page of an event.

    Args:
        event_id: id of the event, shown in the heading.
        tellings: one for each article that reports it, at least one, in the order to show.
        vocabulary: gives the Arabic labels.
        morphology: asked for a second opinion on every name, where there is one.

    Returns:
        A whole HTML document, everything from the articles escaped.
    """
    first = tellings[0]
    heading = first.article.title or first.report.evidence
    template = Template(files("liqaa.ingest").joinpath("explain.html").read_text(encoding="utf-8"))
    return template.substitute(
        title=html.escape(heading),
        heading=html.escape(heading),
        summary=html.escape(f"{headline(first.report, vocabulary)} · {counted(tellings)}"),
        event_id=html.escape(event_id),
        articles="\n".join(_article(telling, vocabulary, morphology) for telling in tellings),
    )


def counted(tellings: Sequence[Telling]) -> str:
    """How many articles there are in Arabic, and how many of them are copies."""
    copies = sum(telling.copy_of is not None for telling in tellings)
    return f"عدد المقالات: {len(tellings)}" + (f"، منها منسوخة: {copies}" if copies else "")


def copied(telling: Telling) -> str:
    """Whose copy an article is, in Arabic; empty where it is nobody's."""
    return f"نسخة من {telling.copy_of}" if telling.copy_of else ""


def headline(report: Report, vocabulary: Vocabulary) -> str:
    """Type, subtype and status of a report in Arabic."""
    labels = (
        vocabulary.types[report.type].ar,
        vocabulary.subtypes[report.type][report.subtype].ar,
        vocabulary.statuses[report.status].ar,
    )
    return " · ".join(labels)


def fields(
    report: Report, vocabulary: Vocabulary, morphology: Morphology | None = None
) -> tuple[tuple[str, str], ...]:
    """The fields of a report as Arabic label and value, those without a value left out."""
    day = f"{report.date or 'غير معروف'} («{report.date_text}»)" if report.date_text else report.date
    rows = [("النوع", headline(report, vocabulary))]
    for participant in report.participants:
        words = (participant.name, participant.office, participant.country)
        rows.append(
            (vocabulary.roles[report.type][participant.role].ar, "، ".join(filter(None, words)) or "؟")
        )
    rows += [
        ("التاريخ", day or ""),
        ("المكان", "، ".join(filter(None, (report.place, report.place_country)))),
        ("الموضوعات", "، ".join(vocabulary.topic_label(topic, "ar") for topic in report.topics)),
        ("الأهمية", vocabulary.saliences[report.salience].ar),
        ("القاعدة", report.rule),
        *_reasons(report),
    ]
    if morphology:
        names = dict.fromkeys(participant.name for participant in report.participants if participant.name)
        rows += [(f"رأي ثانٍ في «{name}»", _second_opinion(name, morphology)) for name in names]
    return tuple((label, value) for label, value in rows if value)


def _reasons(report: Report) -> list[tuple[str, str]]:
    """How sure the report is, and what speaks for and against it, the weightiest first."""
    if not report.signals:
        return []
    weighed = confidence.load().reasons(report.signals)
    told = [(_signal(signal), weight) for signal, weight in weighed]
    return [
        ("الثقة", f"{report.confidence:.2f}"),
        ("مما يؤيد", "؛ ".join(words for words, weight in told if weight > 0)),
        ("مما يضعف", "؛ ".join(words for words, weight in told if weight < 0)),
    ]


def _signal(signal: str) -> str:
    """A signal in words; that of a trigger with the trigger's id."""
    name, _, detail = signal.partition(":")
    words = lexicon.signals()[name].ar if name in lexicon.signals() else name
    return f"{words} ({detail})" if detail else words


def _second_opinion(name: str, morphology: Morphology) -> str:
    """What the analyser thinks of each word of a name."""
    verdicts = {True: "اسم علم", False: "ليس اسم علم", None: "كلمة غير معروفة"}
    words = []
    for opinion in morphology.opinions(name):
        readings = f" ({', '.join(opinion.parts_of_speech)})" if opinion.parts_of_speech else ""
        words.append(f"{opinion.word}: {verdicts[opinion.proper_noun]}{readings}")
    return "؛ ".join(words)


def _article(telling: Telling, vocabulary: Vocabulary, morphology: Morphology | None) -> str:
    found = marks(telling, vocabulary)
    rows = "".join(
        f"<tr><th>{html.escape(label)}</th><td><bdi>{html.escape(value)}</bdi></td></tr>"
        for label, value in fields(telling.report, vocabulary, morphology)
    )
    return "\n".join(
        (
            "<article>",
            f"<h2>{_marked(telling, 'title', found)}</h2>",
            f'<p class="source">{_source(telling)}</p>',
            f'<div class="text">{_marked(telling, "text", found)}</div>',
            f"<table>{rows}</table>",
            "</article>",
        )
    )


def _source(telling: Telling) -> str:
    article = telling.article
    words = [html.escape(word) for word in (article.source, article.date, copied(telling)) if word]
    if article.url and article.url.startswith(("http://", "https://")):
        words.append(f'<a href="{html.escape(article.url)}" rel="noreferrer">المقال الأصلي</a>')
    words.append(f'<span class="id">{html.escape(article.doc_id)}</span>')
    return " · ".join(words)


def _marked(telling: Telling, field: Field, found: Iterable[Mark]) -> str:
    """One field of an article, its evidence framed and its marks coloured."""
    text = telling.article.title if field == "title" else telling.article.text
    evidence = telling.report.evidence_span
    cuts = [0, len(text)] if evidence.field != field else [0, evidence.start, evidence.end, len(text)]
    parts = []
    for start, end in pairwise(cuts):
        frame = "evidence" if Span(field, start, end) == evidence else "plain"
        inside = [m for m in found if m.span.field == field and start <= m.span.start and m.span.end <= end]
        parts.append(f'<div class="{frame}">{_displacy(text[start:end], start, inside)}</div>')
    return "".join(parts)


def _displacy(text: str, offset: int, found: Iterable[Mark]) -> str:
    from spacy import displacy

    ents = [
        {
            "start": mark.span.start - offset,
            "end": mark.span.end - offset,
            "label": mark.kind,
            "params": {"caption": html.escape(mark.caption)},
        }
        for mark in found
    ]
    doc = {"text": text, "ents": ents, "settings": {"direction": "rtl", "lang": "ar"}}
    options = {"colors": COLOURS, "template": MARK}
    return displacy.render(doc, style="ent", manual=True, jupyter=False, options=options)


def _without_overlaps(found: Iterable[Mark]) -> tuple[Mark, ...]:
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.span.field, m.span.start, -m.span.end, m.kind)):
        last = kept[-1].span if kept else None
        if last is None or last.field != mark.span.field or last.end <= mark.span.start:
            kept.append(mark)
    return tuple(kept)
