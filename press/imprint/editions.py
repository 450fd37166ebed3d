"""Many chapters' documents of many editions, over all cores; what was made before is left."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from press.catalog.catalog import Catalog
from press.catalog.chapters import ChapterRow
from press.edition import Edition
from press.errors import EditionError
from press.imposition.impose import USUAL, Wishes
from press.imprint.due import Due, find_due
from press.imprint.run import Batch, print_batch
from press.limits import USUAL_LIMITS
from press.output import Folder
from press.pool import Here, run_in_pool, run_on


def imprint_all(
    catalog: Catalog,
    editions: Iterable[Edition],
    rows: Sequence[ChapterRow],
    folder: Path,
    tell: Callable[[Batch], None],
    wishes: Wishes = USUAL,
    force: bool = False,
    *,
    waiting: Callable[[], None] = lambda: None,
) -> tuple[Batch, ...]:
    """Make every edition for every chapter; one that fails does not stop the others.

    An edition is made by one process, for its documents share their shells.

    Args:
        catalog: the content, without a chapter.
        editions: what to make for each.
        rows: the chapters.
        folder: where to put a folder for each chapter.
        tell: called with each edition as it is done.
        wishes: paper and edges of the office's sheets.
        force: make what was made before too.
        waiting: called when another build is at work in the same folder.

    Returns:
        What was made, in the order of the editions.

    Raises:
        StorageError: a file cannot be written; those written before are whole.
    """
    done: dict[Edition, Batch] = {}

    def come(batch: Batch) -> None:
        done[batch.edition] = batch
        tell(batch)

    with Folder(folder).lock(waiting):
        every = find_due(catalog, editions, rows, folder, wishes, force)
        for due in every:
            if not due.keys:
                come(Batch(due.edition, 0, 0, due.kept))
        _print([due for due in every if due.keys], come)
    return tuple(done[due.edition] for due in every)


def _print(every: Sequence[Due], come: Callable[[Batch], None]) -> None:
    """Make what is due, the longest first."""
    longest_first = sorted(every, key=lambda due: due.effort, reverse=True)
    if len(every) > 1:
        most = max(len(due.keys) for due in every)
        results = run_in_pool(longest_first, USUAL_LIMITS, print_batch, most)
    else:
        results = run_on(Here(), longest_first, USUAL_LIMITS, print_batch)
    with closing(results):
        for due, result in results:
            come(_stopped(due, result) if isinstance(result, EditionError) else result)


def _stopped(due: Due, error: EditionError) -> Batch:
    """An edition whose process ended before it was done; what it wrote is there."""
    made = sum(due.is_made(row) for row in due.rows if row.id in due.keys)
    return Batch(due.edition, made, 0, due.kept, stopped=error)
