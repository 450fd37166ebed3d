"""Copy: a flyer's text in one language, complete, its placeholders filled, ready to be set."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from press.catalog.languages import Language
from press.catalog.source import ENGLISH_ONLY, BlockKind


@dataclass(frozen=True)
class Line:
    """One message, set: `html` in the edition's language, `english` as it was written."""

    key: str
    kind: BlockKind
    classes: tuple[str, ...]
    icon: str | None
    html: Markup
    english: Markup


@dataclass(frozen=True)
class CopySection:
    """A section; `heading` is None only for what stands before the first heading."""

    id: str
    icon: str | None
    classes: tuple[str, ...]
    heading: Line | None
    lines: tuple[Line, ...]

    @property
    def english_only(self) -> bool:
        """Whether it is printed in English in every edition, and only where a size asks for it."""
        return ENGLISH_ONLY in self.classes

    def all_lines(self) -> tuple[Line, ...]:
        """The heading, if there is one, and the lines."""
        return (self.heading, *self.lines) if self.heading else self.lines


@dataclass(frozen=True)
class TargetLine:
    """An office to call; `as_of` says when its number was last known to be right."""

    office: Markup
    phone: Markup
    as_of: Markup


@dataclass(frozen=True)
class SourceLine:
    """Printed facts that come from one place; `note` says of when, or that they are disputed."""

    values: tuple[Markup, ...]
    source: Markup
    note: Markup


@dataclass(frozen=True)
class SectionSources:
    """Where the facts of one section come from."""

    heading: Markup
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True)
class Panel:
    """The contact panel. Empty texts are printed as ruled lines."""

    name: Markup
    hotline: Markup
    hours: Markup
    languages: tuple[tuple[str, str, Markup], ...]
    meeting: Markup
    logo_png: bytes | None


@dataclass(frozen=True)
class Copy:
    """All that one edition says.

    `shared` holds the texts that every flyer prints, by key; `draft` is the honest line of a text
    that no person has reviewed, in its own language and in English, empty once it is signed.
    """

    flyer: str
    tag: str
    language: Language
    title: str
    sections: tuple[CopySection, ...]
    shared: Mapping[str, Markup]
    draft: tuple[tuple[str, str, Markup], ...]
    targets: tuple[TargetLine, ...]
    sources: tuple[SectionSources, ...]
    sources_address: str | None
    days: tuple[str, ...]
    panel: Panel

    def message_keys(self) -> tuple[str, ...]:
        """The keys of every message of the flyer, so that none can be lost on the way."""
        return tuple(line.key for section in self.sections for line in section.all_lines())
