"""Ink that touches the trim goes on to the edge of the bleed."""

from collections.abc import Iterator

from PIL import Image, ImageChops, ImageFilter

from press.preflight.boxes import Boxes
from press.preflight.check import Check, Fault
from press.preflight.drawing import Edges
from press.preflight.proof import Proof

_DPI = 144
_STRIP = 1.0  # points
_LEAST = 8.5  # points: 3 mm; shops ask for .125 in or 3 mm
_SPECKS = 2  # dots, which drawing may shift


def _judge(proof: Proof) -> Iterator[Fault]:
    for boxes in proof.boxes:
        drawn = proof.rendering.page(boxes.number, _DPI)
        for edge, (at_trim, at_bleed, room) in _strips(boxes).items():
            touching = _profile(drawn.ink_in(at_trim), edge)
            if touching.getbbox() is None:
                continue
            if room < _LEAST:
                yield Fault(
                    f"ink touches the {edge} trim of page {boxes.number}, whose bleed is"
                    f" {room / 72:.3f} in; the least is {_LEAST / 72:.3f} in",
                    boxes.number,
                )
                continue
            reached = _profile(drawn.ink_in(at_bleed), edge).resize(touching.size)
            lacking = ImageChops.subtract(
                touching, reached.filter(ImageFilter.MaxFilter(2 * _SPECKS + 1))
            )
            if lacking.histogram()[255] > _SPECKS:
                yield Fault(
                    f"ink touches the {edge} trim of page {boxes.number}, but ends before the"
                    " edge of the bleed",
                    boxes.number,
                )


def _strips(boxes: Boxes) -> dict[str, tuple[Edges, Edges, float]]:
    """For each edge: just inside the trim, just inside the bleed, and the room between the two."""
    left, bottom, right, top = boxes.trim
    far_left, far_bottom, far_right, far_top = boxes.bleed
    return {
        "left": (
            (left, bottom, left + _STRIP, top),
            (far_left, bottom, far_left + _STRIP, top),
            left - far_left,
        ),
        "right": (
            (right - _STRIP, bottom, right, top),
            (far_right - _STRIP, bottom, far_right, top),
            far_right - right,
        ),
        "bottom": (
            (left, bottom, right, bottom + _STRIP),
            (left, far_bottom, right, far_bottom + _STRIP),
            bottom - far_bottom,
        ),
        "top": (
            (left, top - _STRIP, right, top),
            (left, far_top - _STRIP, right, far_top),
            far_top - top,
        ),
    }


def _profile(strip: Image.Image, edge: str) -> Image.Image:
    """A strip as one row along its edge, white where there is any ink."""
    upright = strip.transpose(Image.Transpose.ROTATE_90) if edge in ("left", "right") else strip
    row = upright.resize((upright.width, 1), Image.Resampling.BOX)
    return row.point([0] + [255] * 255).resize((upright.width, 1))


CHECK = Check(
    "bleed.reached",
    "Knives stray by a millimeter, and a white line shows where the ink ends too soon.",
    "Draw what touches the edge on into the bleed, an eighth of an inch (3 mm) past the trim.",
    _judge,
)
