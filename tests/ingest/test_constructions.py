"""The constructions in which newspapers tell contacts, row by row: what must come out of an article."""

from __future__ import annotations

from typing import Any

import pytest
from extraction_table import CONSTRUCTIONS, differences, rows


@pytest.mark.parametrize(
    "row", [row for table in CONSTRUCTIONS for row in rows(table)], ids=lambda row: row["id"]
)
def test_the_events_of_a_construction_come_out(row: dict[str, Any]) -> None:
    assert differences(row) == []
