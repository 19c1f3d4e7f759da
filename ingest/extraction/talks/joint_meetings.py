"""Joint meetings: a noun that names all who meet together: "لقاء بين أ وب", "القمة المصرية السودانية"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.pairs import pair_of
from liqaa.ingest.extraction.clauses.subjects import nearest_subject, two_before
from liqaa.ingest.extraction.talks.between_others import is_about
from liqaa.ingest.extraction.talks.called_after import is_called_after
from liqaa.ingest.extraction.talks.chaired_sessions import name_chair
from liqaa.ingest.extraction.talks.inviting_hosts import inviting_host
from liqaa.ingest.extraction.talks.met_together import read_theirs
from liqaa.ingest.extraction.talks.nations import lend_nations, read_between_nations, read_joint_body
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.occasions import read_on_occasion
from liqaa.ingest.extraction.talks.shared_chairs import chair_of, read_chairs
from liqaa.ingest.extraction.talks.sides import is_party, joint, pair_frame, speaker_after, with_topic
from liqaa.ingest.extraction.talks.states_talking import read_at_seat, states_with
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens between a noun and the verb that names who met: "لقاء هو الأول منذ سنوات جمع أ وب".
_VERB_REACH = 12
# Tokens after a noun among which stands who led it: "مباحثات بناءة ترأسها من الجانب أ ج".
_LED = 4
# Tokens between a noun and those who lead the meeting.
_HEADS_REACH = 32
# Tokens between those who meet and a noun that is the occasion: "في ختام".
_RIGHT_BEFORE = 3
# The stem of a verb that joins somebody to another: "جلسة ضمته إلى أ".
_JOINS_TO = "ضم"
# Endings of a verb whose subjects are two.
_OF_TWO = ("ان", "ا")
# What joins two who meet: "قمة أ - ب".
_DASHES = (["-"], ["–"], ["—"])
# Words between a noun and بين with two lands that meet: "القمة التاريخية التي عقدت بين الكوريتين" has four.
_BESIDE = 4


def read_joint(noun: Noun) -> list[Frame]:
    """The meeting of those whom بين or a joining verb names, if one does."""
    return (
        _of_each_side(noun)
        or _gathered(noun)
        or _between_members(noun)
        or _mutual(noun)
        or joined_by_verb(noun)
        or _taking_part(noun)
    )


def read_own_members(noun: Noun) -> list[Frame]:
    """Talks with no "with": a pair as subject, two genitives, or two nationalities."""
    two = noun.both() if noun.possessed_by_two else ()
    if two:
        return pair_frame(noun.hit, noun.clause, noun.scene, two)
    return (
        _of_the_verb(noun)
        or _genitives(noun)
        or read_between_nations(noun)
        or name_chair(noun, read_joint_body(noun))
        or read_on_occasion(noun)
        or read_theirs(noun)
        or _intending_to_meet(noun)
    )


def _of_each_side(noun: Noun) -> list[Frame]:
    """Who holds a meeting for each side: "مباحثات ترأسها عن الجانب أ وزير ج وعن الجانب ب وزير د"."""
    clause, mentions = noun.clause, noun.scene.cast.mentions
    after = [a for a in clause.arguments if a.first >= noun.hit.last]
    sides = [a for a in after if mentions[a.index].office_key in clause.knowledge.lexicon.offices.sides]
    sides = sides or [a for a in after if mentions[a.index].kind == "delegation"]  # "ترأس الوفد أ ج"
    events, led = clause.knowledge.lexicon.events, clause.words[noun.hit.first - 1 : noun.hit.first]
    leading = events.side_leading | {"عن"}  # "ترأس الجانب أ ج، وعن الجانب ب د"
    led += [
        w for w in clause.words[noun.hit.last : noun.hit.last + _LED] if w.endswith("ها") or w.endswith("ه")
    ]
    if any(is_among(word, events.side_leading) for word in led):
        leading |= events.side_openers  # "ترأس الاجتماع من الجانب أ ج، ومن الجانب ب د"
    led_at = next((a.first for a in sides if is_among(clause.words[a.first - 1], leading)), 0)
    beside = [a for a in sides if led_at and a.first > led_at and mentions[a.index].clitic == "و"]
    # "ترأس الجانب أ ج، والجانب ب د"
    sides = [a for a in sides if a in beside or is_among(clause.words[a.first - 1], leading)]
    opening = clause.words[sides[0].first - 2].lstrip("و") if sides else ""
    attended = opening.removesuffix("ها").removesuffix("ه") in events.attending
    within = ((a, clause.words[a.last : a.last + 1]) for a in sides)  # "ترأس الجانب أ فيها ج"
    ends = {a.last + (w in (["فيها"], ["فيه"])): mentions[a.index].country for a, w in within}
    people = [a for a in after if a.first in ends and is_party(clause, a) and not a.preposition]
    spoken_for = {a.first - 1: mentions[a.index].country for a in sides if clause.words[a.first - 1] == "عن"}
    named = [a for a in after if a.last in spoken_for and is_party(clause, a)]  # "برئاسة أ عن الجانب ج وب عن"
    people = _each_once(named if len(named) >= 2 else people)
    for person in people if len(people) >= 2 and not attended else []:
        if person.entity is not None and not person.entity.stated:
            person.entity.country = spoken_for.get(person.last) or ends.get(person.first)
    return joint(noun.hit, clause, noun.scene, people) if len(people) >= 2 and not attended else []


def _each_once(people: list[Argument]) -> list[Argument]:
    """The arguments without those that mean somebody again."""
    first = {id(person.entity): person for person in reversed(people)}
    return [person for person in people if person.entity is None or first[id(person.entity)] is person]


def _gathered(noun: Noun) -> list[Frame]:
    """Such as "جمع لقاء في بيروت أ وب", "جمع لقاء في بيروت أ بب": the verb stands before the noun."""
    clause = noun.clause
    verbs = clause.knowledge.lexicon.events.joining_verbs
    begins = noun.hit.first == clause.sentence.first
    if begins or clause.words[noun.hit.first - 1].lstrip("وس") not in verbs:
        return []
    people = [a for a in noun.right if not a.preposition and clause.cast.mentions[a.index].geo is None]
    run = clause.chain(noun.right, noun.right.index(people[0])) if people else []
    with_whom = [a for a in noun.right if a.preposition in ("ب", "مع") and is_party(clause, a)]
    ends = (a.first - (a.preposition == "مع") for a in with_whom)
    run += [a for a, end in zip(with_whom, ends, strict=True) if run and end == run[-1].last][:1]
    return joint(noun.hit, clause, noun.scene, run) if len(run) >= 2 else []


def _between_members(noun: Noun) -> list[Frame]:
    """Such as "لقاء بين أ وب", "محادثات بين الجانبين"."""
    position = next((i for i, a in enumerate(noun.right) if a.preposition == "بين" and not a.joined), None)
    if position is None or noun.clause.hit_between(noun.hit.last, noun.right[position].first):
        return []  # another noun's: "محادثات مع ب لترتيب قمة بين أ وج"
    if noun.possessed and not noun.possessed_by_two:
        return []  # "لقائه بأ تمتين العلاقات بين البلدين"
    owner = noun.right[0]
    if position and not owner.preposition and owner.first == noun.hit.last and _is_person(noun, owner):
        return []  # "محادثات أ – ب لتهدئة التوتر بين ج ود"
    members = _after_between(noun, position)
    if is_about(noun, members):
        return []  # "تركزت المحادثات على التوتر بين أ وب"
    lend_nations(noun, members)
    headed = _taking_part(noun) if all(_is_state(noun, a) for a in members) else []
    if headed and len(members) >= 2:
        return headed  # "مشاورات بين أ وب برئاسة ج ود"
    if len(members) >= 2:
        apart = _is_with_another(noun, position, members)
        return [] if apart else joint(noun.hit, noun.clause, noun.scene, members)
    if noun.possessed_by_two and noun.both():
        return []  # "خلال قمتهما في المنطقة المنزوعة السلاح بين البلدين"
    with_whom = next((a for a in noun.right[:position] if a.preposition == "مع" and not a.joined), None)
    if with_whom is not None and not _is_state(noun, with_whom) and _is_with_another(noun, position, []):
        return []  # "اجتماع مع أ إلى نهج جديد في العلاقة بين الطرفين"
    aside = not noun.scene.pair and noun.clause.apart(noun.hit.last, noun.right[position].first) > _BESIDE
    pair = () if aside or _parts_lands(noun, position) else _pair(noun, noun.right[position])
    of_lands = bool(pair) and all(noun.scene.cast.entities[e].kind == "state" for e in pair)
    held = (_of_the_verb(noun) or read_at_seat(noun)) if of_lands else []  # "ترأس أ وب مشاورات بين البلدين"
    return held or (pair_frame(noun.hit, noun.clause, noun.scene, pair) if pair else [])


def _is_state(noun: Noun, argument: Argument) -> bool:
    """Whether an argument is a state itself, of which nobody is told."""
    return noun.scene.cast.mentions[argument.index].kind == "state"


def _is_person(noun: Noun, argument: Argument) -> bool:
    """Whether an argument is somebody of a known party, and no group: "اجتماع المسؤولين بين البلدين"."""
    mention = noun.scene.cast.mentions[argument.index]
    known = argument.entity is not None and bool(argument.entity.country)
    return known and mention.kind == "person" and mention.number == 1


def _is_with_another(noun: Noun, position: int, members: list[Argument]) -> bool:
    """Whether "with" stands nearer: "محادثات مع أ احتجاجا على تدريبات بين ب وج".

    However far, where it leads to a person and only states follow: "اجتماعا مع أ لبحث العلاقات بين ب وج".
    """
    first = next((a for a in noun.right[:position] if a.preposition == "مع" and not a.joined), None)
    if first is None:
        return False
    person = first.entity is not None and first.entity.kind == "person"
    far = person and all(_is_state(noun, member) for member in members)
    return far or noun.clause.apart(noun.hit.last, first.first) <= _BESIDE


def _parts_lands(noun: Noun, position: int) -> bool:
    """Whether بين belongs to another noun, or more follow: "في قرية الهدنة الحدودية بين الكوريتين"."""
    lands = noun.right[position]
    if noun.scene.cast.mentions[lands.index].office_key not in noun.clause.knowledge.lands:
        return False
    more = any(a.joined and a.first == lands.last for a in noun.right)
    return more or noun.clause.apart(noun.hit.last, lands.first) > _BESIDE


def _after_between(noun: Noun, position: int) -> list[Argument]:
    """All that stand after بين, states included, joined by و or by a second بين."""
    out, end = [noun.right[position]], noun.right[position].last
    for argument in noun.right[position + 1 :]:
        if noun.clause.tells_beside_what(argument, out[-1].last):
            end = argument.last
            continue
        leads = noun.clause.words[argument.first - 1] in noun.clause.lists.led_by
        if leads and _is_state(noun, out[-1]):
            break  # who chair the meeting
        if leads:
            end = argument.last
            continue  # who leads a delegation is one of it
        comma = noun.clause.words[argument.first - 1] in COMMAS
        goes_on = argument.joined or argument.preposition == "بين" or comma
        again = argument.preposition == "بين" and noun.clause.hit_between(end, argument.first)
        mention = noun.scene.cast.mentions[out[-1].index]
        lands = argument.preposition == "بين" and _is_state(noun, argument)
        lands = lands and mention.kind == "person" and mention.anaphor != "pair"  # what two talked about
        if not goes_on or again or lands or argument.first - end > 8:
            break  # another noun's: "محادثات بين أ وب تمهيدا لقمة بين ج ود"
        out.append(argument)
        end = argument.last
    return [a for a in out if noun.scene.cast.mentions[a.index].anaphor != "pair"]


def _taking_part(noun: Noun) -> list[Frame]:
    """Such as "اجتماع اللجنة المشتركة برئاسة أ وب", "مباحثات ثلاثية بمشاركة أ وب وج"."""
    clause = noun.clause
    heads = clause.lists.taking_part
    over = heads | clause.lists.topical | {"وذلك"}  # "وذلك برئاسة أ وب"
    right = clause.right(noun.hit.last, _HEADS_REACH, over=over)
    position = next((i for i, a in enumerate(right) if a.preposition in heads and not a.joined), None)
    if position is None:
        return _who_take_part_in_it(noun)
    if clause.hit_between(noun.hit.last, right[position].first):
        return []
    members = read_chairs(noun, right, position)
    return joint(noun.hit, clause, noun.scene, members) if len(members) >= 2 else []


def _who_take_part_in_it(noun: Noun) -> list[Frame]:
    """Such as "قمة مصغرة يفترض أن يشارك فيها أ وب", "اجتماع في ج سيترأسه أ وب", "حضر أ قمة شارك فيها ب"."""
    clause = noun.clause
    verbs = clause.knowledge.lexicon.events.participating_verbs
    for token in range(noun.hit.last, min(noun.hit.last + _HEADS_REACH, clause.sentence.last - 2)):
        verb = clause.words[token].lstrip("وس")
        leads = verb in clause.lists.led_by and verb.endswith(("ه", "ها")) and verb[0] != "ب"
        if leads or (verb in verbs and clause.words[token + 1] in ("فيها", "فيه")):
            right = [a for a in clause.right(token + 2 - leads, 26) if not a.preposition]
            run = clause.chain(right, 0) if right and right[0].first - token <= _VERB_REACH // 2 else []
            run = [*_whose_meeting(noun, run), *run] if run and not leads else run
            return joint(noun.hit, clause, noun.scene, run) if len(run) >= 2 else []
    return []


def _mutual(noun: Noun) -> list[Frame]:
    """Such as "القمة المقررة بينهما", "لقاء بينه وبين ب"."""
    clause = noun.clause
    for token in range(noun.hit.last, min(noun.start + 8, clause.sentence.last)):
        if clause.words[token] == "بينهما":
            two = noun.both()
            return pair_frame(noun.hit, clause, noun.scene, two) if two else []
        if clause.words[token] in ("بينه", "بينها"):
            return _with_antecedent(noun, token)
    return []


def _with_antecedent(noun: Noun, token: int) -> list[Frame]:
    """Whom "بينه" means and those after the second بين: "لقاء بينه وبين ب"."""
    clause = noun.clause
    others = [a for a in clause.arguments if a.first > token and a.preposition == "بين"][:1]
    if not others:
        return []
    members = clause.chain(clause.arguments, clause.arguments.index(others[0]))
    own = nearest_subject(clause, noun.hit.first)[:1]
    if own:
        return joint(noun.hit, clause, noun.scene, [*own, *members])
    return with_topic(noun.hit, clause, noun.scene, members)


def _is_of_counterpart(noun: Noun, verb: int) -> bool:
    """Whether a verb only tells who belong to those met, not who met: "لقاء مع المجلس الذي يضم أ وب"."""
    end = verb - (noun.clause.words[verb - 1] in noun.clause.lists.relatives)
    met = next((a for a in noun.right if a.last == end), None)
    return met is not None and met.preposition == "مع"


def joined_by_verb(noun: Noun) -> list[Frame]:
    """Such as "لقاء جمع أ وب", "القمة التي تجمع أ بب", "الجلسة التي ضمته إلى أ": everybody after the verb.

    Args:
        noun: the meeting or session.
    """
    clause = noun.clause
    bare = {a.first for a in noun.right if not a.preposition and not is_called_after(noun, a)}
    for token in range(noun.hit.last, min(noun.hit.last + _VERB_REACH, clause.sentence.last)):
        if token in bare or any(h.first == token for h in clause.hits):
            return []  # whose meeting it is stands before the verb, or the next event
        verb = clause.words[token].removeprefix("و" if clause.words[token - 1] in COMMAS else "")
        if verb in clause.knowledge.lexicon.events.joining_verbs:
            if _is_of_counterpart(noun, token):
                return []
            if clause.words[token].endswith("هما"):
                two = noun.both()
                return pair_frame(noun.hit, clause, noun.scene, two) if two else []
            if clause.words[token].endswith("هم"):
                run = nearest_subject(clause, noun.hit.first)  # "أكد أ وب وج بعد قمة جمعتهم"
                return joint(noun.hit, clause, noun.scene, run) if len(run) >= 2 else []
            led = ("", "ب", "مع", "الي") if verb.lstrip("ستي").startswith(_JOINS_TO) else ("", "ب", "مع")
            right = [a for a in clause.right(token + 1, 26) if a.preposition in led]
            right = [
                a for a in right if not (a.preposition in ("ب", "الي") and _is_state(noun, a))
            ]  # "جمع ببغداد أ وب"
            both = _two_joined(noun, right[0]) if right and right[0].first - token <= 1 else ()
            if both:
                return pair_frame(noun.hit, clause, noun.scene, both)  # "قمة جمعت الزعيمين"
            members = clause.chain(right, 0) if right else []
            members += [a for a in right if a not in members and a.preposition in led[1:]][:1]
            if clause.words[token].endswith(("ه", "ها")):
                left = nearest_subject(clause, noun.hit.first)[:1] or _nearest_person(noun)
                left = left or speaker_after(noun.hit, clause, members[:1], possessed=True)
                if not left and members:
                    return with_topic(noun.hit, clause, noun.scene, members[:1])
                members = left + members
            members = [*inviting_host(noun, members), *_with_colleague(noun, members)]
            members = [*(_whose_meeting(noun, members) or chair_of(noun, members)), *members]
            return joint(noun.hit, clause, noun.scene, members) if len(members) >= 2 else []
    return []


def _whose_meeting(noun: Noun, members: list[Argument]) -> list[Argument]:
    """Who heads or holds the meeting in which others come together: "ترأس أ اجتماعا ضم ب وج"."""
    verb, clause = noun.light_verb(), noun.clause
    events = clause.knowledge.lexicon.events
    if verb is None or clause.words[verb].removeprefix("س") in events.housing_verbs | events.hosting_verbs:
        return []  # "يستضيف أ قمة تجمع ب وج"
    subject = nearest_subject(clause, noun.hit.first)[:1]
    held = [a for a in subject if a.entity and a.entity.kind == "person" and a not in members]
    if any(a.entity is b.entity for a in held for b in members):
        return []
    if held:  # who is told on: "يشارك أ في قمة تضم ب وج، كما سيلتقي د"
        clause.met.update(a.index for a in members)
    return held


def _with_colleague(noun: Noun, members: list[Argument]) -> list[Argument]:
    """Those who meet, with him whose counterparts they are: "يشارك أ في اجتماع يضم نظيريه ب وج"."""
    mentions = noun.scene.cast.mentions
    if not any(mentions[a.index].anaphor == "counterpart" for a in members[:1]):
        return members
    return [*(a for a in nearest_subject(noun.clause, noun.hit.first)[:1] if a not in members), *members]


def _two_joined(noun: Noun, argument: Argument) -> tuple[int, ...]:
    """Whom a pair that a verb joins stands for: the two of its office before the noun, or who met last."""
    if argument.last - argument.first > 1 or not _pair(noun, argument):
        return ()  # "اجتماعات تضم وزيري دفاع البلدين": a body
    knowledge, cast = noun.clause.knowledge, noun.scene.cast
    head = knowledge.pairs.get(cast.mentions[argument.index].office_key) or ""
    heads = knowledge.lexicon.offices.heads_of_state | knowledge.lexicon.offices.leaders
    two = two_before(noun.clause, noun.hit.first)
    held = [knowledge.office_head(cast.entities[e].office_key) for e in two]
    fits = held and all(own.startswith(head) or (head in heads and own in heads) for own in held)
    return two if fits else _pair(noun, argument)


def _nearest_person(noun: Noun) -> list[Argument]:
    """The person named last before a noun, whatever governs him: "مكتب رئيس الوزراء ... لقاء جمعه بأ"."""
    people = [a for a in noun.clause.left(noun.hit.first) if a.entity and a.entity.kind == "person"]
    return people[:1]


def _of_the_verb(noun: Noun) -> list[Frame]:
    """Such as "عقد الرئيسان محادثات", "أجرى أ وب مباحثات مع ج": all are the light verb's subject."""
    verb, clause = noun.light_verb(), noun.clause
    if verb is None or clause.words[noun.hit.first].startswith("لل"):
        return _on_an_errand(noun)  # no verb carries "طرح أ مكانا للقمة"
    bare = [a for a in clause.arguments if not a.preposition and a.first < noun.hit.first]
    for argument in bare:
        pair = _pair(noun, argument) if verb - 12 < argument.first else ()
        if pair:
            return pair_frame(noun.hit, clause, noun.scene, pair)
    subject = [a for a in bare if verb < a.first and not a.joined]
    run = clause.chain(clause.arguments, clause.arguments.index(subject[0])) if subject else []
    run = run if len(run) >= 2 else nearest_subject(clause, verb, states=True)
    if len(run) >= 2:
        return joint(noun.hit, clause, noun.scene, [*run, *states_with(noun.hit, clause, run)])
    of_two = noun.hit.first - verb == 1 and clause.words[verb].endswith(_OF_TWO)
    of_two = of_two and not clause.words[verb].endswith("نا")  # "أجرينا محادثة" is of us
    two = two_before(clause, verb) if of_two else ()  # "حيث يجريان محادثات"
    return pair_frame(noun.hit, clause, noun.scene, two) if two else []


