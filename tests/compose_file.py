"""docker/compose.yml as tests use it: its settings, so that real servers can be started with them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from string import Template
from typing import Any

import yaml
from neo4j_server import DOCKER, free_ports

FILE = DOCKER / "compose.yml"
# Debian keeps nginx where the PATH of those who are not root does not lead.
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"
_NGINX_CONF = """daemon off;
master_process off;
pid $folder/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  types { text/html html; text/plain txt; }
  client_body_temp_path $folder;
  proxy_temp_path $folder;
  fastcgi_temp_path $folder;
  uwsgi_temp_path $folder;
  scgi_temp_path $folder;
  include $folder/kit.conf;
}
"""


class NoWebServerError(Exception):
    """There is no nginx; the message is one line."""


def services(environ: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The services, with ``${NAME:-default}`` filled in as Compose does."""
    given = environ or {}
    text = re.sub(
        r"\$\{(\w+):-([^}]*)\}",
        lambda match: given.get(match[1], match[2]),
        FILE.read_text(encoding="utf-8"),
    )
    found: dict[str, Any] = yaml.safe_load(text)["services"]
    return found


def neo4j_settings_of(service: Mapping[str, Any]) -> dict[str, str]:
    """The ``neo4j.conf`` that Neo4j's image makes of a service's environment.

    An underscore stands for a full stop, two for an underscore; ``NEO4J_AUTH_FILE`` is read by the image
    itself. Addresses are left out: they are those of the container, and a test server has its own.
    """
    settings = {}
    for name, value in service["environment"].items():
        key = name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")
        if name != "NEO4J_AUTH_FILE" and not key.endswith("advertised_address"):
            settings[key] = value
    return settings


@contextmanager
def kit_served(kit: Path, folder: Path) -> Iterator[int]:
    """A kit behind the nginx of the compose file.

    Args:
        kit: what ``liqaa browser-kit`` wrote.
        folder: for nginx's own files.

    Yields:
        Its port on this machine.

    Raises:
        NoWebServerError: nginx is not installed.
    """
    nginx = shutil.which("nginx", path=_PATH)
    if not nginx:
        raise NoWebServerError("no nginx to serve the Browser kit: install nginx-light")
    (port,) = free_ports(1)
    template = Template((DOCKER / "kit.conf.template").read_text(encoding="utf-8"))
    filled = template.safe_substitute(KIT_LISTEN=f"127.0.0.1:{port}", KIT_FOLDER=kit)
    (folder / "kit.conf").write_text(filled, encoding="utf-8")
    (folder / "nginx.conf").write_text(Template(_NGINX_CONF).substitute(folder=folder), encoding="utf-8")
    with (folder / "nginx.log").open("wb") as log:
        process = subprocess.Popen(
            [nginx, "-c", folder / "nginx.conf", "-e", folder / "error.log"], stdout=log, stderr=log
        )
        try:
            yield port
        finally:
            process.terminate()
            process.wait()
