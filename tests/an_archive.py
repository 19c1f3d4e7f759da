"""The installed program in a folder whose archive holds one event, and what its doctor says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from liqaa.ingest.cli.doctor import examine
from liqaa.ingest.cli.options import StoreChoice

LIQAA = Path(sys.executable).with_name("liqaa")
ARTICLE = {
    "doc_id": "t-1",
    "date": "2030-05-08",
    "title": "مباحثات في القاهرة",
    "text": "التقى وزير الخارجية المصري سامر العبادي نظيره التركي مراد يلماز في القاهرة اليوم الأربعاء.",
}


def liqaa(folder: Path, *words: str, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the program, away from what the developer's home and environment say."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NEO4J_", "LIQAA_", "CAMELTOOLS_"))
    }
    return subprocess.run(
        [LIQAA, *words, "--data", "data"],
        cwd=folder,
        env=clean | {"HOME": str(folder)} | environ,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def an_event(folder: Path) -> str:
    """Fill the folder's archive, and give the id of its event."""
    (folder / "news.jsonl").write_text(json.dumps(ARTICLE), encoding="utf-8")
    assert liqaa(folder, "ingest", "news.jsonl", environ={}).returncode == 0
    words = ("query", "actor_timeline", "--param", "name=سامر العبادي", "--format", "json")
    return str(json.loads(liqaa(folder, *words, environ={}).stdout)[0]["event_id"])


def doctors_row(folder: Path) -> tuple[str, str, str]:
    """State, finding and advice of the doctor on the second opinion."""
    (row,) = (check for check in examine(folder, StoreChoice.LADYBUG) if check.what == "second opinion")
    return row.state, row.found, row.advice
