"""The one class of all errors that a person can act on."""

from __future__ import annotations


class LiqaaError(Exception):
    """What was asked can not be done; the message says why and what to do, so that no trace is needed."""
