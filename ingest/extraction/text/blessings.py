"""Blessings in quotation marks or brackets behind a name or office: "وصل رئيس الدولة "حفظه الله" إلى أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.document import QUOTES, Document
from liqaa.ingest.extraction.text.knowledge import Knowledge

_OPENING, _CLOSING = QUOTES | {"(", "["}, QUOTES | {")", "]"}


def leave_out_blessings(document: Document, knowledge: Knowledge) -> None:
    """Drop what only honours somebody, with its marks, which would part him from where he goes.

    Args:
        document: the article, which is changed.
        knowledge: the lexicon, compiled.
    """
    words, out = document.words, set[int]()
    for at in [t for t, word in enumerate(words) if word in _OPENING and 0 < t < len(words) - 2]:
        blessing = knowledge.insertions.match(words, at + 1, clitics=False)
        if blessing is not None and blessing.last < len(words) and words[blessing.last] in _CLOSING:
            out.update(range(at, blessing.last + 1))
    if out:
        document.leave_out(out, seamless=True)
