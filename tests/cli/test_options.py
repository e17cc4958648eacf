"""What stands wrong in mkdocs.yml is said with its line before anything is tried, and is no finding but exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.loading.site.forms import OPTIONS
from generator.mkdocs_plugin.options import Options
from tests.cli.conftest import Run

WHOLE = "site_name: Acme Valves\ndocs_dir: content/pages\ntheme: {name: material, font: false}\n"


def test_the_command_line_knows_the_options_of_the_plugin() -> None:
    assert set(OPTIONS) == {name for name, _ in Options._schema}


@pytest.mark.parametrize("verb", ["check", "build"])
@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("audiance: sales", "mkdocs.yml:3:7: the plugin `tuneup` has no option `audiance`; use `audience`"),
        (
            "content: 5",
            "mkdocs.yml:3:16: `content` holds the number 5 where a list of folders, each a path or `{fol",
        ),
        ("content: [content, 5]", "where a list of folders, each a path or `{folder: PATH, audience: WHO}` is needed"),
        ("content: [content, {audience: leader}]", "mkdocs.yml:3:26: this part of `content` names no folder; write"),
        (
            "content: [content, {folder: x, audiance: leader}]",
            "mkdocs.yml:3:38: a folder of `content` has no `audiance`; use `audience`",
        ),
        (
            "content: [content, {folder: x, audience: leaders}]",
            "mkdocs.yml:3:48: `audience` holds `leaders` where one of public, sales, manager, leader is needed",
        ),
        (
            "content: [{folder: content, audience: leader}]",
            "mkdocs.yml:3:45: the first folder is the playbook itself, which all readers share; give `audience` to the",
        ),
        ("not_secret: word", "mkdocs.yml:3:19: `not_secret` holds `word` where a list of words is needed"),
        ("as_of: 2026-02-30", "mkdocs.yml:3:14: `as_of` holds `2026-02-30` where a day is needed"),
        ("audience: slaes", "mkdocs.yml:3:17: `audience` holds `slaes` where one of public, sales, manager, leader"),
        ("language: no", "mkdocs.yml:3:17: MkDocs reads `no` without quotes as true or false, not as a word; for Norw"),
        ("templates: [ours]", "mkdocs.yml:3:19: there is no folder `ours`; make it, or take it out of `templates`"),
    ],
)
def test_an_option_that_cannot_be_used_is_said_with_its_line(
    run: Run, playbook: Path, verb: str, option: str, said: str
) -> None:
    (playbook / "mkdocs.yml").write_text(f"plugins:\n  - tuneup:\n      {option}\n", encoding="utf-8")
    done = run(verb)
    assert done.returncode == 2 and said in done.stderr and not done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("text", "said"), [("- search\n", "a list"), ("hello\n", "`hello`")])
def test_a_configuration_that_is_no_mapping_is_said_with_its_line(
    run: Run, playbook: Path, text: str, said: str
) -> None:
    (playbook / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = run("build")
    assert done.returncode == 2 and f"mkdocs.yml:1:1: mkdocs.yml holds {said}; begin it with" in done.stderr


def test_an_own_page_in_another_encoding_is_named(run: Run, playbook: Path) -> None:
    (playbook / "content" / "pages").mkdir(exist_ok=True)
    (playbook / "content" / "pages" / "hei.md").write_text("# Hei\n", encoding="utf-16")
    (playbook / "mkdocs.yml").write_text(f"{WHOLE}plugins: [tuneup]\n", encoding="utf-8")
    done = run("build")
    assert done.returncode == 1 and "the file is in UTF-16" in done.stdout and "content/pages/hei.md" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("head", "place", "said"),
    [
        ("---\naudience: leader\ntitle: [a\n---\n", "ours.md:3:8", "in `title`, is never closed"),
        ("---\r\naudience: leader\r\ntitle: [a\r\n---\r\n", "ours.md:3:8", "in `title`, is never closed"),
        ("\n---\naudience: leader\n---\n", "ours.md:2:1", "the head of this page does not begin on its first line"),
        (" ---\naudience: leader\n---\n", "ours.md:1:1", "something stands beside the `---` of this"),
        ("---\naudience: leader\n\n", "ours.md:1:1", "the head of this page is never closed"),
        ("---\n- audience: leader\n---\n", "ours.md:1:1", "the head of this page holds no"),
        ("---\nAudience: leader\n---\n", "ours.md:2:1", "says `Audience`, which nobody reads"),
        ("---\naudiense: leader\n---\n", "ours.md:2:1", "says `audiense`, which nobody reads"),
        ("---\naudience: leaders\n---\n", "ours.md:2:11", "holds `leaders`, which is nobody"),
        ("---\naudience:\n---\n", "ours.md:2:", "which is nobody"),
        ("<!-- hi -->\n---\naudience: leader\n---\n", "ours.md:3:1", "nobody reads it there"),
        ("----\naudience: leader\n----\n", "ours.md:2:1", "nobody reads it there"),
        ("+++\naudience = 'leader'\n+++\n", "ours.md:2:1", "nobody reads it there"),
        ("---\naudience: leader\naudience: public\n---\n", "ours.md:3:1", "`audience`"),
        ("---\u00a0\naudience: leader\n---\n", "ours.md:1:1", "something stands beside the `---`"),
        ("---\naudience: leader\n---\u00a0\n", "ours.md:3:1", "this line does not close the head"),
    ],
)
def test_a_page_for_some_is_never_shown_to_all_by_a_slip_in_its_head(
    run: Run, playbook: Path, head: str, place: str, said: str
) -> None:
    (playbook / "content" / "pages").mkdir(exist_ok=True)
    (playbook / "content" / "pages" / "ours.md").write_bytes(f"{head}# Ours\n\nOnly for leaders.\n".encode())
    (playbook / "mkdocs.yml").write_text(f"{WHOLE}plugins: [tuneup]\n", encoding="utf-8")
    done = run("build")
    assert done.returncode == 1 and place in done.stdout + done.stderr and said in done.stdout + done.stderr
    found = run("check").stdout
    assert f"content/pages/{place}" in found and said in found and not (playbook / "site").exists()


@pytest.mark.parametrize(
    "head",
    [
        "---\r\naudience: leader\r\n---\r\n",
        "audience: leader\n\n",
        "--- \naudience: leader\n---\t\n",
        "\ufeff---\naudience: leader\n---\n",
    ],
)
def test_a_page_for_some_is_left_out_however_its_head_is_written(run: Run, playbook: Path, head: str) -> None:
    (playbook / "content" / "pages").mkdir(exist_ok=True)
    (playbook / "content" / "pages" / "ours.md").write_bytes(f"{head}# Ours\n\nOnly for leaders.\n".encode())
    (playbook / "mkdocs.yml").write_text(f"{WHOLE}plugins: [tuneup]\n", encoding="utf-8")
    (playbook / "content" / "objectives.yml").unlink()
    done = run("build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (playbook / "site" / "index.html").exists() and not (playbook / "site" / "ours").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "300.1.1.1"], "cannot listen on 300.1.1.1: "),
        (["--port", "70000"], "70000 is not in the range"),
    ],
)
def test_an_address_that_nobody_can_listen_on_is_said(run: Run, playbook: Path, options: list[str], said: str) -> None:
    (playbook / "content" / "pages").mkdir(exist_ok=True)
    (playbook / "mkdocs.yml").write_text(f"{WHOLE}plugins: [tuneup]\n", encoding="utf-8")
    done = run("serve", *options)
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr


def test_an_option_with_a_tag_is_left_to_mkdocs(run: Run, playbook: Path) -> None:
    (playbook / "mkdocs.yml").write_text(
        f"{WHOLE}plugins:\n  - tuneup:\n      not_secret: !ENV WORDS\n", encoding="utf-8"
    )
    assert run("check", "every-record").returncode == 0


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("", "mkdocs.yml: `site_name`: this line is missing; add it"),
        ("docs_dir: content/pages\nplugins: [tuneup]\n", "mkdocs.yml: `site_name`: this line is missing; add it"),
        (f"{WHOLE}plugins: [tuneup, serch]\n", "mkdocs.yml:4:19: no plugin called `serch` is installed; use `search`"),
        (f"{WHOLE}plugins: [tuneup, abracadabra]\n", "no plugin called `abracadabra` is installed; install it, or use"),
        (f"{WHOLE}plugins: [search]\n", "the plugin `tuneup` is not switched on"),
        (f"{WHOLE}plugins: [tuneup]\nextra: {{day: 2026-02-30}}\n", "mkdocs.yml cannot be read: day is out of range"),
        (f"{WHOLE}plugins: [{{tuneup: {{language: xx}}}}]\n", "4:31: the theme does not know `language: xx`"),
        (
            f"{WHOLE.replace('material', 'materiall')}plugins: [tuneup]\n",
            "3:15: no theme called `materiall` is",
        ),
        (f"{WHOLE.replace('/pages', '/nowhere')}plugins: [tuneup]\n", "2:11: there is no folder `content/nowhere`"),
        (f"{WHOLE}extra_css: a.css\nplugins: [tuneup]\n", "4:1: `extra_css` holds a text where a list is needed"),
        (
            f"{WHOLE}plugins: [{{tuneup: {{audience: leader, published: public}}}}]\n",
            "a site for leader must not",
        ),
    ],
)
def test_what_mkdocs_cannot_use_is_said_in_the_same_way_by_build_and_check(
    run: Run, playbook: Path, config: str, said: str
) -> None:
    (playbook / "mkdocs.yml").write_text(config, encoding="utf-8")
    built, checked = run("build"), run("check")
    assert said in built.stderr and said in checked.stderr
    assert checked.returncode == 2 and built.returncode in (1, 2)
    assert "Traceback" not in built.stderr + checked.stderr and not (playbook / "site").exists()


def test_a_check_runs_no_code_that_came_with_the_playbook(run: Run, playbook: Path) -> None:
    (playbook / "hook.py").write_text("open('ran', 'w').close()\n", encoding="utf-8")
    for config in ("hooks: [hook.py]\n", "extra: {a: !!python/object/apply:os.mkdir [ran]}\n"):
        (playbook / "mkdocs.yml").write_text(f"{WHOLE}plugins: [tuneup]\n{config}", encoding="utf-8")
        assert run("check", "every-record").returncode == 0 and not (playbook / "ran").exists()


def test_mkdocs_is_asked_again_when_what_mkdocs_yml_names_is_gone(run: Run, playbook: Path) -> None:
    (playbook / ".cache" / "tuneup").mkdir(parents=True)
    (playbook / "ours").mkdir()
    theme = "theme: {name: material, font: false, custom_dir: ours}"
    config = WHOLE.replace("theme: {name: material, font: false}", theme)
    (playbook / "mkdocs.yml").write_text(f"{config}plugins: [tuneup]\n", encoding="utf-8")
    assert [run("check", "every-record").returncode for _ in range(2)] == [0, 0]
    assert (playbook / ".cache" / "tuneup" / "config.db").is_file()
    (playbook / "ours").rmdir()
    assert "the path set in custom_dir ('ours') does not exist" in run("check", "every-record").stderr


def test_a_page_that_links_to_no_file_is_said_alike_by_build_and_check(run: Run, playbook: Path) -> None:
    (playbook / "mkdocs.yml").write_text(f"{WHOLE}plugins: [tuneup]\n", encoding="utf-8")
    (playbook / "content" / "pages" / "ours.md").symlink_to("../gone.md")
    for verb in ("build", "check"):
        done = run(verb)
        assert done.returncode == 1 and "--> content/pages/ours.md" in done.stdout
        assert "this is a link to `../gone.md`, which is not there" in done.stdout
        assert str(playbook) not in done.stdout + done.stderr


def test_a_link_that_leads_nowhere_is_said_with_its_line(run: Run, playbook: Path) -> None:
    (playbook / "mkdocs.yml").write_text(
        f"{WHOLE}plugins: [tuneup]\nvalidation: {{links: {{anchors: warn}}}}\n", encoding="utf-8"
    )
    (playbook / "content" / "objectives.yml").unlink()
    text = "# Ours\n\nSee [a](gone.md),\n[b](#gone) and [c](../gone/).\n"
    (playbook / "content" / "pages" / "ours.md").write_text(text, encoding="utf-8")
    said = run("build").stderr
    assert "content/pages/ours.md:3:9: the link `gone.md` leads nowhere: there is no such file; mend it" in said
    assert "content/pages/ours.md:4:5: the link `#gone` leads nowhere: there is no heading `#gone` on that" in said


def test_a_broken_template_is_said_alike_by_build_and_check(run: Run, playbook: Path) -> None:
    (playbook / "content" / "objectives.yml").unlink()
    (playbook / "templates" / "pages").mkdir(parents=True)
    (playbook / "templates" / "pages" / "glossary.md.j2").write_text("# Ours\n\n{% if %}\n", encoding="utf-8")
    for verb in (["build"], ["check", "every-record"]):
        done = run(*verb)
        assert done.returncode == 1 and "templates/pages/glossary.md.j2:3: expected an expression" in done.stderr
        assert str(playbook) not in done.stdout + done.stderr


def test_a_verb_that_is_misspelt_is_led_to_the_nearest(run: Run) -> None:
    done = run("chek")
    assert done.returncode == 2 and "no verb is called `chek`; use `check`" in done.stderr
    assert "use one of: baseline, build, " in run("zzzz").stderr


def test_help_names_every_verb(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0 and not done.stderr
    assert "check" in done.stdout and "releasing" not in done.stdout
