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
from press.catalog.languages import ENGLISH, Language
from press.catalog.layouts import Layouts, read_layouts
from press.catalog.po import Translation, for_translators, read_translation
from press.catalog.printable import all_said, undated_languages, unprintable_texts
from press.catalog.source import Source
from press.catalog.toml_file import lines_of, read_tables
from press.catalog.truth import check_truth, overdue_facts
from press.errors import ContentError
from press.findings import Finding, Place
from press.house import House
from press.wanted import Wanted, choose

SHARED = "shared"


@dataclass(frozen=True)
class Catalog:
    """All content of the house.

    `flyers` and `languages` keep the order in which they are listed; `translations` are by flyer
    (or "shared") and tag; `warnings` do not stop a build unless it is strict.
    """

    house: House
    flyers: Mapping[str, Flyer]
    shared: Source
    languages: Mapping[str, Language]
    facts: Mapping[str, Fact]
    translations: Mapping[tuple[str, str], Translation]
    chapter: Chapter | None
    layouts: Layouts
    fonts: Mapping[str, tuple[FontFile, ...]]
    warnings: tuple[Finding, ...]


def read_catalog(
    house: House,
    today: date,
    chapter_file: Path | None = None,
    wanted: Wanted | None = None,
) -> Catalog:
    """Read the house.

    Args:
        house: its folders.
        today: facts whose `check_by` lies before it give warnings.
        chapter_file: the chapter to print; by default `flyers/chapter.toml` if it exists.
        wanted: the languages and flyers whose translations are read; None reads none.

    Raises:
        ContentError: with every fault found.
        UsageError: there is no such language or flyer.
    """
    languages = read_tables(house.flyers / "languages.toml", Language)
    facts_file = house.flyers / "facts.toml"
    facts = read_tables(facts_file, Fact)
    fonts = read_fonts(house.fonts)
    layouts, layout_faults = read_layouts(house.layouts)
    shared, shared_faults = read_source(house.flyers / SHARED)
    flyers, flyer_faults = _read_flyers(house.flyers)
    translations, translation_faults = _read_translations(
        house, languages.sound, flyers, shared, wanted
    )
    chapter, chapter_faults = _read_chapter(house, chapter_file, tuple(languages.sound))
    said = all_said(
        _tags(wanted, languages.sound),
        tuple(flyers.values()),
        shared,
        facts.sound,
        facts_file,
        translations,
        chapter,
    )
    findings = [
        *languages.findings,
        *_unknown_fonts(languages.sound, fonts, house),
        *facts.findings,
        *layout_faults,
        *shared_faults,
        *flyer_faults,
        *(fault for flyer in flyers.values() for fault in check_truth(flyer, facts)),
        *translation_faults,
        *unprintable_texts(languages.sound, fonts, said),
        *undated_languages(languages.sound, (tag for _, tag in translations), house),
        *chapter_faults,
    ]
    if findings or shared is None:
        raise ContentError("The texts or settings hold faults.", findings=tuple(findings))
    lines = lines_of(facts_file)
    return Catalog(
        house,
        flyers,
        shared,
        languages.sound,
        facts.sound,
        translations,
        chapter,
        layouts,
        fonts,
        tuple(overdue_facts(facts.sound, today, facts_file, lines)),
    )


def _read_translations(
    house: House,
    languages: Mapping[str, Language],
    flyers: Mapping[str, Flyer],
    shared: Source | None,
    wanted: Wanted | None,
) -> tuple[dict[tuple[str, str], Translation], list[Finding]]:
    """The PO files of what was asked for and has begun, by flyer (or "shared") and tag."""
    translations: dict[tuple[str, str], Translation] = {}
    findings: list[Finding] = []
    if wanted is None:
        return translations, findings
    names = [folder.parent.name for folder in _flyer_files(house.flyers)]
    chosen = [flyers[name] for name in choose("flyer", wanted.flyers, names) if name in flyers]
    for tag in _tags(wanted, languages):
        if tag == ENGLISH:
            continue
        works = [
            (flyer.name, flyer.messages(), flyer.offices_named_in(tag))
            for flyer in chosen
            if tag in flyer.tags
        ]
        if works and shared is not None:
            works.append((SHARED, shared.messages(), frozenset()))
        for name, messages, elsewhere in works:
            file = house.flyers / name / f"{tag}.po"
            translation, faults = read_translation(file, tag, for_translators(messages), elsewhere)
            findings += faults
            if translation:
                translations[name, tag] = translation
    return translations, findings


def _tags(wanted: Wanted | None, languages: Mapping[str, Language]) -> tuple[str, ...]:
    """The languages that were asked for, each once; none where nothing is made."""
    if wanted is None:
        return ()
    second = choose("language", [wanted.second], languages) if wanted.second else ()
    return tuple(dict.fromkeys((*choose("language", wanted.languages, languages), *second)))


def _flyer_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/flyer.toml"))


def _read_flyers(folder: Path) -> tuple[dict[str, Flyer], list[Finding]]:
    flyers = {}
    findings: list[Finding] = []
    for file in _flyer_files(folder):
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
