"""Gains and losses between two saved system files: which events appeared, vanished or changed, by article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from error_classes import field_mistakes, line_of
from gold_scorer import Event, Events, scorer

Kind = Literal["appeared", "vanished", "changed"]
_FIELDS = (
    "subtype",
    "status",
    "salience",
    "date",
    "date_text",
    "place",
    "place_country",
    "topics",
    "evidence",
)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one event.

    Attributes:
        doc_id: the article.
        kind: appeared, vanished or changed.
        event: the event as it is now, or was.
        fields: what changed, as "field: before -> now".
        verdict: what the annotation says of it, empty where the article has none: ``right`` or ``wrong``;
            for a changed event ``better``, ``worse`` or ``as good``, by the number of wrong fields.
    """

    doc_id: str
    kind: Kind
    event: Event
    fields: tuple[str, ...] = ()
    verdict: str = ""


def compare(old: Events, new: Events, gold: Events | None = None) -> list[Change]:
    """All changes, in the order of the articles' ids.

    Args:
        old: events by article before.
        new: events by article now.
        gold: annotation of any of the articles, which tells a gain from a loss.
    """
    out: list[Change] = []
    for doc_id in sorted({*old, *new}):
        out += _article(doc_id, old.get(doc_id, []), new.get(doc_id, []), (gold or {}).get(doc_id))
    return out


def _article(doc_id: str, before: list[Event], now: list[Event], gold: list[Event] | None) -> list[Change]:
    pairs = _same_events(before, now)
    changes: list[Change] = []
    for i, j in pairs:
        fields = _changed_fields(before[i], now[j])
        if fields:
            changes.append(
                Change(doc_id, "changed", now[j], fields, _better_or_worse(before, i, now, j, gold))
            )
    for i in sorted(set(range(len(before))) - {i for i, _ in pairs}):
        changes.append(Change(doc_id, "vanished", before[i], (), _right_or_wrong(before, i, gold)))
    for j in sorted(set(range(len(now))) - {j for _, j in pairs}):
        changes.append(Change(doc_id, "appeared", now[j], (), _right_or_wrong(now, j, gold)))
    return changes


def _same_events(before: list[Event], now: list[Event]) -> list[tuple[int, int]]:
    """Pairs of indexes: events that are equal first, then those that the scorer takes for the same."""
    pairs: list[tuple[int, int]] = []
    for i, event in enumerate(before):
        taken = {j for _, j in pairs}
        equal = next(
            (j for j, other in enumerate(now) if j not in taken and not _changed_fields(event, other)), None
        )
        if equal is not None:
            pairs.append((i, equal))
    rest_before = [i for i in range(len(before)) if i not in {i for i, _ in pairs}]
    rest_now = [j for j in range(len(now)) if j not in {j for _, j in pairs}]
    aligned = scorer().align([now[j] for j in rest_now], [before[i] for i in rest_before])
    return pairs + [(rest_before[b], rest_now[a]) for a, b in aligned]


def _changed_fields(before: Event, now: Event) -> tuple[str, ...]:
    out = [f"{f}: {before.get(f)} -> {now.get(f)}" for f in ("type", *_FIELDS) if before.get(f) != now.get(f)]
    was, now_is = (sorted(_who(p) for p in e.get("participants") or []) for e in (before, now))
    gone, come = Counter(was) - Counter(now_is), Counter(now_is) - Counter(was)
    if gone or come:
        out.append(f"participants: {', '.join(sorted(gone)) or '-'} -> {', '.join(sorted(come)) or '-'}")
    return tuple(out)


def _who(p: dict[str, Any]) -> str:
    return f"{p.get('role')} {p.get('country')}:{p.get('name') or '-'}/{p.get('office') or '-'}"


def _right_or_wrong(events: list[Event], index: int, gold: list[Event] | None) -> str:
    if gold is None:
        return ""
    return "right" if index in {i for i, _ in scorer().align(events, gold)} else "wrong"


def _better_or_worse(before: list[Event], i: int, now: list[Event], j: int, gold: list[Event] | None) -> str:
    if gold is None:
        return ""
    was, is_now = _mistakes(before, i, gold), _mistakes(now, j, gold)
    return "better" if is_now < was else "worse" if is_now > was else "as good"


def _mistakes(events: list[Event], index: int, gold: list[Event]) -> int:
    """Wrong fields of an event against its annotation; more than any where it has none."""
    match = dict(scorer().align(events, gold)).get(index)
    if match is None:
        return 1000
    return len(field_mistakes(events[index], gold[match]))


def print_changes(changes: list[Change], limit: int) -> None:
    """A table of counts, then the changes article by article."""
    counts = Counter((c.kind, c.verdict) for c in changes)
    print("gains and losses")
    for (kind, verdict), count in sorted(counts.items()):
        print(f"  {kind:9s} {verdict or 'not annotated':14s} {count}")
    for change in changes[:limit]:
        print(f"\n[{change.doc_id}] {change.kind} {change.verdict}\n   {line_of(change.event)}")
        for field in change.fields:
            print(f"      {field}")
        print(f"   {' '.join((change.event.get('evidence') or '').split())[:220]}")
    if len(changes) > limit:
        print(f"\n... and {len(changes) - limit} more")
