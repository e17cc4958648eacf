"""Sets up Jinja2: where templates are looked for, which words they can use, and that nothing is printed unescaped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import jinja2

from generator.loading.builtin import built_in
from generator.render.fields import columns, filled, left
from generator.render.jinja.compiled import compiled
from generator.render.jinja.filters import changed, filters, is_unbroken, manual, said
from generator.render.jinja.labels import Labels
from generator.render.jinja.loader import TemplateLoader
from generator.render.jinja.strict import StrictGenerator
from generator.render.view import is_entry, printed


def folders(own: Sequence[Path]) -> list[Path]:
    """Where templates, labels and assets are looked for; the first that has one wins."""
    return list(dict.fromkeys(folder.resolve() for folder in (*own, built_in())))


def environment(searched: Sequence[Path], labels: Labels) -> jinja2.Environment:
    """Autoescaping is on although pages are Markdown: every value knows how to make itself harmless."""
    jinja = jinja2.Environment(
        loader=TemplateLoader([str(folder) for folder in searched]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=partial(printed, labels=labels),
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
        bytecode_cache=compiled(repr((labels.language, sorted(labels.words.items())))),
    )
    jinja.code_generator_class = StrictGenerator
    jinja.filters.update(filters(), number=labels.number, day=labels.day)
    jinja.tests.update(entry=is_entry, unbroken=is_unbroken)
    jinja.globals.update(t=labels, filled=filled, left=left, columns=columns, diff=changed, said=said, manual=manual)
    return jinja
