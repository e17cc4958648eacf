"""`tuneup drift --fix`: only the intended words change, whatever the file is made of, and nothing the second time."""

from __future__ import annotations

import base64
import html
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MESSAGING = """\
owner: ingrid
messages:
  - {id: waste, title: Waste, text: "Distributors wrote off 40 % less cold goods in their first year."}
  - {id: late, title: Late, text: "If our alarm is late, we pay for the load & the day."}
  - {id: cold, title: Cold, text: "Cold, and you can prove it."}
retired:
  - {id: cool, text: Keeping your cold chain cool., replaced_by: cold, since: 2026-02-01}
  - {id: cheque, text: Late alarms cost us a cheque., replaced_by: late, since: 2026-02-01}
terms:
  - {id: name-track, use: Kelvaro Track, avoid: [Kelvaro Sense], case: exact}
  - {id: word-driver, use: driver’s mate, avoid: [chauffeur]}
  - {id: word-supplier, use: supplier, avoid: [vendor]}
  - {id: name-plan, use: Fernwick Plan, avoid: [FernPlan]}
  - {id: name-pipe, use: Fern|Wick, avoid: [FernPipe]}
  - {id: name-marks, use: "Fern [Wick] *Plus* a_b", avoid: [FernMarks]}
  - {id: name-quotes, use: 'Fern "Q" & <Co>''s', avoid: [FernCo]}
  - {id: name-colon, use: "Fern: Wick", avoid: [FernColon]}
  - {id: name-back, use: 'Fern\\Wick', avoid: [FernBack]}
  - {id: name-euro, use: Fern €, avoid: [FernEuro]}
  - {id: word-chain, use: cold chain, avoid: [cool chain]}
"""
SOURCES = """\
owner: ingrid
sources:
  - {id: page, title: Page, kind: website, files: ["*.html", "*.md", "*.txt", "*.eml"]}
  - {id: call, title: Call, kind: transcript, files: ["*.vtt"]}
"""

QUOTED = (
    b"Subject: Hi\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
)
SIGNED = b"Content-Type:\n multipart/signed; boundary=x\n\n--x\n\nKeeping your cold chain cool.\n--x--\n"

