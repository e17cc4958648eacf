"""The approved messaging as plain Markdown, `llms.txt`, for assistants that write."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.facts import Facts
from generator.exports.today import Line, Number, Today, today
from generator.model.settings import Settings

SUFFIX = ".txt"


def export(facts: Facts, settings: Settings) -> bytes:  # noqa: ARG001
    """What to say to the letter, what not to say, which words to use, and what they mean."""
    return ("\n".join(_lines(today(facts))).rstrip() + "\n").encode()


def _lines(said: Today) -> Iterator[str]:
    yield f"# {said.company}: what we say"
    yield f"\n> Approved on {said.day}. Use these wordings to the letter; numbers only with their unit and qualifier.\n"
    if said.messages:
        yield from ("## Messages\n", *(line for one in said.messages for line in _message(one)), "")
    if said.not_any_more:
        yield "## Not any more\n"
        for old in said.not_any_more:
            yield f"- Do not say: {old.text}" + (f" Say instead: {old.instead}" if old.instead else "")
        yield ""
    if said.words:
        yield "## Words\n"
        for word in said.words:
            yield f"- {word.use}" + (f"; not: {', '.join(word.avoid)}" if word.avoid else "")
        yield ""
    if said.glossary:
        yield from ("## Glossary\n", *(f"- {one.term}: {one.definition}" for one in said.glossary))


def _message(message: Line) -> Iterator[str]:
    until = f" (until {message.until})" if message.until else ""
    yield f"- {message.title}{until}: {message.text}"
    yield from (f"  - or: {variant}" for variant in message.variants)
    yield from (f"  - {_number(number)}" for number in message.numbers)


def _number(number: Number) -> str:
    upper = f" to {number.value_to:g}" if number.value_to is not None else ""
    amount = " ".join(part for part in (number.qualifier, f"{number.value:g}{upper}", number.unit) if part)
    since = f", as of {number.as_of}" if number.as_of else ""
    return f"{amount}{since}" + (f", source: {number.source}" if number.source else "")
