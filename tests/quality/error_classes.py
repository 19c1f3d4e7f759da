"""Error classes: what kind of mistake each missed, spurious or half-right event is, with examples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gold_scorer import Event, Events, scorer

Classes = dict[str, list["Example"]]


@dataclass(frozen=True, slots=True)
class Example:
    """One mistake: the article, and what is wrong in a line."""

    doc_id: str
    line: str


def line_of(event: Mapping[str, Any]) -> str:
    """An event in one line: type, status, day, principals."""
    people = ", ".join(
        f"{p['role']} {p.get('country') or '?'}:{p.get('name') or '-'}/{p.get('office') or '-'}"
        for p in scorer().principals(event)
    )
    mark = "" if event.get("salience") == "main" else " (background)"
    return f"{event['type']} {event['status']} {event.get('date') or 'no day'}{mark}: {people}"


def classify(gold: Events, system: Events) -> Classes:
    """Every mistake by class; classes of events come first, then those of fields."""
    found: Classes = defaultdict(list)
    for doc_id in sorted(gold):
        told, wanted = system.get(doc_id, []), gold[doc_id]
        pairs = scorer().align(told, wanted)
        hit_told, hit_wanted = {i for i, _ in pairs}, {j for _, j in pairs}
        for j, event in enumerate(wanted):
            if j not in hit_wanted and event["salience"] != "background":
                found[f"missed: {_why_missed(event, told)}"].append(Example(doc_id, _shown(event)))
        for i, event in enumerate(told):
            if i not in hit_told:
                found[f"spurious: {_why_spurious(event, wanted)}"].append(Example(doc_id, _shown(event)))
        for i, j in pairs:
            if wanted[j]["salience"] != "background":
                for name, said in field_mistakes(told[i], wanted[j]):
                    found[name].append(Example(doc_id, f"{said} | {line_of(wanted[j])}"))
    order = ("missed", "spurious")
    return dict(sorted(found.items(), key=lambda kv: (kv[0].split(":")[0] not in order, -len(kv[1]), kv[0])))


def _shown(event: Event) -> str:
    return f"{line_of(event)}\n      {' '.join((event.get('evidence') or '').split())[:220]}"


def _why_missed(event: Event, told: Iterable[Event]) -> str:
    told = list(told)
    near = [e for e in told if _shares_sentence(e, event)]
    if any(e["type"] == event["type"] for e in near):
        return "same type read in its sentence, other participants"
    if near:
        return "another type read in its sentence"
    if any(
        e["type"] == event["type"] and scorer().assign(scorer().principals(e), scorer().principals(event))
        for e in told
    ):
        return "same type with one of its people read elsewhere"
    return "nothing read in its sentence" if told else "nothing read in the article"


def _why_spurious(event: Event, wanted: Iterable[Event]) -> str:
    wanted = list(wanted)
    if not wanted:
        return "the article has nothing in scope"
    if any(scorer().event_score(event, g) > 0 for g in wanted):
        return "an event told twice or split"
    near = [g for g in wanted if _shares_sentence(g, event)]
    if any(g["type"] == event["type"] for g in near):
        return "same type annotated in its sentence, other participants"
    if near:
        return "another type annotated in its sentence"
    return "nothing annotated in its sentence"


def _shares_sentence(a: Event, b: Event) -> bool:
    first, second = (set(scorer().tokens(e.get("evidence"))) for e in (a, b))
    return len(first & second) > 0.6 * max(1, min(len(first), len(second)))


def field_mistakes(told: Event, wanted: Event) -> list[tuple[str, str]]:
    """The wrong fields of an event that was found: (class, what was read and what was meant)."""
    out: list[tuple[str, str]] = []
    for field in ("status", "subtype", "date", "place_country"):
        said, meant = told.get(field) or None, wanted.get(field) or None
        if said != meant and not (field == "place_country" and meant is None):
            kind = "missing" if said is None else "too many" if meant is None else "wrong"
            which = (
                f"{field}: {meant} read as {said}" if field in ("status", "subtype") else f"{field}: {kind}"
            )
            out.append(
                (
                    which,
                    f"{said}, not {meant} ({wanted.get('date_text')})"
                    if field == "date"
                    else f"{said}, not {meant}",
                )
            )
    ps, gs = scorer().principals(told), scorer().principals(wanted)
    pairs = scorer().assign(ps, gs)
    for i, j, _ in pairs:
        out += _participant_mistakes(ps[i], gs[j])
    for i in sorted(set(range(len(ps))) - {i for i, _, _ in pairs}):
        out.append(("participant: too many", _named(ps[i])))
    for j in sorted(set(range(len(gs))) - {j for _, j, _ in pairs}):
        out.append(("participant: missing", _named(gs[j])))
    return out


def _participant_mistakes(p: Mapping[str, Any], g: Mapping[str, Any]) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    if p["role"] != g["role"]:
        out.append((f"role: {g['role']} read as {p['role']}", _named(g)))
    agree = {"name": scorer().names_agree, "office": scorer().offices_agree}
    for field, same in agree.items():
        if g.get(field) and not (p.get(field) and same(p[field], g[field])):
            out.append(
                (f"{field}: {'wrong' if p.get(field) else 'missing'}", f"{p.get(field)}, not {g[field]}")
            )
    return out


def _named(p: Mapping[str, Any]) -> str:
    return f"{p['role']} {p.get('country')}:{p.get('name') or '-'}/{p.get('office') or '-'}"


def print_classes(classes: Classes, examples: int) -> None:
    """Each class with its count and its first examples."""
    for name, found in classes.items():
        print(f"\n{len(found):4d}  {name}")
        for example in found[:examples]:
            print(f"      [{example.doc_id}] {example.line}")
