"""The approved messaging as plain Markdown, `llms.txt`, for assistants that write.

The form is that of https://llmstxt.org: a title, a quote that sums up, texts without headings, then lists of links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive.facts import Facts
from generator.exports.playbook import NAME, SCHEMA
from generator.exports.today import Line, Number, Old, Today, Word, today
from generator.model.settings import Settings

SUFFIX = ".txt"
FILE = "llms.txt"


def export(facts: Facts, settings: Settings) -> bytes:  # noqa: ARG001
    """What to say to the letter, what not to say, which words to use, and what they mean."""
    return ("\n".join(_lines(today(facts))).rstrip() + "\n").encode()


def _lines(said: Today) -> Iterator[str]:
    yield f"# {said.company}: what we say"
    yield f"\n> Approved on {said.day}. Use these wordings to the letter; numbers only with their unit and qualifier.\n"
    yield from _listed("Messages, to the letter:", (line for one in said.messages for line in _message(one)))
    yield from _listed("Not to be said any more:", map(_old, said.not_any_more))
    yield from _listed("Words to use, and those to avoid:", map(_word, said.words))
    yield from _listed("What words mean:", (f"- {one.term}: {one.definition}" for one in said.glossary))
    yield "## Files\n"
    yield f"- [The same as data]({NAME}): for programs that write, or check what is written"
    yield f"- [What the data mean]({SCHEMA}): its JSON Schema"


def _listed(about: str, lines: Iterable[str]) -> Iterator[str]:
    """Nothing where there are no lines. No heading: below one, readers of this form look for links alone."""
    found = list(lines)
    if found:
        yield from (f"{about}\n", *found, "")


def _old(old: Old) -> str:
    return f"- Do not say: {old.text}" + (f" Say instead: {old.instead}" if old.instead else "")


def _word(word: Word) -> str:
    return f"- {word.use}" + (f"; not: {', '.join(word.avoid)}" if word.avoid else "")


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
