"""The English text: sections, blocks and messages, and what no layout could set."""

from pathlib import Path

import pytest

from press.catalog.source import parse_source

FILE = Path("en.md")
TEXT = """\
# Title here

{.lede}
A first word.

{#door icon=lock claims="a b"}
## At the door

Ask **who** is there,
and wait.

- one
- two

{.caution}
Take care.

{#named}
By its own id.

{icon=phone}
### A step
"""


def test_a_text_is_read_into_sections_and_blocks() -> None:
    source, findings = parse_source(TEXT, FILE)
    assert findings == []
    title, door = source.sections
    assert [(b.kind, b.message.key, b.classes) for b in title.blocks] == [
        ("title", "title", ()),
        ("paragraph", "title.1", ("lede",)),
    ]
    assert (door.id, door.icon, door.claims) == ("door", "lock", ("a", "b"))
    assert [(b.kind, b.message.key) for b in door.blocks] == [
        ("heading", "door"),
        ("paragraph", "door.1"),
        ("item", "door.2"),
        ("item", "door.3"),
        ("paragraph", "door.4"),
        ("paragraph", "named"),
        ("subheading", "door.5"),
    ]
    assert door.blocks[4].classes == ("caution",)
    assert door.blocks[6].icon == "phone"


def test_a_message_is_one_line_with_its_context_and_place() -> None:
    source, _ = parse_source(TEXT, FILE)
    message = source.sections[1].blocks[1].message
    assert message.text == "Ask **who** is there, and wait."
    assert message.context == "door"
    assert str(message.place) == "en.md:9"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("# T\n\n## No id\n", "source.section-id", 3),
        ("# T\n\n{#a colour=red}\n## A\n", "source.attribute", 4),
        ("# T\n\n{#a}\n## A\n\n{claims=x}\nText.\n", "source.attribute", 7),
        ("# T\n\n{#a}\n## A\n\n{#b}\nx\n\n{#b}\ny\n", "source.repeated-id", 10),
        ("# T\n\nSome *slanted* word.\n", "source.markup", 3),
        ("# T\n\nSome `code`.\n", "source.markup", 3),
        ("# T\n\n> A quotation.\n", "source.markup", 3),
        ("# T\n\n1. numbered\n", "source.markup", 3),
    ],
)
def test_what_no_layout_sets_is_told_with_its_line(text: str, code: str, line: int) -> None:
    _, findings = parse_source(text, FILE)
    assert [(finding.code, finding.where.line if finding.where else None) for finding in findings][
        0
    ] == (code, line)
