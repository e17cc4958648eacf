"""Finds links of Markdown in the playbook's texts that lead to nothing in the site, and says so where that is sure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from generator.loading.records.link import Addresses
from generator.loading.records.mistyped import uncoded
from generator.loading.site.options import config_node
from generator.loading.syntax.nodes import Scalar
from generator.loading.words import is_sure, nearest
from generator.model.record import Entry
from generator.model.settings import Settings

LINK = re.compile(r"(?P<picture>!?)\[[^\[\]]{0,600}\]\(\s*<?(?P<address>[^\s()<>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
MADE = (".html", ".xml", ".json", ".txt", ".ics")
"""Endings of files that the site may be given when it is made."""
HOST = re.compile(r"www\.[\w-]+\..+|[\w-]+(?:\.[\w-]+)+/.*|[\w-]+\.(?:com|org|net|no|de|eu|io)", re.IGNORECASE)
"""An address of another site without its `https://`."""


def addresses(settings: Settings, known: Mapping[str, Entry], lost: Collection[str]) -> Addresses:
    """Addresses are meant from the top of the site. A page in `.md` may be one that is made: of it nothing is said."""
    folders = _folders(settings)

    def nowhere(text: str) -> Iterator[tuple[str, str]]:
        for match in LINK.finditer(uncoded(text)):
            if cure := _cure(match["address"], folders, known, lost, picture=bool(match["picture"])):
                yield match["address"], cure

    return nowhere


def _cure(
    address: str, folders: Sequence[Path], known: Mapping[str, Entry], lost: Collection[str], *, picture: bool
) -> str:
    """What to write for an address that leads nowhere; empty for one that may lead somewhere."""
    bare = unquote(re.split(r"[?#]", address)[0]).strip("/")
    if FOREIGN.match(address) or not bare or bare.endswith(".md") or bare.startswith("assets/"):
        return ""
    if any((folder / bare).is_file() for folder in folders):
        return ""
    word = bare.removesuffix(".html").rpartition("/")[2]
    if word in known or word in lost:
        return f"write `[[{word}]]`, which leads to the record from everywhere"
    if HOST.fullmatch(address):
        return f"write `https://{address}`"
    if not PurePosixPath(bare).suffix and not picture:
        return "write `[[id]]` with the id of a record, or the name of a page's file, ending in `.md`"
    made = bare.endswith(MADE) and not picture
    return "" if made else _file_cure(bare, folders)


def _file_cure(bare: str, folders: Sequence[Path]) -> str:
    there = [
        file.relative_to(folder).as_posix()
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix != ".md"
    ]
    same = [file for file in there if PurePosixPath(file).name == PurePosixPath(bare).name]
    near = same[0] if len(same) == 1 else nearest(bare, there)
    if near and (same or is_sure(bare, near)):
        return f"write `{near}`"
    return f"put the file into the folder of your own pages as `{bare}`, or take the link out"


def _folders(settings: Settings) -> list[Path]:
    """Where the site's own files lie: what MkDocs calls `docs_dir`, and the pages of the content folders."""
    node = config_node(settings.root)
    named = node.values.get("docs_dir") if node else None
    docs = settings.root / (named.text if isinstance(named, Scalar) else "docs")
    return list(dict.fromkeys(f.resolve() for f in (docs, *(c / "pages" for c in settings.content)) if f.is_dir()))
