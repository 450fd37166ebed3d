"""The translators' desk: translate new, update, status, check, sign and pdf; preview."""

import datetime
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from press.cli_build import Flyers, Sizes
from press.cli_sheets import Paper
from press.errors import CheckError, ContentError, UsageError
from press.findings import Finding, errors_in
from press.house import find_house
from press.output import write_whole
from press.report import console, near, put_json, say, tell_error, tell_findings, tell_table
from press.sizes import SHEETS
from press.wanted import Wanted, choose

if TYPE_CHECKING:
    from press.catalog.catalog import Catalog
    from press.desk.preview import Preview

_OUTPUT = Path("output")

translate = typer.Typer(
    no_args_is_help=True,
    help="Bring the flyers into a language, with Poedit, Weblate or any text editor.",
)

Tag = Annotated[str, typer.Argument(metavar="TAG", help="A language, such as es or pt-BR.")]
Tags = Annotated[
    str | None, typer.Argument(metavar="[TAG]", help="A language; without one, all of them.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON to standard output.")]


@translate.command("new")
def begin(tag: Tag) -> None:
    """Make empty PO files for a language of flyers/languages.toml."""
    from press.desk.update import new_po_file
    from press.desk.works import put_po_file, works_in

    catalog = _catalog()
    tag = _language(tag, catalog)
    works = works_in(catalog, tag)
    there = [near(work.file) for work in works if work.file.exists()]
    if there:
        raise UsageError(
            f"There are PO files for {tag} already: {', '.join(there)}.",
            f"To bring them up to the English, run: make_flyers.py translate update {tag}",
        )
    for work in works:
        put_po_file(work.file, new_po_file(work, tag, datetime.date.today()))
        say(f"{near(work.file)}  ({len(work.template)} messages)")
    say("\nOpen them in Poedit or a text editor; docs/translating.md tells how.")


@translate.command()
def update(tag: Tags = None) -> None:
    """Bring PO files up to the English; what has changed turns fuzzy, and nothing is lost."""
    from press.catalog.po_file import read_po_file
    from press.desk.update import new_po_file
    from press.desk.update import update as bring_up
    from press.desk.works import put_po_file, works_in

    catalog = _catalog()
    broken: list[Finding] = []
    for each in _translated(catalog, tag):
        for work in works_in(catalog, each):
            if not work.file.exists():
                put_po_file(work.file, new_po_file(work, each, datetime.date.today()))
                say(f"{near(work.file)}: {len(work.template)} new")
                continue
            po, faults = read_po_file(work.file)
            broken += faults
            if po:
                updated, changes = bring_up(po, work.template)
                touched = put_po_file(work.file, updated)
                otherwise = "notes for translators alone" if touched else "as it was"
                say(f"{near(work.file)}: {changes or otherwise}")
    if broken:
        raise ContentError("Some PO files cannot be read, and stay as they are.", "", tuple(broken))


@translate.command()
def status(json: AsJson = False) -> None:
    """Tell how far each language has come, and who has reviewed it."""
    from press.desk.standing import needs_translator, standings, tell_standings

    catalog = _catalog()
    if json:
        put_json(tell_standings(catalog))
        return
    rows: list[tuple[str, ...]] = []
    for tag in _all_but_english(catalog):
        each = standings(catalog, tag)
        if needs_translator(each):
            rows.append((tag, "all", "", "", "", "needs a translator"))
            continue
        for standing in each:
            counts = map(str, (standing.done, standing.fuzzy, standing.missing))
            rows.append((tag, standing.work, *counts, standing.state))
    tell_table(("Language", "Flyer", "Done", "Fuzzy", "Missing", "State"), rows)


@translate.command()
def check(tag: Tags = None) -> None:
    """Look for slips in what is translated: terms, marks, letters, length."""
    from press.desk.judge import judge_language

    catalog = _catalog()
    tags = _translated(catalog, tag)
    findings = tuple(finding for each in tags for finding in judge_language(catalog, each))
    faults = errors_in(findings)
    if faults:
        raise CheckError(
            f"Faults in translations: {len(faults)}.", "Mend the lines named above.", findings
        )
    tell_findings(findings)
    say(
        f"No fault found in {', '.join(tags)}. For what is missing: make_flyers.py translate status"
    )


@translate.command()
def sign(
    tag: Tag,
    reviewer: Annotated[
        str, typer.Option("--reviewer", metavar="NAME", help="Who has read all of it.")
    ],
    date: Annotated[
        datetime.datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="The day of the review; today if none."),
    ] = None,
) -> None:
    """Write down who has reviewed a translation; a text changed later is a draft again."""
    from press.desk.standing import sign_language

    if not reviewer.strip():
        raise UsageError("A signature needs a name.", 'Write it as --reviewer "First Last".')
    catalog = _catalog()
    (tag,) = _translated(catalog, tag)
    day = date.date() if date else datetime.date.today()
    for file in sign_language(catalog, tag, " ".join(reviewer.split()), day.isoformat()):
        say(f"{near(file)}: signed")


@translate.command()
def pdf(tag: Tag, paper: Paper = "letter") -> None:
    """Make a proof for a reviewer with a pen: English beside each message, numbered."""
    from press.desk.proof import draw_proof
    from press.typesetting.engine import Typesetter

    catalog = _catalog()
    (tag,) = _translated(catalog, tag)
    (sheet,) = choose("paper", [paper], SHEETS)
    file = _OUTPUT / tag / f"proof-{tag}.pdf"
    write_whole(file, draw_proof(catalog, tag, sheet, Typesetter(catalog.house.fonts)))
    say(near(file))


def preview(tag: Tag, flyer: Flyers = None, size: Sizes = None) -> None:
    """Show the pages of a language as pictures, and set them anew after each save."""
    from watchfiles import watch

    from press.desk.preview import Preview

    house = find_house()
    wanted = Wanted((tag,), tuple(flyer or ()), tuple(size or ()))
    shown = Preview(house, wanted, _OUTPUT / "preview")
    _show(shown, ())
    if console().is_terminal:
        typer.launch(str(shown.file))
    say("Save a text or a layout to see it here. Ctrl-C ends.")
    for changes in watch(house.flyers, house.layouts):
        _show(shown, [Path(file) for _, file in changes])


def _show(shown: "Preview", changed: Sequence[Path]) -> None:
    start = time.perf_counter()
    for error in shown.show(datetime.date.today(), changed):
        tell_error(error)
    say(f"{near(shown.file)}  ({time.perf_counter() - start:.1f} s)")


def _catalog() -> "Catalog":
    """The catalog without any translation, whose faults must not stop its mending."""
    from press.catalog.catalog import read_catalog

    return read_catalog(find_house(), datetime.date.today())


def _all_but_english(catalog: "Catalog") -> list[str]:
    from press.catalog.languages import ENGLISH

    return [tag for tag in catalog.languages if tag != ENGLISH]


def _language(tag: str, catalog: "Catalog") -> str:
    """A language that was named, other than English."""
    (found,) = choose("language", [tag], _all_but_english(catalog))
    return found


def _translated(catalog: "Catalog", tag: str | None = None) -> tuple[str, ...]:
    """The language named, or all that have a PO file.

    Raises:
        UsageError: the language named has none.
    """
    from press.desk.works import works_in

    named = [_language(tag, catalog)] if tag else _all_but_english(catalog)
    found = tuple(t for t in named if any(work.file.exists() for work in works_in(catalog, t)))
    if tag and not found:
        raise UsageError(
            f"There is no translation into {named[0]} yet.",
            f"To begin one, run: make_flyers.py translate new {named[0]}",
        )
    return found
