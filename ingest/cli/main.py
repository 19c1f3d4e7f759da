"""The command line, ``liqaa``: the one place where the program is put together.

Nothing heavy is imported here or at the top of the command modules: ``liqaa --help`` must answer at once.
"""

from __future__ import annotations

import errno
import io
import logging
import sys
import time
from typing import Annotated

import typer
from liqaa.ingest.cli import (
    ask,
    backup,
    browser,
    doctor,
    judge,
    load,
    network,
    rdf,
    register,
    report,
    schedule,
    sources,
    status,
)
from liqaa.ingest.cli.output import one_line
from liqaa.ontology.errors import LiqaaError
from liqaa.queries.header import CatalogueError

EXIT_FAILED = 1

app = typer.Typer(
    name="liqaa",
    help="Who met whom, where, when, about what, and which words say so: Arabic news as a knowledge graph.",
    epilog="Begin with: liqaa demo",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help and errors start twice as fast, and an error stays on one line
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    load.demo,
    load.ingest,
    load.extract,
    sources.sources,
    sources.run,
    schedule.schedule,
    ask.query,
    ask.explain,
    report.report,
    network.network,
    browser.browser_kit,
    register.register,
    judge.review,
    judge.judge,
    judge.judgements,
    status.status,
    sources.metrics,
    backup.backup,
    backup.restore,
    doctor.doctor,
):
    app.command(short_help=(command.__doc__ or "").partition("\n")[0])(command)

for group in (rdf.export_app, rdf.import_app):
    app.add_typer(group)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"liqaa {version('liqaa')}")
        raise typer.Exit


@app.callback()
def _options(
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log each step to stderr.")] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Log everything, and show the trace of an error.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and stop.")
    ] = False,
) -> None:
    _log_to_stderr(logging.DEBUG if debug else logging.INFO if verbose else logging.WARNING)


def main() -> None:
    """Run the command line; the process ends with 0 when done, 1 when the run failed, 2 on wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Arabic goes out whatever the locale says; half characters of a broken page must not stop a run.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except (LiqaaError, CatalogueError, OSError) as error:
        # Ours and the system's errors say what to do and need no trace; any other is a bug and shows its own.
        if "--debug" in sys.argv:
            raise
        print(f"liqaa: {_sentence(error)}", file=sys.stderr)
        sys.exit(EXIT_FAILED)


def _sentence(error: Exception) -> str:
    """An error as one paragraph that says what is wrong."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "No room is left on the disk that is written to: free some space, then run this again."
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)


class _Line(logging.Formatter):
    """One line a message, with the day and the time in UTC: journals and files of logs are read by line."""

    default_time_format = "%Y-%m-%dT%H:%M:%SZ"
    default_msec_format = None

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        return one_line(super().formatMessage(record))


def _log_to_stderr(level: int) -> None:
    handler: logging.Handler
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.logging import RichHandler

        handler = RichHandler(console=Console(stderr=True), show_path=False, log_time_format="%H:%M:%S")
        handler.setFormatter(logging.Formatter("%(message)s"))
    else:
        handler = logging.StreamHandler()
        line = _Line("%(asctime)s %(levelname)s %(message)s")
        line.converter = time.gmtime
        handler.setFormatter(line)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # The libraries below log for their own authors.
    for name in ("neo4j", "trafilatura", "htmldate", "courlan", "rdflib", "httpx", "httpcore", "apscheduler"):
        logging.getLogger(name).setLevel(max(level, logging.WARNING))


if __name__ == "__main__":
    main()
