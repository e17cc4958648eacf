"""Finds words among a company's own labels that no page asks for: their keys are misspelt or of an older version."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from generator.loading.builtin import built_in
from generator.loading.folders.files import shown
from generator.loading.syntax.text import read_text
from generator.loading.words import is_sure, nearest
from generator.model.settings import Settings
from generator.render.jinja.engine import folders
from generator.render.jinja.fault import SUFFIXES
from generator.render.jinja.labels import read_labels
from generator.render.jinja.own_labels import places_of

OPEN = ("area.", "field.", "place.alone.", "value.")
"""Keys that are made of what a playbook says; where there is no word for one, its own letters are shown."""


def unasked(settings: Settings) -> Iterator[str]:
    """Each with its place and a cure; only for labels that can be used. What an own template names is asked for."""
    own = [folder for folder in folders(settings.templates) if folder != built_in()]
    known = dict(read_labels([built_in()], settings.language).words)
    for file in (built_in() / "labels").glob("*.yml"):
        known |= read_labels([built_in()], file.stem).words
    files = [file for folder in own for file in sorted((folder / "labels").glob("*.yml"))]
    if not files:
        return
    asked = "\n".join(_texts(settings))
    for file in files:
        for key, at in places_of(file, known).items():
            if key not in known and not key.startswith(OPEN) and not _is_named(key, asked):
                near = nearest(key, known)
                cure = f"use `{near}`" if is_sure(key, near) else "delete it, or ask for it in a template of your own"
                yield f"{shown(file, settings.root)}:{at.line}: no page asks for the label `{key}`; {cure}"


def _texts(settings: Settings) -> Iterator[str]:
    for folder in folders(settings.templates):
        if folder != built_in():
            for file in sorted(folder.rglob("*")):
                if file.suffix in SUFFIXES and file.is_file():
                    yield read_text(file, file.name)[0]


def _is_named(key: str, templates: str) -> bool:
    """Whether a template has the key, or the beginning of it that it puts a word behind: `t("prize." ~ name)`."""
    heads = accumulate(key.split(".")[:-1], lambda head, part: f"{head}.{part}")
    return key in templates or any(f'"{head}."' in templates or f"'{head}.'" in templates for head in heads)
