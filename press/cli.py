"""The command: what is asked for goes in, one exit code comes out, and every error is told here."""

import datetime
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from press.cli_build import build, checked_catalog
from press.cli_cache import cache
from press.cli_check import check
from press.cli_sheets import calibrate, impose, tell_all_schemes, tell_schemes
from press.cli_specimen import specimen
from press.cli_translate import preview, translate
from press.errors import MissingError, PressError, StoppedError
from press.house import find_house
from press.report import (
    put_json,
    say,
    tell_error,
    tell_list,
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
    rich_markup_mode=None,  # loading it takes longer than all the rest of the help
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
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
    from press.listing import listing
    from press.standing import note_list
    from press.state import state_of_house

    state = state_of_house(find_house(), None, datetime.date.today())
    catalog = checked_catalog(None, strict=False, wanted=None)
    data = listing(catalog)
    note_list(state, catalog.warnings, data)
    put_json(data) if json else tell_list(data)


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
    except (PressError, KeyboardInterrupt) as reason:
        error = reason if isinstance(reason, PressError) else _stopped()
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
