"""What a playbook's requirements name: the very Tuneup that began it, never what a package index calls so."""

from __future__ import annotations

import json
from importlib.metadata import Distribution
from typing import Any

NAME = "tuneup"
"""On PyPI this name belongs to somebody else."""


def requirement(installed: Distribution) -> str:
    """A line for pip: the commit or the archive that it was installed from, where others can reach that, else a wheel
    that somebody must put beside the playbook; until then pip stops and says that the file is missing.

    `direct_url.json` is described at https://packaging.python.org/en/latest/specifications/direct-url/.
    """
    origin: dict[str, Any] = json.loads(installed.read_text("direct_url.json") or "{}")
    url = str(origin.get("url", ""))
    if url.startswith(("https:", "ssh:")):
        below = f"#subdirectory={origin['subdirectory']}" if "subdirectory" in origin else ""
        if vcs := origin.get("vcs_info"):
            return f"{NAME} @ {vcs['vcs']}+{url}@{vcs['commit_id']}{below}"
        return f"{NAME} @ {url}{below}"
    return f"./{NAME}-{installed.version}-py3-none-any.whl"


def is_missing(line: str) -> bool:
    """Whether the line names a wheel that only its user can bring."""
    return line.startswith("./")
