"""Subjects: who stands before a token as the subject of what it says."""

from __future__ import annotations

from itertools import pairwise

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.firsts import is_told_as_first
from liqaa.ingest.extraction.clauses.opening_clauses import is_behind
from liqaa.ingest.extraction.clauses.own_words import who_says_of_himself
from liqaa.ingest.extraction.clauses.senders import is_sender
from liqaa.ingest.extraction.clauses.set_for import is_set_for
from liqaa.ingest.extraction.clauses.verb_objects import is_informed, is_object
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from who is quoted to the word for what he said: "عن أ، أمس، قوله".
_SAYING = 4
# Tokens in which a sentence opens with a verb of saying: "وفي سياق متصل، قال".
_SAID = 5
# Tokens back from what "he" does to "that he", and people from there back to the spokesman who says it.
_TOLD, _VOICES = 12, 3
# Tokens from a verb to somebody between "was" and "had".
_HAD = 6
# Tokens from somebody's office to him: "المكتب الإعلامي لأ".
_OFFICE = 2
# Tokens from a group that is not named to what it does.
_GROUP = 8
# Pronouns on a relative: "شقيقي", "نجلها".
_PRONOUNS = ("ي", "ه", "ها", "هم", "نا")
# Patterns of nouns whose genitive is no subject of what follows: "لقاء كيم خلال محادثة".
_NOUNS = frozenset(("noun", "receive-noun", "visit-noun"))


def subject_of(clause: Clause) -> int | None:
    """Entity of the first person of a sentence that no preposition governs."""
    for argument in clause.arguments:
        if argument.entity is not None and argument.entity.kind == "person" and not argument.preposition:
            return argument.entity.index
    return None


def who_attended(clause: Clause) -> set[int]:
    """Those of whom a sentence opens by telling that they were there: "حضر الاستقبال أ وب".

    Whose reception it was goes on as whom the text is about: "كما استقبل سموه ج".
    """
    words, events, last = clause.words, clause.knowledge.lexicon.events, clause.sentence.last
    at = clause.sentence.first + is_among(words[clause.sentence.first], clause.lists.again)
    if at + 2 >= last:
        return set()
    told = is_among(words[at], events.attending) and words[at + 1] in events.attended
    it = words[at].endswith("ه") or words[at].endswith("ها")  # "حضرها أ وب"
    if not told and not (it and is_among(words[at].removesuffix("ها").removesuffix("ه"), events.attending)):
        return set()
    ends = (t for t in range(at + 1 + told, last) if clause.hit_between(t, t + 1))
    end = next(ends, last)
    return {a.index for a in clause.arguments if at < a.first < end}


def agreed_in(clause: Clause) -> tuple[int, ...]:
    """The two of different parties of whom a sentence tells that they agree: "أ اتفق مع ب على ردع ج"."""
    people = [a for a in clause.arguments if a.entity and a.entity.kind == "person" and a.entity.country]
    for before, argument in pairwise(people):
        one, other = before.entity, argument.entity
        between = clause.words[max(clause.sentence.first, before.first - 1) : argument.first]
        agrees = any(is_among(word, clause.knowledge.lexicon.cues.agreeing) for word in between)
        if argument.preposition == "مع" and agrees and one and other and one.country != other.country:
            return (one.index, other.index)
    return ()


def said_at(clause: Clause) -> int | None:
    """The token of the verb of saying with which a sentence opens: "وأضاف أ أن", "من جانبه، قال أ"."""
    first = clause.sentence.first
    for token in range(first, min(first + _SAID, clause.sentence.last)):
        if token in clause.inside:
            return None
        if is_among(clause.words[token], clause.knowledge.lexicon.cues.saying):
            return token
    return None


def speaker_of(clause: Clause, said: int) -> int | None:
    """Who stands after a verb of saying; None where nobody does, -1 for somebody of whom no more is known."""
    token = said + 1
    while token < clause.sentence.last and clause.tells_when(clause.words[token]):
        token += 1
    named = next((a for a in clause.arguments if a.first <= token < a.last), None)
    if named is not None and not named.preposition:
        return named.entity.index if named.entity and named.entity.kind == "person" else -1
    word = clause.words[token] if token < clause.sentence.last else ""
    lists = (
        clause.lists.prepositions,
        clause.lists.openings,
        clause.lists.boundaries,
        clause.lists.titles_with_pronoun,  # "وأشار معاليه"
    )
    return None if named or not word.isalpha() or any(word in words for words in lists) else -1


