"""Calls: who rang whom, by telephone or video link."""

from __future__ import annotations

from liqaa.ingest.extraction.calls.call_pronouns import pronoun_call
from liqaa.ingest.extraction.calls.callers import (
    addressed,
    caller_of,
    counterpart_before,
    first_governed,
    governing_verb,
    held_between,
    included,
    of_caller,
    reached_by,
    ringing,
    rings_pronoun,
    speaker_of,
    spoken_to,
    told,
    wished,
)
from liqaa.ingest.extraction.calls.calls_between import is_between_people
from liqaa.ingest.extraction.calls.channels import is_through_channels
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill, fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.pairs import is_of_sides, pair_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject, two_before
from liqaa.ingest.extraction.talks.met_pronouns import carries_object
from liqaa.ingest.extraction.talks.sides import grouped, is_party, pair_frame
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ingest.extraction.visits.destinations import after_relative

# The roles of a call when the text does not say who rang.
_BOTH = ("party", "party")
# Tokens from a call or a verb of speaking to those who belong to it, adverbs between them.
_NEAR = 3
# Tokens from talks to those with whom they are.
_OF_TALKS = 2
# Tokens from a verb that brings two together to the call.
_JOINING = 2


def read_calls(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The calls a trigger states, one for each party rung."""
    pattern = hit.form.trigger.pattern
    if pattern == "speak":
        return _spoken(hit, clause, scene)
    of_pronoun = pronoun_call(hit, clause)
    no_call = pattern == "call" and (_is_told(hit, clause) or not (of_pronoun or _is_call(hit, clause)))
    if no_call or is_through_channels(hit, clause):
        return []
    if of_pronoun or rings_pronoun(hit, clause):
        return _frame(hit, clause, scene, *of_pronoun) if of_pronoun else _rung_by(hit, clause, scene)
    right = [a for a in clause.right(after_relative(hit, clause), 26) if is_party(clause, a)]
    held = held_between(hit, clause)
    right = [a for a in clause.right(held, 26) if is_party(clause, a)] if held else right
    between = [a for a in right if a.preposition == "بين" and _is_own(hit, clause, scene, a)]
    both = _pair_right_before(hit, clause, scene)
    if between or both:
        told = _between(hit, clause, scene, right, between[0]) if between else []
        return told or pair_frame(hit, clause, scene, both)
    caller, called = of_caller(hit, clause)
    verb, receiving = governing_verb(hit, clause)
    subject = caller or caller_of(hit, clause, verb)
    reached = reached_by(hit, clause)
    rings = ringing(clause, right) if receiving or reached else []
    if rings:
        return _for_each(hit, clause, scene, (reached or subject)[:1], rings, ("callee", "caller"))
    if pattern == "transitive" and right:
        return _rung_up(hit, clause, scene, subject, right)
    rung = called or first_governed(clause, [a for a in right if clause.words[a.first] != "برياسه"], "ب")
    rung = rung or _made_to(hit, clause, right)
    made = called or verb is not None or pattern != "call" or (rung and rung[0].first == hit.last)
    if rung and made and rung[0].first - hit.last <= 14:
        roles = _BOTH if _joins(hit, clause, rung[0]) else ("caller", "callee")
        return _for_each(hit, clause, scene, subject[:1], rung, roles)
    met = (
        _with_whom(hit, clause, right)
        or spoken_to(hit, clause, right)
        or counterpart_before(hit, clause)
        or included(hit, clause)
        or wished(hit, clause)
    )
    if met:
        return _with(hit, clause, scene, [a for a in subject if a not in met], met)
    words = " ".join(clause.words[hit.first : hit.last])
    any_contacts = words in clause.knowledge.lexicon.events.any_contacts  # "أجروا اتصالات سرية"
    return [] if any_contacts else _together(hit, clause, scene, subject, right)


def _with_whom(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """Those after "with", not of talks told of in the call: "حث أ ب في اتصال على استئناف المحادثات مع ج"."""
    met = first_governed(clause, right, "مع")
    talks = (h for h in clause.hits if h.form.trigger.type == "talks" and h.form.trigger.pattern == "noun")
    of_talks = met and any(hit.last <= h.first and met[0].first - h.last <= _OF_TALKS for h in talks)
    apart = of_talks and met[0].first - hit.last > _NEAR
    return [] if apart and all(told(hit, clause)) else met


def _rung_up(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], right: list[Argument]
) -> list[Frame]:
    """Such as "هاتف أ ب", "أ، الذي هاتفه ب"."""
    rang = _who_rang_him(hit, clause, right)
    if rang:
        return _frame(hit, clause, scene, nearest_subject(clause, hit.first), rang, ("callee", "caller"))
    objects = [a for a in right if not a.preposition and a not in subject]
    return _frame(hit, clause, scene, subject[:1], objects[:1], ("caller", "callee"))


def _who_rang_him(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """Such as "أ، الذي هاتفه ب": the pronoun is whom the subject after the verb rings up."""
    related = clause.words[hit.first - 1].removeprefix("و") in clause.lists.relatives
    own = [a for a in right[:1] if not a.preposition and a.first - hit.last <= _NEAR]
    return clause.chain(right, 0) if own and related and carries_object(hit, clause) else []


def _made_to(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """To whom a call was made of which a relative clause tells: "اتصال هاتفي أجراه أ لب"."""
    after = clause.words[hit.last : min(hit.last + 1, clause.sentence.last)]
    made = any(clause.knowledge.light_verb(word) and word.endswith(("ه", "ها")) for word in after)
    return first_governed(clause, right, "ل") if made and not first_governed(clause, right, "مع") else []


def _joins(hit: Hit, clause: Clause, rung: Argument) -> bool:
    """Whether a call only brings two together, whoever rang: "في اتصال هاتفي جمعه بنظيره"."""
    joining = clause.knowledge.lexicon.events.joining_verbs
    first = max(clause.sentence.first, hit.first - _JOINING)  # "جمعت مكالمة أ بب"
    return any(clause.words[t] in joining for t in range(first, rung.first) if t not in clause.inside)


def _spoken(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "تحدث أ مع ب": a call where both hold office and nobody meets; talks in the land of a visit."""
    right = [a for a in clause.right(hit.last, 12) if is_party(clause, a)]
    met = first_governed(clause, right, "مع") or first_governed(clause, right, "الي")
    own = [a for a in right if not a.preposition and a.first == hit.last]
    before = nearest_subject(clause, hit.first)
    subject = own or [a for a in before if a.last == hit.first] or speaker_of(hit, clause, before)
    others = [h for h in clause.hits if h is not hit and h.form.trigger.type in ("talks", "call", "visit")]
    others = [h for h in others if not _is_quoted(h, hit, clause)]
    end = max(hit.last, own[0].last) if own else hit.last
    subject = subject or _named_later(hit, clause, met)
    contacts = [h for h in others if h.form.trigger.type != "visit"]
    if contacts or not met or not subject or met[0].first - end > _NEAR:
        return []
    frames = _for_each(hit, clause, scene, subject[:1], met, _BOTH)
    there = [f for f in frames if _is_on_visit(f, scene)]
    for frame in there:
        frame.type, frame.subtype = "talks", "meeting"
    frames = there if others else frames
    return [f for f in frames if all(scene.cast.entities[e].office_key for e in f.entities())]


def _named_later(hit: Hit, clause: Clause, met: list[Argument]) -> list[Argument]:
    """Such as "بعد أن تحدث إلى ب قال أ": the subject is who then says something."""
    if not met or clause.words[hit.first - 1] != "ان":
        return []
    said = clause.knowledge.lexicon.cues.speech
    after = [a for a in clause.arguments if a.first >= met[-1].last and is_party(clause, a)]
    return [a for a in after if is_among(clause.words[a.first - 1], said)][:1]


def _is_on_visit(frame: Frame, scene: Scene) -> bool:
    """Whether one of those who speak has gone to the land of the others."""
    lands = {scene.cast.entities[e].country for e in frame.entities()}
    return any(not lands.isdisjoint(scene.visited.get(e, set())) for e in frame.entities())


def _is_quoted(other: Hit, hit: Hit, clause: Clause) -> bool:
    """Whether another trigger stands in what is quoted after a call: "تحدث أ مع ب، قائلا: "اللقاء"."""
    return any(clause.words[t] == ":" for t in range(hit.last, other.first))


def _rung_by(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "شكر أ ب الذي اتصل به هاتفيا", "واتصل به هاتفيا ب": the pronoun is whom the text is about."""
    relative = clause.words[hit.first - 1] in clause.lists.relatives
    after = [a for a in clause.right(hit.last, 12) if is_party(clause, a) and not a.preposition]
    caller = clause.left(hit.first, 2)[:1] if relative else after[:1]
    callee = nearest_subject(clause, caller[0].first)[:1] if relative and caller else []
    return _frame(hit, clause, scene, callee, caller, ("callee", "caller"))


def _is_own(hit: Hit, clause: Clause, scene: Scene, argument: Argument) -> bool:
    """Whether those after "between" are the call's: "العلاقات بين البلدين", "قنوات الاتصال بين الجانبين".

    Not those of another contact: "اتفق أ وب في اتصال على عقد قمة بين أ وج".
    """
    if any(h.form.trigger.pattern == "noun" and hit.last <= h.first < argument.first for h in clause.hits):
        return False
    mention = clause.cast.mentions[argument.index]
    near = argument.first - hit.last <= _NEAR
    return mention.anaphor != "pair" or (near and (bool(scene.pair) or not is_of_sides(scene, mention)))


def _between(hit: Hit, clause: Clause, scene: Scene, right: list[Argument], first: Argument) -> list[Frame]:
    """A call between two or more, who may be those spoken of before: "اتصال بين الرئيسين"."""
    mention = clause.cast.mentions[first.index]
    if mention.anaphor == "pair":
        both = pair_of(scene, mention, clause)
        return pair_frame(hit, clause, scene, both) if both else []
    return _frame(hit, clause, scene, clause.chain(right, right.index(first)), [], _BOTH)


def _with(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], met: list[Argument]
) -> list[Frame]:
    """Calls with those after "with": one for each party, and for each that rang if they are several."""
    apart = _several(hit, clause)
    callers = list(grouped(scene, subject).values()) if apart else [subject]
    rung = [met] if _is_one(hit, clause, met) else list(grouped(scene, met, apart).values())
    return [
        f for first in callers for second in rung for f in _frame(hit, clause, scene, first, second, _BOTH)
    ]


def _together(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], right: list[Argument]
) -> list[Frame]:
    """Calls that name nobody as called: two subjects, a pair, two genitives, or a person addressed."""
    teller, listener = told(hit, clause)
    if teller and listener:
        return _frame(hit, clause, scene, teller, listener, _BOTH)
    if len(subject) >= 2 and _several(hit, clause) and _apart(hit, clause):
        return _for_each(hit, clause, scene, subject[:1], subject[1:], _BOTH)
    if len(subject) >= 2:
        return _frame(hit, clause, scene, subject, [], _BOTH)
    both = (
        _between_them(hit, clause, scene)
        or _pair_joined(hit, clause, scene)
        or _pair_before(hit, clause, scene)
    )
    if both:
        return pair_frame(hit, clause, scene, both)
    own = [a for a in right if not a.preposition]
    run = clause.chain(right, right.index(own[0])) if own and own[0].first - hit.last <= 1 else []
    if len(run) >= 2:
        return _frame(hit, clause, scene, run, [], _BOTH)
    heard = addressed(hit, clause, subject, right) if subject else []
    if heard:
        return _frame(hit, clause, scene, [a for a in subject if a not in heard][:1], heard, _BOTH)
    return []


def _between_them(hit: Hit, clause: Clause, scene: Scene) -> tuple[int, ...]:
    """The two of whom it tells, or the sentence before: "أبلغ أ ب ذلك في اتصال بينهما", "جمعهما"."""
    joining, near = clause.knowledge.lexicon.events.joining_verbs, clause.words[hit.last : hit.last + _NEAR]
    told = any(word == "بينهما" or (word.endswith("هما") and word in joining) for word in near)
    return (two_before(clause, hit.first) or scene.company) if told else ()


def _pair_joined(hit: Hit, clause: Clause, scene: Scene) -> tuple[int, ...]:
    """The two already spoken of whom a call brought together: "مكالمة هاتفية جمعت الوزيرين", "جمعتهما"."""
    joins = clause.knowledge.lexicon.events.joining_verbs
    if any(w in joins and w.endswith("هما") for w in clause.words[hit.last : hit.last + _NEAR]):
        return two_before(clause, hit.first)
    for argument in clause.right(hit.last, _NEAR)[:1]:
        mention = clause.cast.mentions[argument.index]
        if mention.anaphor == "pair" and clause.words[argument.first - 1] in joins:
            return pair_of(scene, mention, clause)
    return ()


def _pair_before(hit: Hit, clause: Clause, scene: Scene) -> tuple[int, ...]:
    """The two already spoken of: "الرئيسان" before the call, or in the passive, where nobody is named."""
    pair = [a for a in clause.left(hit.first) if clause.cast.mentions[a.index].anaphor == "pair"]
    if not pair or (pair[0].preposition and not scene.pair):
        alone = not any(a.entity and a.entity.kind != "state" for a in clause.arguments)
        return scene.pair if alone and governing_verb(hit, clause)[0] is not None else ()
    both = pair_of(scene, clause.cast.mentions[pair[0].index], clause)
    speakers = {a.entity.index for a in clause.left(pair[0].first) if a.entity and not a.preposition}
    return () if speakers.intersection(both) else both


def _pair_right_before(hit: Hit, clause: Clause, scene: Scene) -> tuple[int, ...]:
    """The two right before a verb of speaking: "قال أ إن الرئيسين تحدثا هاتفيا"."""
    verb = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    pairs = [a for a in clause.arguments if a.last == hit.first - 1 and not a.preposition]
    dual = verb.endswith(("ا", "ان")) and hit.form.trigger.pattern == "call"
    dual = dual and clause.knowledge.light_verb(verb) is None  # "الجانبان يجريان اتصالات"
    mentions = [clause.cast.mentions[a.index] for a in pairs if dual]
    return next((pair_of(scene, m, clause) for m in mentions if m.anaphor == "pair"), ())


def _several(hit: Hit, clause: Clause) -> bool:
    """Whether the noun is plural or dual: "اتصالات هاتفية", "اتصالين هاتفيين"."""
    return clause.words[hit.first].endswith(("ات", "الين", "الان", "متين", "متان"))


def _is_one(hit: Hit, clause: Clause, met: list[Argument]) -> bool:
    """Whether all took part in a single call: "اتصال هاتفي مع أ وب", but not "مع كل من أ وب"."""
    single = clause.words[hit.first] in clause.knowledge.lexicon.events.single_calls
    return single and "كل" not in clause.words[hit.last : met[0].first]


def _apart(hit: Hit, clause: Clause) -> bool:
    """Whether each of the calls is said to be one of two: "اتصالات هاتفية منفصلة"."""
    after = clause.words[hit.last : min(hit.last + 2, clause.sentence.last)]
    return any(w in clause.knowledge.lexicon.events.apart for w in after)


def _is_told(hit: Hit, clause: Clause) -> bool:
    """Whether the words only say by what means somebody rings: "اتصل به هاتفيا"."""
    return any(rings_pronoun(h, clause) and h.last + 1 == hit.first for h in clause.hits)


def _is_call(hit: Hit, clause: Clause) -> bool:
    """Bare "اتصال" is a call with the telephone named, also for a call before, or made with ب or من."""
    events = clause.knowledge.lexicon.events
    words = clause.words[hit.first : hit.last]
    near = clause.words[hit.first : min(hit.last + 3, clause.sentence.last)]
    if any(key in word for word in near for key in events.telephone):
        return True
    if (
        _names_both(hit, clause)
        or _is_with_somebody(hit, clause)
        or of_caller(hit, clause)[1]
        or held_between(hit, clause)
        or is_between_people(hit, clause)
    ):
        return True
    verb = governing_verb(hit, clause)[0]
    before = clause.words[clause.sentence.first : hit.first]
    if verb is not None and any(key in word for word in before for key in events.telephone):
        return True
    return verb is not None and any(w in events.call_objects for w in words)


def _names_both(hit: Hit, clause: Clause) -> bool:
    """Whether a "contact" is one of the two already named: "خلال اتصال جرى بينهما", "الاتصال بين الرجلين"."""
    after = clause.words[hit.last : min(hit.last + _NEAR, clause.sentence.last)]
    pairs = [a for a in clause.right(hit.last, 2)[:1] if clause.cast.mentions[a.index].anaphor == "pair"]
    return "بينهما" in after or any(
        a.preposition == "بين" and clause.knowledge.pairs.get(clause.words[a.first], "") != "" for a in pairs
    )


def _is_with_somebody(hit: Hit, clause: Clause) -> bool:
    """Whether a bare "contact" is with a person to whom something is said: "دعا في اتصال مع أ إلى"."""
    begins = hit.first == clause.sentence.first
    if clause.words[hit.first] != "اتصال" or begins or clause.words[hit.first - 1] not in ("في", "خلال"):
        return False
    following = clause.words[hit.last] if hit.last < clause.sentence.last else ""
    carried = clause.knowledge.light_verb(following) if following else None
    begun = hit.last + (following in clause.knowledge.lexicon.events.apart)  # "في اتصال منفصل مع أ"
    after = clause.right(begun, 4 if carried else 2)[:1]  # "في اتصال أجراه أمس بأ"
    wanted = ("مع", "ب", "من") if carried else ("مع",)
    people = [a for a in after if a.preposition in wanted and a.entity and a.entity.kind == "person"]
    return any(a.entity is not None and a.entity.office_key for a in people)


def _for_each(
    hit: Hit,
    clause: Clause,
    scene: Scene,
    first: list[Argument],
    second: list[Argument],
    roles: tuple[str, str],
) -> list[Frame]:
    """One call for each party called."""
    groups = grouped(scene, second, _several(hit, clause)).values()
    return [f for group in groups for f in _frame(hit, clause, scene, first, group, roles)]


def _frame(
    hit: Hit,
    clause: Clause,
    scene: Scene,
    first: list[Argument],
    second: list[Argument],
    roles: tuple[str, str],
) -> list[Frame]:
    """One call of all those named, the topic ringing where nobody else does."""
    lead = scene.person(first[0]) if first else None
    if lead is None and not first and scene.topic >= 0 and second:
        lead = scene.cast.entities[scene.topic]
    frame = frame_of(hit, clause)
    if first:
        fill(frame, scene, first, roles[0], lead)  # "أكد أ ونظيره ب في اتصال"
    elif lead is not None:
        frame.sure = False
        fill_unnamed(frame, scene, lead, roles[0])
    fill(frame, scene, second, roles[1], lead)
    return [frame] if parties_differ(scene.cast, frame.entities()) else []
