"""Imposing a file: from its pages to marked sheets, read from top to bottom."""

from dataclasses import dataclass
from pathlib import Path

from press.imposition.marks import draw_marks, draw_text_page
from press.imposition.placer import Imposed, Leaf, place_pages, read_leaves
from press.imposition.schemes import Scheme
from press.imposition.sheet import FlipEdge, Sheet, flips_sideways, for_flip
from press.imposition.work import Work


@dataclass(frozen=True)
class Wishes:
    """How to impose; lengths are points.

    `paper` None is a sheet of the first page's size. `flip` None flips each sheet about its upright
    axis, `offset` moves the backs right and up; `one_sided` is for machines that print one side at
    a time, so that the sheets are fed in again by hand.
    """

    paper: tuple[float, float] | None = None
    flip: FlipEdge | None = None
    right_bound: bool = False
    thickness: float = 0.0
    gutter: float = 0.0
    gathering: int = 4
    overlap: float = 36.0
    offset: tuple[float, float] = (0.0, 0.0)
    one_sided: bool = False
    marks: bool = True
    how_to: bool = False


USUAL = Wishes()


def plan_sheets(leaves: list[Leaf], scheme: Scheme, wishes: Wishes) -> list[Sheet]:
    """The sheets of a file, as a machine must print them."""
    paper = wishes.paper or leaves[0].trim
    work = Work(
        trims=tuple(leaf.trim for leaf in leaves),
        paper=(min(paper), max(paper)),
        bleed=min((leaf.bleed for leaf in leaves), default=0.0),
        right_bound=wishes.right_bound,
        thickness=wishes.thickness,
        gutter=wishes.gutter,
        gathering=wishes.gathering,
        overlap=wishes.overlap,
    )
    return [for_flip(s, _edge(s, wishes), wishes.offset) for s in scheme.plan(work)]


def impose(pdf: bytes, scheme: Scheme, wishes: Wishes, fonts: Path) -> Imposed:
    """Impose a file.

    Args:
        pdf: any PDF.
        scheme: the way of putting its pages on sheets.
        wishes: paper, edges and marks.
        fonts: the folder of fonts, for the marks.

    Raises:
        UsageError: the pages do not fit the scheme or the paper.
        StorageError: the file is no sound PDF.
    """
    sheets = plan_sheets(read_leaves(pdf), scheme, wishes)
    overlays: list[bytes | None] = []
    for number, sheet in enumerate(sheets, 1):
        for face, side in zip(("front", "back"), sheet.sides(), strict=False):
            slug = _slug(scheme, sheet, number, len(sheets), face, wishes)
            overlays.append(draw_marks(sheet, side, slug, fonts) if wishes.marks else None)
    by_machine = sheets[0].back is not None and not wishes.one_sided
    edge = _edge(sheets[0], wishes) if by_machine else None
    how_to = None
    if wishes.how_to:
        title, *paragraphs = (" ".join(p.split()) for p in scheme.instruction.split("\n\n"))
        paragraphs += [f"Flip on the {edge} edge."] if edge else []
        paper = sheets[0].width, sheets[0].height
        how_to = draw_text_page(min(paper), max(paper), title, paragraphs, fonts)
    return place_pages(pdf, sheets, overlays, edge, how_to)


def _edge(sheet: Sheet, wishes: Wishes) -> FlipEdge:
    if wishes.flip:
        return wishes.flip
    return "long" if flips_sideways(sheet.width, sheet.height, "long") else "short"


def _slug(scheme: Scheme, sheet: Sheet, number: int, count: int, face: str, wishes: Wishes) -> str:
    parts = [scheme.name, f"sheet {number} of {count}"]
    if sheet.back is not None:
        parts += [face]
        parts += [] if wishes.one_sided else [f"flip on the {_edge(sheet, wishes)} edge"]
    return " · ".join([*parts, "print at 100 %"])
