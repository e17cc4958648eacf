"""Files made to harm or simply broken: each ends within two seconds with its cause, in bounded memory."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from generator.model.block import SourceText
from generator.readers import read, read_bytes
from generator.readers.pdf import process
from tests.readers.materials import changed, deck, document, lines, pdf, pdf_of, slide, zipped

SECONDS = 2.0

MAIL = b"Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def in_time(data: bytes, name: str) -> SourceText:
    """Read, and measure what this process and the one that reads PDFs have had on the processor."""
    if name.endswith(".pdf"):
        assert read_bytes(pdf(lines("Half the time")), name).problem == "", "its process has started"
    start = seconds_of_work()
    source = read_bytes(data, name)
    assert seconds_of_work() - start < SECONDS
    return source


def seconds_of_work() -> float:
    """Not the clock's: what else the machine does is not the file's fault. An ended process counts too."""
    times = os.times()
    living = sum(process.worked(each.process.pid) for each in process._KEPT.values())
    return sum(times[:4]) + living


def a_deck(change: Callable[[str], str], part: str = "ppt/slides/slide1.xml") -> bytes:
    return changed(deck(lambda made: slide(made, "Half the time", "")), part, change)


def a_document(change: Callable[[str], str], part: str = "word/document.xml") -> bytes:
    return changed(document(lambda made: made.add_paragraph("Half the time")), part, change)


def of_notes(count: int) -> bytes:
    """A PDF whose page has one comment so many times."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [%s] >>" % (b"4 0 R " * count)
    note = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Half the time) >>"
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, note])


def entity_bomb(xml: str) -> str:
    """Ten entities, each ten of the one before: ten thousand million letters."""
    steps = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10))
    head, rest = xml.split("?>", 1)
    root = rest.lstrip().split(" ", 1)[0].lstrip("<")
    return f'{head}?><!DOCTYPE {root} [<!ENTITY e0 "0123456789">{steps}]>{rest.replace("Half the time", "&e9;")}'


def external_entity(xml: str) -> str:
    """A document that asks for a file of the machine."""
    head, rest = xml.split("?>", 1)
    return f'{head}?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>{rest.replace("Half the time", "&f;")}'


def zip_bomb(megabytes: int, part: str = "word/document.xml") -> bytes:
    """A part of spaces that is a thousand times smaller when packed."""
    types = f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"'
        f' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{part}"/>'
        "</Relationships>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        with archive.open(part, "w", force_zip64=True) as file:
            for _ in range(megabytes):
                file.write(b" " * 1_000_000)
    return out.getvalue()


def lying(data: bytes) -> bytes:
    """The same, but its directory says that each part is small."""
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        if struct.unpack_from("<I", data, at + 24)[0] > 1_000_000:
            data = data[: at + 24] + struct.pack("<I", 1000) + data[at + 28 :]
    return data


def nested(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth


def a_pdf(content: bytes, *forms: bytes) -> bytes:
    """A PDF of one page with this content, whose drawings may call forms (the first is object 6)."""
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 5 0 R >>",
            content,
            b"<< /XObject << /X 6 0 R >> >>",
            *forms,
        ]
    )


def stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def form(number: int, content: bytes) -> bytes:
    """A form that draws the form `number` as often as its content says."""
    about = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % number
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (about, len(content), content)


def packed(content: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data)


CUE = b"WEBVTT\n\n00:01.000 --> 00:02.000\n"


def a_body(xml: str) -> bytes:
    """A document that begins with this XML."""
    return a_document(lambda whole: whole.replace("<w:body>", "<w:body>" + xml))


CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a zip bomb": ("a.docx", lambda: zip_bomb(200), "more than is bearable"),
    "a zip bomb that lies about its size": ("a.docx", lambda: lying(zip_bomb(50)), "is damaged"),
    "a zip of many parts": (
        "a.pptx",
        lambda: zipped({str(number): b"" for number in range(21_000)}),
        "more than 20,000 parts",
    ),
    "an entity bomb in a deck": ("a.pptx", lambda: a_deck(entity_bomb), "declares entities"),
    "an entity bomb in a document": ("a.docx", lambda: a_document(entity_bomb), "declares entities"),
    "an external entity": ("a.docx", lambda: a_document(external_entity), "declares entities"),
    "deeply nested parts of a document": (
        "a.docx",
        lambda: a_document(lambda xml: xml.replace("<w:body>", "<w:body>" + nested(10_000))),
        "damaged",
    ),
    "a deck cut off": ("a.pptx", lambda: deck(lambda made: slide(made, "Half", ""))[:9000], "damaged or cut off"),
    "a document cut off": (
        "a.docx",
        lambda: document(lambda made: made.add_paragraph("x"))[:5000],
        "damaged or cut off",
    ),
    "a document named as a deck": (
        "a.pptx",
        lambda: document(lambda made: made.add_paragraph("x")),
        "another kind of Office",
    ),
    "any zip named as a document": ("a.docx", lambda: zipped({"a.txt": b"x"}), "another kind of ZIP"),
    "a web page named as a deck": (
        "a.pptx",
        lambda: b"<!DOCTYPE html><html><body>Sign in</body></html>",
        "but is a web page",
    ),
    "a PDF named as a page": ("a.html", lambda: pdf(lines("x")), "but is a PDF"),
    "a deck named as Markdown": ("a.md", lambda: zipped({"a": b"x"}), "but is a ZIP or Office file"),
    "an old binary document": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "an old binary Office file",
    ),
    "a document with a password": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
    ),
    "an empty PDF": ("a.pdf", lambda: b"", "empty"),
    "a PDF cut off": ("a.pdf", lambda: pdf(lines("Half the time"))[:200], "damaged or cut off"),
    "a PDF of noise": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000, "damaged or cut off"),
    "a PDF whose page unpacks without end": (
        "a.pdf",
        lambda: a_pdf(packed(b" " * 1_000_000, 600)),
        "unpacks to more than 25 MB",
    ),
    "a PDF that draws ten thousand million times": (
        "a.pdf",
        lambda: a_pdf(stream(b"/X Do"), *(form(7 + step, b"/X Do " * 10) for step in range(10))),
        "it takes too long",
    ),
    "a PDF that draws itself": ("a.pdf", lambda: a_pdf(stream(b"/X Do"), form(6, b"/X Do")), "there is no text"),
    "a mail in itself": (
        "a.eml",
        lambda: MAIL + (b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 5000),
        "more than 300 parts",
    ),
    "a mail of many parts": ("a.eml", lambda: MAIL + b"--b\r\n\r\nx\r\n" * 500, "more than 300 parts"),
    "JSON nested deep": ("a.json", lambda: b"[" * 200_000, "nested too deep"),
    "a PDF page of 20,000 comments": ("a.pdf", lambda: of_notes(20_000), "more fields and comments"),
    "a page of a million tags": ("a.html", lambda: b"<b></b>" * 200_000, "pieces"),
    "a page of entities": ("a.html", lambda: b"&amp;" * 400_000, "pieces"),
    "entities in a page in a page": ("a.html", lambda: b'<iframe srcdoc="' + b"&amp;" * 400_000 + b'">', "pieces"),
    "a page of signs": ("a.md", lambda: b"*_[" * 200_000, "Markdown signs"),
    "a page of braces": ("a.md", lambda: b"a\n\n" + b"{" * 1_000_000, "Markdown signs"),
    "a text of empty lines": ("a.txt", lambda: b"a" + b"\n" * 2_000_000, "more than 300,000 lines"),
    "a mail of empty lines": ("a.eml", lambda: b"Subject: x\r\n" + b"\r" * 2_000_000, "more than 300,000 lines"),
    "a text of tiny paragraphs": ("a.txt", lambda: b"a\n\n" * 100_000, "pieces"),
    "a transcript of tiny lines": ("a.vtt", lambda: CUE + b"a\n" * 140_000, "more than 50,000 lines"),
    "a transcript of times that are none": (
        "a.vtt",
        lambda: b"WEBVTT\n\n" + b"99:99:99.999 --> 00:00:00.000\n<v " * 50_000,
        "more than 20,000 passages",
    ),
    "a document of tiny paragraphs": (
        "a.docx",
        lambda: a_body("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 100_000),
        "pieces",
    ),
    "a document of empty paragraphs": ("a.docx", lambda: a_body("<w:p/>" * 200_000), "pieces"),
    "a run of tiny texts": ("a.docx", lambda: a_body(f"<w:p><w:r>{'<w:t>a</w:t>' * 300_000}</w:r></w:p>"), "pieces"),
    "a shape of tiny paragraphs": (
        "a.pptx",
        lambda: a_deck(lambda xml: xml.replace("</a:p>", "</a:p>" + "<a:p><a:r><a:t>a</a:t></a:r></a:p>" * 100_000, 1)),
        "pieces",
    ),
    "a page too long": ("a.md", lambda: b"x" * 10_000_001, "more than the 10 MB"),
}


@pytest.mark.parametrize("what", CASES)
def test_it_is_unreadable_with_its_cause(what: str) -> None:
    name, make, cause = CASES[what]
    source = in_time(make(), name)
    assert cause in source.problem and source.blocks == ()


