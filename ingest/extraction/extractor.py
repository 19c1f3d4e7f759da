"""The extractor: an article to its reports, step by step."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.metadata import version as package_version
from importlib.resources import files
from importlib.resources.abc import Traversable

from liqaa.ingest.extraction import confidence as confidence_module
from liqaa.ingest.extraction.attributes.attributes import AttributeReader
from liqaa.ingest.extraction.calls.calls import read_calls
from liqaa.ingest.extraction.calls.talks_of_calls import without_retold_calls
from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.cast.resolution import Resolver
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Filler, Frame, lacks_who_faces
from liqaa.ingest.extraction.clauses.hypothetical import is_hypothetical
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.confidence import Confidence
from liqaa.ingest.extraction.days.days import lies_ahead
from liqaa.ingest.extraction.events import event_fields, merging
from liqaa.ingest.extraction.events.drafts import Draft
from liqaa.ingest.extraction.events.settings import Setting, settings
from liqaa.ingest.extraction.events.title_talks import name_travellers
from liqaa.ingest.extraction.honors.honors import read_honors
from liqaa.ingest.extraction.mentions.mention_reader import MentionReader
from liqaa.ingest.extraction.mentions.mentions import Mention, has_lost_article
from liqaa.ingest.extraction.mentions.names import NameReader
from liqaa.ingest.extraction.mentions.office_text import OfficeText
from liqaa.ingest.extraction.mentions.shared_adjectives import SharedAdjectives
from liqaa.ingest.extraction.signals import signals
from liqaa.ingest.extraction.talks.fellows import with_fellows
from liqaa.ingest.extraction.talks.heads_told_later import add_heads
from liqaa.ingest.extraction.talks.led_sides import name_leaders
from liqaa.ingest.extraction.talks.retold import read_retold
from liqaa.ingest.extraction.talks.talks import read_talks
from liqaa.ingest.extraction.text import knowledge as knowledge_module
from liqaa.ingest.extraction.text.blessings import leave_out_blessings
from liqaa.ingest.extraction.text.datelines import Datelines
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.enlarged import enlarged
from liqaa.ingest.extraction.text.explained import explained
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.lifted import lifted
from liqaa.ingest.extraction.text.passages import telling_passages
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ingest.extraction.text.quoted_people import unquote_people
from liqaa.ingest.extraction.text.semicolons import read_as_commas
from liqaa.ingest.extraction.visits.headlines import names_destination, read_headline
from liqaa.ingest.extraction.visits.receptions import receptions_as_visits
from liqaa.ingest.extraction.visits.visit_hosts import name_hosts
from liqaa.ingest.extraction.visits.visits import read_visits
from liqaa.ontology.model import Article, Participant, Report, Span, Status

# Tokens between a leader and a trigger that may be his in a sentence about sport.
_NEAR = 8
_READERS = {"talks": read_talks, "call": read_calls, "visit": read_visits, "honor": read_honors}


class Extractor:
    """Reads contact events out of articles. One instance serves any number of articles; it keeps no state.

    Attributes:
        version: changes whenever the lexicons, the reading code or the threshold change.
    """

    def __init__(
        self, knowledge: Knowledge, confidence: Confidence | None = None, threshold: float | None = None
    ) -> None:
        """Make an extractor.

        Args:
            knowledge: the lexicon, compiled.
            confidence: weighs the signals of a report; the shipped weights if left out.
            threshold: reports that are less sure are left out, 0 to 1; the shipped one if left out.
        """
        self._confidence = confidence or confidence_module.load()
        self._threshold = self._confidence.threshold if threshold is None else threshold
        self.version = f"{_version()}-{self._threshold:.2f}"
        self._knowledge = knowledge
        self._datelines = Datelines(knowledge)
        self._mentions = MentionReader(knowledge)
        self._names = NameReader(knowledge)
        self._resolver = Resolver(knowledge)
        self._attributes = AttributeReader(knowledge)
        self._offices = OfficeText(knowledge)
        self._adjectives = SharedAdjectives(knowledge)
        self._speaking_of = cache(self._make_speaking_of)

    def extract(self, article: Article) -> tuple[Report, ...]:
        """The reports of one article, in the order of the text.

        Args:
            article: title and text as stored; the day of publication resolves relative dates.

        Returns:
            One report for each happening, however often the article tells it.
        """
        syntax = self._knowledge.lexicon.syntax
        document = Document(
            article,
            self._knowledge.quoted,
            syntax.attributions,
            syntax.sources,
            syntax.companions,
            syntax.relatives_of_one,
        )
        meant = self._adjectives.meant(document.words)
        return self._speaking_of(meant)._read(document) if meant else self._read(document)

    # -- steps -----------------------------------------------------------------------------------------

    def _make_speaking_of(self, codes: frozenset[str]) -> Extractor:
        """An extractor for articles that mean some lands by adjectives which they share with others."""
        return Extractor(self._knowledge.speaking_of(codes), self._confidence, self._threshold)

    def _read(self, document: Document) -> tuple[Report, ...]:
        article = document.article
        document.begin_at(self._datelines.end(document))
        leave_out_blessings(document, self._knowledge)
        read_as_commas(document, self._knowledge)
        unquote_people(document, self._knowledge, self._names)
        if not self._tells(document):
            return ()
        mentions = self._read_mentions(document)
        cast = self._resolver.resolve(document, mentions)
        clauses = self._clauses(document, cast)
        frames = self._frames(clauses, cast)
        name_leaders(frames, clauses)
        add_heads(frames, clauses)
        drafts = self._drafts(frames, clauses, article)
        name_hosts(drafts, cast)
        name_travellers(drafts, cast)
        groups = merging.without_retellings(merging.merge(drafts, cast), cast)
        there = settings(groups, cast, self._knowledge.is_diplomats)
        told = [
            self._report(group, setting, signals(group, groups, cast), document, cast)
            for group, setting in zip(groups, there, strict=True)
        ]
        return tuple(report for report in told if report.confidence >= self._threshold)

    def _tells(self, document: Document) -> bool:
        """Whether an article tells of a contact, by the passages that may: nine in ten tell of none."""
        words = document.words
        title = sum(s.last - s.first for s in document.sentences if s.title)
        destined = names_destination(self._knowledge, words[:title])
        passages = telling_passages(document, self._knowledge, destined)
        if not passages:
            return False
        mentions = self._mentions.read(document, passages)
        if (
            explained(document, mentions, self._knowledge)
            or lifted(document, mentions, self._knowledge)
            or enlarged(document, self._knowledge)
        ):
            return True  # with what stands between them left out, the passages may read otherwise
        cast = self._resolver.resolve(document, mentions)
        return bool(self._frames(self._clauses(document, cast, passages), cast))

    def _read_mentions(self, document: Document) -> list[Mention]:
        mentions = self._mentions.read(document)
        brackets = explained(document, mentions, self._knowledge)
        if brackets:
            document.leave_out(brackets, seamless=True)
            mentions = self._mentions.read(document)
        asides = lifted(document, mentions, self._knowledge) | enlarged(document, self._knowledge)
        if asides:
            document.leave_out(asides)
            mentions = self._mentions.read(document)
        return mentions

    def _clauses(
        self, document: Document, cast: Cast, passages: frozenset[int] | None = None
    ) -> list[Clause]:
        by_sentence: list[list[int]] = [[] for _ in document.sentences]
        for i, mention in enumerate(cast.mentions):
            by_sentence[mention.sentence].append(i)
        return [
            Clause(document, cast, s, by_sentence[s.index], self._knowledge)
            for s in document.sentences
            if passages is None or s.index in passages
        ]

    def _frames(self, clauses: list[Clause], cast: Cast) -> list[Frame]:
        scene = Scene(cast, self._knowledge)
        section = -1
        out: list[Frame] = []
        for clause in clauses:
            if clause.sentence.section.index != section:
                section = clause.sentence.section.index
                scene.start_section()
            if _is_furniture(clause) or self._is_sport(clause):
                continue
            frames = self._sentence_frames(clause, scene)
            scene.follow(clause, frames)
            out.extend(frames)
        return out

    def _sentence_frames(self, clause: Clause, scene: Scene) -> list[Frame]:
        frames = read_headline(clause, scene)
        scene.start_sentence(clause)
        for hit in clause.hits:
            told = receptions_as_visits(self._hit_frames(hit, clause, scene), hit, clause, scene)
            told = with_fellows(told, hit, clause, scene, frames)
            scene.act(hit, told)
            frames.extend(told)
        return without_retold_calls(frames, clause)

    def _hit_frames(self, hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
        if is_hypothetical(hit, clause):
            return []
        frames = _READERS[hit.form.trigger.type](hit, clause, scene)
        return [f for f in frames if not lacks_who_faces(f, scene.cast, clause.lists)]

    def _is_sport(self, clause: Clause) -> bool:
        """Whether a sentence is about sport, where teams meet; a leader near a trigger meets others there."""
        words = clause.words[clause.sentence.first : clause.sentence.last]
        of_sport = (i for i, word in enumerate(words) if self._knowledge.is_of_sport(word))
        if all(self._no_sport(words, i) for i in of_sport):
            return False
        leaders = [a for a in clause.arguments if self._leads(a, clause)]
        return not any(abs(a.first - hit.first) <= _NEAR for a in leaders for hit in clause.hits)

    def _no_sport(self, words: Sequence[str], at: int) -> bool:
        """Whether a word of sport is of none with the one before or after it: "بالنادي الوطني للجيش"."""
        no_sport = self._knowledge.lexicon.cues.no_sport
        pairs = [pair for pair in (words[at : at + 2], words[max(at - 1, 0) : at + 1]) if len(pair) == 2]
        return any(f"{stem} {last}" in no_sport for first, last in pairs for _, stem in readings(first))

    def _leads(self, argument: Argument, clause: Clause) -> bool:
        """Whether somebody is named who acts for a state; of a crown or a president who is known to."""
        entity = argument.entity
        if entity is None or entity.kind != "person" or not (entity.country and entity.name):
            return False
        head = self._knowledge.office_head(entity.office_key)
        if head not in self._knowledge.lexicon.offices.voiced:
            return False
        return " " in head or any(k.leads for i in entity.mentions for k in clause.cast.mentions[i].known)

    def _drafts(self, frames: list[Frame], clauses: list[Clause], article: Article) -> list[Draft]:
        published = date.fromisoformat(article.date) if article.date else None
        if published and frames:
            published = self._attributes.days.written(clauses, published)
        notes = self._attributes.notes.read(frames, clauses, published)
        retold = read_retold(frames, clauses)
        out = []
        for i, frame in enumerate(frames):
            clause = clauses[frame.sentence]
            section = [c for c in clauses if c.sentence.section is clause.sentence.section]
            attributes = self._attributes.read(frame, clause, section, notes.get(i), retold.get(i), published)
            out.append(Draft(frame, attributes, clause.sentence))
        return out

    # -- reports ---------------------------------------------------------------------------------------

    def _report(
        self, group: list[Draft], setting: Setting, found: tuple[str, ...], document: Document, cast: Cast
    ) -> Report:
        lead = event_fields.best(group)
        when, where = setting.when, setting.where
        span = document.span(lead.sentence.first, lead.sentence.last)
        return Report(
            doc_id=document.article.doc_id,
            type=lead.frame.type,
            subtype=event_fields.subtype(group),
            status=_status(group, setting, document.article.date),
            salience="main" if any(d.attributes.salience == "main" for d in group) else "background",
            participants=tuple(self._participant(f, document, cast) for f in self._fillers(group, cast)),
            date=when.date if when else None,
            date_text=document.text(*when.words) if when else None,
            place=_place(where, document, cast),
            place_country=setting.country,
            topics=tuple(sorted(setting.topics)),
            evidence=document.article.words(span),
            evidence_span=span,
            rule=lead.frame.rule,
            confidence=self._confidence.of(found),
            signals=found,
        )

    def _fillers(self, group: list[Draft], cast: Cast) -> list[Filler]:
        return event_fields.fillers(group, cast, self._knowledge.lexicon.offices.officials)

    def _participant(self, filler: Filler, document: Document, cast: Cast) -> Participant:
        entity = cast.entities[filler.entity]
        name = _name(entity, document)
        office = self._offices.of(entity, filler.mention, document)
        return Participant(
            name=name[0] if name else None,
            office=office[0] if office else None,
            country=entity.country,
            role=filler.role,
            kind=entity.kind,
            mention=document.span(filler.mention.first, filler.mention.last),
            name_span=name[1] if name else None,
            office_span=document.span_of(*office[1]) if office else None,
        )


def _status(group: list[Draft], setting: Setting, published: str | None) -> Status:
    """The status of a group; what is dated after the article has not occurred.

    Nor has what only the imperfect tells of a journey to come: "وفي أ يجري محادثات مع ب".
    """
    told = event_fields.status(group)
    if told == "planned" and setting.off:
        return "cancelled"
    still = not any(d.attributes.elapsed for d in group)
    if told == "occurred" and setting.ahead and still and all(d.attributes.open_tense for d in group):
        return "planned"
    ahead = lies_ahead(
        setting.when and setting.when.date, date.fromisoformat(published) if published else None
    )
    return "planned" if told == "occurred" and ahead else told


def _place(tokens: tuple[int, int] | None, document: Document, cast: Cast) -> str | None:
    """The words of a place, without a proclitic; "للقاهرة" gets its article back."""
    if tokens is None:
        return None
    mention = next((m for m in cast.mentions if (m.first, m.last) == tokens), None)
    start, end = (
        mention.chars(document) if mention else (document.starts[tokens[0]], document.ends[tokens[1] - 1])
    )
    article = mention is not None and has_lost_article(document.words[mention.first], mention.clitic)
    return ("ال" if article else "") + document.content[start:end]


def _is_furniture(clause: Clause) -> bool:
    """A dateline, or a link line that repeats the headline: "رابط الخبر بصحيفة ..."."""
    first = clause.sentence.first
    return clause.sentence.order < 0 or clause.words[first : first + 2] == ["رابط", "الخبر"]


def _name(entity: Entity, document: Document) -> tuple[str, Span] | None:
    chars = entity.name_mention.name_chars(document) if entity.name_mention else None
    if chars is None:
        return None
    return document.content[chars[0] : chars[1]], document.span_of(*chars)


def _version() -> str:
    """Package version and a digest of the lexicons and of this package's code."""
    digest = hashlib.sha256()
    for folder in (files("liqaa.ontology") / "lexicon", files("liqaa.ingest.extraction")):
        for item in _files_in(folder):
            if item.name.endswith((".yml", ".txt", ".json", ".py")):
                digest.update(item.name.encode() + item.read_bytes())
    return f"{package_version('liqaa')}+{digest.hexdigest()[:12]}"


def _files_in(folder: Traversable) -> Iterator[Traversable]:
    """The files of a folder and of those in it, in the order of their names."""
    for item in sorted(folder.iterdir(), key=lambda f: f.name):
        if item.is_dir():
            yield from _files_in(item)
        else:
            yield item


@cache
def load(threshold: float | None = None) -> Extractor:
    """The extractor with the shipped lexicon: about a second, once a process.

    Args:
        threshold: reports that are less sure are left out, 0 to 1; the shipped one if left out.
    """
    return Extractor(knowledge_module.load(), threshold=threshold)
