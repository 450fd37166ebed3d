"""The driver: which editions are due, who makes them, and where they are put."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from press.catalog.catalog import Catalog
from press.edition import Edition
from press.errors import EditionError
from press.limits import USUAL_LIMITS, Limits
from press.outcome import Failed, Outcome
from press.output import Folder, Shelf
from press.pool import Here, run_in_pool, run_on
from press.records import FontDigests, Record, Records
from press.state import state_of_press
from press.ticket import Ticket, write_ticket
from press.worker import work

if TYPE_CHECKING:
    from press.imposition.impose import Wishes


@dataclass(frozen=True)
class Job:
    """An edition to be on a shelf: its ticket, key and record; `why` it is due, "" if it is not."""

    ticket: Ticket
    key: str
    record: Record | None
    why: str

    @property
    def effort(self) -> float:
        """About how long it takes, for the order alone: seconds, or else less by its text."""
        text = sum(len(layout.html) for layout in self.ticket.layouts)
        return self.record.seconds if self.record else text / 1e5


def make_all(
    catalog: Catalog,
    editions: Iterable[Edition],
    output: Path | Shelf,
    tell: Callable[[Outcome], None],
    wishes: "Wishes | None" = None,
    *,
    executor: Executor | None = None,
    force: bool = False,
    limits: Limits = USUAL_LIMITS,
    waiting: Callable[[], None] = lambda: None,
) -> tuple[Outcome, ...]:
    """Make every edition that is not there as it would be made; one that fails stops no other.

    Args:
        catalog: the content.
        editions: what to make.
        output: where to put the files.
        tell: called with each outcome as it comes.
        wishes: paper and edges of the office's sheets.
        executor: who makes them; by default a pool of processes, one a core.
        force: make those that are unchanged too.
        limits: of each edition.
        waiting: called when another build is at work in the same place.

    Returns:
        The outcomes in the order of the editions.

    Raises:
        StorageError: a file cannot be written; those written before are whole and remembered.
    """
    shelf = Folder(output) if isinstance(output, Path) else output
    records = Records(shelf)
    tickets = write_tickets(catalog, editions, wishes)
    digests = records.font_digests()
    jobs = find_due(records, tickets, digests, force)
    outcomes: dict[Edition, Outcome] = {}

    def come(edition: Edition, outcome: Outcome) -> None:
        outcomes[edition] = outcome
        tell(outcome)

    if any(job.why for job in jobs):
        with shelf.lock(waiting):
            records.keep_digests(digests)
            jobs = find_due(records, tickets, digests, force)
            _tell_unchanged(jobs, come)
            _make_due(records, [job for job in jobs if job.why], come, executor, limits)
            if isinstance(shelf, Folder):  # where the lock holds others back
                records.prune()
    else:
        _tell_unchanged(jobs, come)
    return tuple(outcomes[ticket.edition] for ticket in tickets)


def write_tickets(
    catalog: Catalog, editions: Iterable[Edition], wishes: "Wishes | None"
) -> list[Ticket]:
    """The ticket of each edition."""
    from press.imposition.impose import USUAL

    return [write_ticket(catalog, edition, wishes or USUAL) for edition in editions]


def find_due(
    records: Records, tickets: Sequence[Ticket], digests: FontDigests, force: bool = False
) -> list[Job]:
    """Each edition with why it must be made."""
    press = state_of_press()
    jobs = []
    for ticket in tickets:
        key, record = ticket.key(digests, press), records.of(ticket.edition)
        why = ""
        if record is None:
            why = "new"
        elif record.key != key:
            why = "changed"
        elif not records.is_standing(record):
            why = "its file is gone or was changed"
        elif force:
            why = "forced"
        jobs.append(Job(ticket, key, record, why))
    return jobs


def _tell_unchanged(jobs: Iterable[Job], come: Callable[[Edition, Outcome], None]) -> None:
    for job in jobs:
        if job.record and not job.why:
            come(job.ticket.edition, job.record.made)


def _make_due(
    records: Records,
    jobs: list[Job],
    come: Callable[[Edition, Outcome], None],
    executor: Executor | None,
    limits: Limits,
) -> None:
    """Make editions, the longest first, and put each on the shelf as it comes."""
    tickets = [job.ticket for job in sorted(jobs, key=lambda job: job.effort, reverse=True)]
    keys = {job.ticket.edition: job.key for job in jobs}
    if executor is None and len(tickets) > 1:
        results = run_in_pool(tickets, limits, work)
    else:
        results = run_on(executor or Here(), tickets, limits, work)
    with closing(results):
        for ticket, result in results:
            edition = ticket.edition
            if isinstance(result, EditionError):
                come(edition, Failed(edition, result))
            else:
                come(edition, records.keep(edition, keys[edition], result))
