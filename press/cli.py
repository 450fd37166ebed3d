"""The command: what is asked for goes in, one exit code comes out, and every error is told here."""

import datetime
import sys
import traceback
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from press.catalog import Catalog, read_catalog
from press.cli_check import check
from press.cli_sheets import calibrate, impose, tell_schemes
from press.errors import ContentError, MissingError, PressError, StoppedError
from press.house import find_house
from press.plan import plan_editions
from press.report import (
    Steps,
    near,
    put_json,
    say,
    tell_error,
    tell_findings,
    tell_table,
)
from press.wanted import OFFICE, Wanted

_EPILOG = (
    "Exit codes: 0 all done · 1 some flyers failed · 2 usage · 3 something is missing on this"
    " machine · 4 faults in texts or settings · 5 reading or writing failed · 6 a check failed ·"
    " 70 our own fault · 130 stopped with Ctrl-C"
)


class _Group(TyperGroup):
    """Runs a command, and turns Ctrl-C into an error of ours."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise StoppedError(
                "Stopped. The files made so far are whole.", "Run the same again to make the rest."
            ) from None


app = typer.Typer(
    cls=_Group,
    epilog=_EPILOG,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Make print-ready know-your-rights flyers in many languages.",
)

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
Press = Annotated[str, typer.Option("-p", "--press", help="What prints it: office.")]
Output = Annotated[
    Path, typer.Option("-o", "--output", metavar="DIR", help="Where to put the PDFs.")
]
ChapterFile = Annotated[
    Path | None,
    typer.Option(
        "--chapter", metavar="FILE", help="Your chapter file; by default flyers/chapter.toml."
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Refuse facts that are past their day of checking.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON to standard output.")]

Debug = Annotated[bool, typer.Option("--debug", help="Show where in the code an error arose.")]


@app.callback(invoke_without_command=True)
def start(ctx: typer.Context, debug: Debug = False) -> None:
    """Make every flyer in every language, when no command is named."""
    ctx.meta["debug"] = debug
    if ctx.invoked_subcommand is None:
        build()


@app.command()
def build(
    language: Languages = None,
    flyer: Flyers = None,
    size: Sizes = None,
    press: Press = OFFICE,
    output: Output = Path("output"),
    chapter: ChapterFile = None,
    strict: Strict = False,
) -> None:
    """Make flyers; with no options, every flyer in every language for an office machine."""
    wanted = Wanted(tuple(language or ()), tuple(flyer or ()), tuple(size or ()), press)
    catalog = _catalog(chapter, strict, wanted)
    editions = plan_editions(catalog, wanted)
    _make(catalog, editions, output)


@app.command("list")
def show(json: AsJson = False) -> None:
    """Show the flyers, languages with their state of review, and sizes."""
    from press.listing import listing

    data = listing(_catalog(None, strict=False, wanted=None))
    if json:
        put_json(data)
        return
    tell_table(
        ("Flyer", "Sizes", "Title"),
        [(f["name"], ", ".join(f["sizes"]), f["title"]) for f in data["flyers"]],
    )
    say("")
    tell_table(
        ("Language", "", "", "Text"),
        [(k["tag"], k["endonym"], k["english"], k["review"]) for k in data["languages"]],
    )
    say("\nA draft has not been reviewed by a person yet; it says so in its foot.")


@app.command()
def doctor() -> None:
    """Tell what is present on this machine, and what to run for what is missing."""
    from press.doctor import examine

    missing = False
    for need in examine(find_house()):
        say(f"{'yes' if need.present else 'NO ':3}  {need.name}")
        if not need.present:
            missing = True
            say(f"     run: {need.remedy}")
    if missing:
        raise MissingError("Something is missing on this machine.", "Run the lines above.")
    say("All is there.")


app.command()(check)
app.command()(impose)
app.command("schemes")(tell_schemes)
app.command()(calibrate)


def _catalog(chapter: Path | None, strict: bool, wanted: Wanted | None) -> Catalog:
    catalog = read_catalog(find_house(), datetime.date.today(), chapter, wanted)
    if strict and catalog.warnings:
        raise ContentError("Some facts are past their day of checking.", findings=catalog.warnings)
    tell_findings(catalog.warnings)
    return catalog


def _make(catalog: Catalog, editions: Any, folder: Path) -> None:
    """Make editions, tell each, and end with the exit code of what failed."""
    from press.job import Failed, Made, Outcome, make_all
    from press.output import prepare_folder

    prepare_folder(folder)
    with Steps(len(editions)) as steps:

        def tell(outcome: Outcome) -> None:
            if isinstance(outcome, Made):
                steps.done(f"{near(outcome.file)}  ({outcome.body:.1f} pt)")
                return
            steps.done(f"not made: {outcome.edition.file}")
            tell_error(outcome.error)
            if (folder / outcome.edition.file).exists():
                say("    An earlier PDF of it is still there: do not print it.")

        outcomes = make_all(catalog, editions, folder, tell)
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    made = len(outcomes) - len(failed)
    say(f"\n{made} of {len(outcomes)} flyers made. The PDFs are in {near(folder)}.")
    if failed:
        raise typer.Exit(max(outcome.error.exit_code for outcome in failed))


def main() -> None:
    """Run the command; the only place where errors are told and exit codes given."""
    try:
        app()
    except PressError as error:
        tell_error(error)
        if "--debug" in sys.argv:
            traceback.print_exc()
        sys.exit(error.exit_code)
    except Exception as error:
        say(f"The press itself failed: {type(error).__name__}: {error}")
        say("    Please report this, with what --debug prints.")
        if "--debug" in sys.argv:
            traceback.print_exc()
        sys.exit(PressError.exit_code)