CASES = {
    "number in a bold span": (
        "page.html",
        b"<p>Distributors wrote off <b>30</b>&nbsp;% less <i>cold</i> goods in their first year.</p>\n",
        b"<p>Distributors wrote off <b>40</b>&nbsp;% less <i>cold</i> goods in their first year.</p>\n",
    ),
    "CRLF, a byte order mark and an emoji before it": (
        "page.md",
        "\ufeff# Hello 😀\r\n\r\nDistributors wrote off 30 % less\r\ncold goods in their first year.\r\n".encode(),
        "\ufeff# Hello 😀\r\n\r\nDistributors wrote off 40 % less\r\ncold goods in their first year.\r\n".encode(),
    ),
    "entities before and inside": (
        "page.html",
        b"<p>A &amp; B &#8212; If our alarm is late, we may pay for the load &amp; the day.</p>",
        b"<p>A &amp; B &#8212; If our alarm is late, we pay for the load &amp; the day.</p>",
    ),
    "a word left out beside an entity": (
        "page.html",
        b"<p>If our alarm is late, we pay for the load &amp; day.</p>",
        b"<p>If our alarm is late, we pay for the load &amp; the day.</p>",
    ),
    "nested emphasis": (
        "page.md",
        b"If our *alarm is **very** late*, we pay for the load & the day.\n",
        None,
    ),
    "emphasis around other words": (
        "page.md",
        b"If our *alarm* is late, we **will pay** for the load & the day.\n",
        b"If our *alarm* is late, we **pay** for the load & the day.\n",
    ),
    "retired, with its own stop": (
        "page.txt",
        "Since 2016:\r\nKeeping your cold chain cool.\r\nAsk us.\r\n".encode("utf-16"),
        "Since 2016:\r\nCold, and you can prove it.\r\nAsk us.\r\n".encode("utf-16"),
    ),
    "retired, in a preview text": (
        "page.html",
        b"<meta name='description' content='Keeping your cold chain cool.'><p>We keep your load cold on the road.</p>",
        b"<meta name='description' content='Cold, and you can prove it.'><p>We keep your load cold on the road.</p>",
    ),
    "retired, across tags": ("page.html", b"<p>Keeping your <b>cold chain</b> cool.</p>", None),
    "a number in a page in an iframe": (
        "page.html",
        b"""<p>Cold:</p>
        <iframe srcdoc='&amp;lt; Distributors wrote off &lt;b>30&lt;/b>&amp;nbsp;% less cold goods in
        their first year.'></iframe><p>We keep your load cold on the road.</p>""",
        b"""<p>Cold:</p>
        <iframe srcdoc='&amp;lt; Distributors wrote off &lt;b>40&lt;/b>&amp;nbsp;% less cold goods in
        their first year.'></iframe><p>We keep your load cold on the road.</p>""",
    ),
    "retired, with a sign that an iframe spells in its own way": (
        "page.html",
        b"<iframe srcdoc='Late alarms cost us a cheque.'></iframe><p>We keep your load cold on the road.</p>",
        None,
    ),
    "retired, with a sign that a page spells in its own way": (
        "page.html",
        b"<p>Late alarms cost us a cheque.</p>",
        b"<p>If our alarm is late, we pay for the load &amp; the day.</p>",
    ),
    "a name, twice, one of them in code": (
        "page.md",
        b"Kelvaro Sense and kelvaro track, not `Kelvaro Sense`.\n",
        b"Kelvaro Track and Kelvaro Track, not `Kelvaro Sense`.\n",
    ),
    "the same drift three times": (
        "page.txt",
        b"Keeping your cold chain cool.\n\nKeeping your cold chain cool.\n\nKeeping your cold chain cool.\n",
        b"Cold, and you can prove it.\n\nCold, and you can prove it.\n\nCold, and you can prove it.\n",
    ),
    "a possessive behind an entity": (
        "page.html",
        b"<p>Ask your vendor&rsquo;s lab, or another Vendor&#8217;s.</p>",
        b"<p>Ask your supplier&rsquo;s lab, or another Supplier&#8217;s.</p>",
    ),
    "a possessive in a page in Latin-1": (
        "page.html",
        "<meta charset='iso-8859-1'><p>Café: your vendor&rsquo;s lab</p>".encode("latin-1"),
        "<meta charset='iso-8859-1'><p>Café: your supplier&rsquo;s lab</p>".encode("latin-1"),
    ),
    "a sign that a page in Latin-1 lacks": (
        "page.html",
        "<meta charset='iso-8859-1'><p>Café: your chauffeur drives</p>".encode("latin-1"),
        "<meta charset='iso-8859-1'><p>Café: your driver&rsquo;s mate drives</p>".encode("latin-1"),
    ),
    "a sign that a page in ASCII lacks": (
        "page.html",
        b"<meta charset='us-ascii'><p>Your chauffeur drives</p>",
        b"<meta charset='us-ascii'><p>Your driver&rsquo;s mate drives</p>",
    ),
    "a sign that structured data in ASCII lack": (
        "page.html",
        b"<meta charset='us-ascii'><script type='application/ld+json'>{\"name\": \"Your chauffeur\"}</script>",
        None,
    ),
    "a sign that a text in Latin-1 lacks": ("page.txt", b"Caf\xe9 \x81: your chauffeur drives\n", None),
    "a footnote behind the number": (
        "page.md",
        b"Distributors wrote off 40 %<sup>1</sup> less cold goods in their first year.\n",
        None,
    ),
    "a footnote behind a wrong number": (
        "page.html",
        b"<p>Distributors wrote off 30<sup>1</sup> % less cold goods in their first year.</p>\n",
        b"<p>Distributors wrote off 40<sup>1</sup> % less cold goods in their first year.</p>\n",
    ),
    "front matter that is no prose": (
        "page.md",
        b"---\ntitle: Our vendor\nslug: vendor\nlayout: vendor\nid: vendor\nurl: vendor\n---\nOf our vendor.\n",
        b"---\ntitle: Our supplier\nslug: vendor\nlayout: vendor\nid: vendor\nurl: vendor\n---\nOf our supplier.\n",
    ),
    "a paraphrase": (
        "page.txt",
        b"When the alarm comes late, then we shall pay for your load and the whole day.\n",
        None,
    ),
    "a mail's subject and body": (
        "mail.eml",
        b"Subject: Keeping your cold chain cool\r\n\r\n> Kelvaro Sense\r\n\r\nKelvaro Sense is here.\r\n",
        b"Subject: Cold, and you can prove it\r\n\r\n> Kelvaro Sense\r\n\r\nKelvaro Track is here.\r\n",
    ),
    "a mail with soft breaks, and letters in two signs": (
        "mail.eml",
        QUOTED
        + b"Gr=C3=BC=C3=9Fe: Distributors wrote off 3=\r\n"
        + b"0=C2=A0% less cold goods in their first year. And =\r\nmore.\r\n",
        QUOTED
        + b"Gr=C3=BC=C3=9Fe: Distributors wrote off 40=\r\n"
        + b"=C2=A0% less cold goods in their first year. And =\r\nmore.\r\n",
    ),
    "a mail whose last line grows, has no end, and ends in a merge field": (
        "mail.eml",
        QUOTED + b"Hi: Distributors wrote off 3 % less cold goods in their first year, {{name}}.",
        QUOTED + b"Hi: Distributors wrote off 40 % less cold goods in their first year, =\r\n{{name}}.",
    ),
    "a subject in an encoded word": (
        "mail.eml",
        b"Subject: =?utf-8?Q?Keeping_your_cold_chain_cool?=\r\n\r\nHello.\r\n",
        b"Subject: Cold, and you can prove it\r\n\r\nHello.\r\n",
    ),
    "a piece of a subject in an encoded word": (
        "mail.eml",
        b"Subject: =?utf-8?Q?Kelvaro_Sense_is_here?=\r\n\r\nHello.\r\n",
        None,
    ),
    "a mail's body in base64": (
        "mail.eml",
        b"Subject: Hi\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode(b"Keeping your cold chain cool.\n"),
        None,
    ),
    "a signed mail": (
        "mail.eml",
        b"Subject: Hi\n" + SIGNED,
        None,
    ),
    "a signed mail that is passed on": (
        "mail.eml",
        b"Subject: Hi\nContent-Type: multipart/mixed; boundary=y\n\n--y\n" + SIGNED + b"--y--\n",
        None,
    ),
    "an attribute without quotes, where a space would end it": (
        "page.html",
        b"<p title=FernPlan>Our FernPlan</p>\n",
        b"<p title=FernPlan>Our Fernwick Plan</p>\n",
    ),
    "attributes in either quotes, and a title": (
        "page.html",
        b"<title>FernCo</title><p title=\"FernCo\">x</p><p title='FernCo'>x</p><p>FernCo</p>\n",
        (
            b"<title>Fern &quot;Q&quot; &amp; &lt;Co&gt;&#x27;s</title>"
            b'<p title="Fern &quot;Q&quot; &amp; &lt;Co&gt;&#x27;s">x</p>'
            b"<p title='Fern &quot;Q&quot; &amp; &lt;Co&gt;&#x27;s'>x</p><p>Fern \"Q\" &amp; &lt;Co&gt;'s</p>\n"
        ),
    ),
    "structured data, whose signs a page spells otherwise": (
        "page.html",
        b'<script type="application/ld+json">{"name": "FernCo", "description": "FernBack is FernPlan"}</script>\n',
        b'<script type="application/ld+json">{"name": "FernCo", "description": "FernBack is Fernwick Plan"}</script>\n',
    ),
    "a page in an iframe, with and without quotes": (
        "page.html",
        b"<iframe srcdoc='<p title=FernPlan>x</p><p>FernPlan</p>'></iframe><iframe srcdoc=FernPlan></iframe>\n",
        b"<iframe srcdoc='<p title=FernPlan>x</p><p>Fernwick Plan</p>'></iframe><iframe srcdoc=FernPlan></iframe>\n",
    ),
    "a cell, where a bar would begin the next one": (
        "page.md",
        b"| a | b |\n|---|---|\n| FernPipe | FernMarks |\n| FernBack | FernPlan |\n\nFernPipe.\n",
        (
            b"| a | b |\n|---|---|\n| Fern\\|Wick | Fern \\[Wick\\] \\*Plus\\* a\\_b |\n"
            b"| Fern\\\\Wick | Fernwick Plan |\n\nFern|Wick.\n"
        ),
    ),
    "the text and the title of a link, and a tag within Markdown": (
        "page.md",
        b'**FernMarks**: [FernMarks](x.html "FernCo").\n\n<p title=FernPlan>FernCo</p>\n',
        (
            b'**Fern \\[Wick\\] \\*Plus\\* a\\_b**: [Fern \\[Wick\\] \\*Plus\\* a\\_b](x.html "FernCo").\n\n'
            b"<p title=FernPlan>FernCo</p>\n"
        ),
    ),
    "front matter that would be no such data any more": (
        "page.md",
        (
            b"---\ntitle: FernColon\nsubtitle: FernPlan\ndescription: \"FernCo\"\nsummary: 'FernColon'\n"
            b'abstract: "FernBack"\n---\n# FernColon\n'
        ),
        (
            b"---\ntitle: FernColon\nsubtitle: Fernwick Plan\ndescription: \"FernCo\"\nsummary: 'Fern: Wick'\n"
            b'abstract: "FernBack"\n---\n# Fern: Wick\n'
        ),
    ),
    "front matter in TOML": (
        "page.md",
        b"+++\ntitle = \"FernCo\"\ndescription = 'FernPlan'\n+++\nText.\n",
        b"+++\ntitle = \"FernCo\"\ndescription = 'Fernwick Plan'\n+++\nText.\n",
    ),
    "a mail with letters that its subject, or its character set, lacks": (
        "mail.eml",
        (
            b"Subject: FernEuro and FernPlan\r\n"
            b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            b"FernEuro =\r\nand FernCo.\r\n"
        ),
        (
            b"Subject: FernEuro and Fernwick Plan\r\n"
            b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            b'FernEuro =\r\nand Fern "Q" & <Co>\'s.\r\n'
        ),
    ),
    "a mail's page with an attribute without quotes": (
        "mail.eml",
        QUOTED.replace(b"plain", b"html") + b"<p title=3DFernPlan>FernEuro</p>\r\n",
        QUOTED.replace(b"plain", b"html") + b"<p title=3DFernPlan>Fern =E2=82=AC</p>\r\n",
    ),
    "a word in a headline whose words all begin with capitals": (
        "page.md",
        b"# Our Cool Chain Service\n\nCool chains last. OUR COOL CHAIN. A cool chain.\n",
        b"# Our Cold Chain Service\n\nCold chains last. OUR COLD CHAIN. A cold chain.\n",
    ),
    "retired, in a sentence that would no longer read": (
        "page.md",
        b"Keeping your cold chain cool, day and night.\n\nWe stand for one thing: keeping your cold chain cool.\n",
        None,
    ),
    "retired, as a call": (
        "page.md",
        b"Keeping your cold chain cool!\n",
        b"Cold, and you can prove it.\n",
    ),
    "a recording": ("call.vtt", b"WEBVTT\n\n00:01.000 --> 00:05.000\n<v Liv>Keeping your cold chain cool.\n", None),
}


