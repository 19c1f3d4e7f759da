"""What a file says of itself: base, versions, moment, what was left out, and how much it must hold.

By the counts a reader knows a file that was cut off, also where the cut left it well formed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from liqaa.graph.rdf.blocks import Block
from liqaa.graph.rdf.history import State
from liqaa.graph.rdf.items import Item, kind_of
from liqaa.graph.rdf.mapping import load
from liqaa.graph.rdf.record_blocks import Triple
from liqaa.graph.rdf.selection import Selection
from liqaa.graph.rdf.terms import Names, date_time, literal, typed
from liqaa.ontology.turtle import NAMESPACE, ONTOLOGY
from liqaa.ontology.vocabulary import load as load_vocabulary

COUNTED: Mapping[str, str] = {
    "Actor": "Actor",
    "Event": "Event",
    "Office": "Office",
    "Party": "Party",
    "Place": "Place",
    "Redirect": "Redirect",
    "Topic": "Topic",
    "TOOK_PART": "Participation",
    "HELD": "Tenure",
    "article": "Article",
    "judgement": "Judgement",
    "report": "Report",
    "run": "Run",
    "span": "Span",
}
"""Class of what an item of each kind stands for, where there is one node for each."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How an export is written.

    Attributes:
        names: the IRIs.
        quotes: whether the words of articles are in it.
        selection: which events are.
    """

    names: Names = field(default_factory=Names)
    quotes: bool = True
    selection: Selection = field(default_factory=Selection)

    @property
    def variant(self) -> str:
        """What tells it from other profiles of the same archive."""
        return f"{self.names.base} quotes={self.quotes} {self.selection}".strip()


def version_iri() -> str:
    """The version of the ontology that an export conforms to."""
    return f"{ONTOLOGY}/{load_vocabulary().version}"


def counted(items: Iterable[Item]) -> dict[str, int]:
    """How many items there are of each kind."""
    return dict(Counter(kind_of(item.body) for item in items))


def _name(prefixed: str) -> str:
    return f"<{load().iri(prefixed)}>"


def header(profile: Profile, state: State, counts: Mapping[str, int]) -> Block:
    """The block of the dataset itself.

    Args:
        profile: how it is written.
        state: what is written.
        counts: items by kind, of what is written.
    """
    dataset, name = profile.names.dataset, _name
    triples: list[Triple] = [
        (dataset, name("rdf:type"), name("void:Dataset")),
        (dataset, name("dcterms:conformsTo"), f"<{version_iri()}>"),
        (dataset, f"<{NAMESPACE}run>", typed(str(state.run), "integer")),
        (dataset, f"<{NAMESPACE}withQuotes>", typed(str(profile.quotes).lower(), "boolean")),
    ]
    if state.moment:
        triples.append((dataset, f"<{NAMESPACE}asOf>", date_time(state.moment)))
    if not profile.selection.whole:
        triples.append((dataset, f"<{NAMESPACE}selection>", literal(str(profile.selection))))
    for kind, class_name in COUNTED.items():
        if counts.get(kind):
            part = f"{dataset[:-1]}-{class_name}>"
            triples += [
                (dataset, name("void:classPartition"), part),
                (part, name("void:class"), f"<{NAMESPACE}{class_name}>"),
                (part, name("void:entities"), typed(str(counts[kind]), "integer")),
            ]
    return Block("", profile.names.agreed, sorted(set(triples)))
