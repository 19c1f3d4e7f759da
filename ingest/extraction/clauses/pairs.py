"""Pairs: whom "الرئيسان", "الجانبان", "زعيما البلدين" or "الكوريتان" stands for."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.mentions.mentions import Mention


def pair_of(scene: Scene, mention: Mention, clause: Clause) -> tuple[int, ...]:
    """Whom "الرئيسان" or "الجانبان" stands for: the last pair read, or the last two of that office."""
    if mention.kind == "delegation":
        return _delegations(scene, mention, clause)
    if mention.office_key in scene.knowledge.lands:
        return _of_lands(scene, mention, clause)
    if mention.office and clause.words[mention.last - 1] in scene.knowledge.lexicon.offices.state_pairs:
        return _holders(scene, mention, clause)
    head = scene.knowledge.pairs.get(mention.office_key)
    if head is None and mention.number == 2 and mention.office:
        head = mention.office_key.partition(" ")[0]
    if mention.office_key in scene.knowledge.lexicon.offices.pairs_of_leaders:
        leaders = _leaders(scene, mention, clause)
        if leaders:
            return leaders
    if not scene.pair and scene.agreed and not head:
        return scene.agreed
    if scene.pair and (
        head is None
        or any(
            scene.knowledge.office_head(scene.cast.entities[e].office_key).startswith(head)
            for e in scene.pair
        )
    ):
        return scene.pair
    if head is None:
        return _named_before(scene, mention, clause)
    return _last_holders(scene, mention, clause, head)


def is_of_sides(scene: Scene, mention: Mention) -> bool:
    """Whether a mention stands for two sides or states, of whose people it tells nothing: "الجانبان"."""
    sides = scene.knowledge.pairs.get(mention.office_key, "") is None
    return sides and mention.office_key not in scene.knowledge.lexicon.offices.men


def _leaders(scene: Scene, mention: Mention, clause: Clause) -> tuple[int, ...]:
    """Two who lead, where the last who met are none: "التقى الوزيران ... وسيعقد الزعيمان قمة"."""
    offices = scene.knowledge.lexicon.offices
    leading = offices.heads_of_state | offices.heads_of_government | offices.leaders

    def leads(index: int) -> bool:
        keys = scene.cast.office_keys(scene.cast.entities[index])
        return any(scene.knowledge.office_head(key) in leading for key in keys)

    if not scene.pair or any(map(leads, scene.pair)):
        return ()
    before = {
        index: m.first
        for m, index in zip(scene.cast.mentions, scene.cast.entity_of, strict=True)
        if index >= 0 and m.first < mention.first and m.kind == "person" and leads(index)
    }
    own = [e for e in before if scene.cast.entities[e].section == clause.sentence.section.index]
    lands = {scene.cast.entities[e].country for e in own}
    return tuple(own) if len(own) == 2 and len(lands) == 2 else ()


def _last_holders(scene: Scene, mention: Mention, clause: Clause, head: str) -> tuple[int, ...]:
    """The last two of different parties whom the section names in an office before a mention."""
    before: dict[int, int] = {}
    for i, index in enumerate(scene.cast.entity_of):
        m = scene.cast.mentions[i]
        if (
            index >= 0
            and m.first < mention.first
            and scene.cast.entities[index].section == clause.sentence.section.index
        ):
            entity = scene.cast.entities[index]
            fits = entity.office_key.startswith(head) or scene.is_counterpart(entity)
            if entity.kind == "person" and entity.country and fits:
                before[index] = m.first
    recent = sorted(before, key=lambda e: -before[e])
    for second in recent[1:]:
        if scene.cast.entities[second].country != scene.cast.entities[recent[0]].country:
            return (second, recent[0])
    return ()


def _named_before(scene: Scene, mention: Mention, clause: Clause) -> tuple[int, ...]:
    """The two that are named before "الطرفان" or "البلدان" where no contact of theirs has been told."""
    before = [a.entity for a in clause.arguments if a.last <= mention.first and a.entity]
    of_states = mention.office_key in scene.knowledge.lexicon.offices.state_pairs
    people = {
        e.index: e.country
        for e in before
        if e.kind == "person" and e.country and not scene.only_speaks(e.index)
    }
    if not of_states and len(people) == 2 and len(set(people.values())) == 2:
        return tuple(people)
    if not of_states and scene.company:
        return scene.company
    if mention.office_key in scene.knowledge.lexicon.offices.men:
        return ()
    lands, section = _two_lands(scene, mention, clause), clause.sentence.section.index
    if not (lands or of_states) and scene.visit is not None and _are_all_told(scene, scene.visit, section):
        return scene.visit  # "وصل أ إلى ب. وكان في استقباله ج. وسيعقد الجانبان مباحثات"
    return tuple(scene.state(code, section).index for code in lands)


def _are_all_told(scene: Scene, visit: tuple[int, int], section: int) -> bool:
    """Whether an article tells of nobody but the parties of a visit."""
    parties = {scene.cast.entities[e].country for e in visit}
    told = {e.country for e in scene.cast.entities if e.section == section and e.country}
    return len(parties) == 2 and told <= parties


def _two_lands(scene: Scene, mention: Mention, clause: Clause) -> tuple[str, ...]:
    """The two parties that are named before a mention, in its sentence or the one before."""
    named = _named_lands(scene, mention, clause)
    lands = named if len(named) > 1 else scene.lands
    return lands if len(lands) == 2 else ()


def _named_lands(scene: Scene, mention: Mention, clause: Clause) -> tuple[str, ...]:
    """The parties that a sentence names before a mention."""
    before = [a.entity.country for a in clause.arguments if a.last <= mention.first and a.entity]
    return tuple(dict.fromkeys(country for country in before if country))


def _holders(scene: Scene, mention: Mention, clause: Clause) -> tuple[int, ...]:
    """Who hold an office in the two lands spoken of: "زعيما البلدين", "وزيري خارجية البلدين"."""
    met = tuple(dict.fromkeys(c for c in (scene.cast.entities[e].country for e in scene.pair) if c))
    if met and len(_named_lands(scene, mention, clause)) == 1:
        return ()  # "بين أ وجارتها": it and another that is not told
    lands = met or _two_lands(scene, mention, clause)
    return tuple(_holder(scene, code, mention, clause).index for code in lands) if len(lands) == 2 else ()


def _holder(scene: Scene, code: str, mention: Mention, clause: Clause) -> Entity:
    """Who holds an office in a land: whom the section names, else somebody unnamed."""
    section, offices = clause.sentence.section.index, scene.knowledge.lexicon.offices
    own = scene.knowledge.office_head(mention.office_key)
    heads = {own, *(offices.heads_of_state if own in offices.heads_of_state | offices.leaders else ())}
    if own in offices.leaders:
        heads |= offices.heads_of_government
    for entity in scene.cast.entities:
        head = scene.knowledge.office_head(entity.office_key)
        fits = head in heads or (not head and entity.index in scene.pair)  # a headline's "ترامب"
        if fits and entity.kind == "person" and (entity.country, entity.section) == (code, section):
            return entity
    entity = scene.cast.add("person", section, code, stated=True)
    entity.office_mention, entity.office_key = mention, mention.office_key
    return entity


def _of_lands(scene: Scene, mention: Mention, clause: Clause) -> tuple[int, ...]:
    """Whom "الكوريتان" or "زعيما الكوريتين" stands for: the leaders if both are named, or the states."""
    lands, section = scene.knowledge.lands[mention.office_key], clause.sentence.section.index
    here = [a.entity for a in clause.arguments if a.entity and a.entity.kind == "person"]
    named = {e.country: e.index for e in reversed(here) if e.country in lands}
    if len(named) == len(lands):  # "يلتقي أ بب في أول قمة بين الكوريتين": the verb has told it
        return () if scene.agent in named.values() else tuple(named.values())
    heads = scene.knowledge.lexicon.offices.heads_of_state
    two = [scene.cast.entities[e] for e in scene.pair]
    if {e.country for e in two} == set(lands) and all(e.office_key in heads for e in two):
        return scene.pair
    led = {
        e.country: e.index
        for e in reversed(scene.cast.entities)
        if e.kind == "person" and e.section == section and e.office_key in heads
    }
    summit = any(h.form.trigger.subtype == "summit" for h in clause.hits)  # which its leaders hold
    if (mention.office or summit) and led.keys() >= set(lands):
        return tuple(led[code] for code in lands)
    if mention.office:
        return tuple(_holder(scene, code, mention, clause).index for code in lands)
    return tuple(scene.state(code, section).index for code in lands)


def _delegations(scene: Scene, mention: Mention, clause: Clause) -> tuple[int, ...]:
    """Whom "مسؤولون من البلدين" stands for: a delegation of each of the two spoken of last."""
    beside = [a.entity for a in clause.arguments if a.first < mention.first and a.entity]
    spoken = [e.country for e in beside or [scene.cast.entities[i] for i in scene.pair]]
    lands = dict.fromkeys(scene.knowledge.lands.get(clause.words[mention.last - 1], spoken))
    if len(lands) != 2 or None in lands:
        return ()
    out = []
    for code in lands:
        entity = scene.cast.add("delegation", clause.sentence.section.index, code, stated=True)
        entity.office_mention, entity.office_key = mention, mention.office_key
        out.append(entity.index)
    return tuple(out)
