"""Running work on executors: a warm pool of processes, this process, or any that is given."""

import multiprocessing
import os
import signal
import tempfile
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any, Protocol, TypeVar

from press.errors import EditionError
from press.house import House
from press.limits import Limits, took_too_long
from press.worker import begin


class Job(Protocol):
    """What a worker is given; it can be sent to another process."""

    @property
    def house(self) -> House:
        """Where its fonts are."""


J = TypeVar("J", bound=Job)
R = TypeVar("R")
Work = Callable[[J, Limits], R | EditionError]
Results = Generator[tuple[J, R | EditionError], None, None]

_GRACE = 30.0  # seconds beyond the limit: a worker that is still silent then hangs


class Here(Executor):
    """An executor that does the work in this process, at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it, and return it done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_on(
    executor: Executor, jobs: Sequence[J], limits: Limits, work: Work[J, R]
) -> Results[J, R]:
    """Results of an executor, as they come."""
    waiting = deque(jobs)
    ahead = 1 if isinstance(executor, Here) else len(jobs)
    running: dict[Future[R | EditionError], J] = {}
    try:
        while waiting or running:
            while waiting and len(running) < ahead:
                job = waiting.popleft()
                running[executor.submit(work, job, limits)] = job
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(future), future.result()
    finally:
        for future in running:
            future.cancel()


def run_in_pool(
    jobs: Sequence[J], limits: Limits, work: Work[J, R], most: int = 1
) -> Results[J, R]:
    """Results of a pool of processes, as they come.

    A worker that dies takes the pool with it. Those that were running then are tried once more,
    each alone, so that the one at fault is known; the others go on in a new pool.

    Args:
        jobs: the work, in the order in which it is begun.
        limits: of each document.
        work: does a job; a function that another process finds by its name.
        most: documents of one job.
    """
    waiting, again = deque(jobs), deque[J]()
    patience = limits.seconds * most + _GRACE
    while waiting:
        width = min(cores(), len(waiting))
        again += yield from _shift(waiting, limits, work, width, patience)
    while again:
        for job in (yield from _shift(again, limits, work, 1, patience)):
            yield (
                job,
                EditionError(
                    "The process that made it was ended from outside, or crashed, twice.",
                    "Memory may be short: close other programs, then run the same again.",
                ),
            )


def _shift(
    waiting: deque[J], limits: Limits, work: Work[J, R], width: int, patience: float
) -> Generator[tuple[J, R | EditionError], None, list[J]]:
    """Take from what is waiting until nothing is, or the pool breaks.

    Returns:
        What was running when it broke.
    """
    running: dict[Future[R | EditionError], tuple[J, float]] = {}
    with _pool(width, waiting[0].house.fonts) as pool:
        while waiting or running:
            while waiting and len(running) < width:
                try:
                    with _interrupts_held():
                        future = pool.submit(work, waiting[0], limits)
                except BrokenExecutor:
                    return [job for job, _ in running.values()]
                running[future] = (waiting.popleft(), time.monotonic())
            done = wait(running, timeout=1, return_when=FIRST_COMPLETED).done
            for future in done:
                if isinstance(future.exception(), BrokenExecutor):
                    continue
                job, _ = running.pop(future)
                yield job, future.result()
            if any(future in running for future in done):
                return [job for job, _ in running.values()]
            late = time.monotonic() - patience
            if any(start < late for _, start in running.values()):
                for job, start in running.values():
                    if start < late:
                        yield job, took_too_long(limits)
                    else:
                        waiting.appendleft(job)
                return []
    return []


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while a process is started: none is half started, and all inherit that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which would let Ctrl-C through when it starts later
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _pool(width: int, fonts: Path) -> Iterator[ProcessPoolExecutor]:
    """A warm pool; at its end, however that comes, none of its processes is left."""
    others = set(multiprocessing.active_children())
    with tempfile.TemporaryDirectory(prefix="flyer-press-", ignore_cleanup_errors=True) as scratch:
        pool = ProcessPoolExecutor(
            width, multiprocessing.get_context("spawn"), begin, (fonts, scratch)
        )
        try:
            yield pool
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            while left := set(multiprocessing.active_children()) - others:
                for process in left:
                    process.kill()
                    process.join(1)
