"""The libraries of the extra ``rdf``, which the base install does not bring."""

from __future__ import annotations

import importlib
from typing import Any

from liqaa.ontology.errors import LiqaaError


class ExtraError(LiqaaError):
    """A library of the extra is missing; the message says how to install it."""


def library(name: str) -> Any:
    """A library of the extra.

    Raises:
        ExtraError: it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ExtraError(
            f"RDF needs the library {name}: install Liqaa with its extra, pip install 'liqaa[rdf]'."
        ) from error
