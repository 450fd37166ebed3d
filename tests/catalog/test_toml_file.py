"""TOML files: each fault with its line, and what was probably meant."""

import re
from pathlib import Path

import pytest

from press.catalog.toml_file import Entry, key_lines, read_tables, read_toml


class Room(Entry):
    name: str
    size: int = 1
    windows: dict[str, int] = {}


class Hut(Entry):
    title: str
    room: tuple[Room, ...] = ()


def write(folder: Path, text: str) -> Path:
    file = folder / "hut.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    hut, findings = read_toml(write(tmp_path, 'title = "x"\n[[room]]\nname = "a"\n'), Hut)
    assert findings == []
    assert hut == Hut(title="x", room=(Room(name="a"),))


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ('title = "x"\nsize = \n', "toml.syntax", 2, "invalid value"),
        ('title = "x\n', "toml.syntax", 1, "illegal character"),
        ("# only a remark\n", "toml.missing", 1, "“title” is missing"),
        ('titel = "x"\ntitle = "x"\n', "toml.unknown-key", 1, "Did you mean “title”?"),
        ('title = "x"\n[[room]]\nname = "a"\nsze = 2\n', "toml.unknown-key", 4, "“size”"),
        ('title = "x"\n\n[[room]]\nname = 3\n', "toml.value", 4, "it says 3"),
        ('title = "x"\n[[room]]\nname = "a"\n[[room]]\nsize = 2\n', "toml.missing", 4, "“name”"),
        ('title = "x"\n[[room]]\nname = "a"\n[room.windows]\nn = "o"\n', "toml.value", 5, "“n”"),
    ],
)
def test_a_fault_is_told_with_its_line(
    tmp_path: Path, text: str, code: str, line: int, words: str
) -> None:
    file = write(tmp_path, text)
    hut, findings = read_toml(file, Hut)
    assert hut is None
    assert [finding.code for finding in findings] == [code]
    assert re.fullmatch(rf"{re.escape(str(file))}:{line}(:\d+)?", str(findings[0].where))
    assert words in f"{findings[0].message} {findings[0].hint}"


def test_all_faults_of_a_file_are_told(tmp_path: Path) -> None:
    text = 'title = 1\n[[room]]\nsize = "big"\n[[room]]\nname = "b"\nhight = 1\n'
    _, findings = read_toml(write(tmp_path, text), Hut)
    assert [finding.where.line for finding in findings if finding.where] == [1, 2, 3, 6]


def test_a_broken_table_does_not_hide_the_others(tmp_path: Path) -> None:
    file = write(tmp_path, '[a]\nname = "a"\n[b]\nsize = 1\n')
    tables = read_tables(file, Room)
    assert tables.sound == {"a": Room(name="a")}
    assert tables.broken == {"b"}
    assert [str(finding.where) for finding in tables.findings] == [f"{file}:3"]


def test_a_file_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    _, missing = read_toml(tmp_path / "none.toml", Hut)
    (tmp_path / "latin.toml").write_bytes('title = "caf\xe9"'.encode("latin-1"))
    _, foreign = read_toml(tmp_path / "latin.toml", Hut)
    assert [f.code for f in missing + foreign] == ["file.unreadable", "file.unreadable"]
    assert str(foreign[0].where) == f"{tmp_path}/latin.toml:1:13"


def test_lines_of_keys_follow_tables_and_arrays() -> None:
    lines = key_lines('a = 1\n[b.c]\n"d e" = 2\n[[f]]\ng = 3\n[[f]]\ng = 4\n')
    assert lines["a",] == 1
    assert lines["b", "c", "d e"] == 3
    assert lines["f", 0, "g"] == 5
    assert lines["f", 1, "g"] == 7
