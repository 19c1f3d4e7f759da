"""What stands between: asides put into the constructions, and which of them are then read otherwise.

Papers put what an agency said, when it was or who came along between any two words, begin with the agency or
the place, or name somebody before his office. A construction should be read the same in any of these ways.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gold_scorer import ROOT
from liqaa.ingest import extraction
from liqaa.ontology.model import Article, Participant, Report, Span

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
    "side": " (يسار)",
    "blessing": " حفظه الله",
}
BEFORE_SENTENCE = {
    "context": "وفي سياق متصل، ",
    "turn": "من جهته، ",
    "agency told": "وذكرت وكالة الأنباء الرسمية: ",
    "dateline": "القاهرة (د ب أ) - ",
    "bureau": "القاهرة في 10 مارس / وام / ",
}
# Between the verb that opens a sentence and its subject.
BEHIND_VERB = {
    "evening": "مساء أمس",
    "earlier": "في وقت سابق اليوم",
    "dated": "أمس الأول (الأحد)",
    "palace": "في قصر الرئاسة",
    "summit": "على هامش أعمال القمة",
}
# Before a sentence whose subject is put before its verb.
BEFORE_SUBJECT = {
    "subject first": "",
    "that": "ذكرت وكالة الأنباء الرسمية أن ",
    "by that": "أفاد بيان للخارجية بأن ",
    "quoted that": "ونقلت وكالة الأنباء عن مصدر مسؤول قوله إن ",
}
# How a person is named whose office stands before the name.
NAMED = {
    "office behind": "{name} {office}",
    "office apart": "{name}، {office}،",
    "name apart": "{office}، {name}،",
    "name quoted": "{office} «{name}»",
    "name in brackets": "{office} ({name})",
    "honoured": "{office} الدكتور {name}",
    "ranked": "{office} الفريق أول الركن {name}",
}
ASIDES = (*BEFORE_SENTENCE, *AFTER_PERSON, *BEHIND_VERB, *BEFORE_SUBJECT, *NAMED)

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
    for aside, perturbed in _perturbed(text, reports):
        yield Reading(aside, perturbed, told, _told(_read(perturbed, day)))


def _perturbed(text: str, reports: tuple[Report, ...]) -> Iterator[tuple[str, str]]:
    """The names of asides, each with the text that it makes."""
    people = [
        who
        for report in reports
        for who in report.principals
        if who.kind == "person" and who.name and who.mention.field == "text"
    ]
    people.sort(key=lambda who: who.mention.start)
    for aside, said in BEFORE_SENTENCE.items():
        yield aside, said + text
    if not people:
        return
    yield from _behind(text, people[0].mention)
    if all(report.status == "occurred" for report in reports):
        yield from _around_verb(text, people[0].mention)
    for who in people:
        yield from _named_otherwise(text, who)


def _behind(text: str, person: Span) -> Iterator[tuple[str, str]]:
    after = text[person.end :]
    if not after or after[0] not in " .،":
        return
    for aside, said in AFTER_PERSON.items():
        if not (said.endswith("،") and after.strip() in ("", ".")):
            yield aside, text[: person.end] + _closed(said, after) + after


def _around_verb(text: str, person: Span) -> Iterator[tuple[str, str]]:
    """Asides of a sentence that opens with a verb and its subject."""
    verb, after = text[: person.start].strip(), text[person.end :]
    if not verb or " " in verb:
        return
    for aside, said in BEHIND_VERB.items():
        yield aside, f"{verb} {said} {text[person.start :]}"
    if after.startswith(" ") and not after.startswith(" و"):
        subject = text[person.start : person.end]
        for aside, said in BEFORE_SUBJECT.items():
            yield aside, f"{said}{subject} {verb.removeprefix('و')}{after}"


def _named_otherwise(text: str, who: Participant) -> Iterator[tuple[str, str]]:
    """A person's office and name in other orders, where the office stands right before the name."""
    person, name = who.mention, who.name_span
    if name is None or name.start <= person.start or name.end != person.end:
        return
    office, after = text[person.start : name.start].strip(), text[person.end :]
    if not office[-1].isalpha() or office.startswith(("ل", "ب", "و", "ك")) is not office.startswith("وزير"):
        return  # a clitic stays where it is
    for aside, form in NAMED.items():
        said = form.format(office=office, name=text[name.start : name.end])
        yield aside, text[: person.start] + _closed(said, after) + after


def _closed(said: str, after: str) -> str:
    """What is put in, without its closing comma where the sentence pauses or ends there."""
    pauses = after.lstrip().startswith("،") or after.strip() in ("", ".")
    return said.removesuffix("،") if pauses else said


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
        print(f"{aside:16s} {broken:5d} of {count:5d} constructions   {broken / count:.3f}")


def _read(text: str, day: str) -> tuple[Report, ...]:
    return extraction.load().extract(Article("row", "", text, date=day))


def _told(reports: tuple[Report, ...]) -> Told:
    return sorted(
        (report.type, report.status, tuple(sorted(map(extraction_table.said, report.principals))))
        for report in reports
    )
