"""Callers: who rings and who is rung up, by what stands around a call's trigger."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.asides import is_circumstance
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.possessors import person_before
from liqaa.ingest.extraction.clauses.subjects import is_genitive, nearest_subject
from liqaa.ingest.extraction.talks.sides import is_agent, is_party
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.phrasebook import is_among, readings

# Tokens from who is quoted to what he did: "عن أ قوله إنه تحدث".
_NEAR = 3
# Tokens of what is said of a call before those who held it.
_ASIDE = 14
# Tokens around a call among which stands what somebody wishes another, and from there to him.
_WISH, _WISHED = 12, 4


def governing_verb(hit: Hit, clause: Clause) -> tuple[int | None, bool]:
    """The verb a call depends on, and whether its subject is the one rung up."""
    knowledge, said = clause.knowledge, _told_from(hit, clause)
    spots = [*range(hit.first - 1, max(clause.sentence.first - 1, hit.first - 30), -1)]
    spots += range(hit.last, min(hit.last + 3, clause.sentence.last))
    for at in spots:
        if at in clause.inside or at < said or clause.words[at - 1] in clause.lists.before_nouns:
            continue  # "اتفقا خلال اتصال على تبادل السفراء": a noun
        verb = knowledge.light_verb(clause.words[at])
        if verb is not None:
            return at, verb in knowledge.receiving_verbs
    return None, False


def _told_from(hit: Hit, clause: Clause) -> int:
    """Where what is said of a call begins: "تدرس خطة تشارك فيها دول، فيما ذكرت أن أ وب تحدثا هاتفيا"."""
    that, before = clause.knowledge.lexicon.cues.conjunctions, range(hit.first - 1, clause.sentence.first, -1)
    told = (t for t in before if clause.words[t] in that and t not in clause.inside)
    return next(told, clause.sentence.first)


def caller_of(hit: Hit, clause: Clause, verb: int | None) -> list[Argument]:
    """The subject of a call: of its verb, of the clause before it, or of the clause it opens."""
    subject = _subject(hit, clause, verb)
    if not subject or (hit.form.trigger.pattern != "call" and clause.at_clause_start(hit.first)):
        subject = _speaker_after(hit, clause) or subject
    return subject


def of_caller(hit: Hit, clause: Clause) -> tuple[list[Argument], list[Argument]]:
    """Such as "ما دار في اتصال أ بب": the noun's genitive rings, and ب leads to whom."""
    after = clause.right(hit.last, 14)[:2]
    if clause.words[hit.first] != "اتصال" or len(after) < 2 or not all(is_party(clause, a) for a in after):
        return [], []
    own = not after[0].preposition and after[0].first == hit.last
    rings = after[1].preposition == "ب" and after[1].first - after[0].last <= 1
    return (after[:1], after[1:]) if own and rings else ([], [])


def held_between(hit: Hit, clause: Clause) -> int | None:
    """Past what is said of a call before those who held it: "اتصال وصف بأنه مهم، جرى بين أ وب"."""
    events = clause.knowledge.lexicon.events
    for token in range(hit.last, min(hit.last + _ASIDE, clause.sentence.last - 1)):
        if token in clause.inside:
            return None
        if clause.words[token] in events.taking_place and clause.words[token + 1] == "بين":
            return token
    return None


def first_governed(clause: Clause, arguments: list[Argument], preposition: str) -> list[Argument]:
    """The first party under a preposition, with those joined to it."""
    for position, argument in enumerate(arguments):
        if argument.preposition == preposition and is_party(clause, argument):
            return clause.chain(arguments, position)
    return []


def ringing(clause: Clause, arguments: list[Argument]) -> list[Argument]:
    """From whom a call came: "تلقى أ مكالمة من ب", "تلقى أ مكالمة من طرف ب"."""
    for position, argument in enumerate(arguments):
        if is_party(clause, argument) and (argument.preposition == "من" or is_agent(clause, argument)):
            return clause.chain(arguments, position)
    return []


