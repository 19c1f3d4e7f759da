"""``liqaa network``: who stands where among those in contact, as a table and as files for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from liqaa.ingest.cli.options import DEFAULT_DATA, Data, Format, FormatOption, StoreOption, open_filled_graph
from liqaa.ingest.cli.output import write_rows
from liqaa.ingest.cli.period import FromOption, PeriodOption, ToOption, period

if TYPE_CHECKING:
    from liqaa.graph.network.measures import Contact, Standing
    from liqaa.queries.catalogue import Catalogue, Runs


class Members(StrEnum):
    """What the network is of."""

    ACTORS = "actors"
    PARTIES = "parties"


CompareOption = Annotated[
    str | None,
    typer.Option(
        "--compare", metavar="FROM..TO", show_default=False, help="Another period; adds what changed since."
    ),
]
TypesOption = Annotated[
    str | None,
    typer.Option("--types", metavar="A,B", show_default=False, help="visit, call, honor, talks."),
]
StatusesOption = Annotated[
    str, typer.Option("--statuses", metavar="A,B", help="occurred, planned, cancelled; empty for all.")
]
MembersOption = Annotated[Members, typer.Option("--of", help="Actors, or the parties they stand for.")]
LeastOption = Annotated[
    int, typer.Option("--least", min=1, metavar="N", help="Only pairs with so many contacts.")
]
MostOption = Annotated[
    int | None,
    typer.Option(
        "--most", min=1, metavar="N", show_default=False, help="Show so many members; files hold all."
    ),
]
GraphmlOption = Annotated[
    Path | None,
    typer.Option("--graphml", metavar="FILE", show_default=False, help="Write the network as GraphML."),
]
GexfOption = Annotated[
    Path | None,
    typer.Option("--gexf", metavar="FILE", show_default=False, help="Write the network as GEXF."),
]


def network(
    *,
    members: MembersOption = Members.ACTORS,
    period_: PeriodOption = None,
    first: FromOption = None,
    last: ToOption = None,
    compare: CompareOption = None,
    types: TypesOption = None,
    statuses: StatusesOption = "occurred",
    least: LeastOption = 1,
    most: MostOption = None,
    graphml: GraphmlOption = None,
    gexf: GexfOption = None,
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
    output: FormatOption = Format.TABLE,
) -> None:
    """Measure who is central, who brokers, who belongs together and what changed; write GraphML and GEXF.

    Two are linked when both took part in an event, and the link weighs as many events (not reports). Columns:
    degree: others in contact. contacts: events with each of them, summed. betweenness: share of the shortest
    ways between others that lead through this one; estimated in very big networks. pagerank: by events, all
    together 1. community: by Louvain's method, 1 the biggest. constraint (the lower, the more it brokers) and
    effective_size (others, less the ties among them): Burt's, up to 3,000 members. contacts_before, change:
    against --compare.
    """
    from liqaa.graph.network import files, measures
    from liqaa.ontology.folding import fold
    from liqaa.queries import catalogue

    measures.networkx()  # what is missing must not wait for a store to open
    now = period(period_, first, last)
    earlier = None if compare is None else period(compare, option="--compare")
    filters = {"types": types or "", "statuses": statuses, "least": str(least)}
    queries = catalogue.load(fold)
    _check(queries, members, filters)
    with open_filled_graph(store, data) as graph:
        contacts = _contacts(queries, members, graph, now | filters)
        contacts_before = None if earlier is None else _contacts(queries, members, graph, earlier | filters)
    found = measures.network_of(contacts)
    before = None if contacts_before is None else measures.network_of(contacts_before)
    standings = measures.standings(found, before)
    if graphml:
        files.write_graphml(found, standings, graphml)
    if gexf:
        files.write_gexf(found, standings, gexf)
    shown = [
        name for name in files.MEASURES if before is not None or name not in ("contacts_before", "change")
    ]
    rows = (_row(standing, shown) for standing in standings[:most])
    write_rows(("name", "latin", "parties", *shown, "id"), rows, output)


def _check(queries: Catalogue, members: Members, filters: Mapping[str, str]) -> None:
    from liqaa.queries.catalogue import QueryUsageError

    try:
        queries.bind(queries.find(f"network_of_{members}"), filters)
    except QueryUsageError as error:
        raise typer.BadParameter(str(error)) from error


def _contacts(queries: Catalogue, members: Members, graph: Runs, given: Mapping[str, str]) -> list[Contact]:
    """The pairs of the network, as the store has counted them."""
    from liqaa.graph.network.measures import Contact, Member
    from liqaa.queries.catalogue import WITHOUT_LIMIT

    query = queries.find(f"network_of_{members}")
    answer = queries.run(query, graph, {**given, **WITHOUT_LIMIT})
    names = [column.name for column in query.columns]
    known: dict[str, Member] = {}

    def member(row: Mapping[str, object], which: str) -> Member:
        id_ = str(row[f"{which}_id"])
        if id_ not in known:
            parties = row.get(f"{which}_parties")
            known[id_] = Member(
                id_,
                str(row[which] or ""),
                str(row[f"{which}_latin"] or ""),
                parties if isinstance(parties, tuple) else (),
            )
        return known[id_]

    found = []
    for values in answer.rows:
        row = dict(zip(names, values, strict=True))
        days = (None if row[name] is None else str(row[name]) for name in ("first", "last"))
        found.append(Contact(member(row, "one"), member(row, "two"), int(str(row["contacts"])), *days))
    return found


def _row(standing: Standing, shown: list[str]) -> tuple[object, ...]:
    who = standing.member
    return who.name, who.latin, who.parties, *(getattr(standing, name) for name in shown), who.id
