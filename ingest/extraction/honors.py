"""Honours: medals, orders, degrees, guards of honour, official welcomes, dinners in someone's honour."""

from __future__ import annotations

from liqaa.ingest.extraction.awards import read_award
from liqaa.ingest.extraction.banquets import read_banquet
from liqaa.ingest.extraction.clauses import Clause, Hit
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.scene import Scene
from liqaa.ingest.extraction.welcomes import read_welcome

_READERS = {"award": read_award, "banquet": read_banquet, "dinner": read_banquet, "guard": read_welcome}


def read_honors(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The honour a trigger states, if both sides are known and differ."""
    return _READERS[hit.form.trigger.pattern](hit, clause, scene)
