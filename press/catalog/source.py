"""The English text of a flyer: Markdown with attributes, read into sections, blocks and messages.

A line of attributes such as `{#door icon=door-closed claims="home_entry"}` stands above the
block it belongs to. Each heading, paragraph and list item is one message for translators.
"""

import difflib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from lucide import get_icon_list
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin

from press.findings import Finding, Place

BlockKind = Literal["title", "heading", "subheading", "paragraph", "item"]
_HEADINGS: dict[str, BlockKind] = {"h1": "title", "h2": "heading", "h3": "subheading"}
ENGLISH_ONLY = "english"
_BLOCK_ATTRIBUTES = {"id", "class", "icon"}
_SECTION_ATTRIBUTES = _BLOCK_ATTRIBUTES | {"claims"}
_SILENT_TOKENS = {
    "paragraph_open",
    "paragraph_close",
    "heading_close",
    "list_item_open",
    "list_item_close",
    "bullet_list_close",
}
_INLINE_TOKENS = {"text", "softbreak", "strong_open", "strong_close"}


@dataclass(frozen=True)
class Message:
    """One translatable text: inline Markdown with {placeholders}.

    `key` is unique in its flyer; `context` is the gettext context, the id of the section. What is
    handed to an officer is `english_only` in every edition.
    """

    key: str
    context: str
    text: str
    place: Place
    english_only: bool = False


@dataclass(frozen=True)
class Block:
    """One paragraph, list item or heading of a section."""

    kind: BlockKind
    message: Message
    classes: tuple[str, ...] = ()
    icon: str | None = None

    @property
    def is_head(self) -> bool:
        """Whether it is set as a headline."""
        return self.kind not in ("paragraph", "item")


@dataclass(frozen=True)
class Section:
    """A heading and what follows it. The section before the first heading has the id "title"."""

    id: str
    place: Place
    icon: str | None
    classes: tuple[str, ...]
    claims: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Source:
    """The whole English text of a flyer."""

    file: Path
    sections: tuple[Section, ...]

    def messages(self) -> tuple[Message, ...]:
        """All messages, in the order of the text."""
        return tuple(block.message for section in self.sections for block in section.blocks)


def markdown() -> MarkdownIt:
    """The Markdown dialect of the texts: CommonMark with block attributes, no HTML."""
    parser = MarkdownIt("commonmark", {"html": False}).use(attrs_block_plugin)
    return parser.disable(["html_block", "html_inline", "link", "image", "autolink", "code"])


class _SectionDraft:
    """A section while it is being read."""

    def __init__(self, id_: str, place: Place, attributes: dict[str, str]) -> None:
        self.id = id_
        self.place = place
        self.icon = attributes.get("icon")
        self.classes = tuple(attributes.get("class", "").split())
        self.claims = tuple(attributes.get("claims", "").split())
        self.blocks: list[Block] = []

    def add(self, kind: BlockKind, text: str, place: Place, attributes: dict[str, str]) -> None:
        opens_section = kind in ("title", "heading")
        own_id = self.id if opens_section else attributes.get("id")
        count = 1 + sum("." in block.message.key for block in self.blocks)
        message = Message(
            key=own_id or f"{self.id}.{count}",
            context=own_id or self.id,
            text=" ".join(text.split()),
            place=place,
            english_only=ENGLISH_ONLY in self.classes,
        )
        classes = () if opens_section else tuple(attributes.get("class", "").split())
        icon = None if opens_section else attributes.get("icon")
        self.blocks.append(Block(kind, message, classes, icon))

    def finish(self) -> Section:
        return Section(
            self.id, self.place, self.icon, self.classes, self.claims, tuple(self.blocks)
        )