def _on_an_errand(noun: Noun) -> list[Frame]:
    """Such as "وصل أ وب إلى ج لعقد قمة": both come for it."""
    last = [h for h in noun.clause.hits if h.first < noun.hit.first][-1:]
    travels = any(h.form.trigger.type == "visit" for h in last)
    run = nearest_subject(noun.clause, noun.hit.first) if noun.errand and travels else []
    return joint(noun.hit, noun.clause, noun.scene, run) if len(run) >= 2 else []


def _intending_to_meet(noun: Noun) -> list[Frame]:
    """Such as "يستعد أ وب للاجتماع", "قرر أ وب عقد الاجتماع": those beside it who are said to intend it."""
    clause, first = noun.clause, noun.hit.first
    held = clause.words[first - 1] in clause.knowledge.lexicon.cues.holding
    first -= held
    events = clause.knowledge.lexicon.events
    intentions = events.intentions | events.resolving
    intended = first > clause.sentence.first and is_among(clause.words[first - 1], intentions)
    run = nearest_subject(clause, first) if held or intended or clause.words[first].startswith("لل") else []
    if len(run) < 2 or first - run[-1].last > _RIGHT_BEFORE:
        return []
    before = clause.words[max(clause.sentence.first, run[0].first - 2) : run[0].first]
    intended = intended or any(is_among(word, intentions) for word in before)
    return joint(noun.hit, clause, noun.scene, run) if intended else []