def reached_by(hit: Hit, clause: Clause) -> list[Argument]:
    """Whom a call came in to: "ورد إلى أ اتصال هاتفي من ب"."""
    verbs = clause.knowledge.lexicon.events.reaching_verbs
    first = max(clause.sentence.first, hit.first - 24)
    verb = next((t for t in range(first, hit.first) if is_among(clause.words[t], verbs)), None)
    if verb is None:
        return []
    between = [a for a in clause.arguments if verb < a.first < hit.first and is_party(clause, a)]
    return [a for a in between if a.preposition in ("الي", "ل")][:1]


def rings_pronoun(hit: Hit, clause: Clause) -> bool:
    """Whether a verb of ringing has a pronoun for whom it rings: "اتصل به هاتفيا"."""
    after = clause.words[hit.last : min(hit.last + 1, clause.sentence.last)]
    return hit.form.trigger.id == "phone-verb" and any(w in ("به", "بها", "بهما") for w in after)


def counterpart_before(hit: Hit, clause: Clause) -> list[Argument]:
    """Such as "بحث أ مع ب هاتفيا", "تحدث أ إلى ب هاتفيا": the counterpart stands before the telephone."""
    wanted = ("مع", "الي") if _speaks(hit, clause) else ("مع",)
    for argument in clause.left(hit.first, 24):
        if argument.preposition in wanted and is_party(clause, argument):
            return clause.chain(clause.arguments, clause.arguments.index(argument))
    return []


def speaker_of(hit: Hit, clause: Clause, subject: list[Argument]) -> list[Argument]:
    """Who says that he spoke to somebody: "قال أ إنه تحدث مع ب", "كتب أ: "تحدثت مع ب"."""
    before = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    if before in QUOTES:
        return subject
    if before not in clause.knowledge.lexicon.events.speaker_pronouns:
        return []
    quoted = [a for a in clause.left(hit.first, _NEAR)[:1] if a.preposition == "عن" and is_party(clause, a)]
    return quoted or subject


