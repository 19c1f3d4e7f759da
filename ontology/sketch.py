"""Sketches: what a text is made of in a few bytes, so that copies are told without the texts.

A sketch is a MinHash by one permutation (Li, Owen and Zhang 2012): runs of three words fall into bins, and
each bin keeps a byte of the least hash in it. Two texts have about as large a share of equal bins as they
have of runs in common (Jaccard; the standard error is .06 at most). Archives keep sketches, so the same text
must always give the same: what changes them here, ``fold`` included, is a new version of the archive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from liqaa.ontology.folding import fold

_RUN, _BINS, _BAND = 3, 60, 3
_LEAST_WORDS = 20  # shorter texts may be alike by chance


def sketch_of(text: str) -> str:
    """The sketch of a text.

    Returns:
        A byte for each bin in hexadecimal, 00 for an empty one; empty for a text of fewer than 20 words.
    """
    words = fold(text).split()
    if len(words) < _LEAST_WORDS:
        return ""
    least: dict[int, int] = {}
    for run in set(zip(*(words[start:] for start in range(_RUN)), strict=False)):
        digest = hashlib.blake2b(" ".join(run).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        rest, at = divmod(int.from_bytes(digest), _BINS)
        least[at] = min(rest, least.get(at, rest))
    return bytes(1 + least[at] % 255 if at in least else 0 for at in range(_BINS)).hex()


def likeness(left: str, right: str) -> float:
    """The share of their runs of words that two texts have in common, by their sketches, 0 to 1."""
    pairs = [pair for pair in zip(bytes.fromhex(left), bytes.fromhex(right), strict=False) if any(pair)]
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else 0.0


def bands(sketch: str) -> Iterator[tuple[int, str]]:
    """Parts of a sketch, 20 at most: two texts with .6 of their runs in common share one, 99 in 100."""
    step = 2 * _BAND
    for start in range(0, len(sketch), step):
        part = sketch[start : start + step]
        if part.strip("0"):
            yield start, part
