"""Ink at the office: inside what the machine reaches, gray, and not too much of it."""

from collections.abc import Iterator

from press.preflight.boxes import Boxes
from press.preflight.check import Check, Fault
from press.preflight.checks.sheet import trim_of
from press.preflight.proof import Proof
from press.preflight.shown import Ink

_CLEAR = 18.0  # points: what office machines and risographs keep clear of ink
_ONE_DOT = 1.05  # points, that drawing at about 72 dots an inch may be off
_LOW_INK = 0.20  # of the page: cartridges are rated at 5 %, and last a quarter as long then
_HEAVY = 0.85  # of the page: the most that a risograph lays down
_EDGES = ("left", "bottom", "right", "top")


def _is_cut(proof: Proof, boxes: Boxes) -> bool:
    trim = proof.expected.trim if proof.expected else trim_of(boxes)
    return bool(trim and trim.is_cut)


def _judge_margin(proof: Proof) -> Iterator[Fault]:
    for boxes in proof.boxes:
        inked = proof.rendering.page(boxes.number).inked()
        if inked is None or _is_cut(proof, boxes):
            continue
        left, bottom, right, top = boxes.media
        rooms = (inked[0] - left, inked[1] - bottom, right - inked[2], top - inked[3])
        for edge, room in zip(_EDGES, rooms, strict=True):
            if room < _CLEAR - _ONE_DOT:
                yield Fault(
                    f"page {boxes.number} has ink {max(0.0, room) / 72:.2f} in from its {edge}"
                    f" edge; the least is {_CLEAR / 72:.2f} in",
                    boxes.number,
                )


def _is_gray(ink: Ink) -> bool:
    if ink.space.family == "DeviceCMYK" and ink.values:
        return not any(ink.values[:3])
    return ink.space.model == "gray"


def _judge_gray(proof: Proof) -> Iterator[Fault]:
    for page, use in dict.fromkeys((i.page, i.use) for i in proof.inks if not _is_gray(i)):
        yield Fault(f"page {page} has color: {use}", page)


def _judge_low(proof: Proof) -> Iterator[Fault]:
    for boxes in proof.boxes:
        covered = proof.rendering.page(boxes.number).coverage()
        if _LOW_INK < covered <= _HEAVY:
            yield Fault(
                f"page {boxes.number} is {covered:.0%} ink; above {_LOW_INK:.0%} it is costly",
                boxes.number,
            )


def _judge_heavy(proof: Proof) -> Iterator[Fault]:
    for boxes in proof.boxes:
        covered = proof.rendering.page(boxes.number).coverage()
        if covered > _HEAVY:
            yield Fault(
                f"page {boxes.number} is {covered:.0%} ink; the most is {_HEAVY:.0%}", boxes.number
            )


MARGIN = Check(
    "ink.margin",
    "Office machines leave out what is near the edge of the sheet.",
    "Keep everything that is printed a quarter of an inch inside the sheet.",
    _judge_margin,
)

GRAY = Check(
    "ink.gray",
    "One spot of color makes the whole page a color copy, which costs many times as much.",
    "Make the file in black and gray, or allow color with --color.",
    _judge_gray,
)

LOW = Check(
    "ink.low",
    "Much ink empties cartridges and dries slowly.",
    "Use tints and outlines instead of solid areas.",
    _judge_low,
    severity="warning",
)

HEAVY = Check(
    "ink.heavy",
    "A page that is all ink sticks to the next, and machines jam.",
    "Print it in dark on light instead.",
    _judge_heavy,
)