READABLE: dict[str, tuple[str, bytes]] = {
    "10,000 nested elements": ("a.html", b"<div>" * 10_000 + b"Half the time" + b"</div>" * 10_000),
    "pages in pages": ("a.html", b"Half the time" + b"<iframe/srcdoc=" * 20_000 + b"x" + b"&gt;" * 20_000 + b">"),
    "10,000 pages in a page": ("a.html", b"Half the time" + b"<iframe srcdoc='<p>Twice'></iframe>" * 10_000),
    "footnotes and code": ("a.html", b"<p>Half the time" + b"word* <b>30</b>[1], <code>x</code> " * 4_000),
    "figures and words": ("a.html", b"<p>Half the time</p>" + b"<p>40 %</p><p>less of it</p>" * 5_000),
    "a table of figures": (
        "a.html",
        b"<p>Half the time</p><table>" + b"<tr><td>40</td></tr><tr><td>less of it</td></tr>" * 5_000,
    ),
    "spaces before a figure": ("a.html", b"<p>Half the time</p>" + b"<p>4" + b" -:" * 300_000 + b"</p>"),
    "answers to answers": ("a.eml", b"Subject: Half the time\r\n\r\n" + b"From: a\r\nDate: b\r\nman. " * 20_000),
    "bold words in a mail": (
        "a.eml",
        b"Subject: Half the time\r\nContent-Type: text/html\r\n\r\n" + b"<b>From:" * 20_000 + b"<b>x" * 20_000,
    ),
    "tags before a name": ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHalf the time\n" + b"<i>" * 100_000),
    "listeners": (
        "a.vtt",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Half the time\n\n" + b"00:01.000 --> 00:02.000\n<v B>mhm\n\n" * 5_000,
    ),
    "voices never closed": ("a.vtt", CUE + b"Half the time\n" + b"<v " * 600_000),
    "spaces in a transcript": ("a.json", b'[{"text": "Half the time' + b"\\t" * 300_000 + b'x"}]'),
    "roles never closed": ("a.rst", b"Half the time\n\n" + b":" * 90_000),
    "a merge field never closed": ("a.txt", "Half the time «a".encode() + b"_a" * 100_000),
    "tags never closed": ("a.html", b"Half the time" + b"<a " * 300_000),
    "comments in comments": ("a.html", b"Half the time" + b"<!--" * 300_000),
    "quotes never closed": ("a.html", b"Half the time" + b'<p a="' * 100_000),
    "declarations never closed": ("a.html", b"Half the time" + b"<?" * 500_000),
    "one endless word before an address": ("a.html", b"Half the time" + b"a" * 3_000_000 + b"@"),
    "quotes in quotes": ("a.md", b"Half the time\n\n" + b"> " * 10_000 + b"x"),
    "brackets": ("a.md", b"Half the time\n\n" + b"[" * 50_000),
    "a box of spaces": ("a.md", b"Half the time\n\n!!!" + b" " * 100_000 + b"!"),
    "lists in lists": ("a.md", b"Half the time\n\n" + b"\n".join(b" " * depth + b"- x" for depth in range(1000))),
    "signs in one paragraph": ("a.md", b"Half the time " + b"*a_ " * 20_000),
    "a header without end": ("a.eml", b"Subject: Half the time\r\n" + b"X-Y: z\r\n" * 100_000),
}


@pytest.mark.parametrize("what", READABLE)
def test_what_is_odd_but_harmless_is_read_in_time(what: str) -> None:
    name, data = READABLE[what]
    source = in_time(data, name)
    assert source.problem == ""
    assert "Half the time" in source.blocks[0].text


def test_memory_stays_bounded() -> None:
    """All hostile files one after the other in one process, its peak told by the system.

    Linux counts the parent's memory into `ru_maxrss` of a child; `VmHWM` begins anew with the program.
    """
    if sys.platform == "win32":
        return  # Windows does not tell a process's peak this way; the bounds are the same code there.
    code = (
        "import resource, sys; from tests.readers.test_hostile import CASES, READABLE, read_bytes\n"
        "for name, make, _ in CASES.values(): read_bytes(make(), name)\n"
        "for name, data in READABLE.values(): read_bytes(data, name)\n"
        "from pathlib import Path; own = Path('/proc/self/status')\n"
        "lines = own.read_text().splitlines() if own.is_file() else []\n"
        "peak = [int(line.split()[1]) for line in lines if line.startswith('VmHWM')]\n"
        "print(peak[0] if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    kilobytes = int(done.stdout) / (1024 if sys.platform == "darwin" else 1)
    assert kilobytes < 250_000


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside, secret = tmp_path / "inside", tmp_path / "secret.md"
    inside.mkdir()
    secret.write_text("secret", encoding="utf-8")
    link = inside / "link.md"
    link.symlink_to(secret)
    assert read(link, "link.md", root=inside).problem == "it is a link that leads out of the folder"
    assert read(link, "link.md", root=tmp_path).problem == ""


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    assert read(tmp_path / "none.md", "none.md").problem == "there is no such file"
    assert read(tmp_path, "folder.md").problem == "it is not a file"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.md")
        assert read(tmp_path / "pipe.md", "pipe.md").problem == "it is not a file"


def test_a_link_to_itself_ends(tmp_path: Path) -> None:
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)
    assert read(loop, "loop.md").problem != ""


