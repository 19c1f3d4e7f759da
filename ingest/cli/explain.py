"""An event's articles in the terminal, with the words that became its fields in colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from liqaa.ingest.cli.output import console, one_line
from liqaa.ingest.explain import Mark, Telling, copied, counted, fields, headline, marks
from liqaa.ontology.model import Field

if TYPE_CHECKING:
    from liqaa.ingest.morphology import Morphology
    from liqaa.ontology.vocabulary import Vocabulary
    from rich.text import Text

STYLES = {
    "name": "bold green",
    "office": "bold blue",
    "date": "bold magenta",
    "place": "bold cyan",
    "mention": "bold yellow",
    "evidence": "underline",
}


def show(
    event_id: str,
    tellings: Sequence[Telling],
    vocabulary: Vocabulary,
    out: TextIO,
    morphology: Morphology | None = None,
) -> None:
    """Print an event.

    Args:
        event_id: its id.
        tellings: one for each article that reports it, at least one.
        vocabulary: gives the Arabic labels.
        out: where to; colours only where it is a terminal.
        morphology: asked for a second opinion on every name, where there is one.
    """
    target = console(out)
    target.print(
        f"{event_id} · {headline(tellings[0].report, vocabulary)} · {counted(tellings)}", style="bold"
    )
    for telling in tellings:
        article, found = telling.article, marks(telling, vocabulary)
        target.print()
        about = (article.source, article.date, copied(telling), article.doc_id)
        target.print(" · ".join(filter(None, about)), style="dim")
        target.print(_styled(telling, "title", found))
        target.print(_styled(telling, "text", found))
        target.print()
        for label, value in fields(telling.report, vocabulary, morphology):
            target.print(one_line(f"{label}: {value}"))
        if article.url:
            target.print(one_line(article.url), style="dim", soft_wrap=True)


def _styled(telling: Telling, field: Field, found: Iterable[Mark]) -> Text:
    """One field of an article as rich text; control characters become spaces, so that offsets hold."""
    from rich.text import Text

    words = telling.article.title if field == "title" else telling.article.text
    text = Text("".join(char if char == "\n" or char.isprintable() else " " for char in words))
    evidence = telling.report.evidence_span
    if evidence.field == field:
        text.stylize(STYLES["evidence"], evidence.start, evidence.end)
    for mark in found:
        if mark.span.field == field:
            text.stylize(STYLES[mark.kind], mark.span.start, mark.span.end)
    return text
