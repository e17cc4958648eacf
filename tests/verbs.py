"""Runs verbs as a terminal does, each in a process of its own; where a system forks, their imports are made only once.

Imports are most of a short run's time, and the tests make thousands of runs.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import generator
from generator.cli import main

ROOT = Path(__file__).parent.parent
FORKS = sys.platform == "linux"
"""macOS can fork too, but its own libraries do not bear it."""
PLAIN = [sys.executable, "-m", "generator.cli"]


def run(words: Sequence[str], cwd: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """`tuneup words` in a folder, with no other environment than this."""
    if not FORKS:
        done = [*PLAIN, *words]
        return subprocess.run(done, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)
    with tempfile.TemporaryDirectory() as folder:
        said = [Path(folder) / name for name in ("stdout", "stderr")]
        order = {"words": words, "cwd": str(cwd), "env": dict(env), "said": [str(path) for path in said]}
        server = _server()
        assert server.stdin and server.stdout
        server.stdin.write(json.dumps(order) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        return subprocess.CompletedProcess([*PLAIN, *words], code, *(path.read_text("utf-8") for path in said))


@cache
def _server() -> subprocess.Popen[str]:
    """It ends with its parent, when its input does."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.verbs"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def _serve() -> None:
    for module in pkgutil.walk_packages(generator.__path__, f"{generator.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _go(**json.loads(line))
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def _go(words: list[str], cwd: str, env: dict[str, str], said: list[str]) -> None:
    """Ends the process, as the program does."""
    for number, path in ((0, os.devnull), *enumerate(said, 1)):
        opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["tuneup", *words]
    main()


if __name__ == "__main__":
    _serve()
