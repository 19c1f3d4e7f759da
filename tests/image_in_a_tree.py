"""The steps of docker/Dockerfile without an engine: run in directory trees laid over this machine's root.

usage: python tests/image_in_a_tree.py [--python /usr/bin/python3]        (as root, on Linux; needs PyPI)

Each stage gets a tree, which holds what its steps write; below it this machine's root, with its Python as
``python``, stands for the image that FROM names, so what that image brings itself is not checked. Then the
entry point runs as the image's user, in the finished tree mounted read-only, with ``/data`` and ``/tmp`` to
write to and no network: once for the demo, once as the schedule with its health check, until it is stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCKERFILE = ROOT / "docker" / "Dockerfile"
PASSED_ON = re.compile(r"PIP_.*|.*_PROXY|.*_proxy|SSL_CERT_.*|REQUESTS_CA_BUNDLE")
OVERLAY = (
    "mount -t overlay overlay -o lowerdir=/,upperdir={tree},workdir={work} {root} && "
    "mount --rbind /dev {root}/dev && mount --rbind /proc {root}/proc"
)
LOCKED = (
    "mount -t tmpfs tmpfs {root}/tmp && mount --bind {data} {root}/data && mount -o remount,ro {root} && "
    "ip link set lo up"
)
SCHEDULE = """
{start} & running=$!
for _ in $(seq 120); do sleep 1; {health} >/dev/null 2>&1 && break; done
{health} >/dev/null && echo healthy
kill -TERM $running; wait $running; echo "stopped with $?"
"""


@dataclass(slots=True)
class Stage:
    """A stage of the image: its tree, and what its steps have set."""

    tree: Path
    env: dict[str, str] = field(default_factory=dict)
    folder: str = "/"
    user: str = "0:0"
    told: dict[str, list[str]] = field(default_factory=dict)


def steps(text: str) -> list[tuple[str, str]]:
    """Instructions and what stands behind them."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    return [
        (name, rest.strip())
        for name, _, rest in (line.partition(" ") for line in joined.splitlines())
        if name
    ]


def inside(stage: Stage, command: str, *, data: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a shell command in a stage; with a data folder, as the finished image does: locked and offline."""
    with tempfile.TemporaryDirectory(dir=stage.tree.parent) as scratch:
        root, work = Path(scratch, "root"), Path(scratch, "work")
        root.mkdir(), work.mkdir()
        mounts = OVERLAY.format(tree=stage.tree, work=work, root=root)
        if data:
            mounts += " && " + LOCKED.format(root=root, data=data)
        passed = {name: value for name, value in os.environ.items() if not data and PASSED_ON.fullmatch(name)}
        env = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/root", **passed, **stage.env}
        words = [
            *("chroot", f"--userspec={stage.user}", str(root), "env", "-i"),
            *(f"{name}={value}" for name, value in env.items()),
            *("sh", "-euc", f"cd {shlex.quote(stage.folder)} && {command}"),
        ]
        script = f"{mounts} && exec {shlex.join(words)}"
        return subprocess.run(
            ["unshare", "--mount", *(["--net"] if data else []), "sh", "-euc", script],
            capture_output=True, text=True, check=False,
        )  # fmt: skip


def copy(stage: Stage, stages: dict[str, Stage], rest: str) -> None:
    """What COPY puts into a tree."""
    words = rest.split()
    flags = dict(word[2:].split("=") for word in words if word.startswith("--"))
    *sources, target = [word for word in words if not word.startswith("--")]
    base = stages[flags["from"]].tree if "from" in flags else ROOT
    to = stage.tree / os.path.join(stage.folder, target).lstrip("/")  # noqa: PTH118 - paths of the image
    for source in sources:
        found = base / source.lstrip("/")
        if found.is_dir():
            shutil.copytree(
                found, to, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
            )
            continue
        at = to / found.name if target.endswith("/") else to
        at.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(found, at)
        if mode := flags.get("chmod"):
            at.chmod(int(mode, 8))


def step(stage: Stage, stages: dict[str, Stage], name: str, rest: str) -> None:
    """One instruction.

    Raises:
        SystemExit: it fails, or is none that is known here.
    """
    match name:
        case "WORKDIR":
            stage.folder = rest
            (stage.tree / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)
        case "COPY":
            copy(stage, stages, rest)
        case "RUN":
            done = inside(stage, rest)
            if done.returncode:
                sys.exit(f"RUN {rest}\n{done.stdout}{done.stderr}")
        case "ENV":
            for pair in shlex.split(rest):
                key, _, value = pair.partition("=")
                stage.env[key] = value.replace("$PATH", "/usr/local/bin:/usr/bin:/bin")
        case "USER":
            stage.user = rest
        case "ENTRYPOINT" | "CMD":
            stage.told[name] = json.loads(rest)
        case "HEALTHCHECK":
            stage.told[name] = json.loads(rest[rest.index("CMD") + 3 :])
        case "VOLUME":
            pass
        case _:
            sys.exit(f"{name} is not known here: say in {Path(__file__).name} what it does")


def build(folder: Path, python: Path) -> Stage:
    """Run all steps; the last stage."""
    stages: dict[str, Stage] = {}
    stage = Stage(folder)
    for name, rest in steps(DOCKERFILE.read_text(encoding="utf-8")):
        print(f"{name} {rest[:90]}", flush=True)
        if name == "FROM":
            stage = Stage(folder / str(len(stages)))
            (stage.tree / "usr/local/bin").mkdir(parents=True)
            (stage.tree / "usr/local/bin/python").symlink_to(python)
            stages[rest.rpartition(" AS ")[2]] = stage
        else:
            step(stage, stages, name, rest)
    return stage


def main() -> int:
    """Build, run, say what came of it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--python", type=Path, default=Path("/usr/bin/python3"))
    given = arguments.parse_args()
    if os.geteuid():
        sys.exit("Only root may lay trees over the root of the machine.")
    with tempfile.TemporaryDirectory() as scratch:
        stage = build(Path(scratch), given.python)
        data = Path(scratch, "data")
        data.mkdir()
        os.chown(data, *map(int, stage.user.split(":")))
        entry = shlex.join(stage.told["ENTRYPOINT"])
        demo = inside(stage, f"{entry} demo --data /data/demo", data=data)
        locked = inside(stage, "id -u; touch /opt/liqaa/new 2>/dev/null || echo locked", data=data)
        script = SCHEDULE.format(
            start=f"{entry} {shlex.join(stage.told['CMD'])}", health=shlex.join(stage.told["HEALTHCHECK"])
        )
        schedule = inside(stage, script, data=data)
    uid = stage.user.partition(":")[0]
    held = {
        "the demo runs": demo.returncode == 0,
        f"as user {uid} in a root that is locked": locked.stdout.split() == [uid, "locked"],
        "the schedule is healthy": "healthy" in schedule.stdout,
        "SIGTERM stops it": "stopped with 0" in schedule.stdout,
    }
    print("\n".join(f"{'held  ' if held[what] else 'FAILED'}  {what}" for what in held))
    if not all(held.values()):
        print(demo.stderr, locked.stdout, locked.stderr, schedule.stdout, schedule.stderr, sep="\n")
    return 0 if all(held.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
