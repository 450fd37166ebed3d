"""Many chapters: a table with a row for each, or a folder of chapter files.

A row that is wrong is told by its line, and the others go on. Tables come as spreadsheets save
them: with a mark of UTF-8, semicolons or tabs for commas, line ends of any kind, and line breaks
between quotation marks.
"""

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from press.catalog.chapter import Chapter, ChapterFile, check_chapter, read_chapter
from press.catalog.folder_names import folder_name, is_folder_name
from press.catalog.fonts import FontFile
from press.catalog.languages import Language
from press.catalog.printable import unprintable_texts
from press.catalog.text_file import unfit_characters
from press.catalog.toml_file import validate
from press.errors import ContentError
from press.findings import Finding, Place

ID = "id"
_PLAIN = ("name", "hotline", "hours", "languages", "meeting", "logo", "sources_address")
_LOCAL = ("hours", "meeting")
_USUAL_LANGUAGE = "en"
_SEPARATORS = ",;\t"
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


@dataclass(frozen=True)
class ChapterRow:
    """One chapter of many: `id` names the folder of its flyers, `place` where it was read."""

    id: str
    chapter: Chapter
    place: Place


@dataclass(frozen=True)
class Chapters:
    """The sound chapters in their order, how many there are in all, and what is wrong."""

    rows: tuple[ChapterRow, ...]
    count: int
    findings: tuple[Finding, ...]


def read_chapters(source: Path, known_tags: tuple[str, ...]) -> Chapters:
    """Read a table of chapters, or every TOML file of a folder.

    Args:
        source: a CSV file, or a folder; logos are looked for beside the file that names them.
        known_tags: the languages of the press.

    Raises:
        ContentError: the table as a whole cannot be read, or its columns are not known.
    """
    if source.is_dir():
        read = [_read_file(file, known_tags) for file in sorted(source.glob("*.toml"))]
    else:
        read = list(_read_table(source, known_tags))
    if not read:
        raise ContentError(
            f"There are no chapters in {source}.",
            "Give a table with a row for each chapter, or a folder of chapter files.",
        )
    findings: list[Finding] = []
    rows: dict[str, ChapterRow] = {}
    for row, faults in read:
        findings += faults
        if row is None:
            continue
        if first := rows.get(row.id.casefold()):
            findings.append(_twice(row, first))
        else:
            rows[row.id.casefold()] = row
    return Chapters(tuple(rows.values()), len(read), tuple(findings))


def printable_chapters(
    chapters: Chapters,
    languages: Mapping[str, Language],
    fonts: Mapping[str, tuple[FontFile, ...]],
    tags: Iterable[str],
) -> Chapters:
    """The chapters whose lines the fonts of all editions can print; the others are found wrong."""
    tags = tuple(tags)
    rows, findings = [], list(chapters.findings)
    for row in chapters.rows:
        said = ((tag, each) for tag in tags for each in row.chapter.said(tag))
        faults = unprintable_texts(languages, fonts, said)
        findings += faults
        rows += [] if faults else [row]
    return replace(chapters, rows=tuple(rows), findings=tuple(findings))


_Read = tuple[ChapterRow | None, list[Finding]]


def _twice(row: ChapterRow, first: ChapterRow) -> Finding:
    line = f"line {first.place.line}" if first.place.line else str(first.place.file)
    return Finding(
        "chapters.twice",
        f"the folder “{row.id}” is already that of the chapter in {line}",
        row.place,
        f"Give each chapter a name of its own in a column “{ID}”.",
    )


def _read_file(file: Path, known_tags: tuple[str, ...]) -> _Read:
    chapter, findings = read_chapter(file, known_tags)
    place = Place(file)
    if chapter is None:
        return None, findings
    if not is_folder_name(file.stem):
        return None, [_no_folder(file.stem, place)]
    return ChapterRow(file.stem, chapter, place), []


def _read_table(file: Path, known_tags: tuple[str, ...]) -> Iterator[_Read]:
    text = _text(file)
    unfit = unfit_characters(text, file)
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = [column.strip() for column in next(reader, [])]
        _check_columns(columns, file, known_tags)
        line = reader.line_num + 1
        for cells in reader:
            if faults := [each for each in unfit if _is_within(each, line, reader.line_num)]:
                yield None, faults
            elif any(cell.strip() for cell in cells):
                yield _read_row(columns, cells, Place(file, line), known_tags)
            line = reader.line_num + 1
    except csv.Error as error:
        raise ContentError(
            f"{file}:{reader.line_num} cannot be read as a table: {error}.",
            "A quotation mark may be open there. Save the table anew as “CSV UTF-8”.",
        ) from error


