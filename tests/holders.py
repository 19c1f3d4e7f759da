"""Holders of offices made in one line each, for tests of what a register says."""

from __future__ import annotations

from liqaa.ontology.lexicon_parties import Holder


def holder(name: str, start: str | None, end: str | None, **more: object) -> Holder:
    """Who held an office from a day, month or year to another; the name stands for the Latin one too."""
    known = {"name_ar": name, "name_latin": name, "from": start, "to": end, "note": "made for this test"}
    return Holder.model_validate(known | more)
