"""Flyers for many chapters: which rows are sound, and how each edition is told."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from press.catalog.catalog import Catalog
from press.catalog.chapters import Chapters, printable_chapters, read_chapters
from press.edition import Edition
from press.errors import ContentError
from press.findings import Finding
from press.report import WAITING, Steps, near, say, tell_error, tell_findings


def make_for_chapters(
    catalog: Catalog,
    editions: Sequence[Edition],
    source: Path,
    folder: Path,
    wishes: Any,
    force: bool,
) -> None:
    """Make editions for every sound chapter, tell each, and end with what failed.

    Raises:
        ContentError: the table cannot be read, or no chapter of it is sound.
    """
    from press.imprint.editions import imprint_all
    from press.imprint.run import Batch

    tags = dict.fromkeys(tag for edition in editions for tag in edition.tags)
    chapters = printable_chapters(
        read_chapters(source, tuple(catalog.languages)), catalog.languages, catalog.fonts, tags
    )
    if not chapters.rows:
        raise ContentError(
            f"No chapter in {near(source)} is sound.",
            "Mend the lines above, and run the same again.",
            chapters.findings,
        )
    tell_findings(chapters.findings)
    with Steps(len(editions)) as steps:

        def tell(batch: Batch) -> None:
            steps.done(_line(batch))
            tell_findings(batch.warnings)
            if batch.stopped:
                tell_error(batch.stopped)
            for row, error in batch.failures:
                said = f"{batch.edition.file.name} for “{row.id}” was not made"
                tell_findings([Finding("chapters.not-made", said, row.place, "See the next line.")])
                tell_error(error)
                if (folder / row.id / batch.edition.file).exists():
                    say("    An earlier PDF of it is still there: do not print it.")

        def waiting() -> None:
            steps.say(WAITING)

        done = imprint_all(
            catalog, editions, chapters.rows, folder, tell, wishes, force, waiting=waiting
        )
    _sum_up(done, chapters, folder)


def _line(batch: Any) -> str:
    if batch.stopped:
        return f"stopped before its end: {batch.edition.file.name}  ({batch.imprinted} imprinted)"
    parts = [f"{batch.imprinted} imprinted in {batch.shells} layouts"]
    parts += [f"{batch.whole} laid out whole"] if batch.whole else []
    parts += [f"{batch.kept} there before"] if batch.kept else []
    parts += [batch.way] if batch.way else []
    return f"{batch.edition.file.name}  ({', '.join(parts)})"


def _sum_up(done: Any, chapters: Chapters, folder: Path) -> None:
    made = sum(each.imprinted + each.whole for each in done)
    kept = sum(each.kept for each in done)
    failed = [error for each in done for _, error in each.failures]
    failed += [each.stopped for each in done if each.stopped]
    wrong = chapters.count - len(chapters.rows)
    there = f", and {kept} were there before" if kept else ""
    say(f"\n{made} flyers made for {len(chapters.rows)} chapters{there}.")
    say(f"Each chapter has its folder in {near(folder)}.")
    if wrong:
        say(
            f"{wrong} of {chapters.count} chapters are wrong, see above: nothing was made for them."
        )
    codes = [error.exit_code for error in failed] + ([ContentError.exit_code] if wrong else [])
    if codes:
        raise typer.Exit(max(codes))
