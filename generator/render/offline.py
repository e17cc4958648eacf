"""Our scripts for a site without a server, where browsers refuse modules: all of them in one plain script."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from generator.location import Location
from generator.render.assets import FOLDER, SCRIPTS
from generator.render.jinja.fault import TemplateFaultError

OFFLINE = (f"{FOLDER}/tuneup.js",)
WORKER = f"{FOLDER}/worker.js"
"""Lets the theme search where a browser starts no worker."""

_IMPORT = re.compile(r"^import\s*\{(?P<names>[^}]*)\}\s*from\s*[\"'](?P<path>\.[^\"']*)[\"'];?", re.M)
_NAMED = re.compile(r"^export\s+(?P<kind>(?:async\s+)?function|const|class)\s+(?P<name>\w+)", re.M)
_LISTED = re.compile(r"\bexport\s*\{(?P<names>[^}]*)\}\s*;?(?!\s*from)")
_OTHER = re.compile(r"^(?:import|export)\b.*", re.M)
_HEAD = """"use strict";
(() => {
const root = new URL("../", document.currentScript.src);
const made = {}, how = {};
const need = (name) => {
  if (!(name in made)) {
    if (!(name in how)) throw new Error(`there is no script ${name}`);
    made[name] = how[name]();
  }
  return made[name];
};
const later = async (path, name) => need(new URL(path, new URL(name, root)).href.slice(root.href.length));
"""


def classic(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The assets with one plain script in place of all modules."""
    modules = {path: data for path, data in assets.items() if path.endswith(".mjs")}
    functions = [_function(path, data.decode("utf-8")) for path, data in sorted(modules.items())]
    starts = "".join(f'need("{script}");\n' for script in SCRIPTS)
    kept = {path: data for path, data in assets.items() if path not in modules}
    return {**kept, OFFLINE[0]: f"{_HEAD}{''.join(functions)}{starts}}})();\n".encode()}


def online(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The assets without what only a site without a server needs."""
    return {path: data for path, data in assets.items() if path != WORKER}


def _function(path: str, text: str) -> str:
    """A module as a function that gives what the module exports."""
    exported = {match["name"]: match["name"] for match in _NAMED.finditer(text)}
    for match in _LISTED.finditer(text):
        exported.update(_pairs(match["names"], turned=True))
    text = _LISTED.sub("", _NAMED.sub(r"\g<kind> \g<name>", text))
    text = _IMPORT.sub(lambda match: _needed(path, match), text)
    if left := _OTHER.search(text):
        said = f"`{left[0]}` has no place in a site without a server; name what is imported or exported, in braces"
        raise TemplateFaultError(Location(path, text[: left.start()].count("\n") + 1), said)
    text = re.sub(r"\bimport\(([^)\n]+)\)", rf'later(\1, "{path}")', text)
    text = text.replace("import.meta.url", f'new URL("{path}", root).href')
    gives = ", ".join(f"{outside}: {inside}" for outside, inside in exported.items())
    return f'how["{path}"] = () => {{\n{text}\nreturn {{ {gives} }};\n}};\n'


def _needed(path: str, match: re.Match[str]) -> str:
    names = ", ".join(f"{outside}: {inside}" for outside, inside in _pairs(match["names"]).items())
    other = posixpath.normpath(posixpath.join(posixpath.dirname(path), match["path"]))
    return f'const {{ {names} }} = need("{other}");'


def _pairs(names: str, *, turned: bool = False) -> dict[str, str]:
    """`a, b as c` as {a: a, b: c}, the other way round where they are exported."""
    words = [name.split() for name in names.split(",") if name.strip()]
    return {(word[-1] if turned else word[0]): (word[0] if turned else word[-1]) for word in words}
