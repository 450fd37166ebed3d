"""What a process opens and connects to, seen by Python's own audit."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_watchers: list[list[str]] = []


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" or event.startswith(("socket.", "ftplib.", "subprocess.")):
        for seen in _watchers:
            seen.append(f"{event} {arguments[0]!r}")


sys.addaudithook(_audit)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Every file that Python opens meanwhile, and every socket, as "event argument"."""
    seen: list[str] = []
    _watchers.append(seen)
    try:
        yield seen
    finally:
        # By identity: two watchers that saw the same are equal.
        _watchers[:] = [each for each in _watchers if each is not seen]
