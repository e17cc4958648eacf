"""Pages by address, against a server on this machine: what is kept, what is refused, what ends in time."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest

from generator.checks.rule import rules
from generator.model.block import SourceText
from generator.readers.address import NOT_FOLLOWED, Limits, read_address
from generator.readers.address.where import is_public

DAY, NEXT_DAY = date(2026, 11, 23), date(2026, 11, 24)
LOCAL = frozenset({"localhost"})
QUICK = Limits(bytes=200_000, seconds=1.0, redirects=3, pages=3)
USUAL = Limits()
PATIENT = Limits(bytes=200_000, seconds=20.0, redirects=3, pages=3)
PAGE = b"<html><head><title>Acme</title></head><body><p>We cut it in half.</p></body></html>"


class Site(ThreadingHTTPServer):
    """A website whose pages a test sets: path to bytes, or to what the handler does."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, bytes] = {"/": PAGE}
        self.asked: list[str] = []
        self.address = f"http://localhost:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who hangs up is what these tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        special = getattr(self, f"do_{self.path.partition('?')[0].strip('/').replace('-', '_')}", None)
        if special:
            special()
        elif self.path in self.server.pages:
            kind = "application/xml" if self.path.endswith(".xml") else "text/html; charset=utf-8"
            self.answer(200, self.server.pages[self.path], **{"Content-Type": kind})
        else:
            self.answer(404, b"")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_endless(self) -> None:
        self.answer(302, b"", Location="/endless")

    def do_moved(self) -> None:
        self.answer(301, b"", Location="/")

    def do_to_private(self) -> None:
        self.answer(302, b"", Location=f"http://127.0.0.1:{self.server.server_address[1]}/")

    def do_to_file(self) -> None:
        self.answer(302, b"", Location="file:///etc/hostname")

    def do_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.drip(b"x")

    def do_slow_header(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self.drip(b"X: y\r\n")

    def do_slow_letters(self) -> None:
        self.drip(b"H")

    def do_slow_after_a_while(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x" * 40_000)
        self.drip(b"x")

    def do_endless_trickle(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.drip(b"x" * 5_000)

    def do_silent(self) -> None:
        time.sleep(10)

    def do_late(self) -> None:
        time.sleep(1.5)
        self.answer(200, PAGE, Content_Type="text/html")

    def do_late_and_on(self) -> None:
        time.sleep(1.5)
        self.answer(302, b"", Location="/late-in-parts")

    def do_late_in_parts(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for part in (PAGE[:40], PAGE[40:]):
            time.sleep(0.8)
            self.wfile.write(part)

    def drip(self, drop: bytes) -> None:
        for _ in range(100):
            self.wfile.write(drop)
            self.wfile.flush()
            time.sleep(0.1)

    def do_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b"x" * 100_000)

    def do_packed(self) -> None:
        self.answer(200, gzip.compress(b" " * 50_000_000), Content_Encoding="gzip")

    def do_packed_fairly(self) -> None:
        self.answer(200, gzip.compress(PAGE), Content_Encoding="gzip", Content_Type="text/html")

    def do_latin(self) -> None:
        body = "<p>Połowa czasu dla wszystkich</p>".encode("iso-8859-2")
        self.answer(200, body, Content_Type="text/html; charset=iso-8859-2")

    def log_message(self, *arguments: object) -> None:
        """Tests are quiet."""


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def visit(
    address: str, captures: Path, *, today: date = DAY, offline: bool = False, limits: Limits = PATIENT
) -> SourceText:
    (source,) = read_address(address, captures, today=today, offline=offline, private_hosts=LOCAL, limits=limits)
    return source


def test_a_page_is_read_and_kept_with_its_day(site: Site, tmp_path: Path) -> None:
    source = visit(site.address, tmp_path)
    assert (source.problem, source.captured, source.path) == ("", DAY, site.address)
    assert [block.text for block in source.blocks] == ["We cut it in half.", "Acme"]
    names = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert names == ["2026-11-23.html", "capture.json"]


def test_offline_the_last_capture_is_read_with_its_day(site: Site, tmp_path: Path) -> None:
    visit(site.address, tmp_path)
    site.asked.clear()
    source = visit(site.address, tmp_path, today=NEXT_DAY, offline=True)
    assert (source.problem, source.captured, site.asked) == ("", DAY, [])


def test_offline_without_a_capture_is_not_checked(site: Site, tmp_path: Path) -> None:
    source = visit(site.address, tmp_path, offline=True)
    assert source.problem == "not checked: there is no capture, and nothing is fetched offline"
    assert (site.asked, list(tmp_path.iterdir())) == ([], [])


def test_an_unchanged_page_moves_only_its_day(site: Site, tmp_path: Path) -> None:
    visit(site.address, tmp_path)
    visit(site.address, tmp_path, today=NEXT_DAY)
    (note,) = tmp_path.rglob("capture.json")
    assert json.loads(note.read_text("utf-8")) == {
        "address": site.address, "captured": "2026-11-24", "file": "2026-11-23.html",
    }  # fmt: skip
    site.pages["/"] = PAGE.replace(b"half", b"three")
    visit(site.address, tmp_path, today=NEXT_DAY)
    assert sorted(path.name for path in tmp_path.rglob("*.html")) == ["2026-11-23.html", "2026-11-24.html"]


def test_a_page_that_fails_is_read_as_captured_and_says_so(site: Site, tmp_path: Path) -> None:
    visit(site.address, tmp_path)
    del site.pages["/"]
    source = visit(site.address, tmp_path, today=NEXT_DAY)
    assert (source.problem, source.captured) == ("", DAY)
    assert source.gaps == ("not fetched: the page answers 404 not found; read as captured on 2026-11-23",)


def test_redirects_packed_pages_and_character_sets_are_followed(site: Site, tmp_path: Path) -> None:
    assert visit(f"{site.address}/moved", tmp_path).blocks[0].text == "We cut it in half."
    assert visit(f"{site.address}/packed-fairly", tmp_path).blocks[0].text == "We cut it in half."
    assert visit(f"{site.address}/latin", tmp_path).blocks[0].text == "Połowa czasu dla wszystkich"


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("/endless", "it forwards more than 3 times"),
        ("/to-private", "`127.0.0.1` leads to the private address 127.0.0.1"),
        ("/to-file", "`file:///etc/hostname` is not an http or https address"),
        ("/huge", "the page has more than 0.2 MB"),
        ("/packed", "the page has more than 0.2 MB"),
        ("/none", "the page answers 404 not found"),
    ],
)
def test_what_harms_or_fails_is_told_and_not_kept(site: Site, tmp_path: Path, path: str, cause: str) -> None:
    source = visit(site.address + path, tmp_path)
    assert source.problem.startswith(f"not fetched: {cause}")
    assert list(tmp_path.iterdir()) == []


BUSY = 2.0
"""Seconds that a busy machine may take beside."""


@pytest.mark.parametrize(
    ("path", "limits", "cause"),
    [
        ("/slow", USUAL, "it drips: 1.8 s bring less than 16 kB"),
        ("/slow-header", USUAL, "it drips: 1.8 s bring less than 16 kB"),
        ("/slow-letters", USUAL, "it drips: 1.8 s bring less than 16 kB"),
        ("/slow-after-a-while", USUAL, "it drips: 1.8 s bring less than 16 kB"),
        ("/silent", USUAL, "it does not begin to answer within 1.8 s"),
        ("/endless-trickle", QUICK, "it takes more than 1 s to answer"),
    ],
)
def test_a_host_that_keeps_us_waiting_is_left(
    site: Site, tmp_path: Path, path: str, limits: Limits, cause: str
) -> None:
    assert max(USUAL.seconds_to_begin, USUAL.seconds_a_piece) < 2
    visit(site.address, tmp_path / "other")  # loads what loads once
    start = time.monotonic()
    source = visit(site.address + path, tmp_path / "own", limits=limits)
    assert time.monotonic() - start < 2 + BUSY
    assert source.problem == f"not fetched: {cause}"
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize("path", ["/late", "/late-in-parts", "/late-and-on"])
def test_a_page_that_takes_its_time_is_read(site: Site, tmp_path: Path, path: str) -> None:
    visit(site.address, tmp_path / "other")  # loads what loads once
    source = visit(site.address + path, tmp_path / "own", limits=USUAL)
    assert source.problem == ""
    assert source.blocks[0].text == "We cut it in half."


def test_a_sitemap_of_slow_pages_is_left_after_some(site: Site, tmp_path: Path) -> None:
    site.pages["/sitemap.xml"] = sitemap(*(f"{site.address}/slow?{number}" for number in range(20)))
    limits = Limits(seconds_a_piece=0.3, slow_pages=2)
    found = read_address(
        f"{site.address}/sitemap.xml", tmp_path, today=DAY, offline=False, private_hosts=LOCAL, limits=limits
    )
    assert len(site.asked) == 3
    assert found[-1].problem == "not fetched: 2 other pages of the host were too slow already"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/",
    ],
)  # fmt: skip
def test_private_addresses_are_refused(tmp_path: Path, address: str) -> None:
    (source,) = read_address(address, tmp_path, today=DAY, offline=False, limits=QUICK)
    assert "leads to the private address" in source.problem


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("file:///etc/hostname", "is not an http or https address"),
        ("ftp://acme.example/x", "is not an http or https address"),
        ("javascript:alert(1)", "is not an http or https address"),
        ("http://user:secret@acme.example/", "holds a user or password"),
        ("http://acme.example:99999/", "is not an address"),
        ("http://does-not-exist.invalid/", "is not known"),
    ],
)
def test_what_is_no_page_of_the_web_is_refused(tmp_path: Path, address: str, cause: str) -> None:
    (source,) = read_address(address, tmp_path, today=DAY, offline=False, limits=Limits(seconds=5))
    assert cause in source.problem and "secret" not in source.problem


