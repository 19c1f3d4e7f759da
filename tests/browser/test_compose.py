"""The compose file: in the form that Compose reads, and safe as it stands."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
from compose_file import FILE, neo4j_settings_of, services

NEO4J = ("neo4j", "analysts")


def test_it_is_what_compose_reads() -> None:
    schema = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*schema, FILE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def published(service: dict[str, Any]) -> list[str]:
    return [str(port) for port in service.get("ports", [])]


def test_ports_are_open_on_this_machine_alone() -> None:
    ports = [port for service in services().values() for port in published(service)]
    assert len(ports) == len(set(ports)) == 5
    assert all(re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port) for port in ports)


def test_ports_follow_the_variables() -> None:
    found = services({"LIQAA_KIT_PORT": "8001", "LIQAA_HTTP_PORT": "8002", "LIQAA_BOLT_PORT": "8003"})
    assert published(found["kit"]) == ["127.0.0.1:8001:80"]
    assert published(found["neo4j"]) == ["127.0.0.1:8002:7474", "127.0.0.1:8003:7687"]
    environment = found["neo4j"]["environment"]
    assert environment["NEO4J_server_bolt_advertised__address"] == "localhost:8003"
    assert "localhost:8001/liqaa.grass" in environment["NEO4J_browser_post__connect__cmd"]


@pytest.mark.parametrize("name", NEO4J)
def test_a_password_comes_from_a_file(name: str) -> None:
    service = services()[name]
    (secret,) = service["secrets"]
    assert service["environment"]["NEO4J_AUTH_FILE"] == f"/run/secrets/{secret}"
    assert not [key for key in service["environment"] if key == "NEO4J_AUTH"]


def test_images_are_pinned_and_what_stays_up_is_watched() -> None:
    for name, service in services().items():
        assert re.fullmatch(r"[\w/.-]+:\d+\.\d+\.\d+(-\w+)?", service["image"]), name
        if name not in ("dump", "load"):
            assert service["healthcheck"]["test"][0] == "CMD" and service["mem_limit"], name


@pytest.mark.parametrize("name", NEO4J)
def test_nothing_is_told_to_the_maker_and_memory_is_bounded(name: str) -> None:
    settings = neo4j_settings_of(services()[name])
    assert settings["dbms.usage_report.enabled"] == settings["client.allow_telemetry"] == "false"
    memory = [settings[f"server.memory.{part}"] for part in ("heap.max_size", "pagecache.size")]
    total = sum(int(size.removesuffix("g")) for size in memory)
    assert total < int(services()[name]["mem_limit"].removesuffix("g"))


def test_only_the_analysts_copy_is_read_only() -> None:
    found = {name: neo4j_settings_of(services()[name]).get("server.databases.read_only") for name in NEO4J}
    assert found == {"neo4j": None, "analysts": "neo4j"}
