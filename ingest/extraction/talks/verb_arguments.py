"""Arguments of a verb of meeting: which of those after it are its own, and who of them is its subject."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.asides import is_circumstance
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.talks.met_pronouns import carries_object, governs_pronoun, leads_to_host
from liqaa.ingest.extraction.talks.sides import first_object, is_party
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# Endings of a dual that is a subject.
NOMINATIVE = ("ا", "ان")
# Tokens between a verb and its subject; a verb that carries its object waits longer for it.
_NEAR, _FAR = 2, 8
# Tokens of a relative clause between a verb's subject and its object.
_ASIDE = 12


def subject_after(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """The subject of a verb that opens its clause, with those joined to it; empty if it stands elsewhere."""
    if clause.words[hit.first - 1] == "قد" and _is_subject(clause, hit.first - 2):
        return []  # "وكان أ قد التقى ب", "قال إنه قد يلتقي ب"
    bare = [a for a in right if not a.preposition and not a.joined and is_party(clause, a)]
    carries = carries_object(hit, clause)
    near = _FAR if carries or governs_pronoun(hit, clause, hit.last) else _NEAR
    each = any(word in clause.lists.each for word in clause.words[hit.last : hit.last + 2])
    near += 2 * each  # "التقى اليوم كل من أ وب"
    if not bare or not (
        clause.at_clause_start(hit.first) or (carries and leads_to_host(hit, clause, bare[0]))
    ):
        return []
    start = clause.past_aside(hit.last)
    beside = _stands_beside(hit, right, bare[0])
    if bare[0].first - start <= near or beside or _only_tells_when_or_where(clause, start, bare[0].first):
        return clause.chain(right, right.index(bare[0]))
    return _beyond_circumstance(hit, clause, right, bare[0])


def _is_subject(clause: Clause, token: int) -> bool:
    """Whether somebody stands at a token, or a pronoun after "that"."""
    return token in clause.inside or is_among(
        clause.words[token], clause.knowledge.lexicon.events.speaker_pronouns
    )


def _beyond_circumstance(
    hit: Hit, clause: Clause, right: list[Argument], subject: Argument
) -> list[Argument]:
    """The subject past when and where it was, where whom he met follows: "استقبل في مكتبه أ اليوم ب"."""
    counted = clause.words[subject.first - 1] == "من"  # "التقى الخميس عددا من الوزراء، بينهم أ"
    back = counted or clause.cast.mentions[subject.index].anaphor
    if back or not is_circumstance(clause, hit.last, subject.first):
        return []
    run = clause.chain(right, right.index(subject))
    rest = [a for a in right if a.first >= run[-1].last]
    met = first_object(clause, rest, hit.form.trigger.prepositions or ("", "مع", "ب"))
    pattern, first = hit.form.trigger.pattern, clause.words[subject.first]
    together = pattern in ("prepositional", "discuss") or first.endswith(NOMINATIVE)
    return run if met or (len(run) > 1 and together) or _receives_on(hit, clause) else []


def _receives_on(hit: Hit, clause: Clause) -> bool:
    """Whether a verb tells of one more guest of whom the text is about: "واستقبل في مكتبه أ"."""
    joined = clause.words[hit.first].startswith("و") or clause.words[hit.first - 1] in clause.lists.again
    return hit.form.trigger.pattern == "receive" and joined


def _is_at_its_margin(hit: Hit, clause: Clause, argument: Argument) -> bool:
    """Whether a body's work is only where somebody met: "التقى على هامش أعمال الجمعية العامة أ ب"."""
    between = clause.words[hit.last : argument.first]
    body = clause.cast.mentions[argument.index].kind == "organisation"
    return body and any(word in clause.knowledge.lexicon.events.margins for word in between)


def _stands_beside(hit: Hit, right: list[Argument], subject: Argument) -> bool:
    """Whether whom somebody met follows him, however far the verb is: "التقى على هامش القمة أمس أ ب"."""
    wanted = hit.form.trigger.prepositions or ("", "مع", "ب")
    after = (a for a in right if a.first == subject.last + (a.preposition == "مع") and not a.joined)
    return any(a.preposition in wanted for a in after)


def _only_tells_when_or_where(clause: Clause, first: int, last: int) -> bool:
    """Whether no more stands between a verb and its subject: "يجتمع الجمعة، في فيينا، أ وب"."""
    places = [a for a in clause.arguments if clause.cast.mentions[a.index].kind == "state" and a.preposition]
    here = {t for a in places for t in range(a.first - (a.preposition == "في"), a.last)}
    told = (*COMMAS, *clause.lists.day_openers)
    return all(
        t in here or clause.words[t] in told or clause.tells_when(clause.words[t]) for t in range(first, last)
    )


def own_arguments(hit: Hit, clause: Clause) -> list[Argument]:
    """The arguments after a verb that are its own: not of the next verb, nor of what somebody says."""
    verbs = (h for h in clause.hits if h.first >= hit.last and h.form.trigger.id.endswith("-verb"))
    end = next((h.first for h in verbs if not _is_aside(h, clause)), clause.sentence.last)
    end = next((t for t in range(hit.last, end - 1) if _is_told_by(clause, t)), end)
    end = next((t for t in range(hit.last, end - 1) if _is_time_of_talks(hit, clause, t)), end)
    over = clause.lists.presence if hit.form.trigger.pattern in ("receive", "transitive") else frozenset()
    own = [a for a in clause.right(hit.last, 34, over) if a.first < end]
    return [a for a in own if not _is_at_its_margin(hit, clause, a)]


def _is_told_by(clause: Clause, token: int) -> bool:
    """Whether a relative clause begins that tells what somebody says: "التقى أ، الذي أكد أن ب"."""
    speech = clause.knowledge.lexicon.cues.speech
    return clause.words[token] in clause.lists.relatives_of_one and clause.words[token + 1] in speech


def _is_time_of_talks(hit: Hit, clause: Clause, token: int) -> bool:
    """Whether a word leads to other talks, whose "with" follows: "عرض أ رؤيته، غداة محادثات مع ب"."""
    cues, discusses = clause.knowledge.lexicon.cues, hit.form.trigger.pattern == "discuss"
    leads = clause.words[token] in cues.after | cues.before
    return discusses and leads and any(h.first == token + 1 for h in clause.hits)


def _is_aside(hit: Hit, clause: Clause) -> bool:
    """Whether a verb only says of somebody who he is, or is one of an aside: "أ الذي وصل أمس إلى ب،"."""
    if any(first <= hit.first < last for first, last in clause.asides.items()):
        return True
    if clause.words[hit.first - 1] not in clause.lists.relatives:
        return False
    return any(
        clause.words[t] in COMMAS for t in range(hit.last, min(hit.last + _ASIDE, clause.sentence.last))
    )
