"""What a site needs to stand beside other versions of itself: the menu, and the newest as the one that is meant."""

from __future__ import annotations

from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig

from generator.model.settings import Settings
from generator.render.page.version import banner

LATEST = "latest"


def stand_beside_others(config: MkDocsConfig, settings: Settings) -> None:
    """Every page names the same page of the newest version as the one to be listed and linked."""
    config.extra["version"] = {"provider": "mike", "default": LATEST}
    config.extra["tuneup_versions"] = banner(settings)
    if config.site_url:
        config.site_url = urljoin(f"{config.site_url.rstrip('/')}/", f"{LATEST}/")
