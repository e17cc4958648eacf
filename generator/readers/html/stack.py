"""The elements that are open at a place of a page: what they are called, and what they do to the text inside."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.readers.html.elements import BLOCKS, CODE, HIDDEN, count_of, is_block_by_style, is_hidden, language_of
from generator.readers.html.tokens import Attribute


@dataclass(slots=True)
class Open:
    """An open element; what the elements around it do is true inside of it too."""

    name: str
    element: str
    """What a block of text right inside is called."""
    hidden: bool = False
    skipped: bool = False
    code: bool = False
    styled: bool = False
    """Whether only its style makes it a block."""
    language: str = ""
    """Said of it or around it, but for the whole page, of which templates often say it wrongly."""
    count: tuple[int, int] | None = None
    """Where the number stands up to which a script counts in it."""


@dataclass(slots=True)
class Stack:
    """The open elements, the innermost last, all in one for the page: text right in that is called `outside`."""

    outside: str
    elements: list[Open] = field(init=False)
    names: dict[str, int] = field(default_factory=dict)
    styled: int = 0
    """How many are blocks by their own style."""

    def __post_init__(self) -> None:
        self.elements = [Open("", self.outside)]

    @property
    def inside(self) -> Open:
        """The innermost."""
        return self.elements[-1]

    def has(self, name: str) -> bool:
        """Whether an element of that name is open."""
        return self.names.get(name, 0) > 0

    def parts(self, name: str) -> bool:
        """Whether a tag ends the paragraph; `cite` below a quotation does, in a sentence it names a book."""
        return name in BLOCKS or (name == "cite" and self.has("blockquote"))

    def parts_by_style(self, name: str) -> bool:
        """Whether the element of that name that ends is a block by its own style."""
        return self.styled > 0 and next((one.styled for one in reversed(self.elements) if one.name == name), False)

    def opened(self, text: str, name: str, found: list[Attribute], *, skipped: bool) -> Open:
        """What an element with these attributes would be here."""
        outer, parts = self.inside, self.parts(name)
        return Open(
            name,
            element=name if parts else outer.element,
            hidden=outer.hidden or name in HIDDEN or (bool(found) and is_hidden(text, found)),
            skipped=skipped or outer.skipped,
            code=outer.code or name in CODE,
            styled=bool(found) and not parts and is_block_by_style(text, found),
            language=(language_of(text, name, found) if found else "") or outer.language,
            count=count_of(text, found) if found else None,
        )

    def push(self, one: Open) -> None:
        self.elements.append(one)
        self.names[one.name] = self.names.get(one.name, 0) + 1
        self.styled += one.styled

    def pop(self) -> Open:
        last = self.elements.pop()
        self.names[last.name] -= 1
        self.styled -= last.styled
        return last
