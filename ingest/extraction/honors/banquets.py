"""Banquets: "أقام أ مأدبة عشاء على شرف ب", with the guest named or meant by a pronoun."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill, fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.honors.guests import add_giver, add_post, guest_of, only_tells
from liqaa.ingest.extraction.honors.hosted import hosted
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens between the words of a banquet.
_REACH = 14
# Tokens from the verb to the nationality of a body that gives one, and to the state whose embassy does.
_BODY = 5
_SEAT = 1
# Tokens from a verb in the passive to the words of honour: "أقيمت أمس في روما على شرفه".
_PASSIVE = 7


def read_banquet(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The dinner that a verb of giving one or words of honour state.

    Args:
        hit: "أقام" with a meal after it, or "على شرف" with a meal around it.
        clause: its sentence.
        scene: the cast and whom the text is about.
    """
    meal = _meal(hit, clause)
    if meal is None:
        return []
    frame = frame_of(hit, clause)
    pair = hosted(hit, clause)
    giver = pair[:1] or _giver(hit, clause)
    lead = scene.person(giver[0]) if giver else None
    titled = None if giver else _titled_giver(hit, clause, scene)
    host = lead.country if lead else titled.country if titled else None
    named = pair[1:] or [a for a in _named_guests(hit, clause, meal) if a not in giver]
    fill(frame, scene, named, "honoree", lead)
    if not frame.fillers and _is_meant(hit, clause, meal):
        guest = guest_of(clause, scene, hit.first, host)
        if guest is not None:
            frame.sure = False
            fill_unnamed(frame, scene, guest, "honoree")
    fill(frame, scene, [a for a in giver if a.entity and a.entity.index not in frame.entities()], "conferrer")
    if frame.fillers and frame.fillers[-1].role == "honoree":
        _add_body(frame, hit, clause, scene, meal)
    if frame.fillers and frame.fillers[-1].role == "honoree":
        _add_house(frame, clause, scene)
        _add_journeys_host(frame, scene)
    if frame.fillers and frame.fillers[-1].role == "honoree":
        _add_titled(frame, scene, titled)
    if frame.fillers and frame.fillers[-1].role == "honoree":
        add_post(frame, clause, scene)
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _meal(hit: Hit, clause: Clause) -> int | None:
    """The token of the meal: after the verb, or before the words of honour or else after them."""
    meals = clause.knowledge.lexicon.events.meals
    after = range(hit.last, min(clause.sentence.last, hit.last + _REACH))
    before = range(hit.first - 1, max(clause.sentence.first, hit.first - _REACH) - 1, -1)
    spots = [*after] if hit.form.trigger.pattern == "banquet" else [*before, *after]
    return next((t for t in spots if clause.words[t] in meals), None)


def _giver(hit: Hit, clause: Clause) -> list[Argument]:
    """Who gives the dinner: the verb's subject, or the nearest subject of the words of honour."""
    if hit.form.trigger.pattern == "banquet":
        after = people_among(clause.right(hit.last, _REACH))
        if after and not after[0].preposition and after[0].first - hit.last <= 1:
            return after[:1]
    if _is_given_by_nobody(hit, clause):
        return []
    left = nearest_subject(clause, hit.first)
    return [a for a in left[:1] if not only_tells(clause, a)]


def _is_given_by_nobody(hit: Hit, clause: Clause) -> bool:
    """Whether a passive verb says that the dinner was given: "مأدبة أقيمت على شرفه" tells its guest alone."""
    given = clause.knowledge.lexicon.events.holding_verbs
    before = clause.words[max(clause.sentence.first, hit.first - _PASSIVE) : hit.first]
    return any(is_among(word, given) for word in before)


def _named_guests(hit: Hit, clause: Clause, meal: int) -> list[Argument]:
    """Those whom the words of honour or, for a dinner given, ل lead to."""
    honours = [h.last for h in clause.hits if h.form.trigger.pattern == "dinner"]
    people = people_among(clause.arguments)
    for position, argument in enumerate(people):
        honoured = any(_follows(clause, argument, last) for last in honours)
        given = argument.preposition == "ل" and argument.first > meal and argument.first - meal <= 6
        paid = _is_paid(clause, argument) and argument.first > meal
        if (honoured and argument.first >= hit.first) or ((given or paid) and _is_banquet(hit, clause, meal)):
            return clause.chain(people, position)
    return []


def _is_banquet(hit: Hit, clause: Clause, meal: int) -> bool:
    """Whether a meal honours whom it is given for: "مأدبة", "حفل عشاء", "حفل وداع", no mere "عشاء"."""
    events, after = clause.knowledge.lexicon.events, clause.words[meal + 1 : meal + 2]
    formal = clause.words[meal] in events.banquets or any(w in events.meals | events.tributes for w in after)
    return formal and hit.form.trigger.pattern == "banquet"


