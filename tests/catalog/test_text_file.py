"""Text files with characters that nobody sees: each told by name, line and column."""

from pathlib import Path

import pytest

from press.catalog.chapter import read_chapter
from press.catalog.po_file import read_po_file
from press.catalog.text_file import pinpoint, read_text
from press.catalog.toml_file import Entry, read_toml
from press.findings import Place


def write(folder: Path, content: bytes | str, name: str = "a.txt") -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_a_text_in_any_script_is_read_with_or_without_a_mark_of_order(tmp_path: Path) -> None:
    text = "Know your rights.\nاعرف حقوقك می\u200cخواهم\n了解您的权利\tनेपाली ខ្មែរ\n"
    for content in (text.encode(), text.encode("utf-8-sig"), text.replace("\n", "\r\n").encode()):
        assert read_text(write(tmp_path, content)) == (text, [])


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u202a", "U+202A LEFT-TO-RIGHT EMBEDDING"),
        ("\u2067", "U+2067 RIGHT-TO-LEFT ISOLATE"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\x00", "U+0000 NULL"),
        ("\x1b", "U+001B ESCAPE"),
        ("\x85", "U+0085 NEXT LINE"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\ufffd", "U+FFFD REPLACEMENT CHARACTER"),
        ("\ufffc", "U+FFFC OBJECT REPLACEMENT CHARACTER"),
        ("\ue000", "U+E000 a character without a name"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\uffff", "U+FFFF a character without a name"),
    ],
)
def test_a_character_that_nobody_sees_is_told_by_name_and_place(
    tmp_path: Path, character: str, name: str
) -> None:
    file = write(tmp_path, f"one\ntwo{character}")
    text, (finding,) = read_text(file)
    assert text is None
    assert finding.code == "text.character"
    assert finding.message == f"{name} must not stand in a text"
    assert str(finding.where) == f"{file}:2:4"
    assert "Delete it" in finding.hint


def test_marks_piled_on_a_letter_are_told(tmp_path: Path) -> None:
    file = write(tmp_path, "a\u0301\nb" + "\u0301" * 9)
    _, (finding,) = read_text(file)
    assert "9 marks are piled on one letter, the first U+0301" in finding.message
    assert str(finding.where) == f"{file}:2:2"


@pytest.mark.parametrize("content", [b"one\ntwo \xff", b"one\ntwo \xed\xa0\x80", b"one\ntwo \xc3"])
def test_what_is_no_utf_8_is_told_with_its_place(tmp_path: Path, content: bytes) -> None:
    file = write(tmp_path, content)
    text, (finding,) = read_text(file)
    assert text is None
    assert finding.code == "file.unreadable"
    assert "no UTF-8 text" in finding.message
    assert "as UTF-8" in finding.hint
    assert str(finding.where) == f"{file}:2:5"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, (finding,) = read_text(tmp_path / "none.txt")
    assert finding.code == "file.unreadable"
    assert "No such file" in finding.message
    assert str(finding.where) == f"{tmp_path}/none.txt"
    assert finding.hint


class Hut(Entry):
    name: str
    rooms: dict[str, str] = {}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('name = "a\\u202Eb"\n', 1),
        ('name = "x"\n[rooms]\na = "b\\u0000"\n', 3),
        ('name = "x"\n[rooms]\n"a\\u2066" = "b"\n', 1),
    ],
)
def test_a_character_written_as_a_code_is_told_too(tmp_path: Path, text: str, line: int) -> None:
    file = write(tmp_path, text, "hut.toml")
    hut, (finding,) = read_toml(file, Hut)
    assert hut is None
    assert finding.code == "text.character"
    assert str(finding.where).startswith(f"{file}:")


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 20_000, "a = 1" + "0" * 5_000, "name = 1" + "[a" + ".a" * 9_000 + "]"]
)
def test_toml_that_goes_too_deep_or_on_too_long_is_a_fault(tmp_path: Path, text: str) -> None:
    hut, findings = read_toml(write(tmp_path, text, "hut.toml"), Hut)
    assert hut is None
    assert findings[0].code in ("toml.syntax", "toml.unknown-key")


def test_every_reader_of_texts_tells_of_them(tmp_path: Path) -> None:
    po = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n\nmsgid "a"\nmsgstr "a\u202eb"\n'
    _, found = read_po_file(write(tmp_path, po, "es.po"))
    assert [str(f.where).rpartition("es.po")[2] for f in found] == [":6:10"]
    _, found = read_chapter(write(tmp_path, 'name = "U\u202es"\n', "c.toml"), ("en",))
    assert [str(f.where).rpartition("c.toml")[2] for f in found] == [":1:10"]


def test_words_are_found_at_or_below_their_line(tmp_path: Path) -> None:
    file = write(tmp_path, "a here\nb\nc here\n\nd there\n")
    assert pinpoint(Place(file, 1), "here") == Place(file, 1, column=3)
    assert pinpoint(Place(file, 2), "here") == Place(file, 3, column=3)
    assert pinpoint(Place(file, 1), "here", after="b") == Place(file, 3, column=3)
    assert pinpoint(Place(file, 3), "there") == Place(file, 3)
    assert pinpoint(Place(file), "here") == Place(file)