def test_a_pdf_that_hangs_is_ended_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sleeper = tmp_path / "worker.py"
    sleeper.write_text("import time\nprint('{\"ready\": true}', flush=True)\ntime.sleep(60)\n", encoding="utf-8")
    start_seconds = time.monotonic()
    with monkeypatch.context() as patched:
        patched.setattr(process, "__file__", str(tmp_path / "process.py"))
        process._end()
        problem = read_bytes(pdf(lines("Half the time")), "a.pdf").problem
    assert problem == "it takes too long to read" and time.monotonic() - start_seconds < SECONDS + 1
    assert read_bytes(pdf(lines("Half the time")), "a.pdf").problem == ""


def test_a_pdf_that_has_to_wait_for_its_turn_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine so busy that not even the first line comes in time."""
    monkeypatch.setattr(process, "FIRST_SECONDS", 0.0)
    monkeypatch.setattr(process, "PAGE_SECONDS", 0.0)
    data = pdf(*[lines(*["Half the time"] * 50)] * 40)
    assert read_bytes(data, "a.pdf").problem == "it takes too long to read"
    monkeypatch.undo()
    if not process.worked(os.getpid()):
        pytest.skip("this system does not say how long a process has worked")
    worker = process._worker()
    os.kill(worker.process.pid, signal.SIGSTOP)
    threading.Timer(process.FIRST_SECONDS + 0.3, os.kill, (worker.process.pid, signal.SIGCONT)).start()
    monkeypatch.setattr(process, "is_busy", lambda _: True)
    assert read_bytes(data, "a.pdf").problem == ""


def test_a_large_attachment_is_no_reason_not_to_read_a_pdf() -> None:
    """Nobody unpacks what a PDF carries along, whether it says what it is or is only referred to as a file."""
    attached = packed(b"0" * 1_000_000, 30)
    said = attached.replace(b"<< /Length", b"<< /Type /EmbeddedFile /Length", 1)
    text = stream(b"BT /F1 12 Tf 72 700 Td (Half the time) Tj ET")
    for file in (attached, said):
        data = a_pdf(text, b"<< /Type /Filespec /F (a.xls) /EF << /F 7 0 R >> >>", file)
        data = data.replace(
            b"<< /XObject << /X 6 0 R >> >>",
            b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
        )
        assert [block.text for block in in_time(data, "a.pdf").blocks] == ["Half the time"]
    hidden = a_pdf(packed(b"0 0 m " * 200_000, 30))
    assert "unpacks to more than" in in_time(hidden, "a.pdf").problem


def test_a_pdf_that_ends_its_process_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "worker.py").write_text(
        "import sys\nprint('{\"ready\": true}', flush=True)\nsys.stdin.read(1)\n", encoding="utf-8"
    )
    with monkeypatch.context() as patched:
        patched.setattr(process, "__file__", str(tmp_path / "process.py"))
        process._end()
        source = read_bytes(pdf(lines("Half the time")), "a.pdf")
    assert source.problem == "the file is damaged: it ends the program that reads it"
    assert read_bytes(pdf(lines("Half the time")), "a.pdf").problem == ""


def test_a_pdf_of_very_many_pages_is_refused() -> None:
    assert "more than 2,000 pages" in read_bytes(pdf(*([(72.0, 700.0, "x")] for _ in range(2001))), "a.pdf").problem


def test_nothing_is_fetched_for_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures, templates and pages that a file names by address are left alone."""

    def refused(*arguments: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.socket.connect", refused)
    page = b'<img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe><p>Half the time'
    assert read_bytes(page, "a.html").problem == ""
    remote = 'Target="http://127.0.0.1:9/t.dotx" TargetMode="External"'
    data = a_document(
        lambda xml: xml.replace(
            "</Relationships>", f'<Relationship Id="rIdX" Type="x/header" {remote}/></Relationships>'
        ),
        "word/_rels/document.xml.rels",
    )
    assert read_bytes(data, "a.docx").problem == ""


def test_links_in_a_circle_are_told_as_such(tmp_path: Path) -> None:
    """The cause is a sentence of ours: no path of this machine, no words of a release of Python."""
    link = tmp_path / "Loop.md"
    link.symlink_to(link)
    assert read(link, "Loop.md", root=tmp_path).problem == "it is a link that leads back to itself"
