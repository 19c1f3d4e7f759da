"""Publishing: everything is written and checked in a folder beside the wanted one, which it then becomes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from liqaa.graph.rdf.blocks import BlockWriter
from liqaa.graph.rdf.conformity import ConformityError, check
from liqaa.graph.rdf.description import DEFAULT_LICENCE, Described, describe
from liqaa.graph.rdf.documents import write_documents
from liqaa.graph.rdf.export import write
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import History, State
from liqaa.graph.rdf.items import kind_of
from liqaa.graph.rdf.patch import WITH_GRAPHS, Delta, verified, write_patch
from liqaa.graph.rdf.selection import selected
from liqaa.graph.rdf.writers import FORMATS
from liqaa.ontology.errors import LiqaaError

DESCRIPTION = "dataset.ttl"


class PublicationError(LiqaaError):
    """Nothing can be published there; the message says what to do."""


class Published(NamedTuple):
    """What was published: the data file, statements in it, its canonical hash, and the delta."""

    data: Path
    statements: int
    hash: str | None
    delta: Delta | None


def publish(
    out: Path,
    form: str,
    history: History,
    state: State,
    profile: Profile,
    *,
    licence: str = DEFAULT_LICENCE,
    also: Callable[[Path], None] = lambda folder: None,
) -> Published:
    """Publish a state: data, documents and description.

    Args:
        out: the folder; it takes the place of an earlier export.
        form: format of the data.
        history: where the state is.
        state: which.
        profile: how it is written.
        licence: IRI of the licence of the data.
        also: writes further files into the folder.

    Raises:
        ConformityError: it does not conform to the shapes; nothing was published.
        PublicationError: the folder holds something else.
        ExtraError: a library of the extra is missing.
    """
    _conforming(history, state, profile, _to_check(history, state, profile))
    with _becoming(out) as folder:
        data = folder / f"liqaa.{FORMATS[form][0]}"
        written = write(data, form, history, state, profile)
        write_documents(folder, profile)
        also(folder)
        described = Described(profile, state, written.counts, written.statements, written.hash, licence)
        describe(folder / DESCRIPTION, data, described)
    history.keep_hash(state, profile.variant, written.hash)
    return Published(out / data.name, written.statements, written.hash, None)


def publish_delta(
    out: Path,
    form: str,
    history: History,
    old: State,
    new: State,
    profile: Profile,
    *,
    licence: str = DEFAULT_LICENCE,
    verify: bool = False,
) -> Published:
    """Publish what changed since a state; errors as for ``publish``.

    Args:
        out: the folder; it takes the place of an earlier export.
        form: format of the data that the partners have.
        history: where both states are.
        old: what the partners have.
        new: what they are to have.
        profile: how both are written.
        licence: IRI of the licence of the data.
        verify: work the canonical hashes of both out, which costs as much as writing both.
    """
    if verify:
        for state, known in zip((old, new), verified(history, old, new, profile), strict=True):
            history.keep_hash(state, profile.variant, known)
    _conforming(history, new, profile, affected(history, old, new))
    with _becoming(out) as folder:
        data = folder / "delta.rdfp"
        delta = write_patch(data, history, old, new, profile, graphs=form in WITH_GRAPHS)
        known_hash = history.hash_of(new, profile.variant)
        described = Described(profile, new, new.counts, None, known_hash, licence, delta, old)
        describe(folder / DESCRIPTION, data, described)
    return Published(out / data.name, delta.added + delta.deleted, known_hash, delta)


def _to_check(history: History, state: State, profile: Profile) -> Iterable[str]:
    """The owners to check: those that changed since something conformed, or all."""
    before = [one for one in history.states() if one.id <= state.id and history.hash_of(one, profile.variant)]
    if profile.selection.whole and before:
        return affected(history, before[-1], state)
    return history.owners(state, "")


def affected(history: History, old: State, new: State) -> list[str]:
    """What may conform to the shapes no longer, or only now, in order.

    These are the owners that changed, the events whose reports did, and the events of actors who stand for
    other parties than before: of an actor the shapes of events ask nothing else, and most of what is new of
    one who took part in thousands of events is told of every day.
    """
    changed = history.changed(old, new)
    further = {
        other
        for owner in changed
        if owner.startswith("a-") and _parties(history, owner, old) != _parties(history, owner, new)
        for other in history.leading_to(owner, new)
        if other.startswith("e-")
    }
    reported = {
        other for owner in changed if owner.startswith("r-") for other in history.led_to(owner, old, new)
    }
    return sorted({*changed, *further, *reported})


def _parties(history: History, actor: str, state: State) -> set[str]:
    """The items that say for whom an actor stands."""
    return {body for body in history.bodies(actor, state) if kind_of(body) == "REPRESENTS"}


def _conforming(history: History, state: State, profile: Profile, owners: Iterable[str]) -> None:
    """Refuse what does not conform."""
    allowed = selected(history, state, profile.selection)
    wanted = (owner for owner in owners if allowed is None or owner in allowed)
    writer = BlockWriter(profile.names, quotes=profile.quotes)
    if faults := list(check(history, state, writer, wanted, quotes=profile.quotes)):
        raise ConformityError(faults)


@contextmanager
def _becoming(out: Path) -> Iterator[Path]:
    """A folder that takes the place of another when all went well, and else is gone."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / DESCRIPTION).is_file())):
        raise PublicationError(f"{out} holds something else than an export: name another folder.")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as scratch:
        folder = Path(scratch) / "new"
        folder.mkdir()
        yield folder
        if out.exists():
            out.rename(Path(scratch) / "old")
        shutil.move(folder, out)
