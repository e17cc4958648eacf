"""Writes the materials into the folder that is named."""

from __future__ import annotations

import sys
from pathlib import Path

from . import make

if len(sys.argv) != 2:
    sys.exit("name the folder, for example `python -m tests.example.make_materials content/materials`")
make(Path(sys.argv[1]))
