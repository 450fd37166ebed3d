"""Pages that an office machine has paper for: real sheets, upright."""

from collections.abc import Iterator

from press.preflight.boxes import Boxes
from press.preflight.check import Check, Fault
from press.preflight.proof import Proof
from press.sizes import SHEETS, TRIMS, Trim

_TOLERANCE = 0.5  # points


def trim_of(boxes: Boxes) -> Trim | None:
    """The size of ours that a page has, upright or lying; None when it has none."""
    width, height = sorted(boxes.size)
    return next(
        (
            trim
            for trim in TRIMS.values()
            if abs(width - min(trim.points)) <= _TOLERANCE
            and abs(height - max(trim.points)) <= _TOLERANCE
        ),
        None,
    )


def _judge_size(proof: Proof) -> Iterator[Fault]:
    for boxes in proof.boxes if proof.expected is None else ():
        if trim_of(boxes) is None:
            width, height = boxes.size
            yield Fault(
                f"page {boxes.number} is {width:.1f} x {height:.1f} pt,"
                f" which is none of {', '.join(SHEETS)}",
                boxes.number,
            )


def _judge_cut(proof: Proof) -> Iterator[Fault]:
    for trim in map(trim_of, proof.boxes if proof.expected is None else ()):
        if trim and trim.name not in SHEETS:
            yield Fault(f"its pages are of the size {trim.name}, smaller than any sheet")


def _judge_upright(proof: Proof) -> Iterator[Fault]:
    for boxes in proof.boxes:
        if boxes.turn:
            yield Fault(f"page {boxes.number} is turned by {boxes.turn} degrees", boxes.number)


SIZE = Check(
    "sheet.size",
    "A machine scales what fits no paper in its trays, and margins and folds go wrong.",
    "Make the page as large as the sheet it is printed on.",
    _judge_size,
)

CUT = Check(
    "sheet.cut",
    "Machines have no paper of this size.",
    "Put the pages on sheets first: make_flyers.py impose.",
    _judge_cut,
    severity="warning",
)

UPRIGHT = Check(
    "sheet.upright",
    "Machines differ in how they turn such a page, and its back may come out upside down.",
    "Save the page so that it is upright without being turned.",
    _judge_upright,
)
