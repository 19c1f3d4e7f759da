"""Subjects left out: whom somebody met where the verb names only the other: "وأضاف أنه التقى أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.talks.sides import first_object, is_party
from liqaa.ingest.extraction.text.document import QUOTES
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens between a verb and whom its subject met.
_FAR = 8
# Tokens with which a sentence opens before its verb: "ومن المقرر أن يبحث".
_OPENING = 5
# Pronouns that stand for a journey after the word for during.
_ITS = ("ها", "هما", "ه")


def met_unsaid(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """Whom somebody met whom no noun names before a verb: "ثم اجتمعت بأ", "وأضاف أنه التقى أ"."""
    said = is_among(clause.words[hit.first - 1], clause.knowledge.lexicon.events.speaker_pronouns)
    if not (said or _is_during(hit, clause) or clause.at_clause_start(hit.first)):
        return []
    return beyond_time(hit, clause) or _met_with(hit, clause, right)


def _is_quoted(hit: Hit, clause: Clause) -> bool:
    """Whether a verb opens what somebody is quoted with, of whom it then tells: "وأضاف: "بحثت مع أ"."""
    before = clause.words[max(clause.sentence.first, hit.first - 2) : hit.first]
    return len(before) == 2 and before[0] == ":" and before[1] in QUOTES


def _goes_on(hit: Hit, clause: Clause) -> bool:
    """Whether a verb tells what whom the text is about does further: "وصل أ إلى ب. وسيبحث مع ج التعاون"."""
    words, first, at = clause.words, clause.sentence.first, hit.first
    said = clause.knowledge.lexicon.events.speaker_pronouns | clause.knowledge.lexicon.cues.speech
    told = any(a.first < at for a in clause.arguments) or any(is_among(w, said) for w in words[first:at])
    opens = words[first].startswith("و") or words[first] in clause.lists.then | clause.lists.again
    return at - first <= _OPENING and opens and not told


def met_unread(clause: Clause, subject: list[Argument]) -> bool:
    """Whether a verb's subject met people who are no party: "التقى أ بالأهالي", "عددا من التجار"."""
    at, last = subject[-1].last, clause.sentence.last
    while at < last and at not in clause.inside and clause.tells_when(clause.words[at]):
        at += 1
    if at >= last or at in clause.inside:
        return False
    word = clause.words[at]
    several = word in clause.lists.quantities and word not in clause.lists.each
    with_them = word == "مع" or (word.startswith("بال") and not clause.tells_when(word[1:]))
    return with_them or (several and clause.words[at + 1 : at + 2] == ["من"])


def is_onward(hit: Hit, clause: Clause) -> bool:
    """Whether who travels does what a verb states: "وصل إلى أ حيث التقى ب", "زيارة التقى خلالها أ"."""
    return clause.words[hit.first - 1] in clause.lists.onward or _is_during(hit, clause)


def _is_during(hit: Hit, clause: Clause) -> bool:
    """Whether "during it" stands right after a verb: "زيارة التقى خلالها أ"."""
    word = clause.words[hit.last] if hit.last < clause.sentence.last else ""
    return hit.last not in clause.inside and any(
        word.endswith(its) and word.removesuffix(its) in clause.lists.during for its in _ITS
    )


def beyond_time(hit: Hit, clause: Clause) -> list[Argument]:
    """Whom the subject met, past when it was: "سيلتقي بعد زيارته دمشق ب"."""
    if hit.form.trigger.pattern != "transitive":
        return []
    right = [a for a in clause.right(hit.last, 20, over=clause.lists.temporal) if is_party(clause, a)]
    return first_object(clause, right, ("",))


def whom_several_met(hit: Hit, clause: Clause) -> list[Argument]:
    """Whom two before a verb met, past nothing but when it was: "أ وب يلتقيان خلالها ج", "سيلتقيان غدا ج"."""
    met = beyond_time(hit, clause)
    between = range(hit.last + _is_during(hit, clause), met[0].first if met else hit.last)
    return met if all(clause.is_of_time(clause.words[t]) for t in between) else []


def _met_with(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """Whom a verb's left-out subject met: "ثم اجتمعت في فيلنيوس بأ", "حيث التقى بأ".

    A title with a pronoun may stand for him: "كما استقبل سموه، بحضور أ، ب".
    """
    titled = clause.words[hit.last : hit.last + 1]
    received = ("",) if clause.lists.titles_with_pronoun.intersection(titled) else ()
    prepositions = {
        "prepositional": hit.form.trigger.prepositions,
        "transitive": ("ب", "مع"),
        "receive": received,
        "discuss": ("مع",) if _is_quoted(hit, clause) or _goes_on(hit, clause) else (),
    }
    objects = first_object(clause, right, prepositions.get(hit.form.trigger.pattern, ()))
    return objects if objects and objects[0].first - hit.last <= _FAR else []
