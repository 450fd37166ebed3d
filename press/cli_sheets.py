"""The commands of the folding table: impose, schemes, calibrate."""

from pathlib import Path
from typing import Annotated

import typer

from press.errors import StorageError
from press.house import find_house
from press.imposition.schemes import SCHEMES
from press.imposition.sheet import FlipEdge
from press.lengths import parse_length, parse_offset
from press.output import write_whole
from press.report import near, say
from press.sizes import PAPERS, TRIMS
from press.wanted import choose

_EDGES: dict[str, FlipEdge] = {"long": "long", "short": "short"}
_SIDES = ("left", "right")

Paper = Annotated[str, typer.Option("--paper", help=f"The sheet: {', '.join(PAPERS)}.")]
Flip = Annotated[str | None, typer.Option("--flip", help="The edge to flip on: long or short.")]
Offset = Annotated[
    str, typer.Option("--offset", metavar="X,Y", help="Moves the backs right,up: 1mm,-.5mm.")
]
OneSided = Annotated[bool, typer.Option("--one-sided", help="Print backs on sheets of their own.")]
HowTo = Annotated[bool, typer.Option("--how-to", help="Add a page that says how to fold and cut.")]


def impose(
    file: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="Any PDF, ours or not.")],
    scheme: Annotated[str, typer.Option("--scheme", help=f"One of {', '.join(SCHEMES)}.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to put the sheets.")
    ] = None,
    paper: Paper = "letter",
    flip: Flip = None,
    binding: Annotated[
        str, typer.Option("--binding", help="The side of the spine: left or right.")
    ] = "left",
    creep: Annotated[
        str, typer.Option("--creep", metavar="LENGTH", help="How thick one leaf is: .005in.")
    ] = "0",
    gutter: Annotated[
        str, typer.Option("--gutter", metavar="LENGTH", help="Room between pages: 1/4in.")
    ] = "0",
    sheets: Annotated[int, typer.Option("--sheets", min=1, help="Sheets in a gathering.")] = 4,
    overlap: Annotated[
        str, typer.Option("--overlap", metavar="LENGTH", help="What poster tiles share.")
    ] = ".5in",
    offset: Offset = "0,0",
    one_sided: OneSided = False,
    marks: Annotated[bool, typer.Option(help="Marks to cut along, and a slug line.")] = True,
    how_to: HowTo = False,
) -> None:
    """Put the pages of a PDF on sheets: booklets, cards, leaflets, posters."""
    from press.imposition.impose import Wishes
    from press.imposition.impose import impose as impose_pages

    (name,) = choose("scheme", [scheme], SCHEMES)
    (side,) = choose("side", [binding], _SIDES)
    wishes = Wishes(
        paper=paper_size(paper),
        flip=edge_of(flip),
        right_bound=side == "right",
        thickness=parse_length(creep),
        gutter=parse_length(gutter),
        gathering=sheets,
        overlap=parse_length(overlap),
        offset=parse_offset(offset),
        one_sided=one_sided,
        marks=marks,
        how_to=how_to,
    )
    imposed = impose_pages(_read(file), SCHEMES[name], wishes, find_house().fonts)
    target = output or Path("output") / f"{file.stem}-{name}-{paper}.pdf"
    write_whole(target, imposed.pdf)
    for sentence in imposed.lost:
        say(f"note: {sentence}")
    way = f"both sides, flipped on the {imposed.edge} edge" if imposed.edge else "one side"
    say(f"print at 100 %, on {way}: {near(target)}")


def tell_schemes(
    name: Annotated[str | None, typer.Argument(help="One of them.")] = None,
) -> None:
    """Say how each way of putting pages on sheets is printed, folded and cut."""
    for chosen in choose("scheme", [name] if name else [], SCHEMES):
        say(f"{chosen}: {SCHEMES[chosen].instruction}\n")


def calibrate(
    paper: Paper = "letter",
    across: Annotated[
        bool, typer.Option("--across", help="For sheets that lie across: booklets, leaflets.")
    ] = False,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Where to put the sheet.")
    ] = Path("output/calibrate.pdf"),
) -> None:
    """Make a sheet that shows how far a machine prints its backs askew."""
    from press.imposition.calibration import draw_calibration

    width, height = paper_size(paper)
    size = (height, width) if across else (width, height)
    write_whole(output, draw_calibration(*size, find_house().fonts))
    say(near(output))


def edge_of(name: str | None) -> FlipEdge | None:
    """The edge to flip on that was named on the command line."""
    return _EDGES[choose("edge", [name], _EDGES)[0]] if name else None


def paper_size(name: str) -> tuple[float, float]:
    """The size in points of a paper named on the command line."""
    return TRIMS[choose("paper", [name], PAPERS)[0]].points


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise StorageError(
            f"{file} cannot be read: {error.strerror}.", "Name a PDF that is there."
        ) from error
