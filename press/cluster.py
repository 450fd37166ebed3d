"""Many machines: the editions made by the workers of a Dask cluster."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from press.errors import MissingError, UsageError
from press.house import find_house
from press.state import state_of_code, state_of_fonts, state_of_libraries

_PATIENCE = "20s"
_PARTS = ("program", "libraries", "fonts")


@contextmanager
def executor_named(name: str) -> Iterator[Executor | None]:
    """The executor that was named, such as "dask:tcp://host:8786"; None when none was.

    Raises:
        UsageError: it is none that the press knows.
        MissingError: its packages are not there, it does not answer, or a worker is not as we are.
    """
    if not name:
        yield None
        return
    kind, _, address = name.partition(":")
    if kind != "dask" or not address:
        raise UsageError(
            f"There is no executor “{name}”.", "Write it as dask:tcp://host:port, or leave it out."
        )
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingError(
            "To use a cluster, packages are missing.", "Run: pip install 'flyer-press[cluster]'"
        ) from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise MissingError(
            f"No cluster answers at {address}.", "Start its scheduler, or leave --executor out."
        ) from error
    with client:
        check_workers(stand_here(), client.run(stand_here))
        yield client.get_executor(pure=False)


def stand_here() -> tuple[str, ...]:
    """What must be the same at all workers: the program, the libraries and the fonts."""
    return state_of_code(), state_of_libraries(), state_of_fonts(find_house().fonts)


def check_workers(here: tuple[str, ...], found: dict[str, tuple[str, ...]]) -> None:
    """Every worker is as we are.

    Raises:
        MissingError: there is none, or one of them differs.
    """
    if not found:
        raise MissingError("The cluster has no workers.", "Start workers, then run the same again.")
    for worker, there in sorted(found.items()):
        other = [part for part, a, b in zip(_PARTS, here, there, strict=True) if a != b]
        if other:
            raise MissingError(
                f"The worker {worker} has another version of: {', '.join(other)}.",
                "Bring the same checkout and the same requirements.lock to each worker.",
            )
