"""What a run did, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from liqaa.graph.stores.delta import Delta, StoreDigests


@dataclass(frozen=True, slots=True)
class Gathered:
    """What reading and extraction did.

    Attributes:
        inputs: what came: articles, and what should have been one and was unreadable.
        read: articles that arrived.
        new: of these, never seen before.
        changed: seen before with other content.
        reread: the same content, but read by another extractor last time.
        unchanged: the same content and extractor; nothing was done.
        failed: what was left out: unreadable inputs, and articles on which the extractor failed.
        issues: everything that was noted, also about articles that could be used.
        reports: reports made in this run.
    """

    inputs: int = 0
    read: int = 0
    new: int = 0
    changed: int = 0
    reread: int = 0
    unchanged: int = 0
    failed: int = 0
    issues: int = 0
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the graph.

    Attributes:
        reports: current reports in the archive.
        events: events in the graph now.
        actors: actors in the graph now.
        events_added: events that the store did not hold.
        events_changed: events whose own properties changed.
        events_removed: events that nothing supports any more.
        nodes_put: nodes added or changed.
        nodes_removed: nodes removed.
        edges_put: relationships added or changed.
        edges_removed: relationships removed.
    """

    reports: int
    events: int
    actors: int
    events_added: int
    events_changed: int
    events_removed: int
    nodes_put: int
    nodes_removed: int
    edges_put: int
    edges_removed: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole run: its number in the archive, what was gathered and what became of the graph."""

    run: int
    gathered: Gathered
    change: Change


@dataclass(frozen=True, slots=True)
class Extracted:
    """What ``extract`` wrote.

    Attributes:
        articles: lines written, one an article.
        reports: events in them, one a report.
        events: different events.
        failed: what was left out.
        issues: everything that was noted.
    """

    articles: int
    reports: int
    events: int
    failed: int
    issues: int


def change_of(delta: Delta, before: StoreDigests, *, reports: int, events: int, actors: int) -> Change:
    """Count what a delta does to a store."""
    put = [("Event", node.id) in before.nodes for node in delta.put_nodes if node.label == "Event"]
    return Change(
        reports=reports,
        events=events,
        actors=actors,
        events_added=put.count(False),
        events_changed=put.count(True),
        events_removed=sum(label == "Event" for label, _ in delta.remove_nodes),
        nodes_put=len(delta.put_nodes),
        nodes_removed=len(delta.remove_nodes),
        edges_put=len(delta.put_edges),
        edges_removed=len(delta.remove_edges),
    )


def gathered_of(tally: Counter[str]) -> Gathered:
    """The counts under their names; an unknown name is an error."""
    return Gathered(**tally)
