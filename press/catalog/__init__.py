"""The catalog: everything that is said, how it looks and what it is set in, read and checked.

All reading of `flyers/`, `layouts/` and `fonts/` happens here; what is wrong in them is gathered,
so that one run tells every fault.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from press.catalog.chapter import Chapter, read_chapter
from press.catalog.facts import Fact
from press.catalog.flyers import Flyer, read_flyer, read_source
from press.catalog.fonts import FontFile, read_fonts
from press.catalog.languages import Language
from press.catalog.layouts import Layouts, read_layouts
from press.catalog.source import Source
from press.catalog.toml_file import key_lines, read_toml
from press.catalog.truth import check_truth, overdue_facts
from press.errors import ContentError
from press.findings import Finding, Place
from press.house import House

SHARED = "shared"


@dataclass(frozen=True)
class Catalog:
    """All content of the house.

    `flyers` and `languages` keep the order in which they are listed; `warnings` do not stop a
    build unless it is strict.
    """

    house: House
    flyers: Mapping[str, Flyer]
    shared: Source
    languages: Mapping[str, Language]
    facts: Mapping[str, Fact]
    chapter: Chapter | None
    layouts: Layouts
    fonts: Mapping[str, tuple[FontFile, ...]]
    warnings: tuple[Finding, ...]

    def shared_po_file(self, tag: str) -> Path:
        """Where the translation of the shared texts stands."""
        return self.house.flyers / SHARED / f"{tag}.po"


def read_catalog(house: House, today: date, chapter_file: Path | None = None) -> Catalog:
    """Read the house.

    Args:
        house: its folders.
        today: facts whose `check_by` lies before it give warnings.
        chapter_file: the chapter to print; by default `flyers/chapter.toml` if it exists.

    Raises:
        ContentError: with every fault found.
    """
    findings: list[Finding] = []
    languages, faults = read_toml(house.flyers / "languages.toml", dict[str, Language])
    findings += faults
    fonts = read_fonts(house.fonts)
    findings += _unknown_fonts(languages or {}, fonts, house)
    facts_file = house.flyers / "facts.toml"
    facts, faults = read_toml(facts_file, dict[str, Fact])
    findings += faults
    layouts, faults = read_layouts(house.layouts)
    findings += faults
    shared, faults = read_source(house.flyers / SHARED)
    findings += faults
    flyers, faults = _read_flyers(house.flyers)
    findings += faults
    if facts is not None:
        for flyer in flyers.values():
            findings += check_truth(flyer, facts)
    chapter, faults = _read_chapter(house, chapter_file, tuple(languages or ()))
    findings += faults
    if findings or languages is None or facts is None or shared is None:
        raise ContentError("The texts or settings hold faults.", findings=tuple(findings))
    lines = key_lines(facts_file.read_text(encoding="utf-8"))
    warnings = overdue_facts(facts, today, facts_file, lines)
    return Catalog(
        house, flyers, shared, languages, facts, chapter, layouts, fonts, tuple(warnings)
    )


def _read_flyers(folder: Path) -> tuple[dict[str, Flyer], list[Finding]]:
    flyers = {}
    findings: list[Finding] = []
    for file in sorted(folder.glob("*/flyer.toml")):
        flyer, faults = read_flyer(file.parent)
        findings += faults
        if flyer:
            flyers[flyer.name] = flyer
    return flyers, findings


def _read_chapter(
    house: House, named: Path | None, tags: tuple[str, ...]
) -> tuple[Chapter | None, list[Finding]]:
    if named is None and not house.chapter.exists():
        return None, []
    return read_chapter(named or house.chapter, tags)


def _unknown_fonts(
    languages: Mapping[str, Language], fonts: Mapping[str, tuple[FontFile, ...]], house: House
) -> list[Finding]:
    return [
        Finding(
            "language.font",
            f"[{tag}] asks for the font “{name}”, and fonts/ holds no folder of that name",
            Place(house.flyers / "languages.toml"),
            "Put Name-Regular.ttf, Name-Bold.ttf and Name-Black.ttf with their licence there.",
        )
        for tag, language in languages.items()
        for name in language.fonts
        if not fonts.get(name)
    ]
