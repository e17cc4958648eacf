"""Finds what is wrong with a company's own templates and labels before a page is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.loading.builtin import built_in
from generator.loading.folders.files import shown
from generator.loading.syntax.text import read_text
from generator.model.settings import Settings
from generator.render.jinja.engine import environment, folders
from generator.render.jinja.fault import SUFFIXES, TemplateFaultError, places
from generator.render.jinja.labels import read_labels
from generator.render.jinja.strict import refuse_slips


def own_faults(settings: Settings) -> Iterator[str]:
    """What a build says of each file that it cannot use; what only shows on a page is not found."""
    searched = folders(settings.templates)
    try:
        jinja = environment(searched, read_labels(searched, settings.language))
    except TemplateFaultError as fault:
        yield _said(fault, settings.root)
        return
    for folder in searched:
        for file in sorted(folder.rglob("*")) if folder != built_in() else ():
            if file.suffix not in SUFFIXES or not file.is_file():
                continue
            try:
                with places(settings.root):
                    if file.suffix == ".html":  # the theme's own words are known to MkDocs only
                        block = jinja.parse(read_text(file, file.as_posix())[0], file.name, str(file))
                        refuse_slips(block, file.name, str(file))
                    else:
                        jinja.get_template(file.relative_to(folder).as_posix())
            except TemplateFaultError as fault:
                yield _said(fault, settings.root)


def _said(fault: TemplateFaultError, root: Path) -> str:
    return f"{shown(Path(fault.location.file), root)}:{fault.location.line}: {fault.message}"
