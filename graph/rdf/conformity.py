"""Whether an export conforms to the shapes, event by event: what is not whole is not published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from liqaa.graph.rdf.blocks import Block, BlockWriter
from liqaa.graph.rdf.extra import library
from liqaa.graph.rdf.history import History, State
from liqaa.graph.rdf.items import needed_by
from liqaa.ontology.errors import LiqaaError
from liqaa.ontology.vocabulary import SHAPES_FILE

_CHUNK = 400
_SHOWN = 20
_QUOTE_RULE = "s:report-quote"


class Fault(NamedTuple):
    """A node that does not conform, and why."""

    node: str
    reason: str


class ConformityError(LiqaaError):
    """An export does not conform and is not published; ``faults`` holds every node with its reason."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Say the first faults, one a line."""
        self.faults = tuple(faults)
        shown = "\n".join(f"  {fault.node}: {fault.reason}" for fault in self.faults[:_SHOWN])
        more = f"\n  and {len(self.faults) - _SHOWN} more" if len(self.faults) > _SHOWN else ""
        super().__init__(
            f"Nothing was published: {len(self.faults)} faults against the shapes.\n{shown}{more}\n"
            "Judge, correct or leave out what these rest on, then export again."
        )


def shapes_text(*, quotes: bool = True) -> str:
    """The shapes as they are published: without quotes, the rule that a report has one does not hold."""
    text = SHAPES_FILE.read_text(encoding="utf-8")
    return text if quotes else text + f"\n{_QUOTE_RULE} <http://www.w3.org/ns/shacl#deactivated> true .\n"


def check(
    history: History, state: State, writer: BlockWriter, owners: Iterable[str], *, quotes: bool = True
) -> Iterator[Fault]:
    """Hold owners against the shapes, each with everything it leads to.

    Args:
        history: where they are.
        state: as they were then.
        writer: writes them.
        owners: flat names, events with their reports; others are looked at where nothing led to them.
        quotes: whether the words of articles are in it.

    Yields:
        Every fault once, in the order in which they are met.
    """
    seen: set[str] = set()
    said: set[Fault] = set()
    waiting = iter(owners)
    while chunk := list(islice(waiting, _CHUNK)):
        wanted = [owner for owner in chunk if owner not in seen]
        blocks = _with_what_it_needs(history, state, writer, wanted)
        # Nothing leads back to events and reports; actors and the like come again and again.
        seen.update(owner for owner in blocks if not owner.startswith(("e-", "r-")))
        for fault in _faults(blocks, quotes=quotes):
            if fault not in said:
                said.add(fault)
                yield fault


def _with_what_it_needs(
    history: History, state: State, writer: BlockWriter, owners: Iterable[str]
) -> dict[str, Block]:
    """The blocks of owners, of the reports of events among them, and of all that these lead to."""
    blocks: dict[str, Block] = {}
    waiting = list(owners)
    while waiting:
        owner = waiting.pop()
        if owner in blocks:
            continue
        bodies = history.bodies(owner, state)
        blocks[owner] = writer.block(owner, bodies)
        if owner.startswith("e-"):
            waiting += [other for other in history.leading_to(owner, state) if other.startswith("r-")]
        waiting += [needed for body in bodies for needed in needed_by(body) if needed not in blocks]
    return blocks


def _faults(blocks: Mapping[str, Block], *, quotes: bool) -> Iterator[Fault]:
    data = "".join(f"{s} {p} {o} .\n" for block in blocks.values() for s, p, o in block.triples)
    if not data:
        return
    rudof = library("pyrudof")
    session = _session(quotes)
    session.read_data(data, rudof.RDFFormat.NTriples, merge=False)
    report = session.validate_shacl()
    if not report.conforms:
        for found in report.violations:
            yield Fault(str(found.focus_node).strip("<>"), _reason(found))
    session.reset_data()


@cache
def _session(quotes: bool) -> Any:
    rudof = library("pyrudof")
    session = rudof.Rudof(rudof.RudofConfig())
    session.read_shacl(shapes_text(quotes=quotes))
    return session


def _reason(found: Any) -> str:
    """What a shape says of it: the message of its own where it has one, else that of the rule."""
    shape = str(found.source_shape or "").strip("<>")
    text = str(found.message).rsplit('", "', 1)[-1].removesuffix("@en").strip('"')
    path = f" at {found.path}" if found.path else ""
    return f"{_messages().get(shape, text)}{path}"


@cache
def _messages() -> dict[str, str]:
    """What each shape with a name says when it does not hold."""
    from rdflib import SH, Graph

    shapes = Graph().parse(SHAPES_FILE)
    return {str(shape): str(message) for shape, message in shapes.subject_objects(SH.message)}
