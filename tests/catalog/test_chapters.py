"""Tables of chapters, as spreadsheets save them and people fill them in."""

from pathlib import Path

import pytest
from PIL import Image

from press.catalog.catalog import Catalog
from press.catalog.chapters import Chapters, printable_chapters, read_chapters
from press.errors import ContentError

TAGS = ("en", "es", "ar", "hi", "pt-BR", "zh-Hans")


def read(folder: Path, table: str | bytes) -> Chapters:
    file = folder / "chapters.csv"
    file.write_bytes(table if isinstance(table, bytes) else table.encode())
    return read_chapters(file, TAGS)


def told(chapters: Chapters) -> list[tuple[int | None, str]]:
    return [(f.where.line if f.where else None, f.code) for f in chapters.findings]


def test_a_row_says_what_a_chapter_file_says(tmp_path: Path) -> None:
    Image.new("L", (40, 20), 0).save(tmp_path / "logo.png")
    chapters = read(
        tmp_path,
        "id,name,hotline,hours,hours:es,languages,meeting,logo,sources_address\n"
        'c1,Centro,617-555-0142,daily,a diario,"en, es, pt-BR","Hall, 2 pm",logo.png,'
        "https://example.org/x\n",
    )
    (row,) = chapters.rows
    entry = row.chapter.entry
    assert (row.id, entry.name, entry.hotline) == ("c1", "Centro", "617-555-0142")
    assert (row.chapter.hours("en"), row.chapter.hours("es")) == ("daily", "a diario")
    assert row.chapter.hours("ar") == "daily"
    assert entry.languages == ("en", "es", "pt-BR")
    assert entry.meeting == "Hall, 2 pm"
    assert entry.sources_address == "https://example.org/x"
    assert row.chapter.logo is not None
    assert chapters.findings == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_from_excel_is_read(tmp_path: Path, separator: str, end: str) -> None:
    lines = [["name", "hotline", "meeting"], ["Año Nuevo", "617-555-0142", '"Hall,\r\n2; pm"']]
    table = end.join(separator.join(cells) for cells in lines) + end
    (row,) = read(tmp_path, b"\xef\xbb\xbf" + table.encode()).rows
    assert (row.id, row.chapter.entry.name) == ("año-nuevo", "Año Nuevo")
    assert row.chapter.entry.meeting == "Hall, 2; pm"


def test_a_wrong_row_is_told_by_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    chapters = read(
        tmp_path,
        "name,hotline,languages,meeting,logo\n"
        'A,617-555-0142,en,"Hall,\n2 pm",\n'
        "B,12,,,\n"
        ",617-555-0142,,,\n"
        "\n"
        "C,617-555-0143,en qq,,\n"
        "D,617-555-0144,,,none.png\n"
        "E,617-555-0145,,Hall, 2 pm,logo.png\n"
        "F,617-555-0146,,,\n",
    )
    assert [row.id for row in chapters.rows] == ["a", "f"]
    assert chapters.count == 7
    assert told(chapters) == [
        (4, "chapters.value"),
        (5, "chapters.no-name"),
        (7, "chapter.unknown-language"),
        (8, "logo.missing"),
        (9, "chapters.cells"),
    ]
    assert "617-555-0142" in chapters.findings[0].message


def test_two_rows_may_not_share_a_folder(tmp_path: Path) -> None:
    chapters = read(tmp_path, "id,name\nx,A\n,X!\ny,B\n")
    assert [row.id for row in chapters.rows] == ["x", "y"]
    assert told(chapters) == [(3, "chapters.twice")]
    assert "line 2" in chapters.findings[0].message


@pytest.mark.parametrize("name", ["../up", "a/b", ".hidden", "x" * 61, "a b"])
def test_an_id_must_be_a_plain_folder_name(tmp_path: Path, name: str) -> None:
    assert told(read(tmp_path, f"id,name\n{name},A\nb,B\n")) == [(2, "chapters.id")]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("St. Mary’s & Co", "st-mary-s-co"),
        ("पड़ोसी समिति", "पड़ोसी-समिति"),
        ("لجنة الحي", "لجنة-الحي"),
    ],
)
def test_a_folder_is_named_after_its_chapter_in_any_script(
    tmp_path: Path, name: str, folder: str
) -> None:
    (row,) = read(tmp_path, f"name\n{name}\n").rows
    assert row.id == folder


@pytest.mark.parametrize(
    ("head", "hint"),
    [
        ("name,hotlin", "hotline"),
        ("name,Hours", "hours"),
        ("name,hours:e", "hours:es"),
        ("name,name", ""),
        ("hotline", ""),
    ],
)
def test_columns_that_are_not_known_are_told_with_the_nearest(
    tmp_path: Path, head: str, hint: str
) -> None:
    with pytest.raises(ContentError) as raised:
        read(tmp_path, f"{head}\nA,B\n")
    assert raised.value.message == "The columns of the table hold faults."
    (finding,) = raised.value.findings
    assert finding.code == "chapters.column"
    assert finding.where is not None
    assert finding.where.line == 1
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name\nA\nAño\n".encode("cp1252"), "chapters.csv:3 is not UTF-8"),
        ("name\nA\n".encode("utf-16"), "chapters.csv:1 is not UTF-8"),
        (b'name,hours\n"A,b\nc\n', "cannot be read as a table"),
        (b"name\n", "There are no chapters in .*chapters.csv"),
        (b"name\0\nA\n", "chapters.csv is no table of text"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_in_plain_words(
    tmp_path: Path, table: bytes, said: str
) -> None:
    with pytest.raises(ContentError, match=said) as raised:
        read(tmp_path, table)
    assert raised.value.hint


def test_a_folder_of_chapter_files_is_read(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('name = "B"\n', encoding="utf-8")
    (tmp_path / "a.toml").write_text('name = "A"\nhotline = "1"\n', encoding="utf-8")
    chapters = read_chapters(tmp_path, TAGS)
    assert [row.id for row in chapters.rows] == ["b"]
    assert [(f.where.file, f.where.line) for f in chapters.findings if f.where] == [
        (tmp_path / "a.toml", 2)
    ]


def test_a_row_with_a_mark_of_direction_is_told_by_its_column_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    table = "name,hotline\nA,617-555-0101\nB\u202e,617-555-0102\n"
    chapters = read(tmp_path, table.encode())
    assert [row.id for row in chapters.rows] == ["a"]
    (finding,) = chapters.findings
    assert str(finding.where) == f"{tmp_path / 'chapters.csv'}:3:2"
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in finding.message


def test_a_row_that_no_font_of_an_edition_can_print_is_wrong(
    tmp_path: Path, catalog: Catalog
) -> None:
    chapters = read(tmp_path, "name\nVecinos\n\U0001f600 Vecinos\n".encode())
    told = printable_chapters(chapters, catalog.languages, catalog.fonts, ["en"])
    assert [row.chapter.entry.name for row in told.rows] == ["Vecinos"]
    assert [f.where.line for f in told.findings if f.where] == [3]
    assert told.count == 2
