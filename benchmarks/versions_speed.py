"""Measures `tuneup changes` and the leak test over ten versions: how they grow with the records and the versions."""

from __future__ import annotations

import datetime
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.build_speed import ENVIRONMENT, _playbook

SIZES = (100, 1000)
VERSIONS = 10


def main() -> None:
    """Prints the processor's time and the memory of each, and what ten times as much costs."""
    if sys.argv[1:2] == ["--child"]:
        _child(*sys.argv[2:])
        return
    with tempfile.TemporaryDirectory() as name:
        seconds = {size: _measured(Path(name) / str(size), size) for size in SIZES}
    small, large = (seconds[size] for size in SIZES)
    for what in small:
        print(f"{what}: {SIZES[1] // SIZES[0]} times the records take {large[what] / small[what]:.1f} times as long")
    for size, taken in seconds.items():
        times = taken[f"leaks in {VERSIONS}"] / taken["leaks in 1"]
        print(f"{size} records: {VERSIONS} versions take the leak test {times:.1f} times as long as one")


def _measured(root: Path, size: int) -> dict[str, float]:
    old, new, branch = root / "old", root / "new", root / "branch"
    _playbook(old, size)
    _playbook(new, size)
    _edit(new)
    told = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", "--root", str(new)], capture_output=True, env=ENVIRONMENT
    )
    assert told.returncode == 0, told.stderr
    shutil.copytree(new / "site", root / "one" / "2026.1")
    for version in range(1, VERSIONS + 1):
        _version(new / "site", branch / f"2026.{version}", version)
    return {
        "changes": _cost("changes", size, old, new),
        "leaks in 1": _cost("leaks in 1", size, root / "one", new),
        f"leaks in {VERSIONS}": _cost(f"leaks in {VERSIONS}", size, branch, new),
    }


def _edit(root: Path) -> None:
    """Another wording in one message of ten."""
    path = root / "content/messaging.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    said = [number for number, line in enumerate(lines) if line.startswith("    text: ")]
    for number in said[::10]:
        lines[number] = lines[number].replace("text: ", "text: Today ")
    path.write_text("".join(lines), encoding="utf-8")


def _version(site: Path, to: Path, version: int) -> None:
    """The site as it may have been at another release: each page names the version, one in ten says something else."""
    shutil.copytree(site, to)
    for number, page in enumerate(sorted(to.rglob("*.html"))):
        text = page.read_text(encoding="utf-8").replace("</article>", f"<b>Version 2026.{version}</b></article>")
        if number % 10 == version % 10:
            text = text.replace(" driver", f" driver of {version}")
        page.write_text(text, encoding="utf-8")


def _cost(what: str, size: int, first: Path, second: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.versions_speed", "--child", what, str(first), str(second)]
    begun = time.monotonic()
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, env=ENVIRONMENT, cwd=Path(__file__).parent.parent
    )
    measured = json.loads(done.stdout.splitlines()[-1])
    print(
        f"{size} records, {what}: {time.monotonic() - begun:.1f} s, processor {measured['cpu']:.2f} s, "
        f"peak {measured['megabytes']:.0f} MB, {measured['found']} found"
    )
    return float(measured["cpu"])


def _child(what: str, first: str, second: str) -> None:
    """One command in a process of its own; the time of the command alone, without Python's start."""
    from generator.cli.common import settings_for
    from generator.cli.verbs.changes import told_between
    from generator.cli.verbs.leaks import leaks_in

    os.chdir(second)
    settings = settings_for(Path(second), datetime.date(2026, 11, 23), None)
    begun = time.process_time()
    if what == "changes":
        report = told_between(first, second, settings, names=("old", "new"), report="json")
        found = len(json.loads(report)["changes"])
        assert found, "the changed wordings are told"
    else:
        files, _ = leaks_in(Path(first), settings)
        found = len(files)
    unit = 1e6 if sys.platform == "darwin" else 1e3
    cost = {"cpu": time.process_time() - begun, "found": found}
    print(json.dumps(cost | {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit}))


if __name__ == "__main__":
    main()
