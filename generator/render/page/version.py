"""What a site says of its own age where it stands beside other versions: the banner of an old one, and what is gone."""

from __future__ import annotations

from generator.model.settings import Settings
from generator.render.accent import ACCENT
from generator.render.jinja.engine import environment, folders
from generator.render.jinja.labels import read_labels


def banner(settings: Settings) -> dict[str, str]:
    """The words of the banner on each page of an old version, for the theme."""
    labels = read_labels(folders(settings.templates), settings.language)
    return {name: str(labels(f"version.{name}")) for name in ("old", "newest")}


def gone_page(settings: Settings, name: str, site_url: str) -> str:
    """The page for addresses that lead nowhere any more; it leads on to the newest version.

    `site_url` may be empty; then only a browser with scripts finds the way.
    """
    searched = folders(settings.templates)
    labels = read_labels(searched, settings.language)
    template = environment(searched, labels).get_template("publish/404.html.j2")
    address = f"{site_url.rstrip('/')}/" if site_url else ""
    return template.render(language=settings.language, name=name, site_url=address, accent=ACCENT)