def spoken_to(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """Such as "تحدث أ عبر الهاتف إلى ب": whom the verb of speaking addresses."""
    return first_governed(clause, right, "الي") if _speaks(hit, clause) else []


def wished(hit: Hit, clause: Clause) -> list[Argument]:
    """Such as "قدم أ في اتصال هاتفي تعازيه إلى ب": who is told what the caller feels or wishes him."""
    words, wishes = clause.words, clause.knowledge.lexicon.events.wishes
    first, last = max(clause.sentence.first, hit.first - _WISH), min(hit.last + _WISH, clause.sentence.last)
    for token in range(first, last):
        if token in clause.inside or not any(stem in wishes for _, stem in readings(words[token])):
            continue
        for argument in clause.arguments:
            near = 0 < argument.first - token <= _WISHED and argument.preposition in ("ل", "الي")
            person = argument.entity is not None and argument.entity.kind == "person"
            if near and person and not clause.hit_between(token, argument.first):
                return [argument]
    return []


def told(hit: Hit, clause: Clause) -> tuple[list[Argument], list[Argument]]:
    """Who tells and who is told in a call: "أبلغ أ ب خلال اتصال هاتفي", "أ أبلغ ب"."""
    verbs = clause.knowledge.lexicon.events.telling_verbs
    for verb in range(hit.first - 1, max(clause.sentence.first - 1, hit.first - 30), -1):
        if verb in clause.inside or not is_among(clause.words[verb], verbs):
            continue
        bare = [
            a
            for a in clause.arguments
            if verb < a.first < hit.first and not a.preposition and not a.joined and is_party(clause, a)
        ]
        after = [a for a in clause.right(hit.last, _WISHED) if not a.preposition and is_party(clause, a)]
        # "هنأ أ، في اتصال هاتفي اليوم، ب"
        bare += [a for a in after if _only_when(clause, hit.last, a.first)]
        bare += _asked_from(clause, verb, hit.first)
        if len(bare) >= 2:
            return bare[:1], bare[1:2]
        return nearest_subject(clause, verb)[:1], bare
    return [], []


def _only_when(clause: Clause, first: int, last: int) -> bool:
    """Whether nothing but a comma and when stands between two tokens."""
    return all(word in COMMAS or clause.tells_when(word) for word in clause.words[first:last])


def _asked_from(clause: Clause, verb: int, last: int) -> list[Argument]:
    """Of whom something is asked: "طلب أ من ب في اتصال هاتفي"."""
    if not is_among(clause.words[verb], clause.knowledge.lexicon.cues.requesting):
        return []
    between = [a for a in clause.arguments if verb < a.first < last and is_party(clause, a)]
    return [a for a in between if a.preposition == "من"][:1]


def included(hit: Hit, clause: Clause) -> list[Argument]:
    """Whom calls are said to have comprised: "أجرى أ سلسلة اتصالات هاتفية شملت ب وج"."""
    verbs = clause.knowledge.lexicon.events.including_verbs
    for token in range(hit.last, min(hit.last + _NEAR, clause.sentence.last)):
        if clause.words[token] in verbs:
            after = [a for a in clause.right(token + 1) if is_party(clause, a)]
            near = after[:1] and not after[0].preposition and after[0].first - token <= _NEAR
            return clause.chain(after, 0) if near else []
    return []


def addressed(hit: Hit, clause: Clause, subject: list[Argument], right: list[Argument]) -> list[Argument]:
    """Whom the subject speaks to in a call: a counterpart, or after "for" ("قال أ لب في اتصال")."""
    mentions = clause.cast.mentions
    after = [a for a in right if mentions[a.index].anaphor == "counterpart" and not a.preposition]
    if after:
        return after[:1]
    said = first_governed(clause, clause.arguments, "ل")
    end = hit.first if subject[0].first < hit.first else subject[-1].last + _NEAR
    if said and subject[0].first < said[0].first < end:
        return said[:1]
    asked = _asked(clause, subject[0], end)
    if asked:
        return asked
    return [a for a in clause.left(hit.first) if mentions[a.index].anaphor == "counterpart"][:1]


def _asked(clause: Clause, subject: Argument, end: int) -> list[Argument]:
    """Whom the subject of a verb of asking asks: "طلب أ من ب خلال اتصال هاتفي", "أ طلب من ب"."""
    asking = clause.knowledge.lexicon.events.asking_of
    beside = (t for t in (subject.first - 1, subject.last) if t < clause.sentence.last)
    verb = next((t for t in beside if is_among(clause.words[t], asking)), None)
    after = [a for a in clause.arguments if subject.last <= a.first < end and is_party(clause, a)][:1]
    return [a for a in after if verb is not None and a.preposition == "من"]


def _subject(hit: Hit, clause: Clause, verb: int | None) -> list[Argument]:
    if verb is not None and verb < hit.first:
        after = _bare_between(clause, verb, hit.first)
        near = bool(after) and after[0].first - clause.past_aside(verb + 1) < 4
        if near or (after and is_circumstance(clause, verb + 1, after[0].first)):
            return clause.chain(clause.arguments, clause.arguments.index(after[0]))
        return nearest_subject(clause, verb)
    if verb is not None:
        after = _bare_between(clause, verb, verb + 4)
        if after:
            return after[:1]
    subject = nearest_subject(clause, hit.first)
    while subject and is_genitive(clause, subject[0]):
        subject = nearest_subject(clause, subject[0].first)
    his = clause.words[hit.last - 1].endswith("ه")
    return (person_before(clause, subject) if his and subject else []) or subject


def _bare_between(clause: Clause, first: int, last: int) -> list[Argument]:
    """Parties that no preposition governs and that begin between two tokens."""
    return [
        a for a in clause.arguments if first < a.first < last and not a.preposition and is_party(clause, a)
    ]


def _speaker_after(hit: Hit, clause: Clause) -> list[Argument]:
    """Such as "وخلال اتصال مع ب، دعا أ إلى ...": the sentence's subject stands after the call."""
    for argument in clause.arguments:
        mention = clause.cast.mentions[argument.index]
        bare = not argument.preposition and not argument.joined
        if argument.first >= hit.last and bare and mention.kind == "person":
            return clause.chain(clause.arguments, clause.arguments.index(argument))
    return []


def _speaks(hit: Hit, clause: Clause) -> bool:
    """Whether a verb of speaking stands before the call."""
    before = clause.words[max(clause.sentence.first, hit.first - 14) : hit.first]
    return any(is_among(w, clause.knowledge.lexicon.events.speaking_verbs) for w in before)
