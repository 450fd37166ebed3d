"""The command that makes flyers: what may be asked for, and how each outcome is told."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from press.cli_sheets import Flip, HowTo, Offset, OneSided, edge_of, paper_size
from press.errors import ContentError, UsageError
from press.house import find_house
from press.lengths import parse_offset
from press.outcome import Failed, Made, Outcome
from press.presses import OFFICE, PRESSES, press_for
from press.report import WAITING, Steps, say, tell_findings, tell_sum
from press.sizes import SHEETS
from press.wanted import Wanted, choose

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from press.catalog.catalog import Catalog
    from press.edition import Edition
    from press.imposition.impose import Wishes
    from press.output import Shelf
    from press.records import Records

Languages = Annotated[
    list[str] | None,
    typer.Option(
        "-l", "--language", metavar="TAG", help="A language, such as es or pt-BR; again for more."
    ),
]
Flyers = Annotated[
    list[str] | None,
    typer.Option(
        "-f", "--flyer", metavar="NAME", help="A flyer, such as know-your-rights; again for more."
    ),
]
Sizes = Annotated[
    list[str] | None,
    typer.Option(
        "-s", "--size", metavar="SIZE", help="A size, such as letter; again for more; or all."
    ),
]
Press = Annotated[str, typer.Option("-p", "--press", help=f"What prints it: {', '.join(PRESSES)}.")]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="DIR", help="Where to put the PDFs.")
]
ChapterFile = Annotated[
    Path | None,
    typer.Option(
        "--chapter", metavar="FILE", help="Your chapter file; by default flyers/chapter.toml."
    ),
]
ChaptersFile = Annotated[
    Path | None,
    typer.Option(
        "--chapters",
        metavar="FILE",
        help="A table (CSV) of many chapters, or a folder of chapter files: flyers for each.",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Refuse facts that are past their day of checking.")
]
Standard = Annotated[
    str,
    typer.Option(
        "--standard",
        metavar="NAME",
        help="For the shop x-4 (PDF/X-4) or x-1a, for the screen ua-1 (PDF/UA-1) or ua-2.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Make what is unchanged too.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Tell what would be made, and why; make nothing.")
]
ExecutorName = Annotated[
    str, typer.Option("--executor", metavar="NAME", help="A cluster: dask:tcp://host:port.")
]
Color = Annotated[bool, typer.Option("--color", help="Keep the red on an office machine.")]
Second = Annotated[
    str, typer.Option("--with", metavar="TAG", help="A second language, printed on the backs.")
]
Paper = Annotated[
    str | None,
    typer.Option(
        "--paper", metavar="NAME", help=f"The office sheet: {', '.join(SHEETS)}, or 12x18in."
    ),
]


def build(
    language: Languages = None,
    flyer: Flyers = None,
    size: Sizes = None,
    press: Press = OFFICE,
    standard: Standard = "",
    color: Color = False,
    second: Second = "",
    paper: Paper = None,
    flip: Flip = None,
    offset: Offset = "0,0",
    one_sided: OneSided = False,
    how_to: HowTo = False,
    output: Output = "output",
    chapter: ChapterFile = None,
    chapters: ChaptersFile = None,
    strict: Strict = False,
    force: Force = False,
    dry_run: DryRun = False,
    executor: ExecutorName = "",
) -> None:
    """Make flyers; with no options, every flyer in every language for an office machine."""
    from press.cli_chapters import make_for_chapters
    from press.cluster import executor_named
    from press.imposition.impose import Wishes
    from press.plan import plan_editions
    from press.records import Records
    from press.remote import shelf_at
    from press.standing import note_build
    from press.state import state_of_house

    (name,) = choose("press", [press], PRESSES)
    wanted = Wanted(
        tuple(language or ()),
        tuple(flyer or ()),
        tuple(size or ()),
        press_for(name, standard.casefold(), color),
        second,
    )
    wishes = Wishes(
        paper=paper_size(paper) if paper else None,
        flip=edge_of(flip),
        offset=parse_offset(offset),
        one_sided=one_sided,
        how_to=how_to,
    )
    if chapters and (chapter or dry_run or executor or "://" in output):
        raise UsageError(
            "--chapters does not go with --chapter, --dry-run, --executor or an address after -o.",
            "Leave those out: the flyers of many chapters are made here, into a folder.",
        )
    if chapters:
        catalog = checked_catalog(None, strict, wanted)
        editions = plan_editions(catalog, wanted)
        make_for_chapters(catalog, editions, chapters, Path(output), wishes, force)
        return
    shelf = shelf_at(output)
    records = Records(shelf)
    state = state_of_house(find_house(), chapter, datetime.date.today())
    catalog = checked_catalog(chapter, strict, wanted)
    editions = plan_editions(catalog, wanted)
    if dry_run:
        _tell_due(catalog, editions, wishes, records, force)
        return
    with executor_named(executor) as chosen:
        made = _make(catalog, editions, wishes, shelf, force, chosen)
    if not force:
        note_build(records, chapter, state, catalog.warnings, made)


def checked_catalog(chapter: Path | None, strict: bool, wanted: Wanted | None) -> "Catalog":
    """The catalog, its warnings told, or refused when the build is strict."""
    from press.catalog.catalog import read_catalog

    catalog = read_catalog(find_house(), datetime.date.today(), chapter, wanted)
    if strict and catalog.warnings:
        raise ContentError("Some facts are past their day of checking.", findings=catalog.warnings)
    tell_findings(catalog.warnings)
    return catalog


def _make(
    catalog: "Catalog",
    editions: Sequence["Edition"],
    wishes: "Wishes",
    shelf: "Shelf",
    force: bool,
    executor: "Executor | None",
) -> tuple[Made, ...]:
    """Make editions, tell each, and end with the exit code of what failed."""
    from press.driver import make_all

    with Steps(len(editions)) as steps:

        def tell(outcome: Outcome) -> None:
            steps.tell(outcome)
            if isinstance(outcome, Failed) and shelf.mark(outcome.edition.file):
                say("    An earlier PDF of it is still there: do not print it.")

        def waiting() -> None:
            steps.say(WAITING)

        outcomes = make_all(
            catalog, editions, shelf, tell, wishes, executor=executor, force=force, waiting=waiting
        )
    tell_sum(outcomes, shelf.where(Path()))
    if failed := [outcome for outcome in outcomes if isinstance(outcome, Failed)]:
        raise typer.Exit(max(outcome.error.exit_code for outcome in failed))
    return tuple(outcome for outcome in outcomes if isinstance(outcome, Made))


def _tell_due(
    catalog: "Catalog",
    editions: Sequence["Edition"],
    wishes: "Wishes",
    records: "Records",
    force: bool,
) -> None:
    """What would be made, and why."""
    from press.driver import find_due, write_tickets

    tickets = write_tickets(catalog, editions, wishes)
    due = [job for job in find_due(records, tickets, records.font_digests(), force) if job.why]
    for job in due:
        say(f"{job.ticket.edition.file}: {job.why}")
    say(f"{len(due)} of {len(tickets)} flyers would be made.")
