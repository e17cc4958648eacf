"""Makes an Office file the same bytes on each run: fixed dates in the package and in what it embeds."""

from __future__ import annotations

import io
import re
import zipfile

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def packed(package: bytes, *, stamp: str | None = None) -> bytes:
    """The same package, its members in their order but without the time of day.

    `stamp` replaces the dates of the document's properties, for a package made by a library that
    writes the current time.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, _steady(name, old.read(name), stamp), compresslevel=9)
    return out.getvalue()


def _steady(name: str, data: bytes, stamp: str | None) -> bytes:
    if name.endswith(".xlsx"):
        return packed(data, stamp="2026-10-20T08:00:00Z")
    if stamp and name == "docProps/core.xml":
        return _STAMP.sub(rb"\g<1>" + stamp.encode("ascii") + rb"\g<2>", data)
    return data
