"""What changed between two states, as RDF Patch: lines to delete and to add, in one transaction.

The format is that of Apache Jena (https://jena.apache.org/documentation/rdf-patch/).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from liqaa.graph.rdf.blocks import Block, BlockWriter
from liqaa.graph.rdf.export import canonical_hash
from liqaa.graph.rdf.header import Profile, counted, header
from liqaa.graph.rdf.history import History, State
from liqaa.graph.rdf.selection import items_within, selected
from liqaa.ontology.errors import LiqaaError

_LINE = re.compile(r"([AD]) (.*) \.\n?")
WITH_GRAPHS = ("trig", "nquads", "jsonld")
"""The formats that have graphs: a patch for the others has none either."""


class PatchError(LiqaaError):
    """A patch that can not be used; the message says why."""


class Delta(NamedTuple):
    """What changed: statements deleted and added, and the owners of whom something changed."""

    deleted: int
    added: int
    owners: tuple[str, ...]


def write_patch(
    path: Path, history: History, old: State, new: State, profile: Profile, *, graphs: bool = True
) -> Delta:
    """Write what leads from one state to a later one.

    Args:
        path: the file.
        history: where both are.
        old: what the partner has.
        new: what the partner is to have.
        profile: how both are written.
        graphs: whether the partner has the graphs too.
    """
    before, after = selected(history, old, profile.selection), selected(history, new, profile.selection)
    owners = history.changed(old, new)
    if before is not None and after is not None:
        owners = sorted((set(owners) & (before | after)) | (before ^ after))
    writer = BlockWriter(profile.names, quotes=profile.quotes)
    deleted: list[str] = []
    added: list[str] = []
    pairs = _pairs(history, writer, owners, (old, before), (new, after))
    for was, is_ in ((_header(history, old, before, profile), _header(history, new, after, profile)), *pairs):
        left, right = _lines(was, graphs=graphs), _lines(is_, graphs=graphs)
        deleted += sorted(left - right)
        added += sorted(right - left)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"H id <{profile.names.base}delta/{old.run}-{new.run}> .\n")
        for name, state in (("previous", old), ("hash", new)):
            if graphs and (known := history.hash_of(state, profile.variant)):
                out.write(f'H {name} "sha256:{known}" .\n')
        out.write("TX .\n")
        out.writelines(f"D {line} .\n" for line in deleted)
        out.writelines(f"A {line} .\n" for line in added)
        out.write("TC .\n")
    return Delta(len(deleted), len(added), tuple(owners))


def _header(history: History, state: State, owners: set[str] | None, profile: Profile) -> Block:
    counts = dict(state.counts) if owners is None else counted(items_within(history, state, owners))
    return header(profile, state, counts)


def _pairs(
    history: History,
    writer: BlockWriter,
    owners: Iterable[str],
    *sides: tuple[State, set[str] | None],
) -> Iterator[tuple[Block, Block]]:
    """Each owner's block on both sides; without triples where it does not belong to a side."""
    for owner in owners:
        was, is_ = (
            writer.block(owner, history.bodies(owner, state) if allowed is None or owner in allowed else ())
            for state, allowed in sides
        )
        yield was, is_


def _lines(block: Block, *, graphs: bool) -> set[str]:
    end = f" {block.graph}" if graphs else ""
    return {f"{s} {p} {o}{end}" for s, p, o in block.triples}


def applied(statements: Iterable[str], patch: Path) -> set[str]:
    """Statements after a patch.

    Args:
        statements: lines of canonical N-Quads or N-Triples.
        patch: the file.

    Returns:
        The lines that the patch makes of them.

    Raises:
        PatchError: the patch is cut off, deletes what is not there, or adds what is.
    """
    found = set(statements)
    complete = False
    with patch.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            match = _LINE.fullmatch(line)
            if match:
                _change(found, match[1], f"{match[2]} .\n", f"{patch}:{number}")
            complete = line == "TC .\n"
    if not complete:
        raise PatchError(f"{patch} is cut off: its last line is not TC. Fetch it again.")
    return found


def _change(found: set[str], verb: str, line: str, where: str) -> None:
    if (line in found) != (verb == "D"):
        said = "deletes what is not there" if verb == "D" else "adds what is there already"
        raise PatchError(f"{where} {said}: the patch is for another state of the data.")
    if verb == "D":
        found.remove(line)
    else:
        found.add(line)


def verified(history: History, old: State, new: State, profile: Profile) -> tuple[str, str]:
    """The canonical hashes of both states, worked out again: the price is that of writing both."""
    return canonical_hash(history, old, profile), canonical_hash(history, new, profile)
