"""A Turtle file as plain statements, and what is said when a knowledge file can not be used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from liqaa.ontology.errors import LiqaaError

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

NAMESPACE = "https://w3id.org/liqaa/ontology#"
ONTOLOGY = "https://w3id.org/liqaa/ontology"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Objects = list[tuple[str, str | None]]
"""Objects of one subject and predicate, sorted: text and language tag ("" without one, None for IRIs)."""

Statements = Mapping[str, Mapping[str, Objects]]
"""All statements of a file, by subject and predicate, subjects sorted."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a knowledge file.

    Attributes:
        file: name of the file.
        key: the entry concerned: IRI, or ``line N`` where the file can not be parsed.
        reason: what is wrong with it.
    """

    file: str
    key: str
    reason: str


class VocabularyError(LiqaaError):
    """The vocabulary can not be used; ``problems`` holds everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Collect the problems, sorted, and say one a line."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(f"{p.file}: {p.key}: {p.reason}" for p in self.problems))


def read_statements(path: Path) -> Statements:
    """Parse a file.

    Args:
        path: Turtle, UTF-8.

    Returns:
        Its statements, in an order that depends on nothing but what they say.

    Raises:
        VocabularyError: the file can not be read or is not Turtle.
    """
    return _statements(_parse(path))


def _parse(path: Path) -> Graph:
    from rdflib import Graph
    from rdflib.plugins.parsers.notation3 import BadSyntax

    try:
        return Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle", publicID=ONTOLOGY)
    except BadSyntax as error:
        why = re.search(r"Bad syntax \((.*)\) at \^", str(error), re.DOTALL)
        reason = f"not Turtle: {why[1] if why else error}"
        raise VocabularyError([Problem(path.name, f"line {error.lines + 1}", reason)]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError([Problem(path.name, "file", f"can not be read: {error}")]) from error


def _statements(graph: Graph) -> Statements:
    found: dict[str, dict[str, Objects]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in graph:
        found[str(subject)][str(predicate)].append((str(value), _tag(value)))
    for predicates in found.values():
        for objects in predicates.values():
            objects.sort(key=lambda value: (value[0], value[1] or ""))
    return {subject: dict(predicates) for subject, predicates in sorted(found.items())}


def _tag(value: Node) -> str | None:
    from rdflib import Literal

    return (value.language or "") if isinstance(value, Literal) else None


def texts(predicates: Mapping[str, Objects], predicate: str) -> tuple[str, ...]:
    """The objects of one predicate as text."""
    return tuple(text for text, _ in predicates.get(predicate, []))


def by_language(predicates: Mapping[str, Objects], predicate: str) -> dict[str, str]:
    """The literals of one predicate by language tag."""
    return {tag or "": text for text, tag in predicates.get(predicate, [])}


def of_class(subjects: Statements, iri: str) -> list[str]:
    """The subjects that are of a class, sorted."""
    return [key for key, predicates in subjects.items() if iri in texts(predicates, RDF_TYPE)]
