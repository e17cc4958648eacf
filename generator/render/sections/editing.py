"""Editing this playbook: how to change what, every field of every area, every check's manual."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from generator.areas import discover as areas
from generator.checks.rule import Rule
from generator.loading.folders.files import shown
from generator.model.described import described, said_of
from generator.model.record import Entry, Part, Record
from generator.model.shape import Shape, shapes
from generator.render.book import Book
from generator.render.kinds import choices, kind
from generator.render.page.leaf import Leaf

ORDER = 100
LAST = 0.0005
"""What the words of sellers find is shown first: the theme counts a word in a heading a thousand times."""


def pages(book: Book) -> Iterator[Leaf]:
    t = book.labels
    yield Leaf("editing/index.md", str(t("page.editing.title")), "editing", given=_guide(book), boost=LAST)
    for key, area in areas().items():
        yield Leaf(
            f"editing/{key}.md",
            str(t.area(key)),
            "editing-area",
            given={"key": key, "file": _file(book, key), "about": said_of(area), "classes": classes(area)},
            group=str(t("group.fields")),
            boost=LAST,
        )
    yield Leaf("editing/rules.md", str(t("page.rules.title")), "rules", given={"rules": _by_area(book)}, boost=LAST)


def _guide(book: Book) -> dict[str, object]:
    guide = book.labels.find("guide") or []
    return {
        "guide": [(part["heading"], Markup(part["text"])) for part in guide],
        "keys": [(key, _file(book, key), said_of(area)) for key, area in areas().items()],
        "common": [_field(Record, shape) for shape in shapes(Record)],
    }


def _file(book: Book, key: str) -> str:
    """The file of an area, or its folder where the company keeps it in several."""
    content = book.settings.content[0]
    folder = content / key
    return f"{shown(folder, book.settings.root)}/" if folder.is_dir() else f"{shown(folder, book.settings.root)}.yml"


def _by_area(book: Book) -> list[tuple[str, list[Rule]]]:
    """The checks under their areas, those of every record first."""
    found: dict[str, list[Rule]] = {}
    for rule in sorted(book.rules, key=lambda rule: rule.id):
        found.setdefault(rule.area, []).append(rule)
    order = ["every-record", *areas(), *sorted(found)]
    return [(key, found[key]) for key in dict.fromkeys(order) if key in found]


def classes(area: type[Part]) -> list[dict[str, object]]:
    """The area and every class of part in it, outermost first, with their fields."""
    found: dict[type[Part], None] = {}
    _collect(area, found)
    return [
        {
            "name": _in_words(cls),
            "kind": cls.KIND if issubclass(cls, Entry) else "",
            "said": said_of(cls) if cls is not area else "",
            "is_record": issubclass(cls, Record),
            "fields": [_field(cls, shape) for shape in shapes(cls) if not _common(cls, shape.name)],
        }
        for cls in found
    ]


def _common(cls: type[Part], name: str) -> bool:
    return issubclass(cls, Record) and name in Record.model_fields and name != "title"


def _collect(cls: type[Part], found: dict[type[Part], None]) -> None:
    if cls in found:
        return
    found[cls] = None
    for shape in shapes(cls):
        if shape.part is not None:
            _collect(shape.part, found)


def _field(cls: type[Part], shape: Shape) -> dict[str, object]:
    info = cls.model_fields[shape.name]
    return {
        "name": shape.name,
        "said": described(cls).get(shape.name, ""),
        "required": info.is_required(),
        "many": shape.many,
        "kind": kind(cls, shape.name),
        "ref": shape.ref.kind or "record" if shape.ref is not None else "",
        "part": _in_words(shape.part) if shape.part is not None else "",
        "choices": choices(cls, shape.name),
        "markdown": shape.text is not None,
        "audience": str(shape.audience.value) if shape.audience is not None else "",
    }


def _in_words(cls: type[Part]) -> str:
    """`PrintStock` is Print stock."""
    return re.sub(r"(?<=[a-z])[A-Z]", lambda capital: f" {capital[0].lower()}", cls.__name__)