@pytest.fixture
def materials(playbook: Path) -> Path:
    (playbook / "content" / "messaging.yml").write_text(MESSAGING, encoding="utf-8")
    (playbook / "content" / "sources.yml").write_text(SOURCES, encoding="utf-8")
    folder = playbook / "content" / "materials"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("case", list(CASES))
def test_fix(case: str, run: Run, materials: Path) -> None:
    name, before, after = CASES[case]
    path = materials / name
    path.write_bytes(before)
    shown = run("drift", "--diff")
    assert path.read_bytes() == before, "--diff writes nothing"
    first = run("drift", "--fix")
    assert path.read_bytes() == (after or before), first.stderr
    assert ("mended content/" in first.stderr) == (after is not None)
    assert (f"+++ b/content/materials/{name}" in shown.stdout) == (after is not None)
    second = run("drift", "--fix")
    assert path.read_bytes() == (after or before)
    assert "nothing that can be mended by itself" in second.stderr


@pytest.mark.parametrize(
    ("approved", "said", "told"),
    [
        ("We serve 9,500 vans in Norway every day.", "We serve 95,500 vans in Norway every day.", "9,500|95,500"),
        ("We serve 9,500 vans in Norway every day.", "We serve 9,700 vans in Norway every day.", "9,500|9,700"),
        ("It costs €1.50 for each of your crates.", "It costs €1.70 for each of your crates.", "€1.50|€1.70"),
        ("Ring Åse & Søn for a van on every day.", "Ring Åse & Son for a van on every day.", "Søn|Son"),
    ],
)
def test_the_log_quotes_whole_words_and_figures(approved: str, said: str, told: str, run: Run, materials: Path) -> None:
    content = materials.parent / "messaging.yml"
    content.write_text(
        f"owner: ingrid\nmessages:\n  - {{id: vans, title: Vans, text: '{approved}'}}\n", encoding="utf-8"
    )
    (materials / "page.html").write_text(f"<p>{html.escape(said)}</p>", encoding="utf-8")
    then, was = told.split("|")
    assert f'page.html: "{then}" instead of "{was}" (vans)' in run("drift", "--fix").stderr


