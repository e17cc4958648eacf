"""Where the placeholders of a slide stand when only its layout says so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.readers.pptx.frames import frame_of
from generator.readers.pptx.shapes import Shape
from generator.readers.reading.package import Package
from generator.readers.reading.tiles import Frame

_LIKE = {"ctrTitle": "title", "subTitle": "body"}
"""Roles that a master has under another name."""


@dataclass(slots=True)
class Layouts:
    """The frames of each layout, by number and by role, read once."""

    package: Package
    known: dict[str, dict[str, Frame]] = field(default_factory=dict)

    def placed(self, shape: Shape, slide: str) -> Shape:
        """The shape with the frame of its layout where it has none of its own."""
        if shape.frame is not None or not shape.placeholder:
            return shape
        for layout in self.package.related(slide, "slideLayout"):
            frames = self.frames(layout)
            frame = frames.get(shape.index) or frames.get(_LIKE.get(shape.placeholder, shape.placeholder))
            if frame is not None:
                return replace(shape, frame=frame, own=frame)
        return shape

    def frames(self, layout: str) -> dict[str, Frame]:
        """By number those of the layout, by role those of its master."""
        if layout not in self.known:
            self.known[layout] = {}  # a layout that rests on itself has nothing to inherit
            inherited = [self.frames(master) for master in self.package.related(layout, "slideMaster")]
            found: dict[str, Frame] = {}
            for frames in inherited:
                found |= {key: frame for key, frame in frames.items() if not key.isdigit()}
            self.known[layout] = found | self._own(layout, found)
        return self.known[layout]

    def _own(self, part: str, inherited: dict[str, Frame]) -> dict[str, Frame]:
        root = self.package.xml(part)
        found: dict[str, Frame] = {}
        for element in () if root is None else root.iterfind("{*}cSld/{*}spTree/{*}sp"):
            place = element.find("./*/{*}nvPr/{*}ph")
            if place is None:
                continue
            role = place.get("type", "body")
            frame = frame_of(element) or inherited.get(_LIKE.get(role, role))
            if frame is not None:
                found |= {place.get("idx", "0"): frame, role: found.get(role, frame)}
        return found
