"""Makes the website: eight pages in one shell, their style sheet, and the kept capture of a partner's page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.readers.address.captures import Captures

from .fill import TEXTS, marked_up, text_of

_DIRECTORY = "https://partners.kelvaro.example/directory/kelvaro"


def files() -> Iterator[tuple[str, bytes]]:
    for path in sorted((TEXTS / "site").glob("*.html")):
        if not path.name.startswith("_"):
            yield f"site/{path.name}", _page(path.name).encode("utf-8")
    yield "site/kelvaro.css", text_of("site/kelvaro.css").encode("utf-8")
    yield from _capture()


def _capture() -> Iterator[tuple[str, bytes]]:
    """The partner's page as it was kept in May, laid out the way fetching keeps pages."""
    page = marked_up(text_of("captured-directory.html")).encode("utf-8")
    with TemporaryDirectory() as folder:
        Captures(Path(folder)).keep(_DIRECTORY, page, ".html", date(2026, 5, 4))
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                yield f"captures/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _page(file: str) -> str:
    head, _, body = text_of(f"site/{file}").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    pieces = {name: marked_up(value) for name, value in fields.items()}
    pieces |= {"file": file, "schema": _schema(file, fields), "body": marked_up(body).rstrip("\n")}
    return marked_up(text_of("site/_shell.html"), pieces)


def _schema(file: str, fields: dict[str, str]) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": fields["schema_type"],
        "name": fields["schema_name"],
        "description": fields["schema_description"],
        "url": f"https://www.kelvaro.example/{file}",
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
