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
from press.imprint import editions
from press.imprint.due import Due
from press.imprint.run import Batch
from press.limits import Limits
from press.outcome import Printed
from press.output import write_whole
from press.ticket import Ticket

SIZE = 30_000  # bytes of a file


def printed(ticket: Ticket) -> Printed:
    """A file that stands for an edition."""
    return Printed({ticket.edition.file: b"%PDF".ljust(SIZE, b"x")}, 10.0, "one side")


def gated(ticket: Ticket, limits: Limits) -> Printed:
    """Wait at the gate where that is asked for."""
    wait_at_gate(ticket.edition.tag)
    return printed(ticket)


def wait_at_gate(tag: str) -> None:
    """Wait until the gate is there, in the languages of WAIT."""
    if tag in os.environ.get("WAIT", "").split():
        while not Path(os.environ["GATE"]).exists():
            time.sleep(0.05)


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


def gated_batch(due: Due, limits: Limits) -> Batch:
    """A small file for each chapter; after two of them, wait at the gate or die where asked for."""
    wanted = [row for row in due.rows if row.id in due.keys]
    for number, row in enumerate(wanted):
        if number == 2:
            if due.edition.tag in os.environ.get("DIE", "").split():
                os.kill(os.getpid(), signal.SIGKILL)
            wait_at_gate(due.edition.tag)
        write_whole(due.file(row), f"%PDF <{due.keys[row.id]}>".encode().ljust(4000, b"x"))
    return Batch(due.edition, len(wanted), 0, due.kept, 1)


def main() -> None:
    """The command, with work that waits at the gate."""
    from press import cli

    driver.work = gated
    editions.print_batch = gated_batch
    sys.argv[0] = "make_flyers.py"
    cli.main()