def nearest_subject(clause: Clause, token: int, states: bool = False) -> list[Argument]:
    """The nearest argument to the left that no preposition governs, with those joined to it.

    Args:
        clause: the sentence.
        token: where to look from.
        states: whether a state may be the subject.
    """
    told = [] if is_behind(clause, token) else spoken_for(clause, token)
    told = (who_says_of_himself(clause, token) or None) if told is None else told
    if told is not None:
        return told
    kinds = {"person", "delegation", "organisation"} | ({"state"} if states else set())
    relative = token > clause.sentence.first and _opens_relative(clause, token - 1)
    hosting = ("receive", "banquet", "dinner")  # a guest gives no dinner: "يقلد أ ب وساما ويقيم مأدبة"
    receives = any(h.first == token and h.form.trigger.pattern in hosting for h in clause.hits)
    met = clause.met | clause.guests if receives else clause.met
    governed: list[Argument] = []
    for argument in clause.left(token):
        if relative and token - argument.last > 3:
            return governed
        mention = clause.cast.mentions[argument.index]
        if mention.kind not in kinds or mention.anaphor == "pair":
            continue
        apart = token - argument.last
        if mention.kind == "state" and (apart > 2 or not _acts(clause, argument, token)):
            continue
        acts = _relative_follows(clause, argument, token) or _is_quoted(clause, argument, token)
        acts = acts or _has_it_told(clause, argument, token) or is_set_for(clause, argument, token)
        if not acts and (argument.preposition or argument.index in met):
            continue
        if not acts and (is_object(clause, argument) or _is_of_proceedings(clause, argument)):
            continue
        if argument.entity is None and mention.anaphor != "counterpart":
            continue
        if _leads_group(clause, argument) or is_informed(clause, argument):
            continue
        he = clause.words[token - 1] in clause.knowledge.lexicon.events.speaker_pronouns
        if he and mention.kind == "organisation" and is_genitive(clause, argument):
            continue  # "في قمة مجموعة العشرين، أنه التقى أ"
        elsewhere = _is_equated(clause, argument) or is_told_as_first(clause, argument)
        elsewhere = elsewhere or (not relative and argument.first in clause.passed(token))
        if elsewhere or _acted_before(clause, argument, token):
            continue
        if argument.joined and _is_alone_meant(clause, argument, token):
            return [argument]
        if argument.joined:
            run = clause.chain(clause.arguments, _chain_start(clause, argument))
            if run[0].preposition and run[0] is not argument and argument in run:
                governed = governed or run  # together: "اتصالات من أ وب"; another subject goes before
                continue
            return run
        return clause.chain(clause.arguments, clause.arguments.index(argument))
    return governed


def spoken_for(clause: Clause, token: int) -> list[Argument] | None:
    """Of whom a spokesman tells what "he" does: "قال متحدث باسم أ إنها ستجتمع مع ب".

    Nobody in the sentence where only a pronoun says whose spokesman he is: "قال المتحدث باسمها إنها".

    Args:
        clause: the sentence.
        token: where what is done begins.

    Returns:
        The one spoken for; None where no spokesman tells it.
    """
    pronouns = clause.knowledge.lexicon.events.speaker_pronouns
    near = range(max(clause.sentence.first, token - _TOLD), token)
    said = next((t for t in near if clause.words[t] in pronouns and t not in clause.inside), None)
    people = [a for a in clause.left(said) if _is_person(clause, a)] if said is not None else []
    voice = next((a for a in people[:_VOICES] if _speaks_for(clause, a)), None)
    between = (a for a in clause.left(token) if said is not None and a.first > said and _is_person(clause, a))
    if voice is None or any(not a.preposition for a in between):
        return None
    return [a for a in people if a.first == voice.last]


def _is_person(clause: Clause, argument: Argument) -> bool:
    return clause.cast.mentions[argument.index].kind == "person"


def _speaks_for(clause: Clause, argument: Argument) -> bool:
    """Whether somebody is the spokesman of a person: "متحدث باسم أ", "المتحدثة باسمها"."""
    offices, mention = clause.knowledge.lexicon.offices, clause.cast.mentions[argument.index]
    if mention.name or not clause.knowledge.is_spokesmans(mention.office_key):
        return False
    if clause.words[argument.last - 1] in offices.speaks_for:
        return any(a.first == argument.last and _is_person(clause, a) for a in clause.arguments)
    return clause.words[argument.last] in offices.speaks_for_him


def two_before(clause: Clause, token: int) -> tuple[int, ...]:
    """The last two people of different parties that a sentence names before a token, however far."""
    before = [a.entity for a in clause.left(token, token) if not is_sender(clause, a)]
    people = [e for e in before if e and e.kind == "person" and e.country]
    for other in people[1:]:
        if other.country != people[0].country:
            return (other.index, people[0].index)
    return ()


def is_unread(clause: Clause, token: int) -> bool:
    """Whether the subject of what a token states is somebody whom no mention names."""
    another = (is_unnamed_group, _another_had, _another_was, _is_of_kin)
    if any(tells(clause, token) for tells in another):
        return True
    return any(_another_acts(clause, argument, token) for argument in clause.left(token))


