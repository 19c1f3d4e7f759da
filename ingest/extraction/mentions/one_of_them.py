"""One of them: officials among whom somebody just named is: "أ وأحد كبار المسؤولين في ب توجه إلى"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import COMMAS, Document

# "And one of", by which a further description of somebody is joined.
_ONE_OF = frozenset(("واحد", "واحدي", "واحدى"))


def is_one_of_them(document: Document, mention: Mention, before: Mention) -> bool:
    """Whether a group only tells what the person named right before it is besides.

    Args:
        document: the article.
        mention: what was read.
        before: the mention read before it.
    """
    if mention.kind != "delegation" or before.name is None:
        return False
    joined, end = mention.first - 1, before.last
    end += document.words[end] in COMMAS
    return joined == end and document.words[joined] in _ONE_OF and before.country in (None, mention.country)
