"""The drawing of what rests on what: readable at any size, each record a link, the same on every run."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET

import pytest

from generator.derive.ground import Ground, Stone
from generator.render.whole.ground import LINK, draw

NAME = "{http://www.w3.org/2000/svg}"


def _ground(size: int) -> Ground:
    chance = random.Random(size)
    layers = [min(3, number * 4 // size) for number in range(size)]
    stones = tuple(
        Stone(f"r{number}", "Word " * chance.randint(1, 12), "messaging", layer, 1 + layers[:number].count(layer))
        for number, layer in enumerate(layers)
    )
    lower = [stone for stone in stones if stone.layer < 3]
    pairs = {
        (stone.id, chance.choice([low for low in lower if low.layer < stone.layer]).id)
        for stone in stones
        for _ in range(3)
        if stone.layer
    }
    return Ground(stones, tuple(sorted(pairs)))


def _draw(ground: Ground) -> ET.Element:
    states = {ground.stones[-1].id: "suspect"} if ground.stones else {}
    moved = set(ground.rests[-1:])
    text = draw(ground, title="Map", address=lambda id: f"#{id}", area=str.title, states=states, moved=moved)
    return ET.fromstring(text)


@pytest.mark.parametrize("size", [1, 5, 40, 200, 600])
def test_labels_never_touch_and_stay_inside(size: int) -> None:
    drawing = _draw(_ground(size))
    boxes = [
        tuple(float(box.attrib[name]) for name in ("x", "y", "width", "height")) for box in drawing.iter(f"{NAME}rect")
    ]
    heads = [text for text in drawing.iter(f"{NAME}text") if text.get("class") == "head"]
    assert heads and len(boxes) == size + len(heads)
    for number, (x, y, width, height) in enumerate(boxes):
        assert x >= 0 and y >= 0
        assert x + width <= float(drawing.attrib["width"]) and y + height <= float(drawing.attrib["height"])
        for left, top, wide, high in boxes[:number]:
            assert x + width <= left or left + wide <= x or y + height <= top or top + high <= y


def test_every_record_is_a_link_with_its_whole_name_and_state() -> None:
    ground = _ground(200)
    drawing = _draw(ground)
    links = list(drawing.iter(f"{NAME}a"))
    assert [link.attrib[f"{{{LINK}}}href"] for link in links] == [f"#{stone.id}" for stone in ground.stones]
    titles = [link.findtext(f"{NAME}title") for link in links]
    assert titles[0] == ground.stones[0].label and titles[-1] == f"{ground.stones[-1].label}: suspect"


def test_a_moved_ground_is_told_by_shape_and_not_only_by_colour() -> None:
    drawing = _draw(_ground(40))
    dashed = [path for path in drawing.iter(f"{NAME}path") if "stroke-dasharray" in path.attrib]
    signs = [path for path in drawing.iter(f"{NAME}path") if path.get("class") == "sign"]
    assert len(dashed) == 1 and len(signs) == 1


def test_what_people_write_is_text_and_nothing_else() -> None:
    stone = Stone("a", "<script>&\"'", "messaging", 0, 1)
    drawing = _draw(Ground((stone,), ()))
    assert next(drawing.iter(f"{NAME}title")).text == "<script>&\"': suspect"
    assert not list(drawing.iter(f"{NAME}script"))


def test_an_empty_playbook_draws_nothing() -> None:
    assert list(_draw(Ground((), ()))) == []