def test_the_words_and_figures_are_told_whole(run: Run, materials: Path) -> None:
    said = "Distributors wrote off 4.5 % less cold goods in their first year. Ask your vendor’s lab."
    (materials / "page.txt").write_text(said, encoding="utf-8")
    told = run("drift", "--fix").stderr
    assert 'page.txt: "40" instead of "4.5" (waste)' in told
    assert 'page.txt: "supplier’s" instead of "vendor’s" (supplier)' in told


def test_a_mail_that_has_to_be_mended_elsewhere_says_why(run: Run, materials: Path) -> None:
    for name in ("a mail's body in base64", "a mail's subject and body", "a signed mail"):
        (materials / "mail.eml").write_bytes(CASES[name][1])
        said = run("drift").stdout
        assert ("this part of the mail is in base64" in said) == ("base64" in name)
        assert ("the mail is signed: mend it in the program that makes the mail" in said) == ("signed" in name)


def test_what_is_accepted_stays(run: Run, playbook: Path, materials: Path) -> None:
    company = playbook / "content" / "company.yml"
    company.write_text(
        company.read_text(encoding="utf-8")
        + "accepted:\n  - {rule: retired-message, source: page, because: History, by: ingrid, until: 2027-01-31}\n",
        encoding="utf-8",
    )
    path = materials / "page.txt"
    path.write_bytes(b"Keeping your cold chain cool.\n\nKelvaro Sense.\n")
    run("drift", "--fix")
    assert path.read_bytes() == b"Keeping your cold chain cool.\n\nKelvaro Track.\n"


