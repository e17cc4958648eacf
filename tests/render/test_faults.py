"""A template that cannot be used is a mistake with a place and a cure, wherever it lies."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from generator.loading.builtin import built_in
from generator.model.playbook import Playbook
from generator.model.settings import Settings
from generator.render.jinja.fault import TemplateFaultError
from generator.render.jinja.labels import read_labels
from generator.render.jinja.own_faults import own_faults
from generator.render.jinja.unasked import unasked
from tests.render.test_render import pages

BROKEN = {
    "utf-16": ("# Wörter\n".encode("utf-16"), ":1: the file is in UTF-16; save the file as UTF-8"),
    "windows": ("# Our\n\nWörter\n".encode("cp1252"), ":3: byte 0xf6 is not UTF-8"),
    "itself": (b'# Ours\n{% include "pages/glossary.md.j2" %}\n', ":2: this template uses itself"),
    "syntax": (b"# Ours\n\n{% if %}\n", ":3: "),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_page_template_is_named_with_its_line(tmp_path: Path, broken: str) -> None:
    data, said = BROKEN[broken]
    _write(tmp_path / "templates/pages/glossary.md.j2", data)
    with pytest.raises(TemplateFaultError) as raised:
        _ = pages(Playbook({}), tmp_path, templates=(tmp_path / "templates",)).pages["glossary.md"]
    assert f"templates/pages/glossary.md.j2{said}" in str(raised.value)


@pytest.mark.parametrize(
    ("use", "said"),
    [
        ("{{ page.title | shuot }}", "no filter named 'shuot'"),
        ("{{ page.title is shuot }}", "no test named 'shuot'"),
        ("{% if never %}{{ page.title | uper }}{% endif %}", "no filter named 'uper'; use `upper`"),
        ("{% if page.title is definde %}yes{% endif %}", "no test named 'definde'; use `defined`"),
        ("{{ page.title if page.title is definde }}", "no test named 'definde'; use `defined`"),
        ("{% if never %}{% for one in [] if one is xyzzy %}{% endfor %}{% endif %}", "no test named 'xyzzy'; take it"),
    ],
)
def test_a_filter_or_test_that_nobody_knows_is_found_before_a_page_is_made(tmp_path: Path, use: str, said: str) -> None:
    _write(tmp_path / "templates/pages/glossary.md.j2", f"# Ours\n\n{use}\n".encode())
    settings = Settings(tmp_path, datetime.date(2026, 11, 23), (), templates=(tmp_path / "templates",))
    place = "templates/pages/glossary.md.j2:3: "
    (fault,) = own_faults(settings)
    assert fault.startswith(place + said)
    with pytest.raises(TemplateFaultError) as raised:
        _ = pages(Playbook({}), tmp_path, templates=(tmp_path / "templates",)).pages["glossary.md"]
    assert place + said in str(raised.value), "the build says it, too, though the page never comes there"


@pytest.mark.parametrize(
    ("use", "said"),
    [
        ("{% if page is definde %}x{% endif %}", "no test named 'definde'; use `defined`"),
        ("{% if page %}{{ page.title | uper }}{% endif %}", "no filter named 'uper'; use `upper`"),
        ("{{ base_url | url }}{{ page | of_another_plugin }}", ""),
    ],
)
def test_a_slip_in_a_block_of_the_theme_is_found_before_the_site_is_made(tmp_path: Path, use: str, said: str) -> None:
    _write(tmp_path / "templates/overrides/main.html", f'{{% extends "base.html" %}}\n{use}\n'.encode())
    settings = Settings(tmp_path, datetime.date(2026, 11, 23), (), templates=(tmp_path / "templates",))
    assert list(own_faults(settings)) == ([f"templates/overrides/main.html:2: {said}"] if said else [])


def test_labels_in_another_encoding_are_named(tmp_path: Path) -> None:
    _write(tmp_path / "templates/labels/en.yml", "section: {say: Sagt}\n".encode("utf-16"))
    with pytest.raises(TemplateFaultError, match=r"labels/en\.yml:1: the file is in UTF-16; save the file as UTF-8"):
        pages(Playbook({}), tmp_path, templates=(tmp_path / "templates",))


LABELS = {
    "a list": ("- Start\n", ":1: labels begin with a list where keys are needed; begin with one, as `section:`"),
    "a text": ("Start here\n", ":1: labels begin with `Start here` where keys are needed"),
    "a group for a word": ("section:\n  start:\n    one: x\n", ":3: `section.start` holds a group of keys where"),
    "a word for a group": ("section: Start\n", ":1: `section` holds `Start` where a group of keys is needed; indent"),
    "a list for a word": ("section:\n  start: [x]\n", ":2: `section.start` holds a list where a text is needed"),
    "a word for a list": ("number: none\n", ":1: `number` holds `none` where a list is needed"),
    "a number": ("section:\n  start: 2026\n", ":2: `section.start` holds the number 2026 where a text is needed"),
    "nothing": ("section:\n  start:\n", ":2: `section.start` holds nothing where a text is needed; write it, or"),
    "a name": (
        "page:\n  onboarding:\n    weeks: '{cuont} w'\n",
        ":3: `page.onboarding.weeks` has nothing to fill in for",
    ),
    "a slip": ("section:\n  start: 'x\n", "a quote that is never closed"),
}
FEW = ("", "# later\n", "ours:\n  word: x\n", "page:\n  onboarding:\n    weeks: '{count} w'\n")


@pytest.mark.parametrize("wrong", LABELS)
def test_labels_of_another_shape_are_named_with_their_line(tmp_path: Path, wrong: str) -> None:
    text, said = LABELS[wrong]
    _write(tmp_path / "templates/labels/en.yml", text.encode())
    with pytest.raises(TemplateFaultError) as raised:
        pages(Playbook({}), tmp_path, templates=(tmp_path / "templates",))
    assert "templates/labels/en.yml:" in str(raised.value) and said in str(raised.value)


@pytest.mark.parametrize(
    ("labels", "template", "said"),
    [
        ("section:\n  strat: x\n", "", ":2: no page asks for the label `section.strat`; use `section.start`"),
        (
            "ours:\n  word: x\n",
            "",
            ":2: no page asks for the label `ours.word`; delete it, or ask for it in a template",
        ),
        ("ours:\n  word: x\n", '{{ t("ours.word") }}', ""),
        ("ours:\n  word: x\n", "{{ t('ours.' ~ page.title) }}", ""),
        ("field: {Objective: {title: x}}\nvalue: {ours: x}\nsection: {start: x}\n", "", ""),
    ],
)
def test_a_label_that_no_page_asks_for_is_told(tmp_path: Path, labels: str, template: str, said: str) -> None:
    _write(tmp_path / "templates/labels/en.yml", labels.encode())
    _write(tmp_path / "templates/pages/ours.md.j2", template.encode())
    settings = Settings(tmp_path, datetime.date(2026, 11, 23), (), templates=(tmp_path / "templates",))
    told = list(unasked(settings))
    assert len(told) == bool(said) and all(one.startswith(f"templates/labels/en.yml{said}") for one in told)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_labels_that_come_along_are_all_asked_for(tmp_path: Path, language: str) -> None:
    shutil.copytree(built_in() / "labels", tmp_path / "templates/labels")
    settings = Settings(
        tmp_path, datetime.date(2026, 11, 23), (), templates=(tmp_path / "templates",), language=language
    )
    assert not list(unasked(settings))


@pytest.mark.parametrize("text", FEW)
def test_labels_may_be_few_and_of_the_company_alone(tmp_path: Path, text: str) -> None:
    _write(tmp_path / "templates/labels/en.yml", text.encode())
    assert pages(Playbook({}), tmp_path, templates=(tmp_path / "templates",)).pages["index.md"]


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_labels_that_come_along_can_be_the_companys_own(tmp_path: Path, language: str) -> None:
    shutil.copytree(built_in() / "labels", tmp_path / "labels")
    theirs = read_labels([built_in()], language)
    assert read_labels([tmp_path, built_in()], language).words == theirs.words


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
