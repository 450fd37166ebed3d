"""The chapter: the local group whose hotline and meeting a flyer prints."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field, field_validator

from press.catalog.pictures import Picture, read_picture
from press.catalog.text_file import pinpoint
from press.catalog.toml_file import Entry, KeyPath, lines_of, read_toml
from press.catalog.web_address import WebAddress
from press.findings import Finding, Place

_PHONE = re.compile(r"\+?[0-9(][0-9 ().-]{5,28}[0-9]")
_LONGEST_TEXT = 200

LocalText = str | dict[str, str]


class ChapterFile(Entry):
    """`chapter.toml`. `hours`, `meeting` and `languages` may be one text, or one a language."""

    name: str = Field(min_length=1, max_length=_LONGEST_TEXT)
    hotline: str | None = None
    hours: LocalText = ""
    languages: tuple[str, ...] | str = ()
    meeting: LocalText = ""
    logo: str | None = None
    sources_address: WebAddress = None

    @field_validator("hotline")
    @classmethod
    def _dialable(cls, hotline: str | None) -> str | None:
        if hotline is not None and not _PHONE.fullmatch(hotline):
            raise ValueError("a telephone number such as 617-555-0142")
        return hotline

    @field_validator("name")
    @classmethod
    def _seen(cls, name: str) -> str:
        if not any(character.isalnum() for character in name):
            raise ValueError("a name with letters")
        return name

    @field_validator("hours", "meeting", mode="before")
    @classmethod
    def _one_or_one_a_language(cls, text: Any) -> Any:
        texts = list(text.values()) if isinstance(text, dict) else [text]
        if not all(isinstance(each, str) for each in texts):
            raise ValueError('a text in quotes, or one a language: { en = "…", es = "…" }')
        return _short(text, texts)

    @field_validator("languages", mode="before")
    @classmethod
    def _tags_or_words(cls, languages: Any) -> Any:
        tags = list(languages) if isinstance(languages, list | tuple) else [languages]
        if not all(isinstance(each, str) for each in tags):
            raise ValueError('tags such as ["en", "es"], or one text in quotes')
        return _short(languages, tags)


def _short(value: Any, texts: list[str]) -> Any:
    """A value whose texts are short enough for a panel."""
    if max(map(len, texts), default=0) > _LONGEST_TEXT:
        raise ValueError(f"at most {_LONGEST_TEXT} characters long")
    return value


@dataclass(frozen=True)
class Chapter:
    """A chapter read and checked, with its logo as a picture."""

    file: Path
    entry: ChapterFile
    logo: Picture | None
    lines: Mapping[KeyPath, int] = field(default_factory=dict)

    def said(self, tag: str) -> Iterator[tuple[str, Place]]:
        """What is printed of it in an edition of a language, with its places."""
        spoken = self.entry.languages
        texts = {
            "name": self.entry.name,
            "hours": self.hours(tag),
            "languages": spoken if isinstance(spoken, str) else "",
            "meeting": self.meeting(tag),
        }
        for key, text in texts.items():
            line = next(
                (self.lines[at] for at in ((key, tag), (key,), ()) if at in self.lines), None
            )
            yield text, Place(self.file, line)

    def hours(self, tag: str) -> str:
        """The hours of the hotline in a language, "" when unknown."""
        return _local(self.entry.hours, tag)

    def meeting(self, tag: str) -> str:
        """The next meeting in a language, "" when unknown."""
        return _local(self.entry.meeting, tag)


def _local(text: LocalText, tag: str) -> str:
    own = text if isinstance(text, str) else text.get(tag, text.get("en", ""))
    return own.strip()


def read_chapter(file: Path, known_tags: tuple[str, ...]) -> tuple[Chapter | None, list[Finding]]:
    """Read a chapter file and its logo.

    Args:
        file: the TOML file; a logo is looked for beside it.
        known_tags: the languages of the press.
    """
    entry, findings = read_toml(file, ChapterFile)
    if entry is None:
        return None, findings
    return check_chapter(entry, file, lines_of(file), known_tags)


def check_chapter(
    entry: ChapterFile, file: Path, lines: dict[Any, int], known_tags: tuple[str, ...]
) -> tuple[Chapter | None, list[Finding]]:
    """A chapter whose languages are known and whose logo can be printed.

    Args:
        entry: what it says.
        file: where it was read; a logo is looked for beside it.
        lines: where each key stands in the file, () for all that have no line of their own.
        known_tags: the languages of the press.
    """
    findings = _unknown_tags(entry, file, lines, known_tags)
    logo = None
    if entry.logo:
        place = Place(file, lines.get(("logo",)) or lines.get(()))
        logo, faults = read_picture(file.parent / entry.logo, place)
        findings += faults
    return (None, findings) if findings else (Chapter(file, entry, logo, lines), [])


def _unknown_tags(
    entry: ChapterFile, file: Path, lines: Mapping[KeyPath, int], known: tuple[str, ...]
) -> list[Finding]:
    named: dict[str, tuple[str, ...]] = {
        "languages": entry.languages if isinstance(entry.languages, tuple) else (),
        "hours": tuple(entry.hours) if isinstance(entry.hours, dict) else (),
        "meeting": tuple(entry.meeting) if isinstance(entry.meeting, dict) else (),
    }
    return [
        Finding(
            "chapter.unknown-language",
            f"“{tag}” under “{key}” is not a language of the press",
            pinpoint(Place(file, lines.get((key, tag)) or lines.get((key,)) or lines.get(())), tag),
            f"Known: {', '.join(known)}. For others, write “languages” as one text in quotes.",
        )
        for key, tags in named.items()
        for tag in tags
        if tag not in known
    ]
