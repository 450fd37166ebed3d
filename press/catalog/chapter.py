"""The chapter: the local group whose hotline and meeting a flyer prints."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field, field_validator

from press.catalog.pictures import Picture, read_picture
from press.catalog.toml_file import Entry, key_lines, read_toml
from press.findings import Finding, Place

_PHONE = re.compile(r"\+?[\d(][\d ().-]{5,}\d")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")
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
    sources_address: str | None = None

    @field_validator("hotline")
    @classmethod
    def _dialable(cls, hotline: str | None) -> str | None:
        if hotline is not None and not _PHONE.fullmatch(hotline):
            raise ValueError("a telephone number such as 617-555-0142")
        return hotline

    @field_validator("sources_address")
    @classmethod
    def _web_address(cls, address: str | None) -> str | None:
        if address is not None and not _ADDRESS.fullmatch(address):
            raise ValueError("a web address that starts with https://")
        return address

    @field_validator("hours", "meeting")
    @classmethod
    def _short(cls, text: Any) -> Any:
        longest = max(map(len, text.values() if isinstance(text, dict) else [text]), default=0)
        if longest > _LONGEST_TEXT:
            raise ValueError(f"at most {_LONGEST_TEXT} characters long")
        return text


@dataclass(frozen=True)
class Chapter:
    """A chapter read and checked, with its logo as a picture."""

    file: Path
    entry: ChapterFile
    logo: Picture | None

    def hours(self, tag: str) -> str:
        """The hours of the hotline in a language, "" when unknown."""
        return _local(self.entry.hours, tag)

    def meeting(self, tag: str) -> str:
        """The next meeting in a language, "" when unknown."""
        return _local(self.entry.meeting, tag)


def _local(text: LocalText, tag: str) -> str:
    return text if isinstance(text, str) else text.get(tag, text.get("en", ""))


def read_chapter(file: Path, known_tags: tuple[str, ...]) -> tuple[Chapter | None, list[Finding]]:
    """Read a chapter file and its logo.

    Args:
        file: the TOML file; a logo is looked for beside it.
        known_tags: the languages of the press.
    """
    entry, findings = read_toml(file, ChapterFile)
    if entry is None:
        return None, findings
    return check_chapter(entry, file, key_lines(file.read_text(encoding="utf-8")), known_tags)


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
    return (None, findings) if findings else (Chapter(file, entry, logo), [])


def _unknown_tags(
    entry: ChapterFile, file: Path, lines: dict[Any, int], known: tuple[str, ...]
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
            Place(file, lines.get((key, tag)) or lines.get((key,)) or lines.get(())),
            f"Known: {', '.join(known)}. For others, write “languages” as one text in quotes.",
        )
        for key, tags in named.items()
        for tag in tags
        if tag not in known
    ]
