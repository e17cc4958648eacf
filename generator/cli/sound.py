"""Whether a site can be made of a playbook at all; MkDocs is only asked when what it would be asked has changed."""

from __future__ import annotations

import os
import re
import sysconfig
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import click

import generator
from generator.loading.builtin import built_in
from generator.loading.kept.store import Kept, digest_of_code
from generator.loading.site.options import CONFIG, config_node
from generator.loading.syntax.nodes import Mapping, Node, Scalar, Sequence
from generator.model.settings import Settings
from generator.model.words import Audience

KEPT = ".cache/tuneup/config.db"
"""Below the playbook's root; can be deleted at any time."""
RUNS = re.compile(r"!!python/(?!name:(?:material|pymdownx)\.)|tag:|%TAG")
"""By what YAML names code; that of the theme's own icons is known."""


def templates_are_sound(settings: Settings) -> bool:
    """Whether the company's own templates and labels can be used; what keeps a page from being made of them is said."""
    if not any(folder.is_dir() and folder.resolve() != built_in() for folder in settings.templates):
        return True
    from generator.render.jinja.own_faults import own_faults  # slow to import
    from generator.render.jinja.unasked import unasked

    faults = list(own_faults(settings))
    for said in unasked(settings) if not faults else ():
        click.echo(f"warning[site]: {said}", err=True)
    for fault in faults:
        click.echo(f"error[site]: {fault}", err=True)
    return not faults


def is_sound(root: Path, audience: Audience | None) -> bool:
    """Whether `tuneup build` would get as far as the content; what keeps it from that is said as it says it.

    A check runs nothing that a stranger's branch may have brought along, so where mkdocs.yml names code of its own,
    or another file, MkDocs is not asked.
    """
    text, node = (root / CONFIG).read_text(encoding="utf-8", errors="replace"), config_node(root)
    if RUNS.search(text) or (node is not None and {"hooks", "INHERIT"} & set(node.keys)):
        return True
    kept, key = Kept(root / KEPT, root=root), _key(root, text, node, audience)
    if kept.get(key):
        return True
    from generator.mkdocs_plugin.make import BuildStoppedError, Order, try_config  # slow to import

    said: list[str] = []

    def say(level: str, message: str) -> None:
        said.append(message)
        click.echo(f"{level}[site]: {message}", err=True)

    try:
        try_config(Order(root, audience=audience), say)
    except BuildStoppedError as error:
        click.echo(f"tuneup: no site can be made: {error}", err=True)
        return False
    if not said and (root / KEPT).parent.is_dir():  # a check begins no folder of its own in a playbook
        kept.put(key, data=True)
        kept.sweep()
    return True


def _key(root: Path, text: str, node: Mapping | None, audience: Audience | None) -> str:
    """All that the answer depends on: the file, which of its words are paths, the code, and what is installed."""
    paths = [(root / word).exists() for word in _words(node)] if node else []
    plugin = Path(generator.__file__).parent / "mkdocs_plugin"
    code = digest_of_code(plugin.glob("*.py"), ("mkdocs", "mkdocs-material"))
    installed = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    environment = sorted(os.environ.items()) if "!ENV" in text else []
    return sha256(repr((text, paths, environment, audience, code, installed)).encode()).hexdigest()


def _words(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        if node.text and len(node.text) < 200:
            yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _words(item)
    elif isinstance(node, Mapping):
        for value in node.values.values():
            yield from _words(value)
