"""Meetings of nations: talks that are called by the adjectives of their states: "القمة المصرية السودانية"."""

from __future__ import annotations

from collections.abc import Iterator

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.frames import Filler, Frame, frame_of
from liqaa.ingest.extraction.mentions.mentions import state_mention
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.text.phrasebook import readings

# Words of what a body of two states is for, before their adjectives.
_FIELDS = 4
# The ending of two things of which the adjectives after them tell: "تناولت المحادثات الأزمتين أ وب".
_OF_TWO = "ين"


def read_between_nations(noun: Noun) -> list[Frame]:
    """Such as "القمة المصرية السودانية": the states of two nationality adjectives."""
    return _nations(noun, noun.hit.last)


def read_joint_body(noun: Noun) -> list[Frame]:
    """Such as "عقدت اللجنة القطرية الإيطالية اجتماعها", "اجتماع اللجنة المصرية الأردنية": it meets itself."""
    told = (_nations(noun, start) for start in _named_behind(noun))
    return next((frames for frames in told if frames), [])


def _named_behind(noun: Noun) -> Iterator[int]:
    """Where the adjectives of the states of a body may begin, for each body around the noun."""
    clause = noun.clause
    bodies = clause.knowledge.lexicon.events.joint_bodies
    first, last = (
        max(clause.sentence.first, noun.hit.first - 12),
        min(noun.hit.last + 5, clause.sentence.last),
    )
    for token in range(first, last):
        if any(stem in bodies for _, stem in readings(clause.words[token])):
            yield _past_its_field(noun, token + 1)


def read_body_that_met(noun: Noun) -> list[Frame]:
    """Such as "اجتمعت اللجنة العسكرية القطرية الإيطالية": a body of two states is the verb's subject."""
    clause, at = noun.clause, noun.hit.last
    bodies = clause.knowledge.lexicon.events.joint_bodies
    if at + 1 >= clause.sentence.last or not any(stem in bodies for _, stem in readings(clause.words[at])):
        return []
    return _nations(noun, _past_its_field(noun, at + 1))


def _past_its_field(noun: Noun, at: int) -> int:
    """Past what a body is for, before whose it is: "اللجنة العسكرية المشتركة الكينية السنغالية"."""
    clause, token = noun.clause, at
    while token < min(at + _FIELDS, clause.sentence.last) and clause.words[token].startswith("ال"):
        nation = clause.knowledge.nations.get(clause.words[token])  # "السعودية الأمريكية"
        if nation or clause.knowledge.adjectives.match(clause.words, token, clitics=False):
            return token
        token += 1
    return at


def lend_nations(noun: Noun, members: list[Argument]) -> None:
    """Give those who meet and are of no known land one of the noun's: "القمة الكينية الغانية بين أ وب".

    The one that is left where the lands of the others are known, else in the order of the text.
    """
    _lend(noun, dict.fromkeys(_codes(noun, noun.hit.last)[0]), members)


def lend_nations_of_body(noun: Noun, members: list[Argument]) -> None:
    """The same with the lands of the body that meets: "اللجنة الكينية الغانية برئاسة أ ونظيره الغاني"."""
    codes = (dict.fromkeys(_codes(noun, start)[0]) for start in _named_behind(noun))
    _lend(noun, next((told for told in codes if len(told) > 1), {}), members)


def _lend(noun: Noun, told: dict[str, None], members: list[Argument]) -> None:
    mentions = [noun.clause.cast.mentions[a.index] for a in members]
    if len(told) != len(members) or any(mention.kind != "person" for mention in mentions):
        return
    people = [a.entity for a in members if a.entity]
    unnamed = {m.country for a, m in zip(members, mentions, strict=True) if a.entity is None}
    left = [code for code in told if code not in {p.country for p in people} | unnamed]
    unknown = [p for p in people if p.country is None]
    for person, code in zip(unknown, left, strict=False) if len(unknown) == len(left) else ():
        person.country = code


def _nations(noun: Noun, start: int) -> list[Frame]:
    """The meeting of the states of the nationality adjectives that stand from a token on."""
    clause, hit = noun.clause, noun.hit
    codes, last = _codes(noun, start)
    if len(set(codes)) < 2:
        return []
    frame = frame_of(hit, clause)
    for code in dict.fromkeys(codes):
        state = noun.scene.state(code, clause.sentence.section.index)
        mention = state_mention(min(hit.first, start), last, clause.sentence.index, code)
        frame.fillers.append(Filler(state.index, "party", mention))
    return [frame]


def _codes(noun: Noun, start: int) -> tuple[list[str], int]:
    """The states of the nationality adjectives that stand from a token on, and where they end.

    Not those of somebody's office: "على هامش القمة وزير المالية الكيني أ".
    """
    clause = noun.clause
    persons = [a for a in clause.arguments if clause.cast.mentions[a.index].kind == "person"]
    held = {t for a in persons for t in range(a.first, a.last)}
    codes: list[str] = []
    token = last = start
    while token < clause.sentence.last and token - last <= 1 and token not in held:
        match = clause.knowledge.adjectives.match(clause.words, token)
        word = clause.words[token].removeprefix("و")
        nation = clause.knowledge.nations.get(word) or clause.lists.bodies_as_sides.get(word)
        if match and match.value.number == 1 and match.clitic in ("", "و"):
            codes.append(match.value.code)
            token = last = match.last
        elif nation is not None:
            codes.append(nation)
            token = last = token + 1
        elif word.startswith("ال") and word.endswith(_OF_TWO):
            break
        else:
            token += 1
    return codes, last
