"""What was judged of the names of one party."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from liqaa.graph.actors.name_ids import name_id
from liqaa.graph.actors.names import PersonName
from liqaa.ontology.judgement import Pair, Verdict

Judged = tuple[PersonName, PersonName, Verdict]
"""Two names, and whether they are one person's."""


def judged_names(
    parties: Iterable[str], names: Iterable[PersonName], verdicts: Mapping[Pair, Verdict]
) -> list[Judged]:
    """The verdicts on pairs of these names.

    Args:
        parties: the party as its reports have it.
        names: each once.
        verdicts: by pair of ids, of names or of anything else.

    Returns:
        In the order of the verdicts.
    """
    wanted = {id_ for pair in verdicts for id_ in pair if id_.startswith("a-")}
    if not wanted:
        return []
    by_id = {id_: name for name in names for party in parties if (id_ := name_id(party, name)) in wanted}
    return [
        (by_id[left], by_id[right], verdict)
        for (left, right), verdict in sorted(verdicts.items())
        if left in by_id and right in by_id
    ]
