"""No place on paper gets more ink than it can hold."""

from collections.abc import Iterator
from functools import reduce

from pikepdf import PdfImage
from PIL import Image, ImageChops

from press.preflight.check import Check, Fault
from press.preflight.proof import Proof
from press.preflight.shown import Picture

_MOST = 280  # percent of all inks together: what print shops accept
_CALM = 4  # pixels a side that are taken together, so that one stray pixel does not count


def _judge(proof: Proof) -> Iterator[Fault]:
    for ink in proof.inks:
        total = sum(ink.values) * 100
        if ink.space.family in ("DeviceCMYK", "DeviceN") and round(total) > _MOST:
            yield Fault(
                f"page {ink.page} has {total:.0f} % of ink: {ink.use}; the most is {_MOST} %",
                ink.page,
            )
    for picture in proof.pictures:
        if picture.space and picture.space.parts == 4 and (total := _most_in(picture)) > _MOST:
            yield Fault(
                f"page {picture.page} has {total:.0f} % of ink in a picture of {picture.width} x"
                f" {picture.height} pixels; the most is {_MOST} %",
                picture.page,
            )


def _most_in(picture: Picture) -> float:
    """The most ink in any spot of a CMYK picture, in percent."""
    if picture.stream is None:
        return 0.0
    image = PdfImage(picture.stream).as_pil_image()
    if image.mode != "CMYK":
        return 0.0
    small: Image.Image = image.reduce(_CALM) if min(image.size) >= _CALM else image
    cyan_magenta, yellow_black = (
        reduce(_half_of_both, pair) for pair in (small.split()[:2], small.split()[2:])
    )
    quarter = _half_of_both(cyan_magenta, yellow_black)
    darkest = quarter.getextrema()[1]
    return float(darkest) / 255 * 400  # type: ignore[arg-type]


def _half_of_both(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.add(one, other, scale=2)


CHECK = Check(
    "ink.total",
    "Paper that takes too much ink does not dry, and it comes off on the next sheet.",
    "Take ink away from the darkest colors; black text is black ink alone.",
    _judge,
)
