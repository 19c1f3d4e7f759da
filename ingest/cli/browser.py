"""``liqaa browser-kit``: the shelf of queries for Neo4j Browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from liqaa.ingest.cli.options import Format, FormatOption
from liqaa.ingest.cli.output import write_rows


def browser_kit(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder to write the kit into.")],
    http: Annotated[
        str, typer.Option("--http", metavar="URL", help="Address of the server whose Browser the links open.")
    ] = "http://localhost:7474",
    bolt: Annotated[
        str, typer.Option("--bolt", metavar="URI", help="Address that the Browser then connects to.")
    ] = "bolt://localhost:7687",
    username: Annotated[str, typer.Option("--username", help="User that the login proposes.")] = "neo4j",
    database: Annotated[str, typer.Option("--database", help="Database that the links ask.")] = "neo4j",
    output: FormatOption = Format.TABLE,
) -> None:
    """Write what makes the queries at home in Neo4j Browser: favourites, style, guide, parameters, links."""
    from liqaa.ontology.folding import fold
    from liqaa.queries import browser_kit, catalogue

    for option, address, schemes in (
        ("--http", http, ("http://", "https://")),
        ("--bolt", bolt, ("bolt://", "bolt+s://", "neo4j://", "neo4j+s://")),
    ):
        if not address.startswith(schemes):
            raise typer.BadParameter(
                f"{address!r} is no address: begin it with {' or '.join(schemes)}.", param_hint=option
            )
    server = browser_kit.Server(http, bolt, username, database)
    written = browser_kit.write(out, catalogue.load(fold), server)
    write_rows(("file", "use"), ((str(path), use) for path, use in written), output)
