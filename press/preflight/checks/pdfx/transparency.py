"""What is seen through is blended in the colors of the press, or not there at all."""

from collections.abc import Iterator

import pikepdf

from press.preflight.check import Check, Fault
from press.preflight.checks.pdfx.intent import intended_model
from press.preflight.proof import Proof
from press.preflight.spaces import read_space

_NORMAL = ("/Normal", "/Compatible")


def _is_see_through(part: pikepdf.Object) -> bool:
    mode = part.get("/BM", "/Normal")
    modes = list(mode) if isinstance(mode, pikepdf.Array) else [mode]
    is_image = part.get("/Subtype") == "/Image"
    return (
        any(float(part.get(key, 1)) != 1 for key in ("/ca", "/CA") if _is_number(part, key))
        or str(part.get("/SMask", "/None")) != "/None"
        or not any(str(each) in _NORMAL for each in modes[:1])
        or (is_image and int(part.get("/SMaskInData", 0)) != 0)
    )


def _is_number(part: pikepdf.Object, key: str) -> bool:
    return key in part and not isinstance(part[key], pikepdf.Object)


def _judge_none(proof: Proof) -> Iterator[Fault]:
    for part in proof.parts:
        if part.get("/S") == "/Transparency":
            yield Fault("the file has groups that are blended as one")
        elif _is_see_through(part):
            yield Fault("the file has things that are seen through")


def _judge_blending(proof: Proof) -> Iterator[Fault]:
    model = intended_model(proof)
    for part in proof.parts:
        if part.get("/S") != "/Transparency" or "/CS" not in part:
            continue
        space = read_space(part.CS, pikepdf.Dictionary())
        if space.model not in ("gray", model):
            yield Fault(f"the file blends colors in {space.family}, not in those of the press")


X1A_TRANSPARENCY = Check(
    "pdfx.transparency",
    "Old presses print what should be seen through as solid, or not at all.",
    "Flatten the transparency, or make PDF/X-4.",
    _judge_none,
)

X4_BLENDING = Check(
    "pdfx.blending",
    "Blended in screen colors, shadows and tints change at the press, and shops refuse the file.",
    "Export the file with the blend space of its output intent.",
    _judge_blending,
)
