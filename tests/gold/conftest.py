"""A shared folder for the tests of the annotations: its corpus is two small articles."""

from __future__ import annotations

import json
import lzma
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from small_articles import NOTHING, VISIT, row_of


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder whose corpus is the two articles, one compressed and one not."""
    corpus = tmp_path / "shared" / "corpus"
    corpus.mkdir(parents=True)
    with lzma.open(corpus / "one.jsonl.xz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(row_of(VISIT)) + "\n")
    (corpus / "two.jsonl").write_text(json.dumps(row_of(NOTHING)) + "\n", encoding="utf-8")
    return tmp_path / "shared"
