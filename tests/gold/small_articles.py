"""Small articles of our own for the tests of the annotations, and an event of the first."""

from __future__ import annotations

from typing import Any

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
