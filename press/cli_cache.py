"""The commands of the records: cache info and cache clear."""

import typer

from press.cli_build import Output
from press.report import near, say

cache = typer.Typer(
    no_args_is_help=True,
    help="The records by which unchanged flyers are not made again.",
)


@cache.command()
def info(output: Output = "output") -> None:
    """Tell how many flyers are remembered in a folder, and where their records are."""
    from press.records import FOLDER, Records
    from press.remote import shelf_at

    shelf = shelf_at(output)
    records = Records(shelf)
    held = records.held()
    standing = sum(map(records.is_standing, held))
    say(
        f"{near(shelf.where(FOLDER))}: {len(held)} flyers remembered, {standing} as they were made."
    )


@cache.command()
def clear(output: Output = "output") -> None:
    """Forget what was made; the PDFs stay, and the next build makes all of them anew."""
    from press.records import Records
    from press.remote import shelf_at

    records = Records(shelf_at(output))
    count = len(records.held())
    records.clear()
    say(f"{count} flyers forgotten. Their PDFs are still there.")
