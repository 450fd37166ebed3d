"""Work that goes wrong as it is asked to, in real processes: for tests of what a run survives.

`python -c "import faults; faults.main()" build …` is the command with such work. A language named
in WAIT waits until the file GATE is there; all else is made at once, as a small file.
"""

import os
import signal
import sys
import time
from pathlib import Path

from press import driver
from press.limits import Limits
from press.outcome import Printed
from press.ticket import Ticket

SIZE = 30_000  # bytes of a file


def printed(ticket: Ticket) -> Printed:
    """A file that stands for an edition."""
    return Printed({ticket.edition.file: b"%PDF".ljust(SIZE, b"x")}, 10.0, "one side")


def gated(ticket: Ticket, limits: Limits) -> Printed:
    """Wait at the gate where that is asked for."""
    if ticket.edition.tag in os.environ.get("WAIT", "").split():
        while not Path(os.environ["GATE"]).exists():
            time.sleep(0.05)
    return printed(ticket)


def by_title(ticket: Ticket, limits: Limits) -> Printed:
    """What the title says: die, hang, or die the first time alone (with a file to remember it)."""
    fault, _, file = ticket.title.partition(" ")
    if fault == "once" and not Path(file).exists():
        Path(file).touch()
        fault = "die"
    if fault == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "hang":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(600)
    return printed(ticket)


def main() -> None:
    """The command, with work that waits at the gate."""
    from press import cli

    driver.work = gated
    sys.argv[0] = "make_flyers.py"
    cli.main()
