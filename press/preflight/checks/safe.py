"""Nothing in the file is locked, acts by itself, or tells who made it and where."""

import re
from collections.abc import Iterator

import pikepdf

from press.preflight.check import Check, Fault
from press.preflight.proof import Proof

_HARMLESS = ("/GoTo", "/URI", "/Named", "/Thread")
_ACTIONS = {
    *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToR", "/GoToE"),
    *("/Movie", "/Sound", "/Rendition", "/RichMediaExecute", "/GoTo3DView", "/SetOCGState"),
}
_NAMED_PLACES = re.compile(
    r"(?:(?<![\w.])/(?:home|Users|root|tmp|var|mnt|Volumes|private)/|[A-Za-z]:\\|\\\\\w|\bfile:/)\S*"
)
_MACHINES = re.compile(r"\b(?:[\w-]+\.local|DESKTOP-\w+|LAPTOP-\w+|[\w-]+-(?:MacBook|iMac)\S*)\b")
_ADDRESSES = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.\w+)*")
_PEOPLE = {"Author": "its author", "dc:creator": "its creator", "Company": "a company"}


def _judge_locked(proof: Proof) -> Iterator[Fault]:
    if proof.pdf.is_encrypted:
        yield Fault("the file is encrypted")


def _judge_active(proof: Proof) -> Iterator[Fault]:
    opening = proof.pdf.Root.get("/OpenAction")
    if isinstance(opening, pikepdf.Dictionary) and opening.get("/S") not in _HARMLESS:
        yield Fault("the file does something by itself when it is opened")
    for part in proof.parts:
        if str(part.get("/S")) in _ACTIONS:
            yield Fault(f"the file holds an action “{str(part.S)[1:]}”")
        if "/AA" in part:
            yield Fault("the file does something by itself when a page or field is reached")
        if "/EmbeddedFiles" in part or part.get("/Type") == "/EmbeddedFile":
            yield Fault("the file carries other files inside it")
        if part.get("/Subtype") in ("/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"):
            yield Fault(f"the file holds {str(part.Subtype)[1:]}, which paper cannot show")


def _judge_private(proof: Proof) -> Iterator[Fault]:
    metadata = proof.metadata
    if not metadata.is_sound:
        yield Fault("its XMP packet, where a name may stand, cannot be read")
    for key, text in [*metadata.info.items(), *metadata.xmp.items()]:
        if key in _PEOPLE and text.strip():
            yield Fault(f"the file names {_PEOPLE[key]}: “{text[:60]}”")
        for pattern, what in (
            (_NAMED_PLACES, "a folder"),
            (_MACHINES, "a machine"),
            (_ADDRESSES, "an address"),
        ):
            if found := pattern.search(text):
                yield Fault(f"“{key}” of the file names {what}: “{found[0][:60]}”")


LOCKED = Check(
    "file.locked",
    "Presses and screen readers are kept out of an encrypted file.",
    "Save it without a password or restrictions.",
    _judge_locked,
)

ACTIVE = Check(
    "file.active",
    "A flyer is paper; what acts in a file can be turned against those who open it.",
    "Print the file into a new PDF, and hand that on.",
    _judge_active,
)

PRIVATE = Check(
    "file.private",
    "A name left in a file leads back to the person who made it.",
    "Remove the author and other properties of the document, and save it anew.",
    _judge_private,
)
