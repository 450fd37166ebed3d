"""The command for many chapters, run as people run it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from press.cli import app

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


def test_one_chapter_and_many_are_not_asked_for_at_once(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="not both"):
        CliRunner().invoke(
            app,
            [*CARDS, "--chapters", str(tmp_path), "--chapter", str(tmp_path / "c.toml")],
            catch_exceptions=False,
        )
