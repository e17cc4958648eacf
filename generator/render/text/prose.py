"""A company's text on its way into a template: harmless however the template prints it."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

from generator.render.text import neutral
from generator.render.text.blocks import block as _block
from generator.render.text.neutral import Resolve


class Prose(str):
    """A text as it was written, for comparing; printed in a template it is neutralised Markdown.

    Jinja's autoescaping asks every value for `__html__`, so a template cannot forget to neutralise.
    `markdown` is False for names and addresses that are taken as they stand.
    """

    resolve: Resolve
    markdown: bool

    def __new__(cls, text: str, resolve: Resolve, *, markdown: bool = True) -> Prose:
        made = super().__new__(cls, text)
        made.resolve = resolve
        made.markdown = markdown
        return made

    def __html__(self) -> Markup:
        """Marked as harmless, so that a label it is filled into does not spell it out a second time."""
        return Markup(neutral.inline(str(self), self.resolve) if self.markdown else neutral.spelled(self.strip()))

    @property
    def block(self) -> Markup:
        return Markup(_block(str(self), self.resolve)) if self.markdown else self.__html__()

    @property
    def plain(self) -> str:
        if not self.markdown or neutral.is_simple(self):
            return str(self).strip()
        return plain(str(self.__html__()))


class Choice(str):
    """One word of a fixed list; printed in the reader's language."""

    label: Markup

    def __new__(cls, value: str, label: Markup) -> Choice:
        made = super().__new__(cls, value)
        made.label = label
        return made

    def __html__(self) -> str:
        return self.label


def block(value: Any) -> Markup:
    """Filter: a text with its paragraphs and lists, to stand between blank lines."""
    return value.block if isinstance(value, Prose) else Markup.escape(value)


def plain(value: Any) -> str:
    """The words alone, for a title, an attribute, a clipboard."""
    if isinstance(value, Prose):
        return value.plain
    text = value.__html__() if hasattr(value, "__html__") else str(value)
    text = re.sub(r"<br>", " ", text)
    text = re.sub(r"</?[a-z][^>]*>", "", text)
    text = re.sub(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)", r"\1", text)
    text = re.sub(r"(\*\*|__|(?<!\w)_|\*)(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
    return str(Markup(text).unescape())


class Words(str):
    """Words alone, for comparing and for programs; printed in a template every sign of them stands for itself."""

    def __html__(self) -> Markup:
        return escape(str(self)) if neutral.is_simple(self) else Markup(neutral.spelled(str(self)))


def alone(value: Any) -> Words:
    """Filter: the words without marks or links, where a link, a heading or a cell is around them."""
    return Words(plain(value))


def attribute(value: Any) -> Markup:
    """Filter: the words alone, safe inside the quotes of an HTML attribute, also within Markdown."""
    return Markup(neutral.spelled(" ".join(plain(value).split())))
