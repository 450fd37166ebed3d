"""What a chapter gives an edition to print."""

from collections.abc import Mapping
from dataclasses import dataclass

from press.catalog.catalog import Catalog
from press.catalog.chapter import Chapter
from press.edition import Edition
from press.imprint.pictures import Logo, read_logo
from press.imprint.pieces import Lines, own_lines
from press.translation.panel import set_panel


@dataclass(frozen=True)
class Given:
    """What a chapter gives an edition: its lines in each of the languages, its code and logo."""

    lines: Mapping[str, Lines]
    address: str | None
    logo: Logo | None

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have something to print."""
        named = {name for lines in self.lines.values() for name in lines}
        return frozenset(named | ({"logo"} if self.logo else set()))


def given_by(catalog: Catalog, edition: Edition, chapter: Chapter) -> Given:
    """What a chapter gives an edition."""
    languages = catalog.languages
    usual = catalog.flyers[edition.flyer].settings.sources_address
    address = chapter.entry.sources_address or usual
    panels = {tag: set_panel(chapter, tag, languages) for tag in edition.tags}
    return Given(
        {tag: own_lines(panels[tag], address, tag, languages[tag]) for tag in edition.tags},
        address,
        read_logo(chapter.logo.png) if chapter.logo else None,
    )
