"""Words for people, on standard error: findings, progress, tables. JSON goes to stdout."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from press.errors import PressError
from press.findings import Finding, Place
from press.outcome import Made, Outcome

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

WAITING = "Another build is at work in the same folder; waiting until it is done."
_STYLES = {"error": "bold red", "warning": "yellow"}


def console() -> "Console":
    """Standard error; rich leaves colors out for NO_COLOR and where it is not a terminal."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)


def tell_error(error: PressError) -> None:
    """One error with all its findings."""
    screen = console()
    tell_findings(error.findings)
    screen.print(f"[bold red]{_plain(error.message)}[/]")
    if error.hint:
        screen.print(f"    {_plain(error.hint)}")


def tell_findings(findings: Iterable[Finding]) -> None:
    """Each finding with its place first, so that editors can jump to it."""
    screen = console()
    for finding in findings:
        place = f"{_nearby(finding.where)}: " if finding.where else ""
        style = _STYLES[finding.severity]
        screen.print(
            f"{_plain(place)}[{style}]{finding.severity}[/]: {_plain(finding.message)}"
            f" [dim]\\[{finding.code}][/]"
        )
        if finding.hint:
            screen.print(f"    {_plain(finding.hint)}")


def tell_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A plain table."""
    from rich.table import Table

    table = Table(*heads, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*map(_plain, row))
    console().print(table)


def tell_list(listed: dict[str, Any]) -> None:
    """The flyers, and the languages with the state of their texts; see `press.listing`."""
    tell_table(
        ("Flyer", "Sizes", "Title"),
        [(f["name"], ", ".join(f["sizes"]), f["title"]) for f in listed["flyers"]],
    )
    say("")
    tell_table(("Language", "", "", "Text"), map(_language_row, listed["languages"]))
    say("\nA draft has not been reviewed by a person yet; it says so in its foot.")


def _language_row(language: dict[str, Any]) -> tuple[str, ...]:
    state = language["review"]
    text = "needs a translator" if state == "missing" else state
    return language["tag"], language["endonym"], language["english"], text


def say(words: str) -> None:
    """One plain line."""
    console().print(_plain(words))


def put_json(data: Any) -> None:
    """A JSON document on standard output."""
    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


class Steps:
    """Progress: a bar on a terminal, one plain line a step elsewhere."""

    def __init__(self, total: int) -> None:
        screen = console()
        self._bar: Progress | None = None
        if screen.is_terminal:
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                console=screen,
                transient=True,
            )
            self._task = self._bar.add_task("Making flyers", total=total)

    def __enter__(self) -> "Steps":
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def say(self, words: str) -> None:
        """One plain line, above the bar."""
        if self._bar:
            self._bar.console.print(_plain(words))
        else:
            say(words)

    def done(self, words: str) -> None:
        """One step is done, and what is said of it."""
        if self._bar:
            self._bar.advance(self._task)
        self.say(words)

    def tell(self, outcome: Outcome) -> None:
        """One step is done: what became of an edition."""
        if isinstance(outcome, Made):
            way = f", {outcome.way}" if outcome.way else ""
            same = ", unchanged" if outcome.is_unchanged else ""
            self.done(f"{near(outcome.file)}  ({outcome.body:.1f} pt{way}{same})")
            tell_findings(outcome.warnings)
        else:
            self.done(f"not made: {outcome.edition.file}")
            tell_error(outcome.error)


def tell_sum(outcomes: Sequence[Outcome], where: Path | str) -> None:
    """How many editions are there, and where."""
    made = [outcome for outcome in outcomes if isinstance(outcome, Made)]
    unchanged = sum(outcome.is_unchanged for outcome in made)
    same = f", {unchanged} of them unchanged" if unchanged else ""
    say(f"\n{len(made)} of {len(outcomes)} flyers made{same}. The PDFs are in {near(where)}.")


def near(path: Path | str) -> str:
    """A path as seen from the working folder, where that is shorter; an address as it is."""
    if isinstance(path, str):
        return path
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _nearby(place: Place) -> str:
    return str(replace(place, file=near(place.file)))


def _plain(words: str) -> str:
    """Words as they are told: no markup of rich's, and nothing that would steer a terminal."""
    seen = "".join(c if c.isprintable() or c in "\n " else f"U+{ord(c):04X}" for c in words)
    return seen.replace("[", "\\[")
