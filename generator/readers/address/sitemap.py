"""A sitemap: the addresses of the pages, or of further sitemaps, that it lists."""

from __future__ import annotations

from generator.readers.reading.guard import Unreadable
from generator.readers.reading.package import local, parse_xml

_ROOTS = frozenset({"urlset", "sitemapindex"})


def pages_of(data: bytes) -> list[str]:
    """Addresses in their order, each once; empty where the file is no sitemap."""
    try:
        root = parse_xml(data, "the sitemap")
    except Unreadable:
        return []
    if local(root) not in _ROOTS:
        return []
    found = ((location.text or "").strip() for location in root.iterfind("./*/{*}loc"))
    return list(dict.fromkeys(address for address in found if address))
