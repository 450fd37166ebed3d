"""The file tells an office machine how to print it: at its true size, on both sides or one."""

from collections.abc import Iterator

from pikepdf import Dictionary

from press.preflight.check import Check, Fault
from press.preflight.proof import Proof

_BOTH_SIDES = ("/DuplexFlipLongEdge", "/DuplexFlipShortEdge")
_SIDES = ("/Simplex", *_BOTH_SIDES)


def _preference(proof: Proof, key: str) -> str:
    return str(proof.pdf.Root.get("/ViewerPreferences", Dictionary()).get(key, ""))


def _judge_scaling(proof: Proof) -> Iterator[Fault]:
    if _preference(proof, "/PrintScaling") != "/None":
        yield Fault("the file lets the printer scale its pages")


def _judge_duplex(proof: Proof) -> Iterator[Fault]:
    if len(proof.boxes) > 1 and _preference(proof, "/Duplex") not in _SIDES:
        yield Fault("the file does not say on which edge its sheets are turned over")


def _judge_even(proof: Proof) -> Iterator[Fault]:
    if _preference(proof, "/Duplex") in _BOTH_SIDES and len(proof.boxes) % 2:
        yield Fault(f"the file is printed on both sides, but has {len(proof.boxes)} pages")


SCALING = Check(
    "viewer.scaling",
    "A page that is made to fit loses its measures: cards, folds and backs no longer meet.",
    "Set the print scaling of the file to none, and print it at 100 %.",
    _judge_scaling,
)

DUPLEX = Check(
    "viewer.duplex",
    "Turned over on the wrong edge, every back stands on its head.",
    "Set how the file is printed on both sides: long edge, short edge, or one side only.",
    _judge_duplex,
)

EVEN = Check(
    "pages.even",
    "In a stack of copies, the next copy would begin on the back of this one.",
    "Add a page, or print on one side only.",
    _judge_even,
)
