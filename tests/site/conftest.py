"""The example's site, built once as `mkdocs build` builds it."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import ROOT


def make(site: Path, **changed: Any) -> Path:
    """Builds the example into `site`."""
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), **changed))
    return site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("example") / "site")


INDEX = "search/search_index.json"
NOTHING = Path(__file__).parent / "nothing_to_find.json"
"""Served in place of the index, which every page that is opened works through; a test that searches puts it back."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """A test's output is its own."""

    def translate_path(self, path: str) -> str:
        return str(NOTHING) if path.endswith(INDEX) else super().translate_path(path)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Where the site is served while the tests run, ending in `/`, and its folder.

    It is built with that very address: only then does the theme go from page to page without loading each anew.
    """
    folder = tmp_path_factory.mktemp("published") / "site"
    with _served(folder) as there:
        make(folder, site_url=there)
        yield there, folder


@pytest.fixture(scope="session")
def address(published: tuple[str, Path]) -> str:
    return published[0]


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def violations(page: Page, *, again: bool = False) -> list[tuple[str, str]]:
    """What axe-core finds: the rule and the first element of each; what passes is not told, which takes as long.

    `again` where this page has been looked at already, in other colours: only these are judged anew.
    """
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if again:
        colours = {**options, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
        found = page.evaluate("async (options) => (await axe.run(options)).violations", colours)
    else:
        found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found]


@contextmanager
def other_palette(page: Page) -> Iterator[None]:
    """Between two presses of the switch between light and dark. Ask for reduced motion: axe-core sees colours on the
    way from one to the other.
    """
    for end in (False, True):
        was = page.locator("body").get_attribute("data-md-color-scheme")
        page.locator("form[data-md-component=palette] label:not([hidden])").click()
        page.wait_for_function("(was) => document.body.dataset.mdColorScheme !== was", arg=was)
        if not end:
            yield


class Newcomer:
    """Somebody in their first months, in a browser of their own, on a day of our choosing."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self.address = address
        self._contexts: list[BrowserContext] = []
        self.asked: list[str] = []
        self.wrong: list[str] = []

    def comes(self, day: str, progress: dict[str, Any] | None = None, **how: Any) -> Page:
        """A page in a fresh browser at half past eight on that day; `progress` is what it has kept so far."""
        context = self._browser.new_context(
            base_url=self.address, **{"locale": "en-GB", "timezone_id": "Europe/Oslo", **how}
        )
        self._contexts.append(context)
        if progress is not None:
            kept = json.dumps(json.dumps({"form": 1, **progress}))
            context.add_init_script(f"localStorage.getItem('{KEPT}') ?? localStorage.setItem('{KEPT}', {kept})")
        page = context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.is_on(page, day)
        return page

    @staticmethod
    def is_on(page: Page, day: str) -> None:
        page.clock.set_fixed_time(f"{day}T08:30:00+01:00")

    @staticmethod
    def kept(page: Page) -> dict[str, Any]:
        """What the browser has kept."""
        found: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEPT}')") or "{}")
        return found

    def leaves(self) -> None:
        for context in self._contexts:
            context.close()


KEPT = "tuneup.kelvaro.progress"
"""Where a browser keeps a hire's progress: named by the company, never by the version."""


@pytest.fixture
def newcomer(chromium: Browser, address: str) -> Iterator[Newcomer]:
    one = Newcomer(chromium, address)
    yield one
    one.leaves()
    own = (address, "http://127.0.0.1", "data:", "blob:")
    assert not [url for url in one.asked if not url.startswith(own)], "a request left the site"
    assert not one.wrong


@pytest.fixture(scope="session")
def versions(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two versions side by side on one host; in the newer one a module has another title, another another id."""
    root = tmp_path_factory.mktemp("versions")
    source = root / "source"
    shutil.copytree(ROOT / "content", source / "content")
    shutil.copy(ROOT / "mkdocs.yml", source)
    modules = source / "content" / "rap" / "modules-weeks-1-4.yml"
    _replace(modules, "title: Why Kelvaro exists", "title: Why we exist at all")
    _replace(modules, "How Kelvaro began in 2016", "How Kelvaro began in 2015")
    for file in (source / "content").rglob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace("m03-products", "m03-what-we-sell"), encoding="utf-8")
    _replace(modules, "  - id: m03-what-we-sell\n", "  - id: m03-what-we-sell\n    formerly: [m03-products]\n")
    build(load_config(str(source / "mkdocs.yml"), site_dir=str(root / "site" / "2026.5")))
    shutil.copytree(site, root / "site" / "2026.4")
    with _served(root / "site") as address:
        yield address


def _replace(file: Path, was: str, now: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(was) == 1
    file.write_text(text.replace(was, now), encoding="utf-8")


@pytest.fixture(scope="session")
def leaders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site as a sales leader's own build shows it."""
    site = tmp_path_factory.mktemp("leaders") / "site"
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site))
    config.plugins["tuneup"].config["audience"] = "leader"
    build(config)
    with _served(site) as address:
        yield address


@pytest.fixture(scope="session")
def scripts(chromium: Browser, address: str) -> Iterator[Page]:
    """A page from whose address the modules can be loaded."""
    page = chromium.new_page()
    page.goto(address + "404.html")
    yield page
    page.close()


def call(page: Page, module: str, code: str, *given: Any) -> Any:
    """Runs `code` with the module as `m` and what is given as `a`."""
    run = f"async (a) => {{ const m = await import('/assets/hire/{module}.mjs'); {code} }}"
    return page.evaluate(run, list(given))
