"""The whole site as a plain docs folder with its mkdocs.yml, for hosts that know nothing of this generator."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.model.settings import Settings
from generator.render.assets import SCRIPTS, STYLES, overrides
from generator.render.engine import folders
from generator.render.navigation import own_pages
from generator.render.own import own_page
from generator.render.render import Pages

CONFIG = "mkdocs.yml"
PLUGIN = "tuneup"
THEME = "overrides"


def plain(made: Pages, settings: Settings, extensions: tuple[str, ...]) -> dict[str, bytes]:
    """Every file by its path: `mkdocs.yml`, `docs/…`, `overrides/…`. The pages need these `extensions` of Markdown."""
    own = _own(settings.content[0] / "pages", made)
    files = {f"docs/{path}": text.encode() for path, text in made.pages.items()}
    files |= {f"docs/{path}": data for path, data in {**made.assets, **own}.items()}
    for folder in reversed(overrides(folders(settings.templates))):
        files |= {f"{THEME}/{path}": file.read_bytes() for path, file in _files(folder)}
    extra = {path for path in own if path.endswith(".md")} - set(made.pages)
    written = (settings.root / CONFIG).read_text(encoding="utf-8-sig")
    files[CONFIG] = _config(written, own_pages(made.nav, extra, {}), extensions).encode()
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


def _config(text: str, nav: list[Any], extensions: tuple[str, ...]) -> str:
    """The company's mkdocs.yml without the plugin; tags such as `!ENV` pass through untouched."""
    tree = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(tree, yaml.MappingNode):
        tree = yaml.MappingNode("tag:yaml.org,2002:map", [])
    entries = {key.value: (key, value) for key, value in tree.value}
    plugins = entries["plugins"][1].value if "plugins" in entries else []
    _set(tree, "docs_dir", "docs")
    _set(tree, "plugins", yaml.SequenceNode("tag:yaml.org,2002:seq", [one for one in plugins if not _is_ours(one)]))
    _prepend(tree, "extra_css", list(STYLES))
    _prepend(tree, "extra_javascript", [{"path": script, "type": "module"} for script in SCRIPTS])
    _prepend(tree, "markdown_extensions", [name for name in extensions if name not in _names(tree)])
    if "nav" not in entries:
        _set(tree, "nav", nav)
    theme = next((value for key, value in tree.value if key.value == "theme"), None)
    if isinstance(theme, yaml.MappingNode):
        _set(theme, "custom_dir", THEME)
    else:
        _set(tree, "theme", {"name": theme.value if theme is not None else "material", "custom_dir": THEME})
    return str(yaml.serialize(tree, Dumper=yaml.SafeDumper, allow_unicode=True, width=120))


def _is_ours(node: yaml.Node) -> bool:
    name = node.value[0][0].value if isinstance(node, yaml.MappingNode) else node.value
    return bool(name == PLUGIN)


def _names(tree: yaml.MappingNode) -> set[str]:
    """The extensions of Markdown that the company has switched on."""
    found: list[yaml.Node] = next((value.value for key, value in tree.value if key.value == "markdown_extensions"), [])
    return {one.value[0][0].value if isinstance(one, yaml.MappingNode) else one.value for one in found}


def _set(tree: yaml.MappingNode, name: str, value: Any) -> None:
    tree.value = [(key, old) for key, old in tree.value if key.value != name]
    tree.value.append((_node(name), value if isinstance(value, yaml.Node) else _node(value)))


def _prepend(tree: yaml.MappingNode, name: str, values: list[Any]) -> None:
    there: list[yaml.Node] = next((value.value for key, value in tree.value if key.value == name), [])
    _set(tree, name, yaml.SequenceNode("tag:yaml.org,2002:seq", [*(_node(value) for value in values), *there]))


def _node(value: Mapping[str, Any] | list[Any] | str) -> yaml.Node:
    return yaml.SafeDumper(io.StringIO()).represent_data(value)
