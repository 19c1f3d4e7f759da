"""Visits: who travels to whose land."""

from __future__ import annotations

from itertools import product

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill, fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Filler, Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.lands import home_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.chairs import read_chaired
from liqaa.ingest.extraction.talks.sides import is_party
from liqaa.ingest.extraction.text.phrasebook import is_among, readings
from liqaa.ingest.extraction.visits.aeroplanes import past_aeroplane
from liqaa.ingest.extraction.visits.counterpart_visits import read_counterpart_visit
from liqaa.ingest.extraction.visits.courtesy_calls import is_of_diplomat, read_courtesy_call, serves_there
from liqaa.ingest.extraction.visits.destinations import destinations
from liqaa.ingest.extraction.visits.further_arrivals import read_further_arrival
from liqaa.ingest.extraction.visits.guest_visits import read_guest_visit
from liqaa.ingest.extraction.visits.home_travellers import lend_own_land
from liqaa.ingest.extraction.visits.home_visits import read_home_visit
from liqaa.ingest.extraction.visits.no_visits import is_no_visit
from liqaa.ingest.extraction.visits.retinues import led_by
from liqaa.ingest.extraction.visits.seat_visits import read_seat_visit
from liqaa.ingest.extraction.visits.sent import read_sent
from liqaa.ingest.extraction.visits.tours import is_further_stop, only_leaves, tour_stops
from liqaa.ingest.extraction.visits.visit_hosts import host_person, inviting_counterpart
from liqaa.ingest.extraction.visits.visitors import visitors

# Tokens from a visit to the word for the land of who receives: "زيارة رسمية إلى البلاد".
_HOST_LAND = 3
# Tokens from the verb by which he makes it to that word: "التي يقوم بها معاليه حاليا إلى الدولة".
_MADE = 5
# Tokens from whom somebody met to his visit: "أ والوفد المرافق له وذلك بمناسبة زيارته للبلاد".
_RETINUE = 8
# Adjectives between the noun of a visit and the relative clause about it.
_ADJECTIVES = 2
# Pronouns on the noun of a visit.
_PRONOUNS = ("ته", "تها", "تهم", "تهما")


