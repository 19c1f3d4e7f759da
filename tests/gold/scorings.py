"""The log of the scorings of the fresh articles: ten in all, so that nothing is fitted to them."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from corpus import GoldError, rows

ALLOWED = 10


def scorer_of(shared: Path) -> ModuleType:
    """The shared scorer as a module, so that the figures here are its figures."""
    path = shared / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("shared_scorer", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise GoldError(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def permit(log: Path) -> int:
    """The number of the next scoring.

    Raises:
        GoldError: all ten are spent.
    """
    spent = len(rows(log)) if log.exists() else 0
    if spent >= ALLOWED:
        raise GoldError(f"all {ALLOWED} scorings of the fresh articles are spent (see {log.name})")
    return spent + 1


def log_scoring(log: Path, day: str, what: str, system: Path, figures: Mapping[str, Any]) -> dict[str, Any]:
    """Append one scoring to the log: its number, the day, what was scored and all figures."""
    entry = {
        "number": permit(log),
        "day": day,
        "what": what,
        "system": hashlib.sha256(system.read_bytes()).hexdigest()[:16],
        "figures": figures,
    }
    with log.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(entry, ensure_ascii=False) + "\n")
    return entry