def _genitives(noun: Noun) -> list[Frame]:
    """Such as "قمة أ وب", "اجتماع الرجلين", "اجتماع لوزراء خارجية أ وب"."""
    right = [a for a in noun.right if a.first >= noun.past_place]
    first = right[0] if right else None
    start = noun.past_place if right != noun.right else noun.start
    if first is None or first.joined or first.first - start > 1 or first.preposition not in ("", "ل"):
        return []
    if right != noun.right and first.preposition != "ل":
        return []  # "خلال اجتماع في أ، أكد ب وج"
    offices = noun.clause.knowledge.lexicon.offices
    told = noun.scene.cast.mentions[first.index].office_key
    pair = _pair(noun, first) if told in offices.men or told in noun.clause.knowledge.lands else ()
    if pair:
        return pair_frame(noun.hit, noun.clause, noun.scene, pair)
    run = noun.clause.chain(right, 0)
    if len(run) == 1 and len(right) > 1 and noun.clause.words[first.last : right[1].first] in _DASHES:
        run = right[:2]  # "قمة أ - ب"
    if len(run) < 2 or _are_venues(noun, run):
        return []
    return joint(noun.hit, noun.clause, noun.scene, run)


def _are_venues(noun: Noun, run: list[Argument]) -> bool:
    """Whether cities that stand for no state are where it was held: "محادثات جنيف وأستانا"."""
    geos = [noun.scene.cast.mentions[a.index].geo for a in run]
    kinds = {geo.kind if geo else "" for geo in geos}
    return kinds <= {"city", "capital"} and "city" in kinds


def _pair(noun: Noun, argument: Argument) -> tuple[int, ...]:
    """The two already spoken of, when a mention stands for both."""
    mention = noun.scene.cast.mentions[argument.index]
    return pair_of(noun.scene, mention, noun.clause) if mention.anaphor == "pair" else ()
