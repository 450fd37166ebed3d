"""What a run cost: time, CPU time and memory, of this process, of its commands, or of a tree."""

import ctypes
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_SET_SUBREAPER = 36  # of prctl(2)
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes
_MEGA = 1e6


@dataclass(frozen=True)
class Cost:
    """One run: documents made, seconds on the wall, seconds of CPU, and the largest process in MB.

    `cpu` and `memory` are None where the system does not tell them.
    """

    documents: int
    wall: float
    cpu: float | None
    memory: float | None

    @property
    def cores(self) -> float | None:
        """How many cores were busy, on average."""
        return None if self.cpu is None else self.cpu / self.wall


class CommandError(Exception):
    """A command that is measured ended badly; the message holds the end of what it said."""


def measure(work: Callable[[], int]) -> Cost:
    """Measure work that this process does itself; it returns how many documents it made."""
    started, before = time.perf_counter(), _seconds(resource.RUSAGE_SELF)
    documents = work()
    wall = time.perf_counter() - started
    cpu = _seconds(resource.RUSAGE_SELF) - before
    return Cost(documents, wall, cpu, _largest(resource.RUSAGE_SELF))


def measure_commands(
    commands: Sequence[Sequence[str]],
    folder: Path,
    environment: dict[str, str],
    count: Callable[[], int],
) -> Cost:
    """Measure commands run one after another, with all the processes that they start.

    Args:
        commands: with their arguments.
        folder: where they run.
        environment: what is set for them beside this process's own.
        count: tells afterwards how many documents there are.

    Raises:
        CommandError: one ended badly.
    """
    _adopt_orphans()
    wall, before = 0.0, _seconds(resource.RUSAGE_CHILDREN)
    for command in commands:
        started = time.perf_counter()
        ended = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        wall += time.perf_counter() - started
        if ended.returncode:
            raise CommandError(
                f"{Path(command[0]).name} ended with {ended.returncode}: {ended.stderr[-800:]}"
            )
    _wait_for_all()
    cpu = _seconds(resource.RUSAGE_CHILDREN) - before
    return Cost(count(), wall, cpu, _largest(resource.RUSAGE_CHILDREN))


def measure_tree(root: int, work: Callable[[], int]) -> Cost:
    """Measure work that another process, with its children, does for this one."""
    started, before = time.perf_counter(), tree_cpu(root)
    documents = work()
    wall, after = time.perf_counter() - started, tree_cpu(root)
    cpu = None if before is None or after is None else after - before
    return Cost(documents, wall, cpu, _tree_memory(root))


def tree_cpu(root: int) -> float | None:
    """Seconds of CPU of a living process and its descendants, ended ones included."""
    ticks = [sum(map(int, fields[11:15])) for fields in _tree(root)]
    return sum(ticks) / os.sysconf("SC_CLK_TCK") if ticks else None


def _tree_memory(root: int) -> float | None:
    peaks = []
    for fields in _tree(root):
        status = _read(Path("/proc") / fields[-1] / "status")
        peaks += [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
    return max(peaks) * 1024 / _MEGA if peaks else None


def _tree(root: int) -> list[list[str]]:
    """The fields of /proc/<pid>/stat after the name, then the pid, of a process and its tree."""
    processes: dict[int, list[str]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        if stat := _read(folder / "stat"):
            processes[int(folder.name)] = [*stat.rpartition(")")[2].split(), folder.name]
    wanted, found = {root}, []
    while wanted:
        found += [processes[pid] for pid in wanted if pid in processes]
        wanted = {pid for pid, fields in processes.items() if int(fields[1]) in wanted}
    return found


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:  # the process ended meanwhile
        return ""


def _seconds(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _largest(who: int) -> float:
    return resource.getrusage(who).ru_maxrss * _MAXRSS_UNIT / _MEGA


def _adopt_orphans() -> None:
    """Let what a command leaves behind, such as a fork server, count as this process's child."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_SUBREAPER, 1, 0, 0, 0)


def _wait_for_all() -> None:
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return
