"""How a playbook wants to be built, from its mkdocs.yml: the options of the `tuneup` plugin."""

from __future__ import annotations

import datetime
from collections.abc import Mapping as AnyMapping
from pathlib import Path
from typing import Any

from generator.loading.site.forms import EXAMPLES, FOLDER, OPTIONS, READERS, SWITCHES, WORD, fits
from generator.loading.syntax.compose import compose
from generator.loading.syntax.nodes import Mapping, Node, Scalar, Sequence
from generator.loading.syntax.text import read_text
from generator.loading.words import found, nearest
from generator.model.settings import Settings
from generator.model.words import Audience

CONFIG = "mkdocs.yml"
ADDRESSES = ("repo_url", "edit_uri", "site_url")
PLUGIN = "tuneup"
TEMPLATES = "templates"
"""The folder of a company's own templates, where mkdocs.yml names none."""


class OptionError(Exception):
    """An option that cannot be used; the message says which, why and what to do."""


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds a playbook."""
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file() and (folder / "content").is_dir():
            return folder
    raise OptionError(
        f"no playbook here: neither `{start}` nor a folder above it holds {CONFIG} and `content/`; "
        'change to the folder of a playbook, give `--root DIR`, or run "tuneup new DIR"'
    )


def read_options(root: Path) -> dict[str, Any]:
    """The plugin's options and the addresses of the site and its repository; tags such as `!ENV` are left as text."""
    path = root / CONFIG
    text, problems = read_text(path, CONFIG)
    node, wrong = compose(text, CONFIG)
    for problem in [*problems, *wrong]:
        raise OptionError(f"{problem.complaint.location}: {problem.complaint.message}; {problem.complaint.help}")
    if not isinstance(node, Mapping):
        if node is not None:
            raise OptionError(f"{node.at}: {CONFIG} holds {found(node.data)}; begin it with `site_name: Our playbook`")
        return {}
    data = node.data
    options: dict[str, Any] = {key: data[key] for key in ADDRESSES if key in data}
    plugin = _plugin(node.values.get("plugins"))
    if plugin is None:
        return options
    _known(plugin)
    _content(plugin)
    _there(plugin, root)
    return {**options, **plugin.data}


def config_node(root: Path) -> Mapping | None:
    """All of mkdocs.yml with its places; None where it holds no settings."""
    node, _ = compose(read_text(root / CONFIG, CONFIG)[0], CONFIG)
    return node if isinstance(node, Mapping) else None


def at_option(name: str, root: Path) -> str:
    """Where a value of the plugin stands in mkdocs.yml."""
    node = config_node(root)
    plugin = _plugin(node.values.get("plugins")) if node else None
    return str(plugin.values[name].at) if plugin and name in plugin.values else CONFIG


def pages_folder(root: Path) -> None:
    """Refuses a folder of own pages that is not there; MkDocs would build nothing without one."""
    node = config_node(root)
    named = node.values.get("docs_dir") if node else None
    if isinstance(named, Scalar) and not named.tag and named.data and not (root / named.text).is_dir():
        raise OptionError(
            f"{named.at}: there is no folder `{named.text}` for your own pages; "
            "make it, and put a page in it, such as one about whom to ask: git does not keep an empty folder"
        )


def settings(
    root: Path,
    options: AnyMapping[str, Any],
    *,
    as_of: datetime.date | None = None,
    audience: Audience | None = None,
) -> Settings:
    """The settings of one run. What the caller names wins over mkdocs.yml; the day is today where nobody says."""
    repo = str(options.get("repo_url") or "").rstrip("/")
    edit = str(options.get("edit_uri") or "edit/main/")
    content = _folders(options.get("content"))
    return Settings(
        root=root,
        today=as_of or _day(options.get("as_of")) or datetime.date.today(),
        content=tuple(root / folder for folder, _ in content),
        closed=tuple((root / folder, Audience(readers)) for folder, readers in content if readers),
        templates=tuple(root / folder for folder in _list(options.get("templates")) or [TEMPLATES]),
        audience=audience or _audience(options.get("audience")),
        language=str(options.get("language") or "en"),
        version=str(options.get("version") or ""),
        edit_base=_edit_base(repo, edit),
        issues_base=f"{repo}/issues/new" if repo else "",
        site_url=str(options.get("site_url") or ""),
    )


