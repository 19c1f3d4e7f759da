"""Calls: who rang whom, by telephone or video link."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses import Argument, Clause, Hit
from liqaa.ingest.extraction.frames import (
    Frame,
    Scene,
    fill,
    fill_unnamed,
    frame_of,
    nearest_subject,
    parties_differ,
)
from liqaa.ingest.extraction.sides import grouped, is_party, pair_frame

# The roles of a call when the text does not say who rang.
_BOTH = ("party", "party")


def read_calls(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The calls a trigger states, one for each party rung."""
    pattern = hit.form.trigger.pattern
    if pattern == "call" and not _is_call(hit, clause):
        return []
    right = [a for a in clause.right(hit.last, 26) if is_party(clause, a)]
    between = [a for a in right if a.preposition == "بين"]
    if between:
        members = clause.chain(right, right.index(between[0]))
        return _frame(hit, clause, scene, members, [], _BOTH)
    verb, receiving = _verb(hit, clause)
    subject = _subject(hit, clause, scene, verb)
    if not subject or (pattern != "call" and clause.at_clause_start(hit.first)):
        subject = _speaker_after(hit, clause) or subject
    caller = _first(clause, right, "من") if receiving else []
    if receiving and caller:
        return _frame(hit, clause, scene, subject[:1], caller, ("callee", "caller"))
    rung = _first(clause, right, "ب")
    if rung and (verb is not None or pattern != "call") and rung[0].first - hit.last <= 14:
        return _frame(hit, clause, scene, subject[:1], rung, ("caller", "callee"))
    met = _first(clause, right, "مع") or _left_counterpart(hit, clause)
    if met:
        return _frame(hit, clause, scene, [a for a in subject if a not in met], met, _BOTH)
    if pattern == "transitive" and right:
        objects = [a for a in right if not a.preposition]
        return _frame(hit, clause, scene, subject[:1], objects[:1], ("caller", "callee"))
    return _together(hit, clause, scene, subject, right)


def _together(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], right: list[Argument]
) -> list[Frame]:
    """Calls that name nobody as called: two subjects, a pair, two genitives, or a person addressed."""
    if len(subject) >= 2:
        return _frame(hit, clause, scene, subject, [], _BOTH)
    pair = [a for a in clause.left(hit.first) if clause.cast.mentions[a.index].anaphor == "pair"]
    both = scene.pair_of(clause.cast.mentions[pair[0].index], clause) if pair else ()
    if both:
        return pair_frame(hit, clause, scene, both)
    own = [a for a in right if not a.preposition]
    run = clause.chain(right, right.index(own[0])) if own and own[0].first - hit.last <= 1 else []
    if len(run) >= 2:
        return _frame(hit, clause, scene, run, [], _BOTH)
    addressed = _addressed(hit, clause, subject, right) if subject else []
    if addressed:
        return _frame(hit, clause, scene, [a for a in subject if a not in addressed][:1], addressed, _BOTH)
    return []


def _addressed(hit: Hit, clause: Clause, subject: list[Argument], right: list[Argument]) -> list[Argument]:
    """Whom the subject speaks to in a call: a counterpart, or after "for" ("قال أ لب في اتصال")."""
    mentions = clause.cast.mentions
    after = [a for a in right if mentions[a.index].anaphor == "counterpart" and not a.preposition]
    if after:
        return after[:1]
    said = _first(clause, clause.arguments, "ل")
    if said and subject[0].first < said[0].first < hit.first:
        return said[:1]
    return [a for a in clause.left(hit.first) if mentions[a.index].anaphor == "counterpart"][:1]


def _is_call(hit: Hit, clause: Clause) -> bool:
    """Bare "اتصال" is a call only with the telephone named, or when it is received or made with ب or من."""
    words = clause.words[hit.first : hit.last]
    if any(key in word for word in words for key in clause.knowledge.lexicon.events.telephone):
        return True
    around = clause.words[hit.last : min(hit.last + 3, clause.sentence.last)]
    if any(key in word for word in around for key in clause.knowledge.lexicon.events.telephone):
        return True
    return (
        any(w in clause.knowledge.lexicon.events.call_objects for w in words)
        and _verb(hit, clause)[0] is not None
    )


def _verb(hit: Hit, clause: Clause) -> tuple[int | None, bool]:
    """The verb a call depends on, and whether its subject is the one rung up."""
    knowledge = clause.knowledge
    spots = [*range(hit.first - 1, max(clause.sentence.first - 1, hit.first - 30), -1)]
    spots += range(hit.last, min(hit.last + 3, clause.sentence.last))
    for at in spots:
        if at in clause.inside:
            continue
        verb = knowledge.light_verb(clause.words[at])
        if verb is not None:
            return at, verb in knowledge.receiving_verbs
    return None, False


def _subject(hit: Hit, clause: Clause, scene: Scene, verb: int | None) -> list[Argument]:
    if verb is not None and verb < hit.first:
        after = [
            a
            for a in clause.arguments
            if verb < a.first < hit.first and not a.preposition and is_party(clause, a)
        ]
        if after and after[0].first - verb <= 4:
            return clause.chain(clause.arguments, clause.arguments.index(after[0]))
        return nearest_subject(clause, verb)
    if verb is not None:
        after = [
            a
            for a in clause.arguments
            if verb < a.first <= verb + 3 and not a.preposition and is_party(clause, a)
        ]
        if after:
            return after[:1]
    return nearest_subject(clause, hit.first)


def _speaker_after(hit: Hit, clause: Clause) -> list[Argument]:
    """Such as "وخلال اتصال مع ب، دعا أ إلى ...": the sentence's subject stands after the call."""
    for argument in clause.arguments:
        mention = clause.cast.mentions[argument.index]
        bare = not argument.preposition and not argument.joined
        if argument.first >= hit.last and bare and mention.kind == "person":
            return clause.chain(clause.arguments, clause.arguments.index(argument))
    return []


def _first(clause: Clause, arguments: list[Argument], preposition: str) -> list[Argument]:
    for position, argument in enumerate(arguments):
        if argument.preposition == preposition and is_party(clause, argument):
            return clause.chain(arguments, position)
    return []


def _left_counterpart(hit: Hit, clause: Clause) -> list[Argument]:
    """Such as "بحث أ مع ب هاتفيا": the counterpart stands before the telephone."""
    for argument in clause.left(hit.first, 24):
        if argument.preposition == "مع" and is_party(clause, argument):
            return clause.chain(clause.arguments, clause.arguments.index(argument))
    return []


def _frame(
    hit: Hit,
    clause: Clause,
    scene: Scene,
    first: list[Argument],
    second: list[Argument],
    roles: tuple[str, str],
) -> list[Frame]:
    """One frame for each party called; all together when nobody is called in particular."""
    lead = scene.person(first[0]) if first else None
    if lead is None and not first and scene.topic >= 0 and second:
        lead = scene.cast.entities[scene.topic]
    frames: list[Frame] = []
    for group in list(grouped(scene, second).values()) or [[]]:
        frame = frame_of(hit, clause)
        if first:
            fill(frame, scene, first, roles[0])
        elif lead is not None:
            frame.sure = False
            fill_unnamed(frame, scene, lead, roles[0])
        fill(frame, scene, group, roles[1], lead)
        frames.append(frame)
    return [f for f in frames if parties_differ(scene.cast, f.entities())]
