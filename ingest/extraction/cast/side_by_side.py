"""Names side by side: two surnames after a verb of meeting are two people: "يلتقي ترامب لي"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.met_officials import MEETING
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge


def part_side_by_side(document: Document, cast: Cast, knowledge: Knowledge) -> None:
    """Part a surname that the register knows from the name behind it, by which another was told.

    Args:
        document: the article.
        cast: its mentions, which are parted in place.
        knowledge: the lexicon, compiled.
    """
    called = {name for m in cast.mentions for name in _called(document, m)}
    lengths = sorted({len(name) for name in called}, reverse=True)
    out: list[Mention] = []
    for mention in cast.mentions:
        cut = _cut(document, mention, knowledge)
        ends = [] if cut is None else [cut + n for n in lengths if _is_called(document, cut, n, called)]
        if cut is None or not ends or ends[0] < mention.last:
            out.append(mention)
            continue
        out.append(replace(mention, last=cut, name=(mention.first, cut)))
        rest = (cut, ends[0])
        out.append(Mention(*rest, mention.sentence, "", "person", rest))
    cast.mentions[:] = out
    cast.entity_of[:] = [-1] * len(out)


def _called(document: Document, mention: Mention) -> list[tuple[str, ...]]:
    """The names by which somebody who was named in full may be called again."""
    if mention.name is None or not mention.office or mention.name[1] - mention.name[0] < 2:
        return []
    name = tuple(document.words[mention.name[0] : mention.name[1]])
    return [name, name[:1], name[-1:]]


def _is_called(document: Document, at: int, length: int, called: set[tuple[str, ...]]) -> bool:
    """Whether so many words from a token on are a name by which somebody may be called."""
    whole = at + length <= document.sentences[document.sentence_of[at]].last
    return whole and tuple(document.words[at : at + length]) in called


def _cut(document: Document, mention: Mention, knowledge: Knowledge) -> int | None:
    """The token after a known surname that opens a name right behind a verb of meeting."""
    words, first = document.words, mention.first
    if mention.kind != "person" or mention.name != (first, mention.last) or mention.clitic or not first:
        return None
    verb = knowledge.triggers.match(words, first - 1)
    if verb is None or verb.last != first or verb.value.trigger.pattern not in MEETING:
        return None
    match = knowledge.people.match(words, first, clitics=False)
    known = match is not None and all(known.short for known in match.value)
    return match.last if match is not None and known and match.last < mention.last else None
