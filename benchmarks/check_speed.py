"""Measures `tuneup check` as playbooks grow: time and memory by records and links, and the start of the example.

python benchmarks/check_speed.py            # 625 to 5,000 records
python benchmarks/check_speed.py --growth   # fails where the time by record grows by more than half
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from generator.derive.state.reviews import stamp
from generator.loading import load
from generator.loading.kept.lock import lock_text
from generator.model.settings import Settings

ROOT = Path(__file__).parent.parent
LINKS = 4
"""Links of a record: 5,000 records have 20,000."""
SIZES = (625, 1250, 2500, 5000)
MOST = 1.5
"""How many times as long a record may take in the largest playbook as in the smallest, noise included."""
WORDS = ("cold", "load", "warm", "lorry", "client", "night", "answer", "phone", "proof", "file", "saved", "minute")
PROBE = """
import json, resource, sys, time
begin = time.process_time()
from generator.build import look
from generator.loading import read_options, settings
from pathlib import Path
root = Path(sys.argv[1])
started = time.process_time()
seen = look(settings(root, read_options(root)))
links = sum(len(found) for found in seen.facts.links.leaving.values())
records = len(list(seen.facts.playbook.records()))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
print(json.dumps({"records": records, "links": links, "findings": len(seen.findings), "start": started - begin,
                  "check": time.process_time() - started, "peak": peak}))
"""


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--growth", action="store_true", help="exit 1 where growth is more than linear")
    asked = words.parse_args()
    _example()
    print("records  links  findings  check s  ms a record  peak MB")
    by_record = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            _playbook(Path(folder), size)
            found = min((_probe(Path(folder)) for _ in range(2)), key=lambda one: one["check"])
        by_record.append(1000 * found["check"] / found["records"])
        print(
            f"{found['records']:>7} {found['links']:>6} {found['findings']:>9} {found['check']:>8.2f} "
            f"{by_record[-1]:>12.2f} {found['peak']:>8.0f}"
        )
    growth = by_record[-1] / by_record[0]
    print(f"\na record takes {growth:.2f} times as long in the largest as in the smallest")
    sys.exit(int(asked.growth and growth > MOST))


def _example() -> None:
    """The example as somebody sees it who has just cloned it, and as they see it from then on."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "content", root / "content")
        shutil.copy(ROOT / "mkdocs.yml", root)
        found = _probe(root)
        print(
            f"the example: {found['records']} records, {found['links']} links; seconds by the clock, of the processor"
        )
        print("  `tuneup --version`                  {:.2f}  {:.2f}".format(*_best(root, "--version")))
        print("  `tuneup check` without its cache    {:.2f}  {:.2f}".format(*_best(root, "check", forget=True)))
        print("  `tuneup check` with it              {:.2f}  {:.2f}".format(*_best(root, "check")))
        print(f"  of that, until the modules are in   -     {min(_probe(root)['start'] for _ in range(3)):.2f}\n")


def _probe(root: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(root)], env=_env(), capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _best(root: Path, *words: str, forget: bool = False) -> tuple[float, float]:
    """The best of seven by the clock and of the processor, since whatever else the machine does only adds."""
    runs = []
    for _ in range(7):
        if forget:
            shutil.rmtree(root / ".cache", ignore_errors=True)
        begin, before = time.perf_counter(), os.times()
        command = [sys.executable, "-m", "generator.cli", *words]
        subprocess.run(command, cwd=root, env=_env(), capture_output=True, check=False)
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        runs.append((time.perf_counter() - begin, used))
    return min(wall for wall, _ in runs), min(used for _, used in runs)


def _env() -> dict[str, str]:
    """Compiled modules are kept, as they are on everybody's machine."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def _playbook(root: Path, size: int) -> None:
    """A company in which everything rests on something written before it, as in the example but larger."""
    chance = random.Random(size)
    (root / "mkdocs.yml").write_text("plugins:\n  - tuneup: {as_of: 2026-11-23}\n", encoding="utf-8")
    content = root / "content"
    content.mkdir()
    people = [{"id": f"p{number}", "name": f"Person {number}", "job": "Sells"} for number in range(max(4, size // 50))]
    objectives, messages, modules, references = _shares(size)
    company = {
        "people": people,
        "products": [{"id": f"product{number}", "title": f"Product {number}"} for number in range(4)],
        "circumstances": [{"id": "first", "title": "First time"}, {"id": "again", "title": "Again"}],
    }
    _write(content, "company", company)
    _write(content, "objectives", {"objectives": _records("o", objectives, people, chance, [], statement=True)})
    above = [f"o{number}" for number in range(objectives)]
    _write(content, "messaging", {"messages": _records("m", messages, people, chance, above, text=True)})
    above += [f"m{number}" for number in range(messages)]
    _write(content, "rap", {"modules": _records("r", modules, people, chance, above, teaches=True)})
    _write(content, "references", {"references": _records("c", references, people, chance, above, company=True)})
    _review(root, content)


def _review(root: Path, content: Path) -> None:
    """Everything was looked at once, then one objective in ten changed: most of the playbook is suspect or affected."""
    day = datetime.date(2026, 9, 1)
    playbook = load(Settings(root, day, (content,))).playbook
    reviews = [stamp(one, playbook, on=day, by="p0", because="First look.") for one in playbook.records()]
    (content / "reviews.lock.yml").write_text(lock_text(reviews), encoding="utf-8")
    path = content / "objectives.yml"
    changed = path.read_text(encoding="utf-8").split("\n- ")
    path.write_text(
        "\n- ".join(
            re.sub("statement: ", "statement: Now ", one) if n % 10 == 0 else one for n, one in enumerate(changed)
        ),
        encoding="utf-8",
    )


def _shares(size: int) -> tuple[int, int, int, int]:
    objectives, messages, modules = size // 100, size // 2, size // 4
    return objectives, messages, modules, size - objectives - messages - modules


def _records(
    letter: str, count: int, people: list[dict[str, str]], chance: random.Random, above: list[str], **fields: bool
) -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for number in range(count):
        record: dict[str, object] = {"id": f"{letter}{number}", "title": f"Record {letter} {number}"}
        record["owner"] = chance.choice(people)["id"]
        rest = LINKS - 1
        if fields.get("teaches"):
            record["teaches"] = chance.sample(above, 2)
            rest -= 2
        record |= {name: _sentence(chance) for name in ("statement", "text", "company") if fields.get(name)}
        record["products"] = chance.sample([f"product{one}" for one in range(4)], rest - 2 if rest > 2 else 1)
        record["based_on"] = chance.sample(above, min(rest if "teaches" in record else rest - 1, len(above)))
        made.append(record)
        if fields.get("text"):
            above = [*above[-200:], str(record["id"])]
    return made


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(14)).capitalize() + "."


def _write(content: Path, area: str, data: dict[str, object]) -> None:
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    (content / f"{area}.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
