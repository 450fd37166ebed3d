"""All colors are those that the press prints with."""

from collections.abc import Iterator

from press.preflight.check import Check, Fault
from press.preflight.checks.pdfx.intent import intended_model
from press.preflight.proof import Proof
from press.preflight.spaces import Space

_DEVICE = {"DeviceRGB": "rgb", "DeviceCMYK": "cmyk"}
_OLD = ("DeviceGray", "DeviceCMYK", "Separation", "DeviceN", "Indexed", "Pattern")


def _judge_x4(proof: Proof) -> Iterator[Fault]:
    model = intended_model(proof)
    for page, use, space in _used(proof):
        device = _DEVICE.get(space.family)
        if device and device != model:
            yield Fault(f"page {page} has colors in {space.family}: {use}", page)


def _judge_x1a(proof: Proof) -> Iterator[Fault]:
    for page, use, space in _used(proof):
        if space.family not in _OLD:
            yield Fault(f"page {page} has colors in {space.family}: {use}", page)


def _used(proof: Proof) -> Iterator[tuple[int, str, Space]]:
    for ink in proof.inks:
        for space in ink.space.chain():
            yield ink.page, ink.use, space


_REASON = "Colors that are not those of the press are converted by guess, or refused."

X4_COLOR = Check(
    "pdfx.color", _REASON, "Convert the colors to the profile of the output intent.", _judge_x4
)

X1A_COLOR = Check("pdfx.color", _REASON, "Convert all colors to CMYK, gray or spot.", _judge_x1a)
