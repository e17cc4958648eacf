"""MkDocs asks, the build answers: the only door to MkDocs."""

from generator.mkdocs_plugin.plugin import TuneupPlugin

__all__ = ["TuneupPlugin"]
