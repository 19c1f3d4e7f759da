"""Honours: medals, orders, degrees, guards of honour, official welcomes, dinners in someone's honour."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.honors.awards import read_award
from liqaa.ingest.extraction.honors.banquets import read_banquet
from liqaa.ingest.extraction.honors.welcomes import read_welcome

_READERS = {"award": read_award, "banquet": read_banquet, "dinner": read_banquet, "guard": read_welcome}


def read_honors(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The honour a trigger states, if both sides are known and differ."""
    return _READERS[hit.form.trigger.pattern](hit, clause, scene)
