"""The files of the preview's site: pages written when asked for, everything else copied when it has changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import write_file

from generator.mkdocs_plugin.preview.kept import digest
from generator.render.render import Pages


class LazyFile(File):
    """A page of the playbook that is written when somebody reads it."""

    made: Pages

    @property  # type: ignore[misc]
    def content_string(self) -> str:
        return self.made.pages[self.src_uri]


def lazy_file(config: MkDocsConfig, path: str, made: Pages) -> File:
    file = LazyFile.generated(config, path, content="")
    assert isinstance(file, LazyFile)
    file.made = made
    return file


class SiteFolder:
    """Writes what differs from what lies there, and remembers what it has written."""

    def __init__(self) -> None:
        self._written: dict[Path, object] = {}

    def put(self, path: Path, data: bytes) -> None:
        signature = digest(data)
        if self._written.get(path) != signature:
            write_file(data, str(path))
            self._written[path] = signature

    def copy(self, file: File) -> None:
        """A file that is no page."""
        signature = _signature(file)
        path = Path(file.abs_dest_path)
        if self._written.get(path) != signature:
            file.copy_file()
            self._written[path] = signature

    def keep_only(self, files: Iterable[File]) -> None:
        """Removes what earlier rounds wrote and this one does not have."""
        wanted = {Path(file.abs_dest_path) for file in files}
        for path in self._written.keys() - wanted:
            path.unlink(missing_ok=True)
            del self._written[path]


def _signature(file: File) -> object:
    if file.abs_src_path is None:
        return digest(file.content_bytes)
    there = Path(file.abs_src_path).stat()
    return (file.abs_src_path, there.st_mtime_ns, there.st_size)
