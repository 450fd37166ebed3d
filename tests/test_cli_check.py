"""The check command: words to stderr, JSON to stdout, and an exit code that scripts can trust."""

import json
from pathlib import Path

import made
import pytest
from reportlab.pdfgen.canvas import Canvas
from test_cli import run


def red(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.6, 0, 0)
    canvas.setFont(made.FONT, 12)
    canvas.drawString(144, 300, "Red")


def short(canvas: Canvas) -> None:
    canvas.setFillGray(0)
    canvas.setFont(made.FONT, 12)
    canvas.drawString(72, 72, "Short")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound file, one in color, one that is to be put on sheets first, and one that is no PDF."""
    below = tmp_path / "out" / "en"
    below.mkdir(parents=True)
    (below / "sound-en-letter-office.pdf").write_bytes(made.office())
    (below / "red-en-letter-office.PDF").write_bytes(made.office(made.words, red))
    (below / "card-en-card-office.pdf").write_bytes(made.office(short, size=(306, 396)))
    (below / "notes.txt").write_text("not looked at")
    (tmp_path / "broken.pdf").write_bytes(b"no PDF")
    return tmp_path


def test_a_sound_file_ends_with_zero(folder: Path) -> None:
    done = run("check", "out/en/sound-en-letter-office.pdf", folder=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert done.stderr == "1 of 1 files are fit to print.\n"


def test_all_files_of_a_folder_are_told_and_a_fault_ends_with_six(folder: Path) -> None:
    done = run("check", "out", folder=folder)
    assert done.returncode == 6
    assert (
        "out/en/red-en-letter-office.PDF: error: page 2 has color: text [ink.gray]" in done.stderr
    )
    assert "or allow color with --color." in done.stderr
    assert (
        "card-en-card-office.pdf: warning: its pages are of the size quarter-letter" in done.stderr
    )
    assert done.stderr.endswith("2 of 3 files are fit to print, 1 failed, 1 warnings.\n")


def test_warnings_alone_end_with_zero_and_color_may_be_allowed(folder: Path) -> None:
    assert run("check", "out", "--color", folder=folder).returncode == 0


def test_a_file_that_cannot_be_read_ends_with_five(folder: Path) -> None:
    done = run(
        "check", "broken.pdf", "gone.pdf", "out/en/sound-en-letter-office.pdf", folder=folder
    )
    assert done.returncode == 5
    assert "broken.pdf is not a sound PDF." in done.stderr
    assert "gone.pdf cannot be read: No such file or directory." in done.stderr
    assert "1 of 3 files are fit to print, 2 could not be read." in done.stderr


def test_a_folder_without_pdfs_and_an_unknown_press_are_slips(tmp_path: Path) -> None:
    empty = run("check", ".", folder=tmp_path)
    assert empty.returncode == 2
    assert "There is no PDF in" in empty.stderr
    wrong = run("check", ".", "--press", "ofice", folder=tmp_path)
    assert wrong.returncode == 2
    assert "Did you mean office?" in wrong.stderr


def test_json_tells_the_same_to_machines(folder: Path) -> None:
    (folder / "x.pdf").write_bytes(made.shop())
    done = run(
        "check", "x.pdf", "out/en/red-en-letter-office.PDF", "broken.pdf", "--json", folder=folder
    )
    assert done.returncode == 6
    assert done.stderr == ""
    shop, red_file, broken = json.loads(done.stdout)["files"]
    assert shop == {
        "file": "x.pdf",
        "press": "shop",
        "standard": "PDF/X-4",
        "passed": True,
        "error": None,
        "findings": [],
    }
    (finding,) = red_file["findings"]
    assert (red_file["press"], red_file["passed"]) == ("office", False)
    assert (finding["code"], finding["severity"]) == ("ink.gray", "error")
    assert finding["where"] == {"file": "out/en/red-en-letter-office.PDF", "page": 2}
    assert finding["hint"].endswith("--color.")
    assert (broken["press"], broken["passed"]) == (None, False)
    assert broken["error"] == "broken.pdf is not a sound PDF."
