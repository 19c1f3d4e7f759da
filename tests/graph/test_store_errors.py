"""A store that cannot be used says why and what to do, in one line."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import neo4j
import pytest
from hand_built import SMALL
from liqaa.graph.stores.delta import Delta, StoreDigests, diff
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.neo4j_store import Neo4jStore
from liqaa.graph.stores.store import (
    LADYBUG_FILE,
    Neo4jSettings,
    Store,
    StoreError,
    chosen_kind,
    neo4j_settings,
    open_store,
)
from neo4j.exceptions import IncompleteCommit
from neo4j_server import Server

HOLD = (
    "import sys, ladybug; held = ladybug.Database(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
)


def refused(settings: Neo4jSettings) -> str:
    """What opening the server says."""
    with pytest.raises(StoreError) as caught:
        Neo4jStore(settings)
    said = str(caught.value)
    assert "\n" not in said
    assert "Traceback" not in said
    return said


def a_free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def test_no_server() -> None:
    said = refused(Neo4jSettings(f"bolt://127.0.0.1:{a_free_port()}", password="x"))
    assert "does not answer" in said
    assert "NEO4J_URI" in said


def test_something_else_listens_there() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        stop = threading.Event()

        def answer() -> None:
            listener.settimeout(0.1)
            while not stop.is_set():
                try:
                    client, _ = listener.accept()
                except TimeoutError:
                    continue
                with client:
                    client.recv(100)
                    client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        try:
            said = refused(Neo4jSettings(f"bolt://127.0.0.1:{listener.getsockname()[1]}", password="x"))
        finally:
            stop.set()
            thread.join()
    assert "NEO4J_URI" in said


@pytest.mark.parametrize("uri", ["localhost:7687", "http://localhost:7474", "bolt:/", "لقاء", "bolt://"])
def test_no_address(uri: str) -> None:
    assert "NEO4J_URI" in refused(Neo4jSettings(uri, password="x"))


def test_a_wrong_password(neo4j_server: Server) -> None:
    said = refused(replace(neo4j_settings(neo4j_server.environ), password="wrong"))
    assert "NEO4J_USERNAME and NEO4J_PASSWORD" in said
    assert "wrong" not in said


def test_no_password(neo4j_server: Server) -> None:
    assert "NEO4J_PASSWORD" in refused(replace(neo4j_settings(neo4j_server.environ), password=None))


def test_a_wrong_database(neo4j_server: Server, neo4j_2026_server: Server) -> None:
    for server in (neo4j_server, neo4j_2026_server):
        said = refused(replace(neo4j_settings(server.environ), database="nirgends"))
        assert "'nirgends'" in said
        assert "NEO4J_DATABASE" in said


def test_an_old_server(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """No older server is at hand, so the bound is raised above the one that is."""
    monkeypatch.setattr("liqaa.graph.stores.neo4j_store._OLDEST", (5, 999))
    said = refused(neo4j_settings(neo4j_server.environ))
    assert "runs Neo4j 5.26" in said
    assert "5.999 or newer" in said


def test_the_driver_is_closed_when_the_server_is_refused(
    neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = []
    close = neo4j.Driver.close

    def noting(driver: neo4j.Driver) -> None:
        closed.append(driver)
        close(driver)

    monkeypatch.setattr(neo4j.Driver, "close", noting)
    refused(replace(neo4j_settings(neo4j_server.environ), database="nirgends"))
    assert closed


def test_the_address_is_asked_for() -> None:
    with pytest.raises(StoreError, match="set NEO4J_URI"):
        neo4j_settings({"NEO4J_PASSWORD": "x"})


def test_settings_come_from_the_environment_and_keep_the_password_to_themselves() -> None:
    settings = neo4j_settings(
        {"NEO4J_URI": "neo4j://h", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "geheim", "NEO4J_DATABASE": "d"}
    )
    assert settings == Neo4jSettings("neo4j://h", "u", "geheim", "d")
    assert "geheim" not in repr(settings)
    assert neo4j_settings({"NEO4J_URI": "neo4j://h"}) == Neo4jSettings("neo4j://h", "neo4j", None, "neo4j")


def test_which_store_is_opened(tmp_path: Path, neo4j_server: Server) -> None:
    assert chosen_kind({}) == "ladybug"
    assert chosen_kind({"NEO4J_URI": ""}) == "ladybug"
    assert chosen_kind(neo4j_server.environ) == "neo4j"
    with open_store("ladybug", tmp_path / "new" / "folder", {}) as embedded:
        assert (embedded.name, embedded.version) == ("ladybug", "0.22.0")
    assert (tmp_path / "new" / "folder" / LADYBUG_FILE).is_file()
    with open_store("neo4j", tmp_path, neo4j_server.environ) as server:
        assert server.name == "neo4j"


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process, which holds a file until it is ended."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        yield holder


def embedded_refused(path: Path) -> str:
    """What opening the file says."""
    with pytest.raises(StoreError) as caught:
        LadybugStore(path, wait=0.0)
    said = str(caught.value)
    assert str(path) in said
    return said


def test_another_process_holds_the_file(tmp_path: Path) -> None:
    path = tmp_path / LADYBUG_FILE
    with held(path) as holder:
        said = embedded_refused(path)
        assert f"in use by process {holder.pid}" in said
        assert "--data" in said
        holder.communicate()
    LadybugStore(path).close()


def test_who_asks_while_another_asks_waits_for_a_turn(tmp_path: Path) -> None:
    path = tmp_path / LADYBUG_FILE
    with held(path) as holder:
        threading.Timer(0.5, holder.kill).start()
        LadybugStore(path).close()


@pytest.mark.parametrize("version", [39, 50, 1000])
def test_a_file_of_another_version_of_the_library(tmp_path: Path, version: int) -> None:
    """The version stands in the log of a small graph's file, after its four letters."""
    path = tmp_path / LADYBUG_FILE
    with LadybugStore(path) as store:
        store.prepare()
        store.apply(Delta(put_nodes=SMALL.nodes))
    content = bytearray(path.read_bytes())
    content[4:12] = version.to_bytes(8, "little")
    path.write_bytes(content)
    said = embedded_refused(path)
    assert "another version" in said
    assert "liqaa ingest" in said


