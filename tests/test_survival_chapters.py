"""A run for many chapters is never ruined either: what is missing is made by the next."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from runs import Run, all_ended, interrupt, kill, kill_a_worker, parts

CHAPTERS = 4
ALL = 3 * CHAPTERS
BUILD = ("build", "-l", "en", "-l", "es", "-l", "fr", "-f", "know-your-rights", "-s", "card")

Start = Callable[..., Run]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts builds for a few chapters."""
    table = tmp_path / "chapters.csv"
    table.write_text("name\nA\nB\nC\nD\n", encoding="utf-8")
    build = (*BUILD, "--chapters", str(table), "-o", str(tmp_path / "out"))
    with all_ended() as runs:

        def begin(**asked: str) -> Run:
            runs.append(Run(build, tmp_path / "gate", **asked))
            return runs[-1]

        yield begin


def made(folder: Path) -> int:
    """How many documents are there."""
    return len(list(folder.rglob("*.pdf")))


def test_ctrl_c_ends_at_once_and_the_next_run_goes_on(start: Start, tmp_path: Path) -> None:
    run = start(WAIT="fr")
    run.hear("-es-")
    interrupt(run, tmp_path)
    before = made(tmp_path / "out")
    assert CHAPTERS < before < ALL
    rest = start()
    assert rest.end() == 0
    assert f"{ALL - before} flyers made for {CHAPTERS} chapters, and {before} were" in rest.words
    assert made(tmp_path / "out") == ALL


def test_what_a_killed_run_left_half_is_swept_up(start: Start, tmp_path: Path) -> None:
    run = start(WAIT="fr")
    run.hear("-es-")
    kill(run)
    (tmp_path / f"out/a/es/.flyer.pdf.{run.process.pid}.part").write_bytes(b"half")
    assert start().end() == 0
    assert parts(tmp_path) == []
    assert made(tmp_path / "out") == ALL


def test_when_a_worker_is_killed_all_is_made(start: Start, tmp_path: Path) -> None:
    run = start(WAIT="fr")
    run.hear("-es-")
    kill_a_worker(run)
    (tmp_path / "gate").touch()
    assert run.end() == 0, run.words
    assert made(tmp_path / "out") == ALL


def test_an_edition_whose_worker_dies_each_time_is_told_and_the_others_are_made(
    start: Start, tmp_path: Path
) -> None:
    run = start(DIE="es")
    assert run.end() == 1
    assert "stopped before its end: know-your-rights-es-card-office.pdf" in run.words
    assert "ended from outside, or crashed, twice" in run.words
    assert parts(tmp_path) == []
    assert made(tmp_path / "out") == ALL - CHAPTERS + 2
    assert start().end() == 0
    assert made(tmp_path / "out") == ALL


def test_two_runs_at_once_take_turns(start: Start, tmp_path: Path) -> None:
    first = start(WAIT="fr")
    first.hear("-es-")
    second = start()
    second.hear("Another build is at work in the same folder; waiting until it is done.")
    (tmp_path / "gate").touch()
    assert first.end() == 0
    assert second.end() == 0
    assert f"0 flyers made for {CHAPTERS} chapters, and {ALL} were there before" in second.words


def test_a_file_in_the_place_of_a_chapters_folder_is_told_and_kept(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a").write_text("mine", encoding="utf-8")
    run = start()
    assert run.end() == 5
    assert "out/a" in run.words
    assert "Traceback" not in run.words
    assert (tmp_path / "out/a").read_text(encoding="utf-8") == "mine"
    assert parts(tmp_path) == []
