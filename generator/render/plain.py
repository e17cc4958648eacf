"""The whole site as a plain docs folder with its mkdocs.yml, for hosts that know nothing of this generator."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.model.settings import Settings
from generator.model.words import Audience
from generator.render.assets import SCRIPTS, STYLES, overrides
from generator.render.feed import FEED
from generator.render.jinja.engine import folders
from generator.render.offline import online
from generator.render.own import own_page
from generator.render.page.navigation import own_pages
from generator.render.render import Pages

CONFIG = "mkdocs.yml"
PLUGIN = "tuneup"
THEME = "overrides"
WRITTEN = "# Written by `tuneup render`, which replaces this folder's files; edit the playbook instead."


def plain(made: Pages, settings: Settings, extensions: tuple[str, ...], words: Mapping[str, str]) -> dict[str, bytes]:
    """Every file by its path: `mkdocs.yml`, `docs/…`, `overrides/…`. The pages need these `extensions` of Markdown."""
    own = _own(settings.content[0] / "pages", made)
    files = {f"docs/{path}": text.encode() for path, text in made.pages.items()}
    files |= {f"docs/{path}": data for path, data in {**online(made.assets), **own}.items()}
    for folder in reversed(overrides(folders(settings.templates))):
        files |= {f"{THEME}/{path}": file.read_bytes() for path, file in _files(folder)}
    tree = _tree((settings.root / CONFIG).read_text(encoding="utf-8-sig"))
    custom = _custom_dir(tree)
    if custom:
        files |= {f"{THEME}/{path}": file.read_bytes() for path, file in _files(settings.root / custom)}
    extra = {path for path in own if path.endswith(".md")} - set(made.pages)
    told: dict[str, Any] = {"tuneup": dict(words), "noindex": settings.audience.rank > Audience.PUBLIC.rank}
    told["tuneup_feed"] = FEED if FEED in made.assets else ""
    _change(tree, own_pages(made.nav, extra, {}), extensions, told, settings.language)
    text = str(yaml.serialize(tree, Dumper=yaml.SafeDumper, allow_unicode=True, width=120))
    files[CONFIG] = f"{WRITTEN}\n{text}".encode()
    return files


def _own(folder: Path, made: Pages) -> dict[str, bytes]:
    """The company's own pages with their links and quotes resolved, and its pictures."""
    found = {}
    for path, file in _files(folder):
        data = file.read_bytes()
        if path.endswith(".md"):
            data = own_page(data.decode("utf-8-sig"), path, made.book).encode()
        found[path] = data
    return found


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if file.is_file() and not file.name.startswith("."):
            yield file.relative_to(folder).as_posix(), file


def _tree(text: str) -> yaml.MappingNode:
    """The company's mkdocs.yml as nodes, so that tags such as `!ENV` pass through untouched."""
    tree = yaml.compose(text, Loader=yaml.SafeLoader)
    return tree if isinstance(tree, yaml.MappingNode) else yaml.MappingNode("tag:yaml.org,2002:map", [])


def _custom_dir(tree: yaml.MappingNode) -> str:
    theme = _get(tree, "theme")
    found = _get(theme, "custom_dir") if isinstance(theme, yaml.MappingNode) else None
    return str(found.value) if found is not None else ""


def _change(
    tree: yaml.MappingNode, nav: list[Any], extensions: tuple[str, ...], told: Mapping[str, Any], language: str
) -> None:
    """The same site without the plugin: what it would have switched on is written down."""
    _set(tree, "docs_dir", "docs")
    _set(tree, "plugins", _sequence([one for one in _list(tree, "plugins") if not _is_ours(one)]))
    _prepend(tree, "extra_css", list(STYLES))
    _prepend(tree, "extra_javascript", [{"path": script, "type": "module"} for script in SCRIPTS])
    _prepend(tree, "markdown_extensions", [name for name in extensions if name not in _names(tree)])
    if _get(tree, "nav") is None:
        _set(tree, "nav", nav)
    theme, extra = _get(tree, "theme"), _get(tree, "extra")
    if not isinstance(theme, yaml.MappingNode):
        _set(tree, "theme", {"name": theme.value if theme is not None else "material"})
    if not isinstance(extra, yaml.MappingNode):
        _set(tree, "extra", {})
    _set(_get(tree, "theme"), "custom_dir", THEME)
    _set(_get(tree, "theme"), "language", language)
    for name, value in told.items():
        _set(_get(tree, "extra"), name, value)


def _get(tree: Any, name: str) -> yaml.Node | None:
    return next((value for key, value in tree.value if key.value == name), None)


def _list(tree: yaml.MappingNode, name: str) -> list[yaml.Node]:
    found = _get(tree, name)
    return list(found.value) if isinstance(found, yaml.SequenceNode) else []


def _sequence(nodes: list[yaml.Node]) -> yaml.Node:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", nodes)


def _is_ours(node: yaml.Node) -> bool:
    name = node.value[0][0].value if isinstance(node, yaml.MappingNode) else node.value
    return bool(name == PLUGIN)


def _names(tree: yaml.MappingNode) -> set[str]:
    """The extensions of Markdown that the company has switched on."""
    found = _list(tree, "markdown_extensions")
    return {one.value[0][0].value if isinstance(one, yaml.MappingNode) else one.value for one in found}


def _set(tree: Any, name: str, value: Any) -> None:
    tree.value = [(key, old) for key, old in tree.value if key.value != name]
    tree.value.append((_node(name), value if isinstance(value, yaml.Node) else _node(value)))


def _prepend(tree: yaml.MappingNode, name: str, values: list[Any]) -> None:
    _set(tree, name, _sequence([*(_node(value) for value in values), *_list(tree, name)]))


def _node(value: Any) -> yaml.Node:
    return yaml.SafeDumper(io.StringIO()).represent_data(value)
