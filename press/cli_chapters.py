"""Flyers for many chapters: which rows are sound, and how each edition is told."""

from pathlib import Path
from typing import Any

import typer

from press.catalog import Catalog
from press.catalog.chapters import Chapters, read_chapters
from press.errors import ContentError
from press.findings import Finding
from press.report import Steps, near, say, tell_error, tell_findings


def make_for_chapters(
    catalog: Catalog, editions: Any, source: Path, folder: Path, wishes: Any
) -> None:
    """Make editions for every sound chapter, tell each, and end with what failed.

    Raises:
        ContentError: the table cannot be read, or no chapter of it is sound.
    """
    from press.imprint.run import Printed, imprint_all
    from press.output import prepare_folder

    chapters = read_chapters(source, tuple(catalog.languages))
    if not chapters.rows:
        raise ContentError(f"No chapter in {near(source)} is sound.", findings=chapters.findings)
    tell_findings(chapters.findings)
    prepare_folder(folder)
    with Steps(len(editions)) as steps:

        def tell(printed: Printed) -> None:
            steps.done(_line(printed))
            tell_findings(printed.warnings)
            for row, error in printed.failures:
                said = f"{printed.edition.file.name} for “{row.id}” was not made"
                tell_findings([Finding("chapters.not-made", said, row.place)])
                tell_error(error)
                if (folder / row.id / printed.edition.file).exists():
                    say("    An earlier PDF of it is still there: do not print it.")

        done = imprint_all(catalog, editions, chapters.rows, folder, tell, wishes)
    _sum_up(done, chapters, folder)


def _line(printed: Any) -> str:
    parts = [f"{printed.imprinted} imprinted in {printed.shells} layouts"]
    parts += [f"{printed.whole} laid out whole"] if printed.whole else []
    parts += [f"{printed.kept} there before"] if printed.kept else []
    parts += [printed.way] if printed.way else []
    return f"{printed.edition.file.name}  ({', '.join(parts)})"


def _sum_up(done: Any, chapters: Chapters, folder: Path) -> None:
    made = sum(each.imprinted + each.whole for each in done)
    kept = sum(each.kept for each in done)
    failed = [error for each in done for _, error in each.failures]
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