ALLOWED = "Kelvaro Sense is here. <!-- tuneup: allow Kelvaro Sense until 2027-01-31 because it is our history -->\n"


def test_what_a_comment_allows_stays_in_its_place_alone(run: Run, materials: Path) -> None:
    one, other = materials / "one.md", materials / "other.md"
    one.write_text(f"{ALLOWED}\nKelvaro Sense is small.\n", encoding="utf-8")
    other.write_text("Kelvaro Sense is small.\n", encoding="utf-8")
    run("drift", "--fix")
    assert one.read_text(encoding="utf-8") == f"{ALLOWED}\nKelvaro Track is small.\n"
    assert other.read_text(encoding="utf-8") == "Kelvaro Track is small.\n"


def test_only_the_sources_that_are_named(run: Run, materials: Path) -> None:
    path = materials / "page.txt"
    path.write_bytes(b"Kelvaro Sense.\n")
    run("drift", "call", "--fix")
    assert path.read_bytes() == b"Kelvaro Sense.\n"
    assert "the nearest is `page`" in run("drift", "pagee").stderr


TWO_SOURCES = """\
owner: ingrid
sources:
  - {id: one, title: One, kind: website, files: ["*.md"]}
  - {id: two, title: Two, kind: print, files: ["*.md"]}
"""


def test_a_file_of_two_sources_is_mended_once(run: Run, playbook: Path, materials: Path) -> None:
    (playbook / "content" / "sources.yml").write_text(TWO_SOURCES, encoding="utf-8")
    path = materials / "page.md"
    path.write_bytes(b"Kelvaro Sense is here.\n\nKeeping your cold chain cool.\n")
    assert run("drift", "--diff").stdout.count("+++ b/") == 1
    assert run("drift", "--fix").stderr.count("mended content/") == 2
    assert path.read_bytes() == b"Kelvaro Track is here.\n\nCold, and you can prove it.\n"


@pytest.mark.parametrize("source", ["one", "two"])
@pytest.mark.parametrize("named", [[], ["one"], ["two"]])
def test_what_one_source_accepts_stays_in_all(
    source: str, named: list[str], run: Run, playbook: Path, materials: Path
) -> None:
    (playbook / "content" / "sources.yml").write_text(TWO_SOURCES, encoding="utf-8")
    company = playbook / "content" / "company.yml"
    company.write_text(
        f"{company.read_text(encoding='utf-8')}accepted:\n  - {{rule: retired-term, source: {source}, "
        "match: Kelvaro Sense, because: History, by: ingrid, until: 2027-01-31}\n",
        encoding="utf-8",
    )
    path = materials / "page.md"
    path.write_bytes(b"Kelvaro Sense is here.\n\nKeeping your cold chain cool.\n")
    for _ in range(2):
        run("drift", *named, "--fix")
        assert path.read_bytes() == b"Kelvaro Sense is here.\n\nCold, and you can prove it.\n"


