"""The commands of the folding table, run as an organizer runs them."""

from pathlib import Path

import pikepdf
import pytest
from imposition.table import numbered
from typer.testing import CliRunner, Result

from press.cli import app
from press.errors import PressError, StorageError, UsageError

HALF = (396.0, 612.0)


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if isinstance(result.exception, PressError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def booklet(tmp_path: Path) -> Path:
    file = tmp_path / "booklet.pdf"
    file.write_bytes(numbered(8, HALF))
    return file


def test_a_booklet_is_imposed_and_the_edge_named(booklet: Path) -> None:
    sheets = booklet.with_name("sheets.pdf")
    told = run("impose", booklet, "--scheme", "saddle", "-o", sheets).stderr
    assert "print at 100 %, on both sides, flipped on the short edge:" in told
    with pikepdf.open(sheets) as document:
        assert len(document.pages) == 4


def test_sheets_printed_on_one_side_name_no_edge(booklet: Path) -> None:
    sheets = booklet.with_name("sheets.pdf")
    told = run("impose", booklet, "--scheme", "saddle", "--one-sided", "-o", sheets).stderr
    assert "print at 100 %, on one side:" in told


def test_what_is_lost_is_told(booklet: Path) -> None:
    with pikepdf.open(booklet, allow_overwriting_input=True) as document:
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("one", 0))
        document.save()
    told = run("impose", booklet, "--scheme", "saddle", "-o", booklet.with_name("s.pdf")).stderr
    assert "note: The bookmarks are left out" in told


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be read"):
        run("impose", tmp_path / "none.pdf", "--scheme", "saddle")


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--scheme", "sadle", "sadle"),
        ("--flip", "left", "left"),
        ("--gutter", "-1in", "less than nothing"),
        ("--offset", "1mm", "no offset"),
    ],
)
def test_a_slip_on_the_command_line_is_told(
    booklet: Path, option: str, value: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        run("impose", booklet, "--scheme", "saddle", f"{option}={value}", "-o", booklet)


@pytest.mark.parametrize(("options", "size"), [((), [612, 792]), (("--across",), [792, 612])])
def test_the_calibration_sheet_lies_as_the_sheets_do(
    tmp_path: Path, options: tuple[str, ...], size: list[int]
) -> None:
    sheet = tmp_path / "calibrate.pdf"
    run("calibrate", *options, "-o", sheet)
    with pikepdf.open(sheet) as document:
        assert [float(v) for v in document.pages[0].mediabox[2:]] == size
        assert len(document.pages) == 2


def test_every_scheme_is_explained() -> None:
    told = run("schemes").stderr
    assert "saddle: Booklet, folded once" in told
    assert "zine: Little book of eight pages" in told
