"""What readers found of pairs of reports, kept by where the reports stand, and what that says of identity.

A report is known by its article, type and sentence (``graph/events/heirs.py``), for its id changes with the
extractor. Whom it named when it was read tells whether the report of today is still of that happening.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from liqaa.graph.actors.names import person_name
from liqaa.graph.actors.spellings import compatible
from liqaa.graph.events.heirs import Whereabouts, heirs, whereabouts_of
from liqaa.graph.identity import Resolution
from liqaa.ontology.judgement import pair_of
from liqaa.ontology.model import Report, Span
from scipy.stats import binomtest

KEPT = Path(__file__).with_name("verdicts.jsonl")
# Why a report of today stands for what was read, although not word for word.
_ELSEWHERE = "another sentence"

Found = Literal["same", "different", "unsure", "unreadable"]
"""What a reader may find; README.md beside this file says when each is right."""

Named = tuple[tuple[str, str], ...]
"""The people whom a report names among those who take part, each by party and name, sorted."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader found of a pair.

    Attributes:
        left: where one report stands.
        right: where the other stands.
        found: the verdict.
        why: the reason, in the reader's words; empty in the oldest.
        by: who read.
        draw: seed of the draw, 0 where it was not kept.
        named: whom each of the two named when they were read; nobody where that is not known any more.
    """

    left: Whereabouts
    right: Whereabouts
    found: Found
    why: str
    by: str
    draw: int
    named: tuple[Named, Named] = ((), ())


def read_verdicts(path: Path = KEPT) -> list[Verdict]:
    """The verdicts kept in the repository."""
    return [
        Verdict(
            place_of(row["left"]),
            place_of(row["right"]),
            row["found"],
            row["why"],
            row["by"],
            row["draw"],
            (_named(row["named"][0]), _named(row["named"][1])),
        )
        for row in _lines(path)
    ]


def keep_verdicts(read: Path, by: str, path: Path = KEPT) -> int:
    """Take the verdicts out of a file of texts that somebody has read: places, verdict and reason.

    Returns:
        How many pairs were read.

    Raises:
        ValueError: a verdict is none of those there are.
    """
    new: list[dict[str, Any]] = []
    for row in _lines(read):
        if row["found"] is None:
            continue
        if row["found"] not in get_args(Found):
            raise ValueError(f"{row['found']} is no verdict: give one of {', '.join(get_args(Found))}")
        new.append({key: row[key] for key in ("left", "right", "named", "found", "why", "draw")} | {"by": by})
    write_verdicts([*_lines(path), *new] if path.exists() else new, path)
    return len(new)


def write_verdicts(rows: Iterable[dict[str, Any]], path: Path = KEPT) -> None:
    """Write verdicts, each pair and reader once, the last one counting; sorted."""
    last = {json.dumps([row["left"], row["right"], row["by"]], sort_keys=True): row for row in rows}
    lines = [json.dumps(row, ensure_ascii=False, sort_keys=True) for _, row in sorted(last.items())]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def named_by(report: Report) -> Named:
    """Whom a report names among those who take part."""
    return tuple(sorted({(who.country, who.name) for who in report.principals if who.country and who.name}))


def _named(rows: Iterable[Iterable[str]]) -> Named:
    """Names as they were kept."""
    return tuple((party, name) for party, name in rows)


def row_of(place: Whereabouts) -> dict[str, Any]:
    """A place as it is kept."""
    return asdict(place)


def place_of(row: dict[str, Any]) -> Whereabouts:
    """A place as it was kept."""
    return Whereabouts(row["doc_id"], row["type"], Span(**row["span"]), row["status"], tuple(row["parties"]))


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some pairs are so, with the interval in which the share lies with 95 % (Wilson)."""

    of: int
    so: int

    def __str__(self) -> str:
        if not self.of:
            return "none"
        low, high = binomtest(self.so, self.of).proportion_ci(method="wilson")
        return f"{self.so:4d} of {self.of:4d}   {self.so / self.of:.3f} ({low:.3f}-{high:.3f})"


