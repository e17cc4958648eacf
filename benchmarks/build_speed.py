"""Measures what a build costs beside plain MkDocs and mkdocs-macros on the same pages, and our own share of it."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from random import Random

import yaml

ROOT = Path(__file__).resolve().parent.parent
SHARE = 0.15
"""The most of a build that loading, checking and writing pages may take at 1,000 records."""
WORDS = [
    *("client", "cold", "warning", "minutes", "load", "pharmacy", "driver", "depot", "contract", "price"),
    *("sensor", "promise", "night", "proof", "carrier", "result", "audit", "reading", "alarm", "truck"),
    *("shelf", "vaccine", "order", "signature", "renewal", "visit", "question", "answer", "reason", "quarter"),
]
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(ROOT)}
KEPT_BACK = 10
"""One reference in so many is for leaders: without a secret the leak test would have nothing to look for."""
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | QUIET
"""As on a seller's machine, where Python keeps what it has compiled; the `render` before the builds compiles it."""


@dataclass(frozen=True)
class Cost:
    """Of one build in a process of its own, in seconds.

    `own` is the processor's time for loading, checking and writing pages, `held` that for the leak test,
    which reads the finished site.
    """

    wall: float
    cpu: float
    megabytes: float
    own: float = 0.0
    held: float = 0.0

    @property
    def share(self) -> float:
        """Our own part of the build, the leak test not counted as a part of the build, which would flatter us."""
        return self.own / (self.cpu - self.held)


def main() -> None:
    """Prints a table for 100 and for 1,000 records, and whether the aims are met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--child", nargs=2, metavar=("KIND", "DIR"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        _child(*arguments.child)
        return
    own = {size: _compare(size) for size in arguments.sizes}
    small, large = min(own), max(own)
    times = own[large].own / own[small].own
    print(
        f"from {small} to {large} records our own part takes {times:.1f} times as long ({large / small:.0f} is linear)"
    )
    share = own[large].share
    print(f"own share at {large} records {share:.1%}, aim {SHARE:.0%}: {'met' if share <= SHARE else 'MISSED'}")


def _compare(size: int) -> Cost:
    with tempfile.TemporaryDirectory() as name:
        ours, plain, macros = (Path(name) / part for part in ("ours", "plain", "macros"))
        _playbook(ours, size)
        subprocess.run(
            [sys.executable, "-m", "generator.cli", "render", str(plain), "--root", str(ours)],
            check=True,
            capture_output=True,
            env=ENVIRONMENT,
        )
        pages = _macros(plain, macros)
        costs = {kind: _cost(kind, folder) for kind, folder in (("ours", ours), ("plain", plain), ("macros", macros))}
    print(f"{size} records, {pages} pages")
    for kind, cost in costs.items():
        ratio = f"{cost.cpu / costs['plain'].cpu:.2f} of plain"
        print(f"  {kind:7} {cost.wall:6.1f} s, processor {cost.cpu:6.1f} s, {ratio}, peak {cost.megabytes:.0f} MB")
    ours = costs["ours"]
    print(f"  our own part (load, check, render) {ours.own:.2f} s, {ours.share:.1%} of the build before the leak test")
    print(f"  leak test {ours.held:.2f} s, {ours.held / ours.cpu:.1%} of the whole")
    return ours


def _playbook(folder: Path, size: int) -> None:
    """The starter with so many records more: what a company has most of, each a page or a part of one."""
    from generator.exports.starter import starter

    for name, text in starter("Acme Valves").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    random = Random(7)
    modules, references, messages = round(size * 0.45), round(size * 0.25), round(size * 0.25)
    _append(folder / "content/rap/generated.yml", [_module(n, random) for n in range(modules)], "modules:\n")
    _append(folder / "content/references.yml", [_reference(n, random) for n in range(references)])
    _append(folder / "content/messaging.yml", [_message(n, random) for n in range(messages)])
    terms = [{"id": f"term-{n}", "title": f"Word{n}", "definition": _prose(random, 12)} for n in range(size // 20)]
    _append(folder / "content/glossary.yml", terms)


def _module(number: int, random: Random) -> dict[str, object]:
    return {
        "id": f"module-{number}",
        "title": f"Learn {_prose(random, 3)} {number}",
        "tracks": ["track-ae"],
        "know": [_prose(random, 15) for _ in range(4)],
        "do": [_prose(random, 20) for _ in range(4)],
        "teaches": [f"message-{random.randrange(20)}", "too-expensive"],
        "why_now": _prose(random, 40),
        "minutes": 30,
        "format": "talk",
        "day": number % 60 + 1,
        "outcome": _prose(random, 25),
    }


def _reference(number: int, random: Random) -> dict[str, object]:
    return {
        "id": f"reference-{number}",
        "title": f"Client {number}",
        "company": f"Client {number} Ltd",
        "products": ["main-product"],
        "segments": ["main-segment"],
        "circumstances": ["first-time"],
        "story": "\n\n".join(_prose(random, 60) for _ in range(3)),
        "permission": {"name": False},
        "uses_a_quarter": 2,
        **({"audience": "leader"} if number % KEPT_BACK == 0 else {}),
    }


def _message(number: int, random: Random) -> dict[str, object]:
    return {
        "id": f"message-{number}",
        "title": f"Message {number}",
        "part": "value-proposition",
        "text": _prose(random, 25),
        "based_on": ["first-objective"],
    }


def _prose(random: Random, words: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(words)).capitalize()


def _append(path: Path, records: list[dict[str, object]], head: str = "") -> None:
    """The starter's lists stand last in their files, indented by two."""
    text = yaml.safe_dump(records, sort_keys=False, allow_unicode=True, width=1000)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{head}{''.join(f'  {line}' for line in text.splitlines(keepends=True))}")


