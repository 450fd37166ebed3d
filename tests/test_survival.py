"""A run is never ruined: each fault is done for real, and the next run makes what is missing."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from faults import SIZE
from runs import Run, all_ended, assert_gone, interrupt, kill, kill_a_worker, parts

BUILD = ("build", "-l", "en", "-l", "es", "-l", "fr", "-o")
ALL = 9

Start = Callable[..., Run]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts builds whose French waits at a gate."""
    with all_ended() as runs:

        def begin(output: Path = tmp_path / "out", wait: str = "") -> Run:
            runs.append(Run((*BUILD, str(output)), tmp_path / "gate", WAIT=wait))
            return runs[-1]

        yield begin


def unchanged(run: Run) -> int:
    """How many editions a run found as they were; all are there then."""
    assert run.end() == 0, run.words
    assert f"{ALL} of {ALL} flyers made" in run.words
    found = re.search(r", (\d+) of them unchanged", run.words)
    return int(found[1]) if found else 0


def whole_files(folder: Path) -> int:
    """How many editions are there; every file is whole, and no part is left."""
    files = [path for path in folder.rglob("*.pdf") if not path.name.endswith(".part")]
    assert all(path.stat().st_size == SIZE for path in files)
    return len(files)


def test_ctrl_c_ends_at_once_and_the_next_run_makes_the_rest(start: Start, tmp_path: Path) -> None:
    run = start(wait="fr")
    run.hear("-es-")
    interrupt(run, tmp_path)
    made = whole_files(tmp_path / "out")
    assert 0 < made < ALL
    assert unchanged(start()) == made
    assert whole_files(tmp_path / "out") == ALL


def test_when_the_driver_is_killed_its_workers_end_and_the_next_run_makes_the_rest(
    start: Start, tmp_path: Path
) -> None:
    run = start(wait="fr")
    run.hear("-es-")
    kill(run)
    made = whole_files(tmp_path / "out")
    left = tmp_path / f"out/es/.flyer.pdf.{run.process.pid}.part"
    left.write_bytes(b"half")
    assert made - 1 <= unchanged(start()) <= made  # the last may have lost its record
    assert parts(tmp_path) == []
    assert whole_files(tmp_path / "out") == ALL


def test_a_driver_killed_while_it_starts_leaves_no_worker(start: Start) -> None:
    run = start(wait="en es fr")
    while not (workers := run.workers()):
        assert run.process.poll() is None, run.end()
    run.process.kill()
    assert_gone(workers)


def test_when_a_worker_is_killed_all_is_made(start: Start, tmp_path: Path) -> None:
    run = start(wait="fr")
    run.hear("-es-")
    kill_a_worker(run)
    (tmp_path / "gate").touch()
    assert unchanged(run) == 0
    assert whole_files(tmp_path / "out") == ALL


def test_two_builds_at_once_take_turns(start: Start, tmp_path: Path) -> None:
    first = start(wait="fr")
    first.hear("-es-")
    second = start(wait="fr")
    second.hear("Another build is at work in the same folder; waiting until it is done.")
    (tmp_path / "gate").touch()
    assert unchanged(first) == 0
    assert unchanged(second) == ALL
    assert parts(tmp_path) == []


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Callable[[str], None]]:
    """A small disk of its own at a folder, and a way to change it."""
    folder.mkdir()

    def mount(*arguments: str) -> bool:
        command = ["mount", "-t", "tmpfs", *arguments, "none", str(folder)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    if sys.platform != "linux" or not mount("-o", f"size={size}"):
        pytest.skip("a disk can be mounted only on Linux, by root")
    try:
        yield lambda options: None if mount("-o", f"remount,{options}") else pytest.fail(options)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_stops_with_words_and_the_next_run_makes_the_rest(
    start: Start, tmp_path: Path
) -> None:
    with disk(tmp_path / "out", "160k") as change:
        run = start()
        assert run.end() == 5
        assert "cannot be written: No space left on device." in run.words
        assert "Free some space, or choose another folder with -o." in run.words
        assert "Traceback" not in run.words
        assert parts(tmp_path) == []
        made = whole_files(tmp_path / "out")
        assert 0 < made < ALL
        change("size=10m")
        assert made - 1 <= unchanged(start()) <= made
        assert whole_files(tmp_path / "out") == ALL


def test_a_folder_that_may_only_be_read_is_told_and_is_enough_when_nothing_changed(
    start: Start, tmp_path: Path
) -> None:
    with disk(tmp_path / "out", "10m") as change:
        change("ro")
        run = start()
        assert run.end() == 5
        assert "Read-only file system" in run.words
        assert "Traceback" not in run.words
        change("rw")
        assert unchanged(start()) == 0
        change("ro")
        assert unchanged(start()) == ALL


def test_a_file_in_the_place_of_a_folder_of_the_output_is_told_and_kept(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/en").write_text("mine")
    run = start()
    assert run.end() == 5
    assert "out/en cannot be made" in run.words
    assert (tmp_path / "out/en").read_text() == "mine"
    assert parts(tmp_path) == []