def _plugin(plugins: Node | None) -> Mapping | None:
    """What stands below `tuneup:`, in a list of plugins or in a mapping of them."""
    for item in plugins.items if isinstance(plugins, Sequence) else [plugins]:
        below = item.values.get(PLUGIN) if isinstance(item, Mapping) else None
        if isinstance(below, Mapping):
            return below
    return None


def _known(plugin: Mapping) -> None:
    """Refuses options that do not exist, and values of another form, which would be passed over in silence."""
    for key, value in plugin.values.items():
        if key not in OPTIONS:
            near = nearest(key, OPTIONS)
            cure = f"use `{near}`" if near else f"its options are: {', '.join(OPTIONS)}"
            raise OptionError(f"{plugin.keys[key].at}: the plugin `{PLUGIN}` has no option `{key}`; {cure}")
        form = OPTIONS[key]
        if not fits(value, form):
            said = f"`{key}` holds {found(value.data)} where {form} is needed"
            raise OptionError(f"{value.at}: {said}; write for example `{key}: {EXAMPLES[form]}`")
        if isinstance(value, Scalar) and value.plain and value.text.lower() in SWITCHES and form in (WORD, READERS):
            said = f"MkDocs reads `{value.text}` without quotes as true or false, not as a word"
            cure = "for Norwegian write `nb`" if key == "language" else f"write it as '{value.text}'"
            raise OptionError(f"{value.at}: {said}; {cure}")


def _content(plugin: Mapping) -> None:
    """Refuses what says of a folder something else than its path and whom it is for."""
    value = plugin.values.get("content")
    for number, item in enumerate(value.items if isinstance(value, Sequence) else [value]):
        if not isinstance(item, Mapping):
            continue
        for key in item.values:
            if key not in FOLDER:
                near = nearest(key, FOLDER)
                cure = f"use `{near}`" if near else "a folder has `folder` and `audience`"
                raise OptionError(f"{item.keys[key].at}: a folder of `content` has no `{key}`; {cure}")
        if not isinstance(item.data.get("folder"), str) or not item.data["folder"]:
            raise OptionError(f"{item.at}: this part of `content` names no folder; write `folder: ../leader-content`")
        readers = item.values.get("audience")
        if readers is not None and readers.data not in list(Audience):
            said = f"`audience` holds {found(readers.data)} where {READERS} is needed"
            raise OptionError(f"{readers.at}: {said}; write for example `audience: leader`")
        if readers is not None and not number:
            said = "the first folder is the playbook itself, which all readers share"
            raise OptionError(f"{readers.at}: {said}; give `audience` to the folders after it")


def _there(plugin: Mapping, root: Path) -> None:
    """Refuses a folder of templates that is not there: the playbook would be built with other words than meant.

    The usual one may be missing: git does not keep an empty folder.
    """
    value = plugin.values.get("templates")
    for item in value.items if isinstance(value, Sequence) else [value]:
        named = isinstance(item, Scalar) and not item.tag and item.data and item.text.rstrip("/") != TEMPLATES
        if isinstance(item, Scalar) and named and not (root / item.text).is_dir():
            raise OptionError(f"{item.at}: there is no folder `{item.text}`; make it, or take it out of `templates`")


def _edit_base(repo: str, edit: str) -> str:
    """The forge's edit address of the root; `edit_uri` may name a folder below it, which is not ours."""
    if not repo:
        return ""
    parts = edit.strip("/").split("/")
    return f"{repo}/{'/'.join(parts[:2])}/"


def _day(value: Any) -> datetime.date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        raise OptionError(f"{CONFIG}: `as_of: {value}` is not a date; write year-month-day") from None


def _audience(value: Any) -> Audience:
    try:
        return Audience(str(value or Audience.SALES))
    except ValueError:
        known = ", ".join(Audience)
        raise OptionError(f"{CONFIG}: `audience: {value}` is not known; use one of: {known}") from None


def _list(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)] if value else []


def _folders(value: Any) -> list[tuple[str, str]]:
    """The folders of content, each with whom it is for where that is said."""
    listed = value if isinstance(value, list) else [value] if value else ["content"]
    pairs = [(one["folder"], one.get("audience")) if isinstance(one, AnyMapping) else (one, "") for one in listed]
    return [(str(folder), str(readers or "")) for folder, readers in pairs]
