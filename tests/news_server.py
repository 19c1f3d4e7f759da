"""A web server on this machine that gives what a test puts on it, and notes what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Given:
    """What the server gives at a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None


Route = Given | Callable[[BaseHTTPRequestHandler], Given | None]
"""What is given, or a function that gives it; one that returns None has written the answer itself."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that went away is what some tests are about."""


class NewsServer:
    """A running server; ``routes`` may be changed while it runs.

    Attributes:
        routes: by path with its query.
        asked: paths in the order they were asked.
        headers: of each request, likewise.
        otherwise: what is given at every other path.
    """

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.otherwise: Route = Given(b"not here", 404)
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self.host = f"127.0.0.1:{self._server.server_address[1]}"
        self.address = f"http://{self.host}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def put(self, path: str, body: str | bytes, **fields: object) -> str:
        """Give a body at a path; its address."""
        raw = body.encode() if isinstance(body, str) else body
        self.routes[path] = Given(raw, **fields)  # type: ignore[arg-type]
        return self.address + path

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        news = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                news.asked.append(self.path)
                news.headers.append(dict(self.headers))
                route = news.routes.get(self.path, news.otherwise)
                given = route if isinstance(route, Given) else route(self)
                if given is not None:
                    self._give(given)

            def _give(self, given: Given) -> None:
                status, body = given.status, given.body
                if given.etag and self.headers.get("If-None-Match") == given.etag:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in given.headers.items():
                    self.send_header(name, value.encode().decode("latin-1"))  # as servers do
                if given.etag:
                    self.send_header("ETag", given.etag)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@contextmanager
def serving() -> Iterator[NewsServer]:
    """A server for the time of a ``with`` block."""
    server = NewsServer()
    server.start()
    try:
        yield server
    finally:
        server.stop()