def _another_was(clause: Clause, token: int) -> bool:
    """Whether a thing was on its way, told without the article: "اعتراض صاروخ كان متجها نحو أ"."""
    words, thing = clause.words, token - 2
    if thing <= clause.sentence.first or thing in clause.inside or token - 1 in clause.inside:
        return False
    was = words[token - 1].removesuffix("ا").removesuffix("ت") in clause.knowledge.lexicon.cues.pluperfect
    named = words[thing].startswith("ال") or words[thing] in clause.lists.relatives
    told = words[thing] in clause.knowledge.lexicon.cues.conjunctions or clause.is_boundary(thing)
    return was and words[thing].isalpha() and not named and not told and not clause.tells_when(words[thing])


def _is_of_kin(clause: Clause, token: int) -> bool:
    """Whether a relative of whom a pronoun means stands right before a verb: "شقيقي زار أ"."""
    word, kin = clause.words[token - 1], clause.knowledge.lexicon.offices.kin
    if token == clause.sentence.first or token - 1 in clause.inside:
        return False
    return any(word.endswith(end) and word.removesuffix(end) in kin for end in _PRONOUNS)


def _another_had(clause: Clause, token: int) -> bool:
    """Whether somebody unread stands between "was" and "had" before a verb: "وكان حامد قد وصل"."""
    words, pluperfect = clause.words, clause.knowledge.lexicon.cues.pluperfect
    near = range(token - 2, max(clause.sentence.first - 1, token - _HAD), -1)
    was = next((t for t in near if words[t].removeprefix("و") in pluperfect), None)
    if was is None or words[token - 1] != "قد":
        return False
    between = range(was + 1, token - 1)
    if any(words[t] in clause.lists.titles_with_pronoun for t in between):
        return False  # "وكان سموه قد وصل"
    unread = all(t not in clause.inside and words[t].isalpha() for t in between)
    return unread and any(not clause.tells_when(words[t]) for t in between)


def is_unnamed_group(clause: Clause, token: int) -> bool:
    """Whether those who act are sent by nobody who is told: "تنازلات نقلها وفد رفيع زار أ والتقى ب"."""
    groups = clause.knowledge.lexicon.events.delegations
    if any(not a.preposition and clause.cast.mentions[a.index].kind != "state" for a in clause.left(token)):
        return False
    for before in range(token - 1, max(clause.sentence.first, token - _GROUP) - 1, -1):
        place = any(
            a.first <= before < a.last and clause.cast.mentions[a.index].kind == "state"
            for a in clause.arguments
        )
        if (before in clause.inside and not place) or clause.is_boundary(before):
            return False
        if is_among(clause.words[before], groups) and not place:
            return not clause.words[before].endswith("ا")  # "استقبل وفدا والتقى أ"
    return False