@pytest.mark.parametrize("wrapped", ["::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "fe80::1", "224.0.0.1"])
def test_a_private_address_in_disguise_is_private(wrapped: str) -> None:
    assert not is_public(ip_address(wrapped))
    assert is_public(ip_address("93.184.216.34")) and is_public(ip_address("2606:2800:220:1::1"))


def sitemap(*addresses: str) -> bytes:
    inside = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inside}</urlset>'.encode()


def test_a_sitemap_gives_its_pages_of_the_same_host(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/a": PAGE, "/b": PAGE}
    site.pages["/sitemap.xml"] = sitemap(
        f"{site.address}/a", "http://other.example/", f"{site.address}/b", f"{site.address}/a", "file:///etc/hosts"
    )
    for offline in (False, True):
        found = read_address(
            f"{site.address}/sitemap.xml", tmp_path, today=DAY, offline=offline, private_hosts=LOCAL, limits=PATIENT
        )
        pages, rest = found[:2], found[2:]
        assert [source.path for source in pages] == [f"{site.address}/a", f"{site.address}/b"]
        assert not any(source.problem or source.gaps for source in pages)
        assert [(source.path, source.problem, source.gaps) for source in rest] == [
            (f"{site.address}/sitemap.xml", "", (f"{NOT_FOLLOWED}: `http://other.example/`, `file:///etc/hosts`",))
        ]
    assert site.asked == ["/sitemap.xml", "/a", "/b"]


def test_a_sitemap_of_too_many_pages_says_so(site: Site, tmp_path: Path) -> None:
    site.pages |= {f"/{number}": PAGE for number in range(5)}
    site.pages["/sitemap.xml"] = sitemap(*(f"{site.address}/{number}" for number in range(5)))
    found = read_address(
        f"{site.address}/sitemap.xml", tmp_path, today=DAY, offline=False, private_hosts=LOCAL, limits=PATIENT
    )
    assert len(found) == 4 and found[-1].problem == "the sitemap lists 5 pages, and 3 are read; name a smaller one"


def test_a_sitemap_of_itself_ends(site: Site, tmp_path: Path) -> None:
    site.pages["/sitemap.xml"] = sitemap(f"{site.address}/sitemap.xml").replace(b"urlset", b"sitemapindex")
    found = read_address(
        f"{site.address}/sitemap.xml", tmp_path, today=DAY, offline=False, private_hosts=LOCAL, limits=PATIENT
    )
    assert [source.problem for source in found] == ["the sitemap lists no page of its own host"]


def test_the_manual_names_the_limits_of_a_visit() -> None:
    manual = " ".join(rules()["source-unreadable"].manual.split())
    assert f"may take {USUAL.seconds_to_begin:g} seconds before it begins to answer" in manual
    assert f"less than {USUAL.piece / 1000:g} kB in {USUAL.seconds_a_piece:g} seconds" in manual
    assert f"so do {USUAL.seconds:g} seconds in any case" in manual
