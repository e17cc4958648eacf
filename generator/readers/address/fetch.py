"""Fetches one page: each hop checked, counted bytes, limited time, nothing but the page itself."""

from __future__ import annotations

import threading
import zlib
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from generator.readers.address.pace import Limits, Pace
from generator.readers.address.where import target
from generator.readers.reading.guard import Unreadable

if TYPE_CHECKING:
    import httpx

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_HEADERS = {"User-Agent": "tuneup (checks our own messages)", "Accept-Encoding": "gzip", "Accept": "*/*"}


class TooSlow(Unreadable):
    """A host that does not answer in time; asking it for more would take as long again."""


TICK = 0.1
"""Seconds after which the time that is left is looked at again: the first byte makes it shorter."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A page's bytes (text as UTF-8), and the suffix of the reader for it."""

    data: bytes
    suffix: str


def fetch(address: str, limits: Limits, *, private_hosts: frozenset[str] = frozenset()) -> Answer:
    """The page at an address; raises `Unreadable` with the cause in plain words."""
    import_module("generator.readers.address.connection")  # Loading it takes up to a second, which is not the page's.
    job = _Job(address, limits, private_hosts)
    thread = threading.Thread(target=job.run, daemon=True)
    thread.start()
    while thread.is_alive():
        if (left := job.pace.left()) <= 0:
            job.stop()
            raise TooSlow(job.pace.why())
        thread.join(min(left, TICK))
    if job.answer is None:
        raise Unreadable(job.trouble)
    return job.answer


class _Job:
    """A fetch in a thread of its own: neither a name that is looked up nor a byte a second keeps to a time limit."""

    def __init__(self, address: str, limits: Limits, private_hosts: frozenset[str]) -> None:
        self.address, self.limits, self.private_hosts = address, limits, private_hosts
        self.pace = Pace(limits)
        self.answer: Answer | None = None
        self.trouble = "the visit ended without an answer"
        self.client: httpx.Client | None = None

    def run(self) -> None:
        import httpx

        from generator.readers.address.connection import BROKEN, Transport

        with httpx.Client(transport=Transport(self.pace), trust_env=False, follow_redirects=False) as self.client:
            try:
                self.answer = self.followed()
            except Unreadable as cause:
                self.trouble = str(cause)
            except (*BROKEN, httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError, ValueError, zlib.error) as error:
                self.trouble = f"the host does not answer as it should ({str(error) or type(error).__name__})"

    def stop(self) -> None:
        """Close the connection under the thread, which ends it."""
        if self.client is not None:
            self.client.close()

    def followed(self) -> Answer:
        address = self.address
        for _ in range(self.limits.redirects + 1):
            response = self.asked(address)
            if not response.has_redirect_location:
                return self.answered(response, address)
            response.close()
            address = urljoin(address, response.headers["location"])
        raise Unreadable(f"it forwards more than {self.limits.redirects} times")

    def asked(self, address: str) -> httpx.Response:
        assert self.client is not None
        self.pace.ask()
        to = target(address, self.private_hosts)
        url = self.client.build_request("GET", address).url
        headers = {**_HEADERS, "Host": url.netloc.decode("ascii")}
        request = self.client.build_request(
            "GET", url.copy_with(host=to.ip), headers=headers, extensions={"sni_hostname": to.host}
        )
        request.extensions["timeout"] = dict.fromkeys(("connect", "read", "write", "pool"), self.limits.seconds)
        return self.client.send(request, stream=True)

    def answered(self, response: httpx.Response, address: str) -> Answer:
        if response.status_code != 200:
            raise Unreadable(f"the page answers {response.status_code} {response.reason_phrase}".strip().lower())
        data = self.body(response)
        kind, charset = (
            response.headers.get("content-type", "").split(";")[0].strip().lower(),
            response.charset_encoding,
        )
        suffix = _SUFFIXES.get(kind) or PurePosixPath(urlsplit(address).path).suffix.lower() or ".html"
        return Answer(_as_utf_8(data, charset) if suffix in {".html", ".txt", ".md"} else data, suffix)

    def body(self, response: httpx.Response) -> bytes:
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in {"identity", "gzip", "x-gzip", "deflate"}:
            raise Unreadable(f"the page is packed as `{encoding}`, which was not asked for")
        unpacked = None if encoding == "identity" else zlib.decompressobj(wbits=47)
        data = bytearray()
        for chunk in response.iter_raw(65_536):
            most = self.limits.bytes + 1 - len(data)
            data += chunk if unpacked is None else unpacked.decompress(chunk, most)
            if len(data) > self.limits.bytes:
                raise Unreadable(f"the page has more than {self.limits.bytes / 1e6:g} MB")
        return bytes(data)


def _as_utf_8(data: bytes, charset: str | None) -> bytes:
    """A capture is read later without the header that named its character set."""
    try:
        return data.decode(charset).encode() if charset and charset.lower() not in {"utf-8", "utf8"} else data
    except (LookupError, UnicodeError):
        return data
