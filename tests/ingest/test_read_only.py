"""A data folder whose file system is mounted read-only: the run says so, all is kept, the next completes it.

Permissions do not bind root, so the folder is mounted for real, in a mount namespace of the program's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from news_server import NewsServer, serving
from running import LIQAA, held, newspaper, own_source, program

MOUNTED = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with serving() as server:
        yield server


def read_only(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a program that sees a folder mounted read-only; nobody else does.

    Without root the namespace has a user of its own, where the system allows that.
    """
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("no unshare (util-linux) to mount a folder read-only for one program")
    user = [] if os.geteuid() == 0 else ["--map-root-user"]
    return subprocess.run(
        [unshare, "--mount", *user, "sh", "-c", MOUNTED, str(folder), *map(str, words)],
        cwd=folder.parent, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def test_a_data_folder_that_is_mounted_read_only_loses_nothing(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 6)
    own_source(tmp_path, server)
    data = tmp_path / "liqaa-data"
    if read_only(data, "true").returncode:
        pytest.skip("this machine lets nobody mount in a namespace of his own (in a container: SYS_ADMIN)")
    assert read_only(data, "touch", data / "new").returncode != 0  # it is read-only, for root too
    never = read_only(data, LIQAA, "run", "port-news")
    assert never.returncode == 1
    assert "is mounted read-only" in " ".join(never.stderr.split())
    assert program(tmp_path, "run", "port-news").returncode == 0
    before = held(data)
    newspaper(server, 12)
    failed = read_only(data, LIQAA, "run", "port-news")
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert "is mounted read-only" in " ".join(failed.stderr.split())
    assert held(data) == before
    assert program(tmp_path, "run", "port-news").returncode == 0
    (tmp_path / "whole").mkdir()
    own_source(tmp_path / "whole", server)
    assert program(tmp_path / "whole", "run", "port-news").returncode == 0
    assert held(data) == held(tmp_path / "whole" / "liqaa-data")