def test_a_link_stays_a_link_and_its_file_is_mended_once(run: Run, materials: Path) -> None:
    real = materials / "real.md"
    real.write_bytes(b"Kelvaro Sense is here.\n")
    link = materials / "link.md"
    link.symlink_to("real.md")
    assert run("drift", "--fix").stderr.count("mended content/") == 1
    assert link.is_symlink()
    assert real.read_bytes() == b"Kelvaro Track is here.\n"


def test_a_report_goes_where_a_link_leads(run: Run, materials: Path, tmp_path: Path) -> None:
    (materials / "page.md").write_bytes(b"Kelvaro Sense is here.\n")
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    link.symlink_to(real)
    run("drift", "--report", "concise", "--output", str(link))
    assert link.is_symlink()
    assert "Kelvaro Sense" in real.read_text(encoding="utf-8")
    run("drift", "--report", "concise", "--output", "/dev/null")
    assert Path("/dev/null").is_char_device()


def test_says_how_much_is_left_for_a_person(run: Run, materials: Path) -> None:
    path = materials / "page.md"
    path.write_bytes(b"Kelvaro Sense is here.\n\nKelvaro Track, formerly Kelvaro Sense.\n\nKelvaro Sense is no more.\n")
    said = run("drift", "--fix").stderr
    assert "left for a person: 1 place\n" in said, "what was mended counts no more"
    path.write_bytes(b"Formerly Kelvaro Sense.\n\nWe never say \xe2\x80\x9cKeeping your cold chain cool.\xe2\x80\x9d\n")
    assert "nothing that can be mended by itself\nleft for a person: 2 places\n" in run("drift", "--fix").stderr
    path.write_bytes(b"Kelvaro Track is here.\n")
    assert "left for a person" not in run("drift", "--fix").stderr


def test_a_copy_of_what_stands_elsewhere_is_left(run: Run, playbook: Path, materials: Path) -> None:
    """Mended by itself it would say that all is well while the page still says the old thing."""
    (playbook / "content" / "sources.yml").write_text(
        SOURCES.replace('"*.eml"]', '"*.eml"], captured_on: 2026-11-20'), encoding="utf-8"
    )
    path = materials / "page.md"
    path.write_bytes(b"Kelvaro Sense is here.\n")
    said = run("drift", "--fix")
    assert path.read_bytes() == b"Kelvaro Sense is here.\n"
    assert "left for a person: 1 place\n" in said.stderr and said.returncode == 1


def test_what_cannot_be_written_is_told_and_the_rest_is_mended(run: Run, materials: Path) -> None:
    closed, open_ = materials / "a.md", materials / "b.md"
    for path in (closed, open_):
        path.write_bytes(b"Kelvaro Sense is here.\n")
    closed.chmod(0o444)
    said = run("drift", "--fix").stderr
    assert "not mended content/materials/a.md: it is read-only; let it be written and run this again\n" in said
    assert "left for a person: 1 place\n" in said
    assert closed.read_bytes() == b"Kelvaro Sense is here.\n" and open_.read_bytes() == b"Kelvaro Track is here.\n"


def test_what_would_be_written_goes_where_it_is_asked_for(run: Run, materials: Path, tmp_path: Path) -> None:
    (materials / "page.md").write_bytes(b"Kelvaro Sense is here.\n")
    shown = run("drift", "--diff").stdout
    done = run("drift", "--diff", "--output", str(tmp_path / "mend.diff"))
    assert (tmp_path / "mend.diff").read_text(encoding="utf-8") == shown and shown and not done.stdout
    refused = run("drift", "--diff", "--report", "json")
    assert refused.returncode == 2 and "leave out --report or --diff" in refused.stderr


@pytest.mark.parametrize("mistake", ["until: 2027-13-01", "untill: 2027-01-31"])
def test_nothing_is_mended_while_what_is_accepted_cannot_be_read(
    mistake: str, run: Run, playbook: Path, materials: Path
) -> None:
    company = playbook / "content" / "company.yml"
    company.write_text(
        f"{company.read_text(encoding='utf-8')}accepted:\n  - {{rule: retired-term, source: page, "
        f"match: Kelvaro Sense, because: History, by: ingrid, {mistake}}}\n",
        encoding="utf-8",
    )
    path = materials / "page.md"
    path.write_bytes(b"Kelvaro Sense is here.\n\nKeeping your cold chain cool.\n")
    done = run("drift", "--fix")
    assert path.read_bytes() == b"Kelvaro Sense is here.\n\nKeeping your cold chain cool.\n"
    assert "nothing is mended while the playbook has" in done.stderr and done.returncode == 1
