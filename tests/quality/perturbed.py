"""What stands between: asides put into the constructions, and which of them are then read otherwise.

Papers put what an agency said, when it was or who came along between any two words. A construction that is
read without an aside should be read the same with it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gold_scorer import ROOT
from liqaa.ingest import extraction
from liqaa.ontology.model import Article, Report

sys.path.append(str(ROOT / "tests"))
import extraction_table  # it lies beside this folder

# Behind the first person named, with a closing comma where the sentence goes on without one.
AFTER_PERSON = {
    "agency": "، وفق ما ذكرت وكالة الأنباء الرسمية،",
    "statement": "، بحسب بيان رسمي،",
    "company": "، يرافقه عدد من المسؤولين،",
    "retinue": " والوفد المرافق له",
    "margins": "، على هامش مؤتمر الأمن،",
    "relative": "، الذي تولى منصبه العام الماضي،",
    "morning": "، صباح اليوم،",
    "age": " (55 عاما)",
}
BEFORE_SENTENCE = {
    "context": "وفي سياق متصل، ",
    "agency told": "وذكرت وكالة الأنباء الرسمية: ",
    "dateline": "القاهرة (د ب أ) - ",
}

Told = list[tuple[str, str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A construction read with an aside.

    Attributes:
        aside: its name.
        text: the construction with it.
        told: type, status and participants as read without it.
        read: as read with it.
    """

    aside: str
    text: str
    told: Told
    read: Told

    @property
    def broken(self) -> bool:
        """Whether the aside changes what is read."""
        return self.told != self.read


def readings() -> Iterator[Reading]:
    """Every construction of one line without a headline, with every aside in it."""
    for table in (*extraction_table.CONSTRUCTIONS, extraction_table.ROWS):
        for row in extraction_table.rows(table):
            if not row.get("title") and row["events"] and "\n" not in row["text"].strip():
                yield from _with_asides(row["text"].strip(), row.get("date", extraction_table.PUBLISHED))


def _with_asides(text: str, day: str) -> Iterator[Reading]:
    reports = _read(text, day)
    told = _told(reports)
    for aside, said in BEFORE_SENTENCE.items():
        yield Reading(aside, said + text, told, _told(_read(said + text, day)))
    named = [
        who.mention.end
        for report in reports
        for who in report.principals
        if who.kind == "person" and who.name and who.mention.field == "text"
    ]
    after = text[min(named) :] if named else ""
    if not after or after[0] not in " .،":
        return
    for aside, said in AFTER_PERSON.items():
        closed = said.endswith("،")
        if closed and after.strip() in ("", "."):
            continue
        inserted = said[:-1] if closed and after.lstrip().startswith("،") else said
        perturbed = text[: min(named)] + inserted + after
        yield Reading(aside, perturbed, told, _told(_read(perturbed, day)))


def print_readings(show: str | None, limit: int) -> None:
    """How many constructions each aside changes, and some of those that one does.

    Args:
        show: an aside whose changes are listed; none if left out.
        limit: how many of them.
    """
    tried: Counter[str] = Counter()
    changed: dict[str, list[Reading]] = {}
    for reading in readings():
        tried[reading.aside] += 1
        if reading.broken:
            changed.setdefault(reading.aside, []).append(reading)
    for reading in changed.get(show or "", [])[:limit]:
        print(f"{reading.text}\n  without {reading.told}\n  with    {reading.read}\n")
    for aside, count in tried.items():
        broken = len(changed.get(aside, []))
        print(f"{aside:12s} {broken:5d} of {count:5d} constructions   {broken / count:.3f}")


def _read(text: str, day: str) -> tuple[Report, ...]:
    return extraction.load().extract(Article("row", "", text, date=day))


def _told(reports: tuple[Report, ...]) -> Told:
    return sorted(
        (report.type, report.status, tuple(sorted(map(extraction_table.said, report.principals))))
        for report in reports
    )
