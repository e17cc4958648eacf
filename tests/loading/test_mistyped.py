"""A link that is written nearly right is told with the right one; brackets that are none are left alone."""

from __future__ import annotations

import pytest

from generator.areas.objectives import Objective
from generator.loading.records.mistyped import mistyped

KNOWN = {
    "best-client": Objective.model_construct(id="best-client", title="Our best client"),
    "champion": Objective.model_construct(id="champion", title="The champion"),
}


@pytest.mark.parametrize(
    ("wrote", "meant"),
    [
        ("[[Our best client]]", "[[best-client]]"),
        ("[[Best-Client]]", "[[best-client]]"),
        ("[[ best-client ]]", "[[best-client]]"),
        ("[[best_client]]", "[[best-client]]"),
        ("[[best-client|our client]]", "[[best-client]]"),
        ("[[best-client.summary]]", "[[best-client]]"),
        ("[[=best client]]", "[[=best-client]]"),
        ("[[= best-client]]", "[[=best-client]]"),
        ("[[Best-Cleint]]", "[[best-client]]"),
        ("[[best-client]", "[[best-client]]"),
        ("[best-client]]", "[[best-client]]"),
        ("[[best-client", "[[best-client]]"),
        ("[[=best-client", "[[=best-client]]"),
        ("{{best-client}}", "[[best-client]]"),
        ("{{ best-client }}", "[[best-client]]"),
        ("[best-client]", "[[best-client]]"),
        ("[[Somebody else]]", ""),
        ("[[]]", ""),
    ],
)
def test_a_mistyped_link_is_told(wrote: str, meant: str) -> None:
    assert list(mistyped(f"Ask {wrote}, or not.", KNOWN)) == [(4, wrote, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "[[best-client]] and [[=best-client]]",
        "[a text](https://example.com)",
        "[[a text]](https://example.com)",
        "[[1]](#note), [[a]][note], ![[alt]](x.png)",
        "a [note] and [[1], [2]] and [1]]",
        "{{first_name}}, {{first-name}} and {{champion}} of [champion]",
        "[best-client](https://example.com), [best-client][1], ![best-client], [best-client]: /there",
        "[our best-client] and [[best-clients or",
        "See [best-client].\n\n[best-client]: https://example.com",
        "{{first_name}}, {{ [[x }}",
        "`[[Our best client]]` and ``[[id|text]]``",
        "```\n[[ -f file ]]\n```",
        r"\[\[Our best client\]\]",
        "[ ] to do, [x] done",
    ],
)
def test_other_brackets_are_left_alone(text: str) -> None:
    assert not list(mistyped(text, KNOWN))
