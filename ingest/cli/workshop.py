"""What commands that run sources need, put together from options and the environment."""

from __future__ import annotations

import datetime
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from liqaa.ingest.cli.options import StoreChoice, open_graph
from liqaa.ingest.cli.progress import warn
from liqaa.ontology.errors import LiqaaError

if TYPE_CHECKING:
    from liqaa.ingest.archive.records import SourceRun
    from liqaa.ingest.fetching.hosts import Turns
    from liqaa.ingest.fetching.source import Source
    from liqaa.ingest.fetching.web import Web
    from liqaa.ingest.jobs.run import Workshop

CONTACT = "LIQAA_CONTACT"
WEBHOOK = "LIQAA_WEBHOOK"
_WEBHOOK_SECONDS = 10

log = logging.getLogger("liqaa")


def wanted_sources(names: Sequence[str] | None, known: Mapping[str, Source]) -> list[Source]:
    """The sources that were named, or all that are enabled.

    Raises:
        typer.BadParameter: an id is unknown; the nearest ones are offered.
    """
    from liqaa.ingest.fetching.source_files import UnknownSourceError, chosen

    try:
        return chosen(known, names or [])
    except UnknownSourceError as error:
        raise typer.BadParameter(str(error), param_hint="SOURCE") from error


def all_sources(own: Path | None, data: Path) -> dict[str, Source]:
    """The sources that ship and the user's own.

    Raises:
        SourceError: one is wrong, or the folder that was named is not there.
    """
    from liqaa.ingest.fetching.source_files import SourceError, load

    if own is not None and not own.is_dir():
        raise SourceError(f"There is no folder {own}: name the folder of your sources with --sources.")
    return load(own or data / "sources")


def workshop(
    data: Path,
    store: StoreChoice | None,
    min_confidence: float | None = None,
    *,
    stopped: Callable[[], bool] = lambda: False,
) -> Workshop:
    """Everything that a run needs besides its source."""
    from liqaa.ingest.fetching.hosts import Turns
    from liqaa.ingest.jobs.reading import load_extractor
    from liqaa.ingest.jobs.run import Workshop

    turns = Turns()
    return Workshop(
        data=data,
        extractor=load_extractor(min_confidence),
        open_store=lambda: open_graph(store, data),
        open_web=lambda source: open_web(source, turns),
        clock=now,
        on_issue=warn,
        stopped=stopped,
    )


def open_web(source: Source, turns: Turns | None = None) -> Web:
    """What asks the web for a source, as politely as the source says.

    Raises:
        SourceError: the variable that holds its credentials is not set.
    """
    from liqaa.ingest.fetching.addresses import host_port
    from liqaa.ingest.fetching.hosts import Hosts
    from liqaa.ingest.fetching.source_files import SourceError
    from liqaa.ingest.fetching.web import Web

    secret = os.environ.get(source.credentials) if source.credentials else None
    if source.credentials and not secret:
        raise SourceError(f"{source.id} needs {source.credentials}: set it to its Authorization header.")
    contact = os.environ.get(CONTACT, "").strip()
    agent = f"liqaa/{version('liqaa')}" + (f" (+{contact})" if contact.isascii() and contact else "")
    polite = source.politeness
    return Web(
        Hosts("liqaa", delay=polite.delay, robots=polite.robots, turns=turns),
        private_hosts=source.private_hosts,
        user_agent=agent,
        authorization=(secret, host_port(source.address)) if secret else None,
    )


def now() -> datetime.datetime:
    """The time, with its zone."""
    return datetime.datetime.now(datetime.UTC)


def run_and_tell(source: Source, shop: Workshop, *, again: bool = False) -> SourceRun | None:
    """Run a source; a failure is said on stderr and to the webhook, and gives None."""
    from liqaa.ingest.jobs.run import reason_of, run_source

    try:
        return run_source(source, shop, again=again)
    except Exception as error:  # also a fault of the program must not keep the other sources from running
        ours = isinstance(error, LiqaaError | OSError)  # these say what to do without a trace
        log.error("%s failed: %s", source.id, reason_of(error), exc_info=not ours)  # noqa: TRY400
        _tell_webhook(source, reason_of(error))
        return None


def _tell_webhook(source: Source, reason: str) -> None:
    """Post a failure where LIQAA_WEBHOOK says; its address may hold a secret and is never shown."""
    address = os.environ.get(WEBHOOK)
    if not address:
        return
    import httpx

    told = {
        "source": source.id,
        "failed": now().isoformat(),
        "reason": reason,
        "text": f"{source.id}: {reason}",
    }
    try:
        httpx.post(address, json=told, timeout=_WEBHOOK_SECONDS).raise_for_status()
    except httpx.HTTPStatusError as error:
        log.warning("The webhook answered %s: see %s.", error.response.status_code, WEBHOOK)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        log.warning("The webhook could not be told (%s): see %s.", type(error).__name__, WEBHOOK)
