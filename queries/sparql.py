"""The SPARQL that asks of an export what a curated query asks of a store.

Beside ``<name>.cypher`` lies ``<name>.rq``, which runs as it is: its VALUES line holds the parameters of the
example, folded, and another line puts others in their place; ``limit`` stands in its LIMIT line, which
takes no variable. Sets come as text, their members joined by ``SEPARATOR``.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from liqaa.queries.header import CatalogueError, Query

SEPARATOR = "|"

_FOLDER = Path(__file__).parent
_VALUES = re.compile(r"^( *)VALUES \((?P<names>[^)]*)\) \{ \(.*\) \}$", re.MULTILINE)
_LIMIT = re.compile(r"^LIMIT \d+$", re.MULTILINE)


def examples() -> dict[str, str]:
    """Every SPARQL example by the name of its query, sorted."""
    return {
        f"{path.parent.name}/{path.stem}": path.read_text(encoding="utf-8")
        for path in sorted(_FOLDER.glob("*/*.rq"))
    }


def with_values(query: Query, text: str, values: Mapping[str, object]) -> str:
    """An example with other parameters.

    Args:
        query: the curated query beside it.
        text: the example.
        values: as ``Catalogue.bind`` gives them.

    Raises:
        CatalogueError: the example does not name the same parameters.
    """
    match = _VALUES.search(text)
    names = match["names"].replace("?", "").split() if match else []
    wanted = [parameter.name for parameter in query.parameters if parameter.name != "limit"]
    if not match or names != wanted:
        raise CatalogueError(f"{query.name}.rq: its VALUES line must name, in order, {', '.join(wanted)}")
    row = " ".join(_term(query, name, values[name]) for name in names)
    heading = " ".join(f"?{name}" for name in names)
    line = f"{match[1]}VALUES ({heading}) {{ ({row}) }}"
    text = text[: match.start()] + line + text[match.end() :]
    return _LIMIT.sub(f"LIMIT {values['limit']}", text) if "limit" in values else text


def _term(query: Query, name: str, value: object) -> str:
    """A parameter as SPARQL writes it; a list as words with blanks between."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        value = " ".join(value)
    text = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    of_day = any(parameter.name == name and parameter.type == "date" for parameter in query.parameters)
    return f'"{text}"^^xsd:date' if of_day else f'"{text}"'


def write_examples(folder: Path) -> None:
    """Put every example into a folder, as they lie here."""
    for name in examples():
        target = folder / f"{name}.rq"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_FOLDER / f"{name}.rq", target)
