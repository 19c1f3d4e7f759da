"""What the tests of the annotations share: small articles of our own, and a corpus folder that holds them."""

from __future__ import annotations

import json
import lzma
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from corpus import Article

VISIT = Article(
    "t-1",
    "alpha",
    "2030-05-08",
    "رئيس الأركان الإيطالي يزور عمّان",
    "وصل رئيس أركان الدفاع الإيطالي الفريق لوكا مارتيني إلى عمّان أمس.\n"
    "وبحث مارتيني مع نظيره الأردني سامر  العبادي التعاون العسكري.",
)
NOTHING = Article("t-2", "beta", "2030-05-08", "أمطار على الساحل", "هطلت أمطار غزيرة على الساحل مساء أمس.")


def party(
    name: str | None, office: str | None, country: str, role: str, kind: str = "person"
) -> dict[str, Any]:
    return {"name": name, "office": office, "country": country, "role": role, "kind": kind}


def talks() -> dict[str, Any]:
    """The talks of the first article, as a reader writes them."""
    return {
        "type": "talks",
        "subtype": "meeting",
        "status": "occurred",
        "salience": "main",
        "participants": [
            party("لوكا مارتيني", "رئيس أركان الدفاع", "IT", "party"),
            party("سامر العبادي", "=رئيس أركان الدفاع", "JO", "party"),
        ],
        "date": "2030-05-07",
        "date_text": "أمس",
        "place": "عمّان",
        "place_country": "JO",
        "topics": ["military_cooperation"],
        "evidence": "وبحث مارتيني مع نظيره الأردني سامر العبادي التعاون العسكري.",
    }


def row_of(article: Article) -> dict[str, str]:
    return {key: getattr(article, key) for key in ("doc_id", "source", "date", "title", "text")}


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder whose corpus is the two articles, one compressed and one not."""
    corpus = tmp_path / "shared" / "corpus"
    corpus.mkdir(parents=True)
    with lzma.open(corpus / "one.jsonl.xz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(row_of(VISIT)) + "\n")
    (corpus / "two.jsonl").write_text(json.dumps(row_of(NOTHING)) + "\n", encoding="utf-8")
    return tmp_path / "shared"