def _another_acts(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether somebody unread is the subject of what "that" leads to: "قال أ إن فريق المفتشين وصل"."""
    between = range(argument.last, token - 1)
    for said in between:
        if clause.words[said] != "ان" or said in clause.inside or said + 1 in clause.inside:
            continue
        if any(said < a.first < token and not a.preposition for a in clause.arguments):
            continue  # "أعلن أ أن رئيسها ب التقى"
        if _is_doubted(clause, said + 1, token):
            continue  # "نفى أ أن يكون قد التقى ب"
        quoted = clause.words[said + 1] in QUOTES
        if quoted and any(clause.words[t] in QUOTES for t in range(said + 2, token)):
            continue  # the quotation is over: "اعتبر أ أن "الرسوم لا تنجح" مشيرا إلى أنه سيتوجه"
        subject = clause.words[said + 1 + quoted]
        opens = subject in clause.lists.prepositions or clause.tells_when(subject)
        opens = opens or subject in clause.knowledge.lexicon.events.being_verbs  # "نفى أن يكون التقى أ"
        if subject.isalpha() and not opens and not clause.hit_between(said, token):
            return True
    return False


def _is_doubted(clause: Clause, first: int, token: int) -> bool:
    """Whether "that" only leads to "may have" before a verb, whose subject stands before it."""
    copulas = clause.knowledge.lexicon.cues.copulas
    return first < token and all(word in copulas for word in clause.words[first:token])


def _acts(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether a state just before a verb is its subject: no city, nor a goal, nor beyond a boundary."""
    geo = clause.cast.mentions[argument.index].geo
    place = geo is not None and geo.kind in ("city", "place")
    goal = any(h.form.trigger.type == "visit" and 0 <= argument.first - h.last <= 5 for h in clause.hits)
    between = range(argument.last, token)
    named = geo is not None and any(clause.words[t] in COMMAS for t in between)  # "في الرياض، التقى أ"
    capital = clause.words[argument.first - 1] in clause.knowledge.lexicon.events.city_heads  # "عاصمة أ"
    return not (place or goal or named or capital or any(map(clause.is_boundary, between)))


def _relative_follows(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether a relative clause about an argument holds the token: "لرئيس الوزراء، الذي اختتم ..."."""
    after = range(argument.last, min(argument.last + 2, token))
    beside = token - 1 in after and _opens_relative(clause, token - 1)
    return beside or any(clause.words[t] in clause.lists.relatives for t in after)


def _opens_relative(clause: Clause, token: int) -> bool:
    """Whether a relative clause begins at a token, also one joined by و: "أ، والذي يزور ب"."""
    return clause.words[token].removeprefix("و") in clause.lists.relatives


def _is_alone_meant(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether the relative clause that holds a token is about the last of several: "أ وب الذي وصل أمس"."""
    after = range(argument.last, min(argument.last + 2, token))
    return any(clause.words[t] in clause.lists.relatives_of_one for t in after)


def _is_equated(clause: Clause, argument: Argument) -> bool:
    """Whether a mention only says who another is: "أ، وهو وزير الخارجية", "أ، وهو أول مسؤول أميركي"."""
    before = argument.first - 1
    before -= before > clause.sentence.first and clause.words[before] in clause.knowledge.lexicon.cues.firsts
    return clause.words[before] in clause.lists.equating


def _leads_group(clause: Clause, argument: Argument) -> bool:
    """Whether somebody is told as who leads the group before him, which acts: "يقوم وفد يرأسه أ بزيارة"."""
    before = argument.first - 1
    if before <= clause.sentence.first or clause.words[before] not in clause.lists.led_by:
        return False
    end = before - (clause.words[before - 1] in COMMAS)
    kinds = (clause.cast.mentions[a.index].kind for a in clause.arguments if a.last == end)
    return "delegation" in kinds


def _acted_before(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether the relative clause about another of which somebody is the subject is over at a token.

    Such as "رئيس الحزب الذي أسسه أ، لزيارة ب".
    """
    verb = argument.first - 1
    return (
        verb > clause.sentence.first
        and not argument.joined
        and clause.words[verb].endswith(("ه", "ها", "هم"))
        and clause.words[verb - 1] in clause.lists.relatives
        and any(clause.words[t] in COMMAS for t in range(argument.last, token))
    )


def _is_quoted(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether it is somebody's words that are told: "نقلت وكالة عن أ قوله خلال لقائه ب"."""
    after = clause.words[argument.last : min(argument.last + _SAYING, token)]
    beside = argument.last == token - 1 and clause.words[token - 1] in clause.knowledge.lexicon.cues.during
    told = beside and _is_told_of_before(clause, argument)  # "نقلت وكالة عن أ خلال لقائه ب أن"
    return argument.preposition == "عن" and (told or any(word in clause.lists.quoting for word in after))


def _is_told_of_before(clause: Clause, argument: Argument) -> bool:
    """Whether a verb of saying leads to somebody whose words it passes on: "نقلت هذا التصريح عن أ"."""
    before = clause.words[max(clause.sentence.first, argument.first - _SAID) : argument.first]
    return any(is_among(word, clause.knowledge.lexicon.cues.speech) for word in before)


def _has_it_told(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether somebody's office tells what "he" did: "قال مكتب أ إنه", "المكتب الإعلامي لأ أنه التقى ب"."""
    pronouns, after = clause.knowledge.lexicon.events.speaker_pronouns, range(argument.last, token)
    if not any(is_among(clause.words[t], pronouns) for t in after if t not in clause.inside):
        return False
    before = clause.words[max(clause.sentence.first, argument.first - _OFFICE) : argument.first]
    offices = clause.lists.own_offices
    its_own = argument.preposition == "ل" and any(word.removeprefix("ال") in offices for word in before)
    return its_own or argument.preposition in offices


def _chain_start(clause: Clause, argument: Argument) -> int:
    """Index of the first member of the run that a joined argument belongs to."""
    position = clause.arguments.index(argument)
    while position > 0 and clause.arguments[position].joined:
        previous = clause.arguments[position - 1]
        if clause.arguments[position].first - previous.last > 4:
            break
        position -= 1
    return position


def _is_of_proceedings(clause: Clause, argument: Argument) -> bool:
    """Whether a body only has what goes on: "على هامش أشغال المنتدى ج، كما أجرى لقاء مع ب"."""
    body = clause.cast.mentions[argument.index].kind == "organisation"
    events, before = clause.knowledge.lexicon.events, clause.words[argument.first - 1]
    return body and before in events.proceedings | events.margins


def is_genitive(clause: Clause, argument: Argument) -> bool:
    """Whether an argument belongs to the noun of another event right before it."""
    return any(h.last == argument.first and h.form.trigger.pattern in _NOUNS for h in clause.hits)
