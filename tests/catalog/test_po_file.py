"""The form of PO files: what is read is written again, and gettext's own tools can read it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from press.catalog.po_file import Entry, PoFile, read_po_file, say_po_file
from press.house import find_house

PO_FILES = sorted(find_house().flyers.glob("*/*.po"))
LONG = "A sentence that “needs” more room than one line of a PO file has, and so it is broken. " * 2
ODD = PoFile(
    headers={
        "Language": "pt_BR",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Reviewer": 'Ana "Nina" Souza',
    },
    entries=(
        Entry("door", LONG, LONG, True, LONG + "Once.", ("A note.",), ("flyers/a/en.md:3",)),
        Entry(
            "door",
            "Up to {hours}",
            "Até {hours}",
            flags=("python-brace-format",),
            remarks=("Por quê?",),
        ),
        Entry("", 'a "quoted" word', ""),
    ),
    obsolete=(Entry("gate", "Gone", "Foi", True, LONG), Entry("gate", "Away", "Longe")),
    remarks=("Remarks of the translator.",),
)


def without_lines(po: PoFile) -> list[tuple[object, ...]]:
    return [tuple(vars(entry).values())[:-1] for entry in (*po.entries, *po.obsolete)]


def put(folder: Path, po: PoFile) -> Path:
    file = folder / "pt-BR.po"
    file.write_text(say_po_file(po), encoding="utf-8")
    return file


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    po, findings = read_po_file(put(tmp_path, ODD))
    assert findings == []
    assert po is not None
    assert po.headers == ODD.headers
    assert po.remarks == ODD.remarks
    assert without_lines(po) == without_lines(ODD)
    assert say_po_file(po) == say_po_file(ODD)
    assert po.tag == "pt-BR"


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not on this machine")
def test_gettext_reads_old_english_that_is_broken_across_lines(tmp_path: Path) -> None:
    file = put(tmp_path, ODD)
    done = subprocess.run(
        ["msgcat", "--no-wrap", str(file)], capture_output=True, text=True, check=True
    )
    assert f'#| msgid "{LONG}Once."' in done.stdout
    assert f'#~| msgid "{LONG}"' in done.stdout


@pytest.mark.parametrize("file", PO_FILES, ids=lambda f: f"{f.parent.name}-{f.stem}")
def test_a_shipped_file_is_written_as_it_is(file: Path) -> None:
    po, findings = read_po_file(file)
    assert findings == []
    assert po is not None
    assert say_po_file(po) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ['msgid "a"\nmsgstr a\n', 'msgid "a"\n'])
def test_what_is_no_po_file_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "es.po"
    file.write_text(text, encoding="utf-8")
    po, findings = read_po_file(file)
    assert po is None
    assert findings


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "es.po"
    file.write_bytes(b"\xff\xfe\x00")
    assert [finding.code for finding in read_po_file(file)[1]] == ["file.unreadable"]


@pytest.mark.parametrize("date", ["", "2026-11-25 23:55+0000", "yesterday"])
def test_the_dates_that_an_editor_writes_are_of_no_matter(tmp_path: Path, date: str) -> None:
    file = tmp_path / "es.po"
    said = say_po_file(ODD)
    dated = said.replace('"Language:', f'"POT-Creation-Date: {date}\\n"\n"Language:', 1)
    assert dated != said
    file.write_text(dated, encoding="utf-8")
    po, findings = read_po_file(file)
    assert findings == []
    assert po is not None
    assert po.headers["POT-Creation-Date"] == date
    assert without_lines(po) == without_lines(ODD)
