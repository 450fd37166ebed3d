"""What is told to people: the place first, and nothing that would steer their terminal."""

from pathlib import Path

import pytest

from press.errors import ContentError
from press.findings import Finding, Place
from press.report import tell_error


def test_an_error_is_told_with_every_place_and_remedy(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    findings = (
        Finding("a.b", "a slip", Place(tmp_path / "x.toml", 3, column=7), "mend it"),
        Finding("a.c", "[bold]another[/]", Place(tmp_path / "y.po", 4), "mend it too"),
        Finding("a.d", "a third", Place("layouts/z.html"), "mend all"),
    )
    tell_error(ContentError("Faults.", "Mend them.", findings))
    assert capsys.readouterr().err.splitlines() == [
        "x.toml:3:7: error: a slip [a.b]",
        "    mend it",
        "y.po:4: error: [bold]another[/] [a.c]",
        "    mend it too",
        "layouts/z.html: error: a third [a.d]",
        "    mend all",
        "Faults.",
        "    Mend them.",
    ]


def test_what_would_steer_a_terminal_is_told_by_number(capsys: pytest.CaptureFixture[str]) -> None:
    tell_error(ContentError("\x1b[31mred\x1b[0m \u202ebackwards\x07", "\x9b2J"))
    words = capsys.readouterr().err
    assert "U+001B[31mredU+001B[0m U+202EbackwardsU+0007" in words
    assert "U+009B2J" in words
    assert words.isprintable() or set(words) - {"\n"} == {c for c in words if c.isprintable()}
