"""A secret is found however a template, a script or a picture writes it down."""

from __future__ import annotations

import base64
import gzip
import json
from urllib.parse import quote, quote_plus

import pytest

from generator.derive.audiences.secrets import Secret, by_first
from generator.leaks.readings import readings
from generator.leaks.search import Search
from generator.model.record import Placed

SAID = "we buy our largest rival in March"
WORDS = SAID.split()
SEARCH = Search(by_first([(tuple(SAID.lower().split()), Secret("", "", "", Placed(), ()))]))


def each(form: str) -> str:
    """Every letter in a form of its code."""
    return "".join(form.format(ord(letter)) for letter in SAID)


def b64(data: str | bytes) -> str:
    return base64.b64encode(data if isinstance(data, bytes) else data.encode()).decode()


MAP = json.dumps({"sourcesContent": [f"// {SAID}"]})
BOLD = "<p>we <b>buy</b> our largest rival in March</p>"
HIDDEN: dict[str, tuple[str, str | bytes]] = {
    "script": ("a.js", f'const said = "{SAID}"'),
    "script, added up": ("a.js", 'const said = "we buy our lar" + "gest rival in March"'),
    "script, words in a list": ("a.js", json.dumps(WORDS)),
    "script, over two lines": ("a.js", 'const said = "we buy our lar\\\ngest rival in March"'),
    "script, with line breaks": ("a.js", 'const said = "we buy our\\nlargest rival\\tin March"'),
    "script, comment": ("a.mjs", "/* we buy our\n * largest rival\n * in March */"),
    "script, escapes of four": ("a.js", each("\\u{:04x}")),
    "script, escapes of two": ("a.js", each("\\x{:02x}")),
    "script, escapes in braces": ("a.js", each("\\u{{{:x}}}")),
    "script, base64": ("a.js", f'atob("{b64(SAID)}")'),
    "script, base64 for addresses": ("a.js", base64.urlsafe_b64encode(f"§ {SAID} ÿ?>".encode()).decode().rstrip("=")),
    "script, base64 of wide letters": ("a.js", b64(SAID.encode("utf-16-le"))),
    "script, base64 of what is packed": ("a.js", b64(gzip.compress(SAID.encode()))),
    "script, base64 of data": ("a.js", b64(json.dumps({"a": SAID}))),
    "script, pairs of figures": ("a.js", SAID.encode().hex()),
    "inline script": ("a.html", f'<script type="application/json">{json.dumps({"a": SAID})}</script>'),
    "inline script of a page": ("a.html", f"<script>x = {json.dumps(BOLD)}</script>"),
    "inline script, signs escaped": ("a.html", f"<script>x = '{BOLD}'</script>".replace("<b>", "\\u003cb\\u003e")),
    "attribute of data": ("a.html", '<i data-x="{&quot;a&quot;:&quot;we buy our l\\u0061rgest rival in March&quot;}">'),
    "attribute of a page": ("a.html", f'<i data-x="{BOLD.replace("<", "&lt;").replace(">", "&gt;")}">'),
    "attribute of a page in data": (
        "a.html",
        '<i data-x="{&quot;a&quot;:&quot;we \\u003cb\\u003ebuy\\u003c/b\\u003e our largest rival in March&quot;}">',
    ),
    "attribute, base64": ("a.html", f'<i data-x="{b64(SAID)}">'),
    "attribute with a sign": ("a.html", f'<i title="a > b {SAID}">x</i>'),
    "beside an attribute with a sign": ("a.html", 'we buy <i title="a > b">our</i> largest rival in March'),
    "attribute of a drawing": ("a.svg", f'<svg><path d="{SAID}"/></svg>'),
    "entities": ("a.html", each("&#{};")),
    "entities twice": ("a.html", each("&amp;#x{:x};")),
    "address": ("a.html", f'<a href="?q={quote_plus(SAID)}">'),
    "address, every letter": ("a.html", each("%{:02X}")),
    "address twice": ("a.html", quote(quote(SAID))),
    "picture in an address": (
        "a.css",
        'a{background:url("data:image/svg+xml,%3Csvg%3E' + quote(BOLD) + '%3C/svg%3E")}',
    ),
    "source map in a script": ("a.js", f"//# sourceMappingURL=data:application/json;charset=utf-8;base64,{b64(MAP)}"),
    "source map": ("a.js.map", MAP),
    "style": ("a.css", 'a::after{content:"' + each("\\{:x} ") + '"}'),
    "drawing, a piece for each word": ("a.svg", "<text>" + "".join(f"<tspan>{word}</tspan>" for word in WORDS)),
    "drawing, a line for each word": ("a.svg", "\n".join(f"<tspan x='0'>{word}</tspan>" for word in WORDS)),
    "drawing, a text for each word": ("a.svg", "".join(f"<text>{word}</text>" for word in WORDS)),
    "drawing, a piece for each letter": ("a.svg", "".join(f"<tspan>{letter}</tspan>" for letter in SAID)),
    "drawing, packed": ("a.svgz", gzip.compress(SAID.encode())),
    "words without blanks between": ("a.html", "".join(f"<span>{word}</span>" for word in WORDS)),
    "an element of one's own in a word": ("a.html", "we buy our lar<x-a>gest</x-a> rival in March"),
    "a comment in a word": ("a.html", "we buy our lar<!-- -->gest rival in March"),
    "a soft hyphen in a word": ("a.html", "we buy our lar&shy;gest<wbr> rival in&nbsp;March"),
    "search index": ("search_index.json", json.dumps({"docs": [{"text": BOLD}]})),
    "search index, a word each": ("search_index.json", json.dumps({"docs": [[word] for word in WORDS]})),
    "data in data": ("a.json", json.dumps({"a": json.dumps({"b": SAID.replace(" ", "\n")})})),
    "data, base64": ("a.json", json.dumps({"a": b64(SAID)})),
    "data, a key that comes twice": ("a.json", f'{{"a": "{SAID}", "a": ""}}'),
    "data, a line each": ("a.jsonl", f'{{"a": 1}}\n{{"a": "{SAID}"}}'.replace("largest", "l\\u0061rgest")),
    "data that is none": ("a.json", f'{{"a": "{SAID}"'),
    "feed": ("a.xml", f"<content><![CDATA[{BOLD}]]></content>"),
    "calendar": ("a.ics", "DESCRIPTION:we buy our\\nlargest rival\r\n \\, in March"),
    "table of a spreadsheet": ("a.csv", SAID.encode("utf-16")),
    "mail": ("a.eml", f"Content-Transfer-Encoding: base64\n\n{b64(SAID)}\n"),
    "mail, wrapped": ("a.txt", base64.encodebytes(f"{'So that it fills a line. ' * 2}{SAID}".encode())),
    "photo": ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dtEXtComment\x00" + SAID.encode()),
    "name of a file": ("we-buy-our-largest-rival-in-march.png", b"\x89PNG"),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_it_is_found(how: str) -> None:
    name, said = HIDDEN[how]
    data = said if isinstance(said, bytes) else said.encode()
    assert any(list(SEARCH.found_in(text)) for text in (name, *readings(name, data)))


def test_what_only_looks_packed_says_nothing() -> None:
    name = "keep-the-largest-accounts-and-win-more-of-them"
    page = f'<a href="{name}" integrity="sha256-{b64(bytes(range(200, 232)))}">{bytes(range(32)).hex()}</a>'
    assert "".join(readings("a.html", page.encode())).count("keep-the-largest") == 1
