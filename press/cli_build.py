"""The command that makes flyers: what may be asked for, and how each outcome is told."""

import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from press.catalog import Catalog, read_catalog
from press.cli_chapters import make_for_chapters
from press.cli_sheets import Flip, HowTo, Offset, OneSided, edge_of, paper_size
from press.errors import ContentError, UsageError
from press.house import find_house
from press.lengths import parse_offset
from press.plan import plan_editions
from press.presses import OFFICE, PRESSES, press_for
from press.report import Steps, near, say, tell_error, tell_findings
from press.sizes import SHEETS
from press.wanted import Wanted, choose

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
    Path, typer.Option("-o", "--output", metavar="DIR", help="Where to put the PDFs.")
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
    output: Output = Path("output"),
    chapter: ChapterFile = None,
    chapters: ChaptersFile = None,
    strict: Strict = False,
) -> None:
    """Make flyers; with no options, every flyer in every language for an office machine."""
    from press.imposition.impose import Wishes

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
    if chapter and chapters:
        raise UsageError(
            "Name one chapter or many, not both.", "Leave out --chapter or --chapters."
        )
    catalog = checked_catalog(chapter, strict, wanted)
    editions = plan_editions(catalog, wanted)
    if chapters:
        make_for_chapters(catalog, editions, chapters, output, wishes)
        return
    _make(catalog, editions, output, wishes)


def checked_catalog(chapter: Path | None, strict: bool, wanted: Wanted | None) -> Catalog:
    """The catalog, its warnings told, or refused when the build is strict."""
    catalog = read_catalog(find_house(), datetime.date.today(), chapter, wanted)
    if strict and catalog.warnings:
        raise ContentError("Some facts are past their day of checking.", findings=catalog.warnings)
    tell_findings(catalog.warnings)
    return catalog


def _make(catalog: Catalog, editions: Any, folder: Path, wishes: Any) -> None:
    """Make editions, tell each, and end with the exit code of what failed."""
    from press.job import Failed, Made, Outcome, make_all
    from press.output import prepare_folder

    prepare_folder(folder)
    with Steps(len(editions)) as steps:

        def tell(outcome: Outcome) -> None:
            if isinstance(outcome, Made):
                way = f", {outcome.way}" if outcome.way else ""
                steps.done(f"{near(outcome.file)}  ({outcome.body:.1f} pt{way})")
                tell_findings(outcome.warnings)
                return
            steps.done(f"not made: {outcome.edition.file}")
            tell_error(outcome.error)
            if (folder / outcome.edition.file).exists():
                say("    An earlier PDF of it is still there: do not print it.")

        outcomes = make_all(catalog, editions, folder, tell, wishes)
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    made = len(outcomes) - len(failed)
    say(f"\n{made} of {len(outcomes)} flyers made. The PDFs are in {near(folder)}.")
    if failed:
        raise typer.Exit(max(outcome.error.exit_code for outcome in failed))
