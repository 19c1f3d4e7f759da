"""Extraction, row by row: what must come out of an article, and what must not."""

from __future__ import annotations

from typing import Any

import pytest
from extraction_table import differences, rows


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_events_of_a_row_come_out(row: dict[str, Any]) -> None:
    assert differences(row) == []
