"""What a company can write below `tuneup:` in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as c


class Options(base.Config):  # type: ignore[no-untyped-call]
    """The same names that the command line reads; what each means is said in `generator.loading.site.options`."""

    content = c.Type((str, list, dict), default=["content"])
    templates = c.Type((str, list), default=["templates"])
    audience = c.Type(str, default="sales")
    as_of = c.Optional(c.Type(object))
    language = c.Type(str, default="en")
    version = c.Type((str, int, float), default="")
    published = c.Type(str, default="")
    """Who can open the place where the site will stand: a build for others above them is refused."""
    not_secret = c.Type(list, default=[])
    """Words that a site may say although they stand above its audience, such as a title of one common word."""
    offline = c.Type(bool, default=False)
    """A site that is opened as files, from a folder or a stick, without a web server."""
