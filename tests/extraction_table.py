"""The table of extraction: articles of our own making and what must come out of each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from liqaa.ontology.model import Article

ROWS = Path(__file__).parent / "ingest" / "extraction_rows.yml"
PUBLISHED = "2024-03-12"
FIELDS = {
    "type", "subtype", "status", "salience", "who", "date", "date_text", "place", "place_country", "topics",
}  # fmt: skip


class _Text(yaml.SafeLoader):
    """YAML whose dates stay text."""


_Text.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def rows(path: Path = ROWS) -> tuple[dict[str, Any], ...]:
    """The rows of the table, checked: a field that is not known would test nothing."""
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=_Text)
    for row in found:
        assert set(row) - {"date", "title"} == {"id", "text", "events"}, row["id"]
        assert all(set(event) <= FIELDS and "type" in event for event in row["events"]), row["id"]
    assert len({row["id"] for row in found}) == len(found), "two rows have one id"
    return tuple(found)


def article_of(row: dict[str, Any]) -> Article:
    """The article of a row."""
    return Article("row", row.get("title", ""), row["text"], date=row.get("date", PUBLISHED))
