"""Backup and restore: what comes back is what there was, and nothing else gets in."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from liqaa.ingest.archive.file import ARCHIVE_FILE
from liqaa.ingest.fetching.pages import Pages
from liqaa.ingest.fetching.pages_file import PAGES_FILE
from liqaa.ingest.jobs.backup import BackupError, back_up, restore
from news_server import NewsServer, serving
from running import held, newspaper, own_source, program


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with serving() as server:
        yield server


def test_a_backup_comes_back_whole(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 5)
    own_source(tmp_path, server)
    assert program(tmp_path, "run", "port-news").returncode == 0
    said = program(tmp_path, "backup", "all.tar.gz")
    assert (said.returncode, said.stderr) == (0, "")
    said = program(tmp_path, "restore", "all.tar.gz", "--data", "second")
    assert (said.returncode, said.stderr) == (0, "")
    assert held(tmp_path / "second") == held(tmp_path / "liqaa-data")
    with Pages.open(tmp_path / "second" / PAGES_FILE) as pages:
        assert (pages.backlog("port-news"), len(list(pages.all("port-news")))) == (0, 5)
    asked = len(server.asked)
    again = program(tmp_path, "run", "port-news", "--data", "second")
    assert again.stdout.startswith("port-news: 5 listed, 0 fetched")
    assert len(server.asked) == asked + 2  # robots.txt and the list
    assert "is there already" in program(tmp_path, "restore", "all.tar.gz").stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.tar.gz", "liqaa-data", "second"]


def test_a_backup_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="There is no archive"):
        back_up(tmp_path, tmp_path / "x.tar.gz")
    (tmp_path / ARCHIVE_FILE).touch()
    with pytest.raises(BackupError, match="There is no folder"):
        back_up(tmp_path, tmp_path / "away" / "x.tar.gz")
    with pytest.raises(BackupError, match="There is no file"):
        restore(tmp_path / "x.tar.gz", tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("../../evil", b"x", "holds no archive"),
        ("/etc/evil", b"x", "holds no archive"),
        ("sources/../../evil.yml", b"x", "holds no archive"),
        (
            ARCHIVE_FILE,
            b"no database at all" * 100,
            r"archive.sqlite in .*gz is damaged .*: try another",
        ),
        (None, b"no tar at all", r"can not be read as a backup \(file could not be opened successfully\)"),
        (None, gzip.compress(b"x" * 9000)[:-40] + bytes(40), "can not be read as a backup"),
    ],
)
def test_a_file_that_is_no_backup_leaves_nothing(
    tmp_path: Path, name: str | None, content: bytes, said: str
) -> None:
    path = tmp_path / "in" / "x.tar.gz"
    path.parent.mkdir()
    if name is None:
        path.write_bytes(content)
    else:
        with tarfile.open(path, "w:gz") as tar:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    with pytest.raises(BackupError, match=said):
        restore(path, tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []
    assert [one.name for one in tmp_path.rglob("*evil*")] == []
