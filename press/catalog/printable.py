"""Whether all that is said can be printed: by the fonts of its language, and by its calendar."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from babel import Locale, UnknownLocaleError

from press.catalog.chapter import Chapter
from press.catalog.coverage import check_coverage
from press.catalog.facts import Fact
from press.catalog.flyers import Flyer
from press.catalog.fonts import FontFile
from press.catalog.languages import ENGLISH, Language
from press.catalog.po import Translation
from press.catalog.source import Source
from press.catalog.toml_file import lines_of
from press.findings import Finding, Place
from press.house import House

Said = tuple[str, Place]
_NUMBERED_MONTH = re.compile(r"M\d\d")  # what CLDR says where it has no name


def unprintable_texts(
    languages: Mapping[str, Language],
    fonts: Mapping[str, tuple[FontFile, ...]],
    said: Iterable[tuple[str, Said]],
) -> list[Finding]:
    """What the fonts of a language cannot print of what is said in it."""
    by_tag: dict[str, list[Said]] = {}
    for tag, each in said:
        if not each[0].isascii():  # that much every font has
            by_tag.setdefault(tag, []).append(each)
    return [
        fault
        for tag, texts in by_tag.items()
        for fault in check_coverage(
            texts, tag, [fonts[name][0] for name in languages[tag].fonts if fonts.get(name)]
        )
    ]


def undated_languages(
    languages: Mapping[str, Language], tags: Iterable[str], house: House
) -> list[Finding]:
    """Languages in whose texts dates cannot be said."""
    return [
        Finding(
            "language.calendar",
            f"the names of months and days in {languages[tag].english} are not known",
            Place(house.flyers / "languages.toml"),
            f"Add twelve “months” and seven “days” to [{tag}].",
        )
        for tag in dict.fromkeys(tags)
        if not has_calendar(tag, languages[tag])
    ]


def has_calendar(tag: str, language: Language) -> bool:
    """Whether dates can be said: its months are known here or in CLDR."""
    if language.months and language.days:
        return True
    try:
        months = Locale.parse(tag, sep="-").months["format"]["wide"]
    except UnknownLocaleError:
        return False
    return not _NUMBERED_MONTH.fullmatch(months[1])


def all_said(
    tags: Iterable[str],
    flyers: Collection[Flyer],
    shared: Source | None,
    facts: Mapping[str, Fact],
    facts_file: Path,
    translations: Mapping[tuple[str, str], Translation],
    chapter: Chapter | None,
) -> Iterator[tuple[str, Said]]:
    """Everything that the editions of some languages print, by language."""
    for flyer in flyers:
        yield from ((ENGLISH, (message.text, message.place)) for message in flyer.messages())
    for message in shared.messages() if shared else ():
        yield ENGLISH, (message.text, message.place)
    for (_, tag), translation in translations.items():
        yield from ((tag, each) for each in translation.said())
    lines = lines_of(facts_file)
    for tag in tags:
        for name, fact in facts.items():
            for key in ("value", "source"):
                place = Place(facts_file, lines.get((name, key)))
                yield tag, (str(getattr(fact, key) or ""), place)
        for flyer in flyers:
            for target, message in zip(flyer.targets, flyer.target_messages, strict=True):
                yield tag, (target.translations.get(tag, ""), message.place)
        if chapter:
            yield from ((tag, each) for each in chapter.said(tag))
