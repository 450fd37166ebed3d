"""Limits of one edition: how long it may take, and how much memory."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from press.errors import EditionError

_LOOK_EVERY = 0.25
_STATUS = Path("/proc/self/statm")
_PAGE = 4096


@dataclass(frozen=True)
class Limits:
    """`seconds` of an edition, and `memory` of its process in bytes."""

    seconds: float = 120.0
    memory: int = 2 << 30


USUAL_LIMITS = Limits()


@contextmanager
def limited(limits: Limits) -> Iterator[None]:
    """Stop what runs inside once it is beyond its limits.

    It looks by the clock's signal, so that no part of the work has to take part in it; threads
    other than the main one, and systems without that signal, are not looked after.

    Raises:
        EditionError: from inside, wherever the work is.
    """
    if not hasattr(signal, "SIGALRM") or threading.current_thread() != threading.main_thread():
        yield
        return
    end = time.monotonic() + limits.seconds

    def look(*_: object) -> None:
        if time.monotonic() > end:
            raise took_too_long(limits)
        if _memory() > limits.memory:
            raise EditionError(
                f"It was stopped: it took more than {limits.memory / (1 << 30):.1f} GB of memory.",
                "A text or a logo may be far too large; see what was last changed in it.",
            )

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, min(_LOOK_EVERY, limits.seconds), _LOOK_EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def took_too_long(limits: Limits) -> EditionError:
    """What is told of an edition that did not end."""
    return EditionError(
        f"It was stopped: it took longer than {limits.seconds:.0f} seconds.",
        "A text may be far too long; see what was last changed in it, then run the same again.",
    )


def _memory() -> int:
    """What this process holds in memory, in bytes; 0 where the system does not tell."""
    try:
        return int(_STATUS.read_text().split()[1]) * _PAGE
    except OSError:
        return 0