@dataclass(frozen=True, slots=True)
class Figures:
    """What verdicts say of a resolution.

    Attributes:
        precision: of the pairs that are one event now, those that are one.
        missed: of the near misses, two events now and not linked, those that are one.
        missed_of_one_status: the same of near misses of one status, which merging could join.
        missed_of_two: the same of a plan beside a happening or a calling off, which a link could join.
        stale: of these pairs those of which a report is no longer what was read, by how they stand and why:
            its sentence is another one, or it tells of other parties or people in the same sentence.
        precision_as_read: precision without the pairs of which a report tells of other parties or people.
        missed_as_read: the missed without them.
        others: how many pairs are linked, and of how many no figure is made, by why.
    """

    precision: Share
    missed: Share
    missed_of_one_status: Share
    missed_of_two: Share
    stale: Mapping[str, Share]
    precision_as_read: Share
    missed_as_read: Share
    others: Mapping[str, int]


def figures(resolution: Resolution, reports: Mapping[str, Report], verdicts: Iterable[Verdict]) -> Figures:
    """Hold verdicts against a resolution, whichever the pairs were drawn from.

    Args:
        resolution: of the reports.
        reports: by id.
        verdicts: what readers found.
    """
    read = list(verdicts)
    today = heirs([place for verdict in read for place in (verdict.left, verdict.right)], reports)
    counts: Counter[tuple[str, bool]] = Counter()
    stale: Counter[tuple[str, bool]] = Counter()
    as_read: Counter[tuple[str, bool]] = Counter()
    others: Counter[str] = Counter()
    for verdict in read:
        left, right = today.get(verdict.left), today.get(verdict.right)
        if left is None or right is None:
            others["no longer reported"] += 1
            continue
        state = _state(resolution, left, right)
        if verdict.found in ("unsure", "unreadable"):
            others[f"{verdict.found}, {state}"] += 1
        elif state == "linked":
            others["linked"] += 1
        else:
            found = verdict.found == "same"
            counts[state, found] += 1
            kind = "merged" if state == "merged" else "near misses"
            whys = _staleness(verdict, reports[left], reports[right])
            stale.update((f"{kind}, {why}", found) for why in whys)
            if whys <= {_ELSEWHERE}:
                as_read[kind, found] += 1
    one, two = _share(counts, "near"), _share(counts, "of two statuses")
    return Figures(
        precision=_share(counts, "merged"),
        missed=Share(one.of + two.of, one.so + two.so),
        missed_of_one_status=one,
        missed_of_two=two,
        stale={name: _share(stale, name) for name in sorted({name for name, _ in stale})},
        precision_as_read=_share(as_read, "merged"),
        missed_as_read=_share(as_read, "near misses"),
        others=dict(sorted(others.items())),
    )


def _staleness(verdict: Verdict, *today: Report) -> set[str]:
    """Why the reports of today are not those that were read, if they are not.

    A status or a party more or less is the same report read otherwise. Where each has a party that the other
    lacks, it tells of another happening: "زار أ القاهرة وعمّان" is two visits, of which one was read. So it
    does where each names people of a party and nobody is the same: "التقى أ ب قبل قمة ب وج".
    """
    found: set[str] = set()
    for place, named, report in zip((verdict.left, verdict.right), verdict.named, today, strict=True):
        now = whereabouts_of(report)
        read, told = set(place.parties), set(now.parties)
        if not (read <= told or told <= read):
            found.add("other parties")
        elif _are_others(named, named_by(report)):
            found.add("other people")
        elif now.span != place.span:
            found.add(_ELSEWHERE)
    return found


def _are_others(read: Named, told: Named) -> bool:
    """Whether of some party both name people, of whom no two can be one."""
    return any(
        not any(compatible(person_name(one), person_name(other)) for one in ours for other in theirs)
        for party in {party for party, _ in read} & {party for party, _ in told}
        for ours, theirs in [([n for p, n in read if p == party], [n for p, n in told if p == party])]
    )


def _share(counts: Mapping[tuple[str, bool], int], state: str) -> Share:
    same = counts.get((state, True), 0)
    return Share(same + counts.get((state, False), 0), same)


def _state(resolution: Resolution, left: str, right: str) -> str:
    """What a pair is now."""
    one, other = resolution.event_of[left], resolution.event_of[right]
    if one == other:
        return "merged"
    if is_linked(resolution, left, right):
        return "linked"
    same = resolution.claims[left].status == resolution.claims[right].status
    return "near" if same else "of two statuses"


def is_linked(resolution: Resolution, left: str, right: str) -> bool:
    """Whether the events of two reports are linked, or lead to one happening."""
    pair = pair_of(resolution.event_of[left], resolution.event_of[right])
    linked = any(pair_of(link.source, link.target) == pair for link in resolution.links)
    return linked or resolution.happening_of(left) == resolution.happening_of(right)
