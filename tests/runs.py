"""Builds in processes of their own, for tests of what a run survives."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import psutil

ROOT = Path(__file__).parent.parent
PATIENCE = 240  # seconds: far more than anything here takes, for machines that are busy


class Run:
    """A build by the command, with the work of `faults`."""

    def __init__(self, build: Sequence[str], gate: Path, **asked: str) -> None:
        self.gate = gate
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-c", "import faults; faults.main()", *build],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
                "GATE": str(gate),
                **asked,
            },
            stderr=subprocess.PIPE,
            text=True,
            # A shell lets what it starts in the background ignore Ctrl-C, tests and all.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def hear(self, words: str) -> None:
        """Read what it says until these words come."""
        assert self.process.stderr
        watch = Timer(PATIENCE, self.process.kill)
        watch.start()
        try:
            for line in self.process.stderr:
                self.said.append(line)
                if words in line:
                    return
        finally:
            watch.cancel()
        raise AssertionError(f"never said {words!r}: {self.words}")

    @property
    def words(self) -> str:
        return "".join(self.said)

    def workers(self) -> list[psutil.Process]:
        """All processes below it."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def end(self) -> int:
        """Hear it to its end; its exit code."""
        _, rest = self.process.communicate(timeout=PATIENCE)
        self.said.append(rest or "")
        return self.process.returncode


@contextmanager
def all_ended() -> Iterator[list[Run]]:
    """A list for runs; those that a failed test leaves are ended."""
    runs: list[Run] = []
    yield runs
    for run in runs:
        if run.process.poll() is None:
            run.process.kill()
            run.process.wait()
        if run.process.stderr:
            run.process.stderr.close()


def interrupt(run: Run, folder: Path) -> None:
    """Ctrl-C: it ends with the words for it, its workers go, and no part of a file is left."""
    workers = run.workers()
    assert workers
    run.process.send_signal(signal.SIGINT)
    assert run.end() == 130
    assert "Stopped. The files made so far are whole." in run.words
    assert "Traceback" not in run.words
    assert_gone(workers)
    assert parts(folder) == []


def kill(run: Run) -> None:
    """The driver is killed; its workers go by themselves."""
    workers = run.workers()
    assert workers
    run.process.kill()
    run.end()
    assert_gone(workers)


def kill_a_worker(run: Run) -> None:
    """One worker is killed."""
    next(each for each in run.workers() if "spawn_main" in " ".join(each.cmdline())).kill()


def parts(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.endswith(".part")]


def assert_gone(processes: list[psutil.Process]) -> None:
    _, alive = psutil.wait_procs(processes, timeout=PATIENCE)
    assert alive == []
