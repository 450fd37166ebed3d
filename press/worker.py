"""What a worker does: one edition after another, in a process of its own or in this one."""

import gc
import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from press.errors import EditionError, ImpositionError, UsageError
from press.house import find_house
from press.limits import Limits, limited
from press.outcome import Printed
from press.ticket import Ticket

if TYPE_CHECKING:
    from press.typesetting.engine import Typesetter

# WeasyPrint's warnings are gathered a process, so threads take turns.
_TURN = threading.Lock()


def begin(fonts: Path, scratch: str) -> None:
    """Make a process ready, once: it ends with its driver, leaves Ctrl-C to it, and is warm.

    Args:
        fonts: the folder of fonts.
        scratch: a folder for temporary files, which the driver removes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_driver, daemon=True).start()
    tempfile.tempdir = scratch
    with suppress(Exception):  # whatever is wrong is told by the first edition
        typesetter(fonts)
        import press.job  # noqa: F401  (loading it is what takes long)
    gc.collect()
    gc.freeze()


def work(ticket: Ticket, limits: Limits) -> Printed | EditionError:
    """Make one edition, or say why it cannot be made.

    On another machine, the house is the one that the press finds there.

    Raises:
        PressError: something is wrong with all editions.
    """
    from press.job import make_edition

    if not ticket.house.fonts.is_dir():
        ticket = ticket.moved_to(find_house())
    with _TURN:
        gc.disable()
        try:
            with guarded(limits):
                return make_edition(ticket, typesetter(ticket.house.fonts))
        except EditionError as error:
            return error
        except UsageError as error:  # of its size, which other editions need not have
            return ImpositionError(error.message, error.hint, error.findings)
        finally:
            gc.enable()
            gc.collect()


@contextmanager
def guarded(limits: Limits) -> Iterator[None]:
    """Stop what runs inside once it is beyond its limits, or memory is short.

    Raises:
        EditionError: from inside, wherever the work is.
    """
    try:
        with limited(limits):
            yield
    except MemoryError:
        raise EditionError(
            "It was stopped: there is not enough memory.",
            "Close other programs, then run the same again.",
        ) from None


@cache
def typesetter(fonts: Path) -> "Typesetter":
    """One a process, for it keeps the fonts open."""
    from press.typesetting.engine import Typesetter

    return Typesetter(fonts)


def _end_with_driver() -> None:
    """Wait for the driver's end, however it comes, and end at once too."""
    driver = parent_process()
    if driver is not None:
        wait([driver.sentinel])
        os._exit(1)
