"""Pages of our own in the layouts of real sites: of each is read what a reader sees, and nothing else."""

from __future__ import annotations

import json
import lzma
import re
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml
from liqaa.ingest.reading import read
from liqaa.ingest.reading.lines import is_furniture, trimmed
from liqaa.ingest.reading.phrases import begin, each, entries, within
from liqaa.ontology.folding import fold_word
from liqaa.ontology.model import Article, Issue
from news_pages import SHARED

CORPUS = SHARED / "corpus" / "ant_v2_multisource.jsonl.xz"
PAGES = Path(__file__).parents[1] / "pages"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "expected.yml").read_text("utf-8"))
ARTICLES = {name: row for name, row in EXPECTED.items() if "none" not in row}
OTHERS = {name: (row["code"], row["none"]) for name, row in EXPECTED.items() if "none" in row}


def test_every_page_is_expected() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(EXPECTED)


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_read_as_a_reader_sees_it(name: str) -> None:
    row = ARTICLES[name]
    (article,) = (one for one in read([str(PAGES / f"{name}.html")]) if isinstance(one, Article))
    assert (article.title, article.date, article.text) == (row["title"], row["date"], "\n".join(row["body"]))


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_article_is_named_and_left_out(name: str) -> None:
    (issue,) = read([str(PAGES / f"{name}.html")])
    assert isinstance(issue, Issue)
    code, what = OTHERS[name]
    assert issue.code == code
    assert what in issue.message


@pytest.mark.parametrize("group", entries())
def test_words_of_furniture_are_folded_and_compile(group: str) -> None:
    for entry in entries()[group]:
        letters = re.sub(r"\\[Sdw]", "", entry)
        assert fold_word(letters) == letters
    assert begin(group) and within(group) and each(group)


@pytest.mark.skipif(not CORPUS.is_file(), reason="the shared articles are not here (LIQAA_SHARED)")
def test_hardly_a_line_of_an_article_passes_for_furniture() -> None:
    """Of 2,000 articles without pages around them: what is cut is credits, and no sentence of some length."""
    cut = list[tuple[str, str]]()
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, 0, 20_000, 10)):
            body = [line.strip() for line in row["text"].split("\n") if line.strip()]
            kept = trimmed(body, row["title"], row["source"])
            cut += [(row["doc_id"], line) for line in body if line not in kept]
    assert len({doc_id for doc_id, _ in cut}) <= 40  # 2 in 100
    assert [line for _, line in cut if len(line) > 80 and not is_furniture(line)] == []
