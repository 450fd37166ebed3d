"""The command: what is asked for goes in, one exit code comes out, and every error is told here."""

import datetime
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from press.cli_build import build, checked_catalog
from press.cli_cache import cache
from press.cli_check import check
from press.cli_sheets import calibrate, impose, tell_all_schemes, tell_schemes
from press.cli_specimen import specimen
from press.cli_translate import preview, translate
from press.errors import MissingError, PressError, StoppedError, StorageError
from press.house import find_house
from press.report import (
    put_json,
    say,
    tell_error,
    tell_findings,
    tell_table,
)

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
            raise _stopped() from None


def _stopped() -> StoppedError:
    return StoppedError(
        "Stopped. The files made so far are whole.", "Run the same again to make the rest."
    )


app = typer.Typer(
    cls=_Group,
    epilog=_EPILOG,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Make print-ready know-your-rights flyers in many languages.",
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON to standard output.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where in the code an error arose.")]


@app.callback(invoke_without_command=True)
def start(ctx: typer.Context, debug: Debug = False) -> None:
    """Make every flyer in every language, when no command is named."""
    ctx.meta["debug"] = debug
    if ctx.invoked_subcommand is None:
        build()


@app.command("list")
def show(json: AsJson = False) -> None:
    """Show the flyers, languages with their state of review, and sizes."""
    data = _listed()
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
        [_told(language) for language in data["languages"]],
    )
    say("\nA draft has not been reviewed by a person yet; it says so in its foot.")


def _listed() -> dict[str, Any]:
    """The list, from the record of it while nothing has changed since."""
    from press.output import Folder
    from press.records import Records, to_data, to_findings
    from press.state import state_of_house

    folder = Path("output")
    records = Records(Folder(folder))
    state = state_of_house(find_house(), None, datetime.date.today())
    if noted := records.noted("list", state):
        tell_findings(to_findings(noted["warnings"]))
        return dict(noted["list"])
    from press.listing import listing

    catalog = checked_catalog(None, strict=False, wanted=None)
    data = listing(catalog)
    if folder.is_dir():
        with suppress(StorageError):
            records.note("list", state, {"warnings": to_data(catalog.warnings), "list": data})
    return data


def _told(language: dict[str, str]) -> tuple[str, ...]:
    state = language["review"]
    text = "needs a translator" if state == "missing" else state
    return language["tag"], language["endonym"], language["english"], text


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


app.command()(build)
app.command()(check)
app.command(epilog=tell_all_schemes())(impose)
app.command("schemes")(tell_schemes)
app.command()(calibrate)
app.command()(specimen)
app.add_typer(translate, name="translate")
app.add_typer(cache, name="cache")
app.command()(preview)


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