@pytest.mark.parametrize("content", [b"hello world" * 1000, b"\x00" * 5000, b"SQLite format 3\x00" * 300])
def test_a_file_of_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / LADYBUG_FILE
    path.write_bytes(content)
    assert "no readable graph" in embedded_refused(path)
    assert path.read_bytes() == content


def test_a_folder_named_like_a_fault_is_none(tmp_path: Path) -> None:
    path = tmp_path / "blocks" / LADYBUG_FILE  # the library's words hold the path, and "lock" is one of them
    path.mkdir(parents=True)
    assert "no readable graph" in embedded_refused(path)


def test_a_full_disk_is_no_damaged_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A graph that can not be completed for want of room is whole once there is some."""

    def full(*_: object, **__: object) -> None:
        raise RuntimeError(
            "Failed while completing an interrupted checkpoint during recovery: IO exception: Cannot write to"
            f" file. path: {tmp_path / LADYBUG_FILE} fileDescriptor: 3. Error: No space left on device"
        )

    monkeypatch.setattr("ladybug.Database", full)
    assert "No room is left" in embedded_refused(tmp_path / LADYBUG_FILE)


def test_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / LADYBUG_FILE
    with LadybugStore(path) as store:
        store.prepare()
        store.apply(Delta(put_nodes=SMALL.nodes))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "no readable graph" in embedded_refused(path)


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / LADYBUG_FILE).mkdir()
    assert "no readable graph" in embedded_refused(tmp_path / LADYBUG_FILE)


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    assert "cannot be opened" in embedded_refused(tmp_path / "data" / LADYBUG_FILE)


def test_asking_before_anything_was_ingested(tmp_path: Path) -> None:
    with LadybugStore(tmp_path / LADYBUG_FILE) as store, pytest.raises(StoreError, match="liqaa ingest"):
        store.run("MATCH (e:Event) RETURN e.id AS id", {})


def test_tables_of_another_version_of_liqaa_are_made_anew(tmp_path: Path) -> None:
    path = tmp_path / LADYBUG_FILE
    with LadybugStore(path) as store:
        store._rows("CREATE NODE TABLE Event(id STRING PRIMARY KEY, digest STRING, kind STRING)")
        store._rows("CREATE NODE TABLE Party(id STRING PRIMARY KEY, digest STRING)")
        store._rows("CREATE REL TABLE BETWEEN(FROM Event TO Party, digest STRING)")
        store._rows("CREATE (:Event {id: 'e-1', digest: 'x'})-[:BETWEEN]->(:Party {id: 'p'})")
        store.prepare()
        assert store.digests() == StoreDigests({}, {})
        store.apply(Delta(put_nodes=SMALL.nodes, put_edges=SMALL.edges))
    with LadybugStore(path) as store:
        store.prepare()
        assert len(store.digests().nodes) == len(SMALL.nodes)


def test_a_copy_of_the_file_is_a_graph_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / LADYBUG_FILE
    with LadybugStore(path) as store:
        store.prepare()
        store.apply(Delta(put_nodes=SMALL.nodes))
    shutil.copy(path, tmp_path / "copy.lbug")
    with LadybugStore(tmp_path / "copy.lbug") as copy, LadybugStore(path) as store:
        assert copy.digests() == store.digests()


def test_a_commit_whose_answer_is_lost_is_made_again(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, lost = neo4j.Session.execute_write, []

    def answered_from_the_fourth_on(
        session: neo4j.Session, work: Callable[..., None], *arguments: object
    ) -> None:
        written(session, work, *arguments)
        if len(lost) < 3:
            lost.append(work)
            raise IncompleteCommit("the line broke before the answer")

    monkeypatch.setattr(neo4j.Session, "execute_write", answered_from_the_fourth_on)
    with pytest.raises(StoreError, match="does not answer"):
        neo4j_store.apply(Delta(put_nodes=SMALL.nodes))  # lost twice in a row: the server is in trouble
    neo4j_store.apply(diff(SMALL, neo4j_store.digests()))
    assert len(lost) == 3
    assert diff(SMALL, neo4j_store.digests()).empty
