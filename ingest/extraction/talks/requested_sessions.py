"""Requested sessions: a body meets at the request of a state: "يعقد مجلس الأمن جلسة بطلب من أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill, fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import noun_of

# Tokens from a session to the words for at whose request it is.
_REACH = 16


def read_requested(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The session of a body, which whoever asked for it takes part in."""
    asked = _request(hit, clause)
    body = _body(hit, clause, scene) if asked is not None else None
    if asked is None or body is None:
        return []
    frame = frame_of(hit, clause)
    fill(frame, scene, [body], "party")
    after = asked + (clause.words[asked] == "من")
    own = next((a for a in clause.arguments if a.first == after and a.entity and a.entity.country), None)
    adjective = clause.knowledge.adjectives.match(clause.words, asked, clitics=False)
    if own is not None:
        fill(frame, scene, clause.chain(clause.arguments, clause.arguments.index(own)), "party")
    elif adjective is not None:
        fill_unnamed(frame, scene, scene.state(adjective.value.code, clause.sentence.section.index), "party")
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _request(hit: Hit, clause: Clause) -> int | None:
    """The token after the words for at whose request it is: "بطلب", "بناء على طلب"."""
    words = clause.words
    for token in range(hit.last, min(hit.last + _REACH, clause.sentence.last - 1)):
        if token in clause.inside:
            continue
        leads = words[token].startswith("ب") or words[token - 1] == "علي"  # not "لبحث طلب أ"
        if leads and words[token] in clause.knowledge.lexicon.events.at_request:
            return token + 1
        if clause.hit_between(token, token + 1) or words[token] in clause.lists.relatives:
            return None
    return None


def _body(hit: Hit, clause: Clause, scene: Scene) -> Argument | None:
    """Whose session it is: the subject of the verb that states or carries it, or a noun's genitive."""
    verb = noun_of(hit, clause, scene).light_verb() if hit.form.trigger.pattern == "noun" else hit.first
    own = [a for a in clause.right(hit.last)[:1] if a.preposition in ("", "ل") and a.first - hit.last <= 1]
    between = [a for a in clause.arguments if verb is not None and verb < a.first < hit.first]
    before = nearest_subject(clause, hit.first if verb is None else verb)
    return next((a for a in [*own, *between, *before] if _acts_for_body(a, clause)), None)


def _acts_for_body(argument: Argument, clause: Clause) -> bool:
    """Whether an argument is a body of states or somebody who speaks for one."""
    return argument.entity is not None and argument.entity.country in clause.knowledge.bodies