def read_visits(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The visits a trigger states, one for each land visited."""
    if hit.form.trigger.pattern == "send":
        return read_sent(hit, clause, scene)
    if is_no_visit(hit, clause):
        return read_chaired(hit, clause, scene)
    landing, hit = hit, past_aeroplane(hit, clause)
    call = read_courtesy_call(hit, clause, scene)
    if call and is_of_diplomat(call[0], clause):
        return call  # in the land where he serves, which he does not visit
    places = destinations(hit, clause) or (destinations(landing, clause) if hit is not landing else [])
    if not places:
        return (
            _hosted(hit, clause, scene)
            or _met_at_home(hit, clause, scene)
            or _invited(hit, clause, scene)
            or read_home_visit(hit, clause, scene)
            or call
            or read_seat_visit(hit, clause, scene)
            or read_guest_visit(hit, clause, scene)
            or read_further_arrival(hit, clause, scene)
            or read_counterpart_visit(hit, clause, scene)
        )
    lend_own_land(hit, clause, scene, places)
    people = led_by(hit, clause, visitors(hit, clause, scene, places[0]))
    stops = tour_stops(hit, clause)
    frames: list[Frame] = []
    for place, travellers in product(places, by_party(people)):
        frame = visit_of(hit, clause, scene, travellers, place)
        if frame:
            ahead = place in stops and _lies_ahead(hit, clause, place, places)
            ahead = ahead or is_further_stop(hit, clause, place, places)
            if ahead or _is_begun_elsewhere(hit, clause, place, places):
                frame.future, frame.sure = True, False  # the sentence's day is that of the first stop
            frames.append(frame)
    return frames or _invited(hit, clause, scene)


def by_party(people: list[Entity]) -> list[list[Entity]]:
    """Those of each party, who make a visit of their own: "يزور أ وب الصين".

    Args:
        people: those who travel.
    """
    return [[e for e in people if e.country == party] for party in dict.fromkeys(e.country for e in people)]


def _lies_ahead(hit: Hit, clause: Clause, stop: Argument, places: list[Argument]) -> bool:
    """Whether a tour that has begun elsewhere is still to lead to a stop: "وصل إلى أ في جولة تشمل ب"."""
    journeys = (h for h in clause.hits if h.form.trigger.type == "visit" and h.last <= hit.first)
    begun = stop is not places[0] or any(not only_leaves(h, hit, clause) for h in journeys)
    verbs = clause.knowledge.lexicon.events.tour_verbs
    led = clause.words[hit.first - 1] in verbs  # "كما تشمل جولته أ"
    told = (clause.words[t].removeprefix("و") for t in range(hit.first - led, stop.first))
    return (begun or led) and any(word.startswith(("ت", "ي", "س")) for word in told if word in verbs)


def _is_begun_elsewhere(hit: Hit, clause: Clause, land: Argument, places: list[Argument]) -> bool:
    """Whether a journey to several lands has only begun: "بدأ زيارة لأ وب", "وصل إلى أ في زيارة لأ وب"."""
    words, events = clause.words, clause.knowledge.lexicon.events
    tour = is_among(words[hit.first], events.tours)
    if hit.form.trigger.id != "visit-noun" or tour or len(places) < 2:
        return False
    code = clause.cast.mentions[land.index].country
    begins = any(is_among(word, events.beginning_verbs) for word in words[clause.sentence.first : hit.first])
    arrived = [h for h in clause.hits if h.form.trigger.id == "arrive-verb" and h.last <= hit.first]
    here = {m.country for a in clause.left(hit.first) if (m := clause.cast.mentions[a.index]).kind == "state"}
    if arrived and here:
        return code not in here
    return begins and land is not places[0] and not clause.sentence.title


def _hosted(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "يستقبل أ ب في زيارة", "استقبل أ ب الذي يزور البلاد": the guest visits the host's land."""
    received = [h for h in clause.hits if h.form.trigger.pattern == "receive" and h.last <= hit.first]
    on_visit = clause.words[hit.first - 1] == "في" and hit.form.trigger.id == "visit-noun"
    if not received or not (on_visit or _leads_to_host_land(hit, clause)):
        return []
    verb = received[-1]
    people = [
        a for a in clause.right(verb.last) if not a.preposition and not a.joined and is_party(clause, a)
    ]
    if not clause.at_clause_start(verb.first):
        people = nearest_subject(clause, verb.first)[:1] + people
    host, guest = people[:1], people[1:2]
    if not guest or guest[0].first > hit.first:
        return []
    if on_visit and serves_there(clause.cast.mentions[guest[0].index], clause.knowledge):
        return []  # "استقبل أ السفير ب في زيارة وداعية"
    frame = frame_of(hit, clause)
    fill(frame, scene, guest, "visitor", scene.person(host[0]))
    fill(frame, scene, host, "host", scene.person(guest[0]))
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _met_at_home(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "التقى أ في ج ب الذي يزور البلاد": whom somebody meets visits the land of who meets him."""
    near = _before_journey(hit, clause) if _leads_to_host_land(hit, clause) else []
    met = [h for h in clause.hits if h.form.trigger.type == "talks" and h.last <= hit.first]
    if not met or not near or near[0].first < met[0].last:
        return []
    guest = scene.person(near[0])
    others = (scene.person(a) for a in clause.left(near[0].first) if is_party(clause, a))
    hosts = [e for e in others if e and e.kind == "person" and e.country]
    if guest is None or not hosts or hosts[-1].country == guest.country:
        return []
    places = (clause.cast.mentions[a.index] for a in clause.arguments if a.preposition in ("في", "ب"))
    if any(m.kind == "state" and m.country == guest.country for m in places):
        return []  # "التقى أ في بلد ب نظيره ب خلال زيارته للبلاد"
    frame = frame_of(hit, clause)
    fill(frame, scene, near, "visitor")
    fill_unnamed(frame, scene, hosts[-1], "host")
    return [frame]


def _before_journey(hit: Hit, clause: Clause) -> list[Argument]:
    """Who stands before the clause that tells of his journey, or before "on the occasion of his visit"."""
    before, lists = clause.words[hit.first - 1], clause.lists
    made = _past_making(hit, clause)
    if clause.words[made] in lists.relatives:
        return [a for a in clause.left(made, 2)[:1] if a.entity and a.entity.country]
    told = before in clause.knowledge.lexicon.events.occasions_of_visits or before in lists.during
    his = clause.words[hit.last - 1].endswith(_PRONOUNS) or _made_by_him(hit, clause) is not None
    if not told or not his:
        return []
    people = [a for a in clause.left(hit.first, _RETINUE) if a.entity and a.entity.kind == "person"]
    return [a for a in people if a.entity and a.entity.country][:1]


def _past_making(hit: Hit, clause: Clause) -> int:
    """The token before a journey and the verb by which somebody makes it: "الذي يقوم حاليا بزيارة"."""
    at = hit.first - 1
    now = clause.words[at] in clause.knowledge.lexicon.cues.at_present or clause.tells_when(clause.words[at])
    verb = at - (at > clause.sentence.first and now)
    return (
        verb - 1 if verb > clause.sentence.first and clause.knowledge.light_verb(clause.words[verb]) else at
    )


def _leads_to_host_land(hit: Hit, clause: Clause) -> bool:
    """Whether the land of who receives is visited: "الذي يزور البلاد", "زيارته الرسمية إلى الدولة"."""
    if hit.form.trigger.id not in ("visit-verb", "visit-noun", "arrive-verb"):
        return False
    lands = clause.knowledge.lexicon.events.host_lands
    made = _made_by_him(hit, clause)
    end = made + _MADE if made else hit.last + _HOST_LAND
    after = clause.words[made or hit.last : min(end, clause.sentence.last)]
    return any(stem in lands for word in after for clitic, stem in readings(word) if clitic in ("", "ل"))


def _made_by_him(hit: Hit, clause: Clause) -> int | None:
    """The token after the verb by which a guest makes a visit: "الزيارة الرسمية التي يقوم بها إلى البلاد"."""
    for token in range(hit.last, min(hit.last + _ADJECTIVES + 1, clause.sentence.last - 1)):
        if clause.words[token] in clause.lists.relatives:
            verb = clause.words[token + 1].removesuffix("ها")
            return token + 2 if clause.knowledge.light_verb(verb) else None
    return None


def _invited(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "غادر أ بدعوة من ب", "يحل أ ضيفا على ب": where to is where he lives who invites or hosts."""
    settles = hit.form.trigger.id == "arrive-verb"
    if not settles and hit.form.trigger.id not in ("leave-verb", "head-verb"):
        return []
    right = clause.right(hit.last)
    hosts = [a for a in right if clause.words[a.first - 2] in clause.knowledge.lexicon.events.invitations]
    own = [a for a in right if not a.preposition and not a.joined and is_party(clause, a)][:1]
    people = own or nearest_subject(clause, hit.first)[:1]
    leading = "علي" if settles else "من"
    if not hosts or hosts[0].preposition != leading or not people or not is_party(clause, hosts[0]):
        return []
    frame = frame_of(hit, clause)
    fill(frame, scene, people, "visitor", scene.person(hosts[0]))
    fill(frame, scene, hosts[:1], "host", scene.person(people[0]))
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def visit_of(hit: Hit, clause: Clause, scene: Scene, people: list[Entity], place: Argument) -> Frame | None:
    """The visit of people to a place, received by whom the sentences name or else by the land."""
    mention = clause.cast.mentions[place.index]
    geo = mention.geo
    if geo is None or not people:
        return None
    host = scene.holder(mention, clause) or place.entity
    if host is None:
        return None
    frame = frame_of(hit, clause)
    frame.place = mention if geo.kind != "organisation" else None
    lead = people[0].country
    home = home_of(clause, place) | {host.country}
    for visitor in people:
        if visitor.country == lead and visitor.country not in home:
            fill_unnamed(frame, scene, visitor, "visitor")
    if not frame.fillers:
        return None
    person = host_person(clause, host.country, people[0])
    person = person or inviting_counterpart(clause, host.country, people[0], scene)
    frame.fillers.append(person or Filler(host.index, "host", mention))
    return frame
