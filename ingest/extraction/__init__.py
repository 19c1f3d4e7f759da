"""Extraction: an article to the reports of contact events it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liqaa.ingest.extraction.extractor import Extractor

__all__ = ["load"]


def load(threshold: float | None = None) -> Extractor:
    """The extractor with the shipped lexicon, loaded once a process.

    Args:
        threshold: reports that are less sure are left out, 0 to 1; the shipped one if left out.

    Raises:
        LexiconError: a lexicon is wrong; the message names file, key and reason.
    """
    from liqaa.ingest.extraction.extractor import load as load_extractor

    return load_extractor(threshold)