def _macros(plain: Path, folder: Path) -> int:
    """The plain folder with every page's text in a YAML file, put in by mkdocs-macros; the number of pages."""
    texts = {}
    for file in sorted(plain.rglob("*")):
        target = folder / file.relative_to(plain)
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.is_dir():
            target.mkdir(exist_ok=True)
        elif file.suffix == ".md":
            name = f"p{len(texts)}"
            _, front, texts[name] = file.read_text(encoding="utf-8").split("---\n", 2)
            target.write_text(f"---\n{front}---\n{{{{ texts.{name} }}}}\n", encoding="utf-8")
        else:
            target.write_bytes(file.read_bytes())
    (folder / "texts.yml").write_text(yaml.safe_dump({"texts": texts}, allow_unicode=True), encoding="utf-8")
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "plugins:\n- search" in text, text
    config.write_text(
        text.replace("plugins:\n- search", "plugins:\n- macros: {include_yaml: [texts.yml]}\n- search"),
        encoding="utf-8",
    )
    return len(texts)


def _cost(kind: str, folder: Path) -> Cost:
    begun = time.monotonic()
    command = [sys.executable, str(Path(__file__)), "--child", kind, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=ENVIRONMENT)
    measured = json.loads(done.stdout.splitlines()[-1])
    return Cost(time.monotonic() - begun, **measured)


def _child(kind: str, folder: str) -> None:
    """One build, measured from inside."""
    import resource

    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from generator.mkdocs_plugin import TuneupPlugin

    seconds: dict[str, float] = {"on_files": 0.0, "on_post_build": 0.0}
    for event in seconds:
        setattr(TuneupPlugin, event, _timed(getattr(TuneupPlugin, event), seconds))
    build(load_config(str(Path(folder) / "mkdocs.yml")))
    assert (seconds["on_files"] > 0) == (kind == "ours"), "the wrong build was measured"
    built = len(list((Path(folder) / "site").rglob("index.html")))
    assert built > 20, f"{kind} built {built} pages"
    used = resource.getrusage(resource.RUSAGE_SELF)
    unit = 1e6 if sys.platform == "darwin" else 1e3
    cost = {"cpu": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / unit}
    print(json.dumps(cost | {"own": seconds["on_files"], "held": seconds["on_post_build"]}))


def _timed(event: Callable[..., object], seconds: dict[str, float]) -> Callable[..., object]:
    """The plugin's event, with the processor's time for it added up under its name."""

    @wraps(event)
    def timed(*words: object, **named: object) -> object:
        begun = time.process_time()
        try:
            return event(*words, **named)
        finally:
            seconds[event.__name__] += time.process_time() - begun

    return timed


if __name__ == "__main__":
    main()