def parse_source(text: str, file: Path) -> tuple[Source, list[Finding]]:
    """Read the English Markdown of one flyer.

    Args:
        text: the content of `en.md`.
        file: its path, for findings.

    Returns:
        The source and what is wrong in it.
    """
    findings: list[Finding] = []
    drafts = [_SectionDraft("title", Place(file, 1), {})]
    tokens = markdown().parse(text)
    kind: BlockKind = "paragraph"
    attributes: dict[str, str] = {}
    in_item, line = False, 1
    for token in tokens:
        line = token.map[0] + 1 if token.map else line  # the end of a block knows no place
        place = Place(file, line)
        if token.type == "heading_open":
            attributes = _attributes(token)
            kind = _HEADINGS.get(token.tag, "subheading")
            findings += _check_attributes(attributes, kind, place)
            if kind == "heading":
                if "id" not in attributes:
                    findings.append(_unnamed_section(place))
                drafts.append(_SectionDraft(attributes.get("id", "?"), place, attributes))
        elif token.type == "bullet_list_open":
            attributes, in_item = _attributes(token), True
            findings += _check_attributes(attributes, "item", place)
        elif token.type == "bullet_list_close":
            in_item = False
        elif token.type == "paragraph_open":
            kind = "item" if in_item else "paragraph"
            if not in_item:
                attributes = _attributes(token)
                findings += _check_attributes(attributes, kind, place)
        elif token.type == "inline":
            findings += _check_inline(token, place)
            drafts[-1].add(kind, token.content, place, attributes)
            attributes = attributes if in_item else {}
        elif token.type not in _SILENT_TOKENS:
            findings.append(_unknown_markup(token.type, place))
    sections = tuple(draft.finish() for draft in drafts)
    findings += _repeated_keys(sections)
    return Source(file, sections), findings


def _attributes(token: Token) -> dict[str, str]:
    return {name: str(value) for name, value in token.attrs.items()}


def _check_attributes(attributes: dict[str, str], kind: BlockKind, place: Place) -> list[Finding]:
    known = _SECTION_ATTRIBUTES if kind == "heading" else _BLOCK_ATTRIBUTES
    icon = attributes.get("icon")
    unknown_icon = [_unknown_icon(icon, place)] if icon and icon not in _icons() else []
    return unknown_icon + [
        Finding(
            "source.attribute",
            f"unknown attribute “{name}”",
            place,
            f"Known here: {', '.join(sorted(known))}.",
        )
        for name in sorted(attributes.keys() - known)
    ]


@cache
def _icons() -> frozenset[str]:
    return frozenset(get_icon_list())


def _unknown_icon(name: str, place: Place) -> Finding:
    close = difflib.get_close_matches(name, _icons(), 1)
    hint = f"Did you mean “{close[0]}”?" if close else "Choose a name of the Lucide set."
    return Finding("source.icon", f"there is no pictogram “{name}”", place, hint)


def _check_inline(token: Token, place: Place) -> list[Finding]:
    strange = sorted(
        {child.type for child in token.children or () if child.type not in _INLINE_TOKENS}
    )
    return [_unknown_markup(type_, place) for type_ in strange]


def _unknown_markup(type_: str, place: Place) -> Finding:
    name = type_.removesuffix("_open").removesuffix("_close").replace("_", " ")
    return Finding(
        "source.markup",
        f"the text uses markup that no layout sets: {name}",
        place,
        "Use headings (#, ##, ###), paragraphs, lists with “-”, and **bold**.",
    )


def _unnamed_section(place: Place) -> Finding:
    return Finding(
        "source.section-id",
        "this heading has no id",
        place,
        "Put a line like {#door} right above it.",
    )


def _repeated_keys(sections: tuple[Section, ...]) -> list[Finding]:
    seen: dict[str, Place] = {}
    findings = []
    for section in sections:
        for block in section.blocks:
            first = seen.setdefault(block.message.key, block.message.place)
            if first != block.message.place:
                findings.append(
                    Finding(
                        "source.repeated-id",
                        f"the id “{block.message.context}” was used before, at {first}",
                        block.message.place,
                        "Give each section and each named block an id of its own.",
                    )
                )
    return findings
