"""The site's own words, from one file per language; a company's file wins word by word."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup

from generator.areas import name_of
from generator.loading.builtin import built_in
from generator.loading.syntax.libyaml import Loader
from generator.render.jinja.own_labels import own_words

FALLBACK = "en"


@dataclass(frozen=True)
class Labels:
    """Words by key, and how this language writes dates and numbers.

    A key is looked up in the language's file, then in English. `{name}` in a word is filled in;
    a word that differs by number has the keys `one` and `other` and is asked for with `count`.
    """

    language: str
    words: Mapping[str, Any]

    def __call__(self, key: str, **filled: Any) -> Markup:
        found = self.find(key)
        if found is None:
            raise KeyError(f"no label `{key}` in templates/labels/{FALLBACK}.yml")
        if isinstance(found, Mapping):
            found = found.get(self._plural(filled.get("count", 0))) or found["other"]
        if "count" in filled:
            filled["count"] = self.number(filled["count"])
        return Markup(found).format(**filled) if filled else Markup(found)

    def plain(self, key: str, **filled: Any) -> str:
        """The same for a text that is no page."""
        return str(self(key, **filled).unescape())

    def pattern(self, key: str) -> str:
        """A word with its braces, to be filled in elsewhere."""
        return str(self.words[key])

    def find(self, key: str) -> Any:
        """The word as it stands in the file, or None."""
        return self.words.get(key)

    def field(self, cls: type, name: str) -> Markup:
        """The heading of a field: `field.<Class>.<name>`, `field.<name>`, or the name in words."""
        for key in (f"field.{cls.__name__}.{name}", f"field.{name}"):
            if (found := self.find(key)) is not None:
                return Markup(found)
        return Markup(name.replace("_", " ").capitalize())

    def value(self, value: str) -> Markup:
        """A word of the playbook's own vocabulary: `active`, `lagging`, `inside_sales`."""
        return Markup(self.find(f"value.{value}") or Markup.escape(value.replace("_", " ").replace("-", " ")))

    def area(self, key: str) -> Markup:
        """The name of an area; its key in words where a company has added it."""
        return Markup(self.find(f"area.{key}") or Markup.escape(name_of(key)))

    def day(self, day: datetime.date, *, year: bool = True) -> str:
        return self.date(day, "day.with-year" if year else "day.short")

    def date(self, day: datetime.date, key: str) -> str:
        """A day in the pattern that is the label `key`."""
        return format_date(day, self.plain(key), locale=self.locale)

    def weekday(self, number: int) -> str:
        """`Monday` for 0."""
        return str(get_day_names("wide", locale=self.locale)[number])

    def country(self, code: str) -> str:
        """The name of a country by its two letters; the letters where nobody knows them."""
        return str(Locale.parse(self.locale).territories.get(code.upper(), code))

    def number(self, value: float | int) -> str:
        """Grouped by thousands, with the language's own decimal sign."""
        if isinstance(value, int) and -1000 < value < 1000:
            return str(value)
        return str(format_decimal(value, locale=self.locale))

    def count(self, number: int, *, small: bool = False) -> Markup:
        """A short number in words, as a heading says it; `small` where it does not begin the sentence."""
        words = self.find("number") or []
        said = str(words[number]) if 0 <= number < len(words) else self.number(number)
        return Markup(said if small else said[:1].upper() + said[1:])

    def list(self, items: Sequence[str]) -> Markup:
        """`Ada, Bo and Cy`."""
        return Markup(format_list([str(Markup.escape(item)) for item in items], locale=self.locale))

    def forms(self, key: str) -> str:
        """The plural forms of a word as JSON, for a script."""
        return json.dumps(self.find(key), ensure_ascii=False)

    def as_json(self, keys: Mapping[str, str]) -> str:
        """Several words under other names, for a script."""
        return json.dumps({name: self.find(key) for name, key in keys.items()}, ensure_ascii=False)

    def period(self, count: int, unit: str) -> Markup:
        return self(f"period.{unit}", count=count)

    @cached_property
    def locale(self) -> Locale:
        return Locale.parse(self.language, sep="-")

    def _plural(self, count: Any) -> str:
        return str(self.locale.plural_form(count)) if isinstance(count, int | float) else "other"


def read_labels(folders: Sequence[Path], language: str) -> Labels:
    """The labels of a language; folders come in the order in which they win."""
    words: dict[str, Any] = {}
    for code in dict.fromkeys((FALLBACK, re.split(r"[-_]", language)[0], language)):
        for folder in reversed(folders):
            file = folder / "labels" / f"{code}.yml"
            if file.is_file():
                came = folder == built_in()
                words.update(_read(file.read_text(encoding="utf-8")) if came else own_words(file, words))
    return Labels(language, words)


@lru_cache(maxsize=8)
def _read(text: str) -> dict[str, Any]:
    """The words of a file that came with the program, which a preview asks for anew after each edit."""
    return _flat(yaml.load(text, Loader=Loader))


def _flat(tree: Mapping[Any, Any], before: str = "") -> dict[str, Any]:
    """Nested keys joined by dots; a mapping of plural forms stays whole."""
    flat: dict[str, Any] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping) and "other" not in value:
            flat.update(_flat(value, f"{before}{key}."))
        else:
            flat[f"{before}{key}"] = value
    return flat
