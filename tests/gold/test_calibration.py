"""Calibration of confidence: the Brier score, the share of right events and the table by tenths."""

from __future__ import annotations

from calibration import Told, calibration


def align(told: Told, wanted: Told) -> list[tuple[int, int]]:
    """An alignment for which an event is right where its name is annotated."""
    names = [event["id"] for event in wanted]
    return [(i, names.index(e["id"])) for i, e in enumerate(told) if e["id"] in names]


def test_confidence_is_held_against_what_is_right() -> None:
    gold = {"a": [{"id": "one"}, {"id": "two"}], "b": []}
    system = {
        "a": [{"id": "one", "confidence": 0.9}, {"id": "two", "confidence": 0.8}],
        "b": [{"id": "three", "confidence": 0.9}, {"id": "four", "confidence": 1.0}],
    }
    assert calibration(gold, system, align) == {
        "events": 4,
        "right": 0.5,
        "brier": round((0.01 + 0.04 + 0.81 + 1.0) / 4, 4),
        "base": 0.25,
        "bins": [
            {"from": 0.8, "events": 1, "mean": 0.8, "right": 1.0},
            {"from": 0.9, "events": 3, "mean": 0.93, "right": 0.33},
        ],
    }


def test_a_system_without_confidence_has_no_calibration() -> None:
    assert calibration({"a": [{"id": "one"}]}, {"a": [{"id": "one"}]}, align) is None
