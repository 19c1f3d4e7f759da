"""Whether a file is, byte for byte, what would be written: found out without a file or a reader of RDF."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from liqaa.graph.rdf.blocks import Block
from liqaa.graph.rdf.mapping import load
from liqaa.graph.rdf.terms import Names
from liqaa.graph.rdf.writers import FORMATS


class _Held(io.TextIOBase):
    """A file to write to that only holds what is written against what another file has."""

    def __init__(self, path: Path) -> None:
        self._file = path.open(encoding="utf-8", errors="replace", newline="")
        self.same = True

    def write(self, text: str) -> int:
        self.same = self.same and self._file.read(len(text)) == text
        return len(text)

    def at_end(self) -> bool:
        return not self._file.read(1)

    def close(self) -> None:
        self._file.close()
        super().close()


def is_written(path: Path, names: Names, blocks: Iterable[Block]) -> bool:
    """Whether a file holds blocks as they are written in the format that its name ends in.

    Args:
        path: the file.
        names: the IRIs that the blocks are written with.
        blocks: read as far as the file is the same.
    """
    (begin,) = (writer for ending, writer in FORMATS.values() if ending == path.suffix[1:])
    with _Held(path) as held:
        writer = begin(held, names, load())
        for block in blocks:
            writer.write(block)
            if not held.same:
                return False
        writer.end()
        return held.same and held.at_end()