def _is_paid(clause: Clause, argument: Argument) -> bool:
    """Whether a word of tribute leads to somebody: "حفلا لتكريم السفير أ"."""
    tributes = clause.knowledge.lexicon.events.tributes
    return not argument.preposition and clause.words[argument.first - 1] in tributes


def _follows(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether words of honour lead to an argument, at most a title between: "على شرف الزوجين أ"."""
    gap = _past_guest(clause, clause.words[token : argument.first])
    return argument.first >= token and len(gap) <= 1 and not any(w.startswith(("ل", "ب")) for w in gap)


def _past_guest(clause: Clause, gap: list[str]) -> list[str]:
    """Words past those that call somebody the land's guest: "على شرف ضيف البلاد الكبير أ"."""
    events = clause.knowledge.lexicon.events
    if not gap or gap[0].removeprefix("ل") not in events.land_guests:
        return gap
    return [word for word in gap[1:] if word not in events.host_lands | events.land_guests]


def _is_meant(hit: Hit, clause: Clause, meal: int) -> bool:
    """Whether a pronoun stands for the guest: "على شرفه", "تكريما له", "لضيفه"."""
    events = clause.knowledge.lexicon.events
    honours = [h for h in clause.hits if h.form.trigger.pattern == "dinner"]
    if any(clause.words[h.last - 1] in events.guest_words for h in honours):
        return True
    after = [clause.words[h.last] for h in honours if h.last < clause.sentence.last]
    near = clause.words[meal : min(max(hit.last, meal) + 4, clause.sentence.last)]
    titled = any(w.removeprefix("ل") in clause.lists.titles_with_pronoun for w in after)  # "تكريما لفخامته"
    pronoun = titled or any(w in events.guest_pronouns for w in after)
    return pronoun or any(w in events.guest_words for w in near)


def _add_body(frame: Frame, hit: Hit, clause: Clause, scene: Scene, meal: int) -> None:
    """The party whose embassy or ministry gives it: "أقامت السفارة الكينية عشاء", "أقامت سفارة كينيا"."""
    own = scene.cast.entities[frame.fillers[0].entity].country
    if hit.form.trigger.pattern != "banquet":
        return
    for token in range(hit.last + 1, min(hit.last + _BODY, meal)):
        match = clause.knowledge.adjectives.match(clause.words, token, clitics=False)
        if match and match.value.definite and match.value.code != own:
            add_giver(frame, clause, scene, match.value.code, token)
            return
    for argument in clause.right(hit.last, _BODY):
        state = argument.entity
        near = argument.first - hit.last <= _SEAT and argument.first < meal and not argument.preposition
        if near and state and state.kind == "state" and state.country not in (None, own):
            add_giver(frame, clause, scene, state.country)
            return


def _add_titled(frame: Frame, scene: Scene, giver: Entity | None) -> None:
    """Add who gives the dinner where only a title stands for him: "وأقام سموه مأدبة تكريما لأ"."""
    own = scene.cast.entities[frame.fillers[0].entity].country
    if giver is not None and giver.country not in (None, own):
        fill_unnamed(frame, scene, giver, "conferrer")


def _titled_giver(hit: Hit, clause: Clause, scene: Scene) -> Entity | None:
    """Whom a title alone means behind the verb: who has received the guest, else whom the text is about."""
    if hit.form.trigger.pattern != "banquet" or not _is_titled(hit, clause):
        return None
    met = (*(scene.received or ())[1:], scene.topic)
    known = (scene.cast.entities[index] for index in met if index >= 0)
    return next((e for e in known if e.kind == "person"), None)


def _is_titled(hit: Hit, clause: Clause) -> bool:
    """Whether a title with a pronoun or a crown's alone follows the verb: "أقام سموه", "أقام سمو الأمير"."""
    words, crowns = clause.words, clause.knowledge.lexicon.offices.heads_of_state
    style = clause.knowledge.honorifics.match(words, hit.last, clitics=False)
    near = words[style.last - 1 : min(style.last + 1, clause.sentence.last)] if style else []
    crowned = any(word.removeprefix("ال") in crowns and word.startswith("ال") for word in near)
    return crowned or words[hit.last] in clause.lists.titles_with_pronoun


def _add_house(frame: Frame, clause: Clause, scene: Scene) -> None:
    """The land in which the dinner is given, where nobody is said to give it."""
    own = scene.cast.entities[frame.fillers[0].entity].country
    for argument in clause.arguments:
        mention = clause.cast.mentions[argument.index]
        if mention.geo is not None and argument.preposition in ("في", "ب") and mention.country != own:
            add_giver(frame, clause, scene, mention.geo.code)
            return


def _add_journeys_host(frame: Frame, scene: Scene) -> None:
    """Who the guest is travelling to, where no land is told: "وصل أ إلى ب، حيث أقيمت مأدبة على شرفه"."""
    journey = scene.journey or scene.visit
    if len(frame.fillers) == 1 and journey is not None and journey[0] == frame.fillers[0].entity:
        fill_unnamed(frame, scene, scene.cast.entities[journey[1]], "conferrer")
