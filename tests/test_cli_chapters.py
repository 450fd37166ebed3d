"""The command for many chapters, run as people run it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from press.cli import app
from press.errors import ContentError, UsageError

TOO_WIDE = "+1 617 555 0142 617 555 0142 61"
CARDS = ["build", "-l", "en", "-f", "know-your-rights", "-s", "card"]


def run(table: Path, folder: Path, *more: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*CARDS, "--chapters", str(table), "-o", str(folder), *more])
    return done.exit_code, done.output


def test_a_wrong_row_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    table = tmp_path / "chapters.csv"
    table.write_text("name,hotline\nA,617-555-0142\nB,12\nC,617-555-0143\n", encoding="utf-8")
    code, said = run(table, tmp_path / "out")
    assert code == 4
    assert "chapters.csv:3: error" in said.replace("\n", "")
    assert "2 flyers made for 2 chapters" in said
    made = {file.relative_to(tmp_path / "out").as_posix() for file in tmp_path.rglob("*.pdf")}
    assert made == {f"{name}/en/know-your-rights-en-card-office.pdf" for name in "ac"}
    table.write_text("name,hotline\nA,617-555-0142\nC,617-555-0143\n", encoding="utf-8")
    code, said = run(table, tmp_path / "out")
    assert code == 0
    assert "0 flyers made for 2 chapters, and 2 were there before" in said


def test_columns_that_are_not_known_stop_the_run(tmp_path: Path) -> None:
    table = tmp_path / "chapters.csv"
    table.write_text("name,hotlin\nA,617-555-0142\n", encoding="utf-8")
    with pytest.raises(Exception, match="columns") as raised:
        CliRunner().invoke(
            app, [*CARDS, "--chapters", str(table), "-o", str(tmp_path)], catch_exceptions=False
        )
    assert raised.value.exit_code == 4  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "more",
    [
        ("--chapter", "c.toml"),
        ("--dry-run",),
        ("--executor", "dask:tcp://host:1"),
        ("-o", "memory://flyers"),
    ],
)
def test_what_does_not_go_with_many_chapters_is_a_usage_error(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    words = "--chapters does not go with --chapter, --dry-run, --executor or an address after -o"
    with pytest.raises(UsageError, match=words) as raised:
        CliRunner().invoke(
            app, [*CARDS, "--chapters", str(tmp_path), *more], catch_exceptions=False
        )
    assert raised.value.exit_code == 2
    assert "into a folder" in raised.value.hint


def test_a_table_without_a_sound_row_stops_the_run(tmp_path: Path) -> None:
    table = tmp_path / "chapters.csv"
    table.write_text("name,hotline\nA,12\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"No chapter in .*chapters\.csv is sound") as raised:
        CliRunner().invoke(
            app, [*CARDS, "--chapters", str(table), "-o", str(tmp_path)], catch_exceptions=False
        )
    assert "run the same again" in raised.value.hint
    assert [finding.code for finding in raised.value.findings] == ["chapters.value"]


def test_a_chapter_whose_lines_do_not_fit_is_told_at_its_row(tmp_path: Path) -> None:
    table = tmp_path / "chapters.csv"
    table.write_text(f"name,hotline\nA,617-555-0142\nB,{TOO_WIDE}\n", encoding="utf-8")
    code, said = run(table, tmp_path / "out")
    assert code == 1
    words = " ".join(said.split())
    assert "chapters.csv:3: error: know-your-rights-en-card-office.pdf for “b” was not" in words
    assert "[chapters.not-made]" in words
    assert "1 flyers made for 2 chapters" in words
    assert [file.parts[-3] for file in (tmp_path / "out").rglob("*.pdf")] == ["a"]


def test_flyers_are_made_again_by_force(tmp_path: Path) -> None:
    table = tmp_path / "chapters.csv"
    table.write_text("name,hotline\nA,617-555-0142\n", encoding="utf-8")
    for more, made in (((), 1), ((), 0), (("--force",), 1)):
        code, said = run(table, tmp_path / "out", *more)
        assert code == 0
        assert f"\n{made} flyers made for 1 chapters" in said
