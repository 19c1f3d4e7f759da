"""The benchmark of extraction counts what it reads and prints its figures, on a corpus of a few articles."""

from __future__ import annotations

import json
import lzma
import os
import re
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("extraction.py")
MEETING = "التقى وزير الدفاع الفرنسي بيير مورو نظيره الإيطالي ماركو ريتشي في روما الاثنين."
OTHER = "ارتفعت أسعار القمح في الأسواق. وقال التجار إن الطلب كبير."


def run(shared: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LIQAA_SHARED": str(shared)}
    command = [sys.executable, str(PROGRAM), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_benchmark_counts_articles_sentences_and_reports(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    for name, text, count in (("a", MEETING, 150), ("b", OTHER, 50)):
        row = {"title": "", "text": text, "source": None, "url": None, "date": "2024-03-12"}
        with lzma.open(tmp_path / "corpus" / f"{name}.jsonl.xz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps({"doc_id": f"{name}{i}", **row}) + "\n" for i in range(count))
    shown = run(tmp_path).stdout
    characters = 150 * len(MEETING) + 50 * len(OTHER)
    assert f"200 articles, 250 sentences, {characters} characters" in shown
    figures = dict(re.findall(r"^(\S.*?) {2,}([\d.]+)", shown, flags=re.MULTILINE))
    assert figures["reports"] == "150"
    assert {"extraction", "articles/s", "sentences/s", "peak memory", "tokenisation", "times as long"} < set(
        figures
    )
    assert all(float(value) > 0 for value in figures.values())


def test_the_benchmark_says_where_it_looked_for_a_corpus(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 1
    assert str(tmp_path / "corpus") in done.stderr