def _is_within(finding: Finding, first: int, last: int) -> bool:
    return finding.where is not None and first <= (finding.where.line or 0) <= last


def _text(file: Path) -> str:
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise ContentError(
            f"{file} cannot be read: {error.strerror}.", "See that the file is there, and yours."
        ) from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentError(
            f"{file}:{line} is not UTF-8 text, so its letters cannot be told for sure.",
            "Save the table as “CSV UTF-8”: in Excel, Save As has it in the list of file types.",
        ) from error
    if "\0" in text:
        raise ContentError(f"{file} is no table of text.", "Save the table as “CSV UTF-8”.")
    return text


def _check_columns(columns: list[str], file: Path, known_tags: tuple[str, ...]) -> None:
    """Raise for columns that are not known, come twice, or are missing."""
    known = [ID, *_PLAIN, *(f"{field}:{tag}" for field in _LOCAL for tag in known_tags)]
    place = Place(file, 1)
    findings = []
    for number, column in enumerate(columns):
        if column not in known:
            close = difflib.get_close_matches(column.casefold().replace(" ", "_"), known, 1, 0.5)
            hint = f"Did you mean “{close[0]}”?" if close else f"Known: {', '.join(known[:8])}."
            findings.append(
                Finding("chapters.column", f"there is no column “{column}”", place, hint)
            )
        elif column in columns[:number]:
            findings.append(
                Finding(
                    "chapters.column", f"the column “{column}” comes twice", place, "Leave one."
                )
            )
    if "name" not in columns:
        findings.append(
            Finding(
                "chapters.column",
                "the column “name” is missing",
                place,
                "Name it in the first row.",
            )
        )
    if findings:
        raise ContentError("The columns of the table hold faults.", findings=tuple(findings))


def _read_row(
    columns: list[str], cells: list[str], place: Place, known_tags: tuple[str, ...]
) -> _Read:
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        said = f"the row has {len(cells)} cells for {len(columns)} columns"
        hint = "A text with a comma stands between quotation marks."
        return None, [Finding("chapters.cells", said, place, hint)]
    given = {c: " ".join(v.split()) for c, v in zip(columns, cells, strict=False) if v.strip()}
    if "name" not in given:
        return None, [Finding("chapters.no-name", "the chapter has no name", place, "Write one.")]
    file = Path(str(place.file))
    named = given.pop(ID, "") or folder_name(given["name"])
    entry, findings = validate(file, {(): place.line or 1}, ChapterFile, _entry(given))
    findings = [replace(each, code="chapters.value") for each in findings]
    if not is_folder_name(named):
        findings.append(_no_folder(named, place))
    if entry is None or findings:
        return None, findings
    chapter, findings = check_chapter(entry, file, {(): place.line or 1}, known_tags)
    return (ChapterRow(named, chapter, place) if chapter else None), findings


def _entry(given: Mapping[str, str]) -> dict[str, Any]:
    """A row as a chapter file would say it."""
    entry: dict[str, Any] = {}
    for column, text in given.items():
        field, _, tag = column.partition(":")
        if tag:
            local = entry.get(field, {})
            said = {_USUAL_LANGUAGE: local} if isinstance(local, str) else local
            entry[field] = {**said, tag: text}
        elif isinstance(entry.get(field), dict):
            entry[field] = {_USUAL_LANGUAGE: text, **entry[field]}
        else:
            entry[field] = text
    spoken = re.split(r"[\s,;]+", entry.get("languages", ""))
    if all(_TAG.fullmatch(tag) for tag in spoken):
        entry["languages"] = tuple(dict.fromkeys(spoken))
    return entry


def _no_folder(name: str, place: Place) -> Finding:
    return Finding(
        "chapters.id",
        f"“{name}” cannot be the name of a folder",
        place,
        f"Write letters, digits and hyphens in a column “{ID}”, at most 60.",
    )
