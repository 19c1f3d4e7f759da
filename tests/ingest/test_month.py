"""Some days of papers on which everything goes wrong; ``tests/simulated_month.py`` is the whole month."""

from __future__ import annotations

from pathlib import Path

from news_server import serving
from simulated_month import World, simulate
from stores_at_hand import ladybug


def test_days_of_faults_end_as_one_clean_run(tmp_path: Path) -> None:
    month, clean, met = simulate(tmp_path, ladybug, days=5, papers=5, share=0.12)
    assert month.articles == clean.articles
    assert month.graph == clean.graph
    assert month.store == clean.store
    assert {"outage", "emptied", "slow", "endless", "FetchError", "VolumeError"} <= set(met)
    assert len(month.articles) >= 50  # a moved article has its second address too


def test_what_is_gone_before_it_could_be_read_is_expected_of_nobody() -> None:
    with serving() as server:
        world = World(server, papers=2, days=30, seed=9)
        # The paper of this article was down on its day, named nothing for two more, and then it was deleted.
        lost = [piece.number for piece in world.pieces if not world.could_be_read(piece, piece.day)]
    assert lost == [89]
