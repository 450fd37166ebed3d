"""The file says for which press and paper its colors are meant."""

from collections.abc import Iterator

import pikepdf

from press.preflight.check import Check, Fault
from press.preflight.checks.pdfx.standard import X1A, X4, Standard
from press.preflight.proof import Proof

_LONGEST = 32  # letters of the identifier, which presses show in a narrow list
_MODELS = {b"CMYK": "cmyk", b"GRAY": "gray", b"RGB ": "rgb"}


def intents(proof: Proof) -> list[pikepdf.Object]:
    """The output intents of PDF/X."""
    listed = proof.pdf.Root.get("/OutputIntents", pikepdf.Array())
    return [intent for intent in listed if intent.get("/S") == "/GTS_PDFX"]


def intended_model(proof: Proof) -> str:
    """The colors of the press that is meant: gray, rgb or cmyk; cmyk where nothing is said."""
    header = next((_header(intent) for intent in intents(proof)), b"")
    return _MODELS.get(header[16:20], "cmyk")


def _header(intent: pikepdf.Object) -> bytes:
    profile = intent.get("/DestOutputProfile")
    return profile.read_bytes()[:128] if isinstance(profile, pikepdf.Stream) else b""


def _check(standard: Standard) -> Check:
    def judge(proof: Proof) -> Iterator[Fault]:
        found = intents(proof)
        if len(found) != 1:
            yield Fault(f"the file has {len(found)} output intents for PDF/X, not one")
        for intent in found:
            identifier = str(intent.get("/OutputConditionIdentifier", ""))
            if not 0 < len(identifier) <= _LONGEST:
                yield Fault(f"the identifier of the output intent is no short name: “{identifier}”")
            header = _header(intent)
            if not header:
                if not (standard.is_old and "/RegistryName" in intent):
                    yield Fault("the output intent carries no profile of the press")
            elif header[12:16] != b"prtr" or header[36:40] != b"acsp":
                yield Fault("the profile of the output intent is not that of a printing press")

    return Check(
        "pdfx.intent",
        "A shop that does not know the press you meant guesses your colors.",
        "Export the file with the profile of the press as its output intent.",
        judge,
    )


X4_INTENT, X1A_INTENT = _check(X4), _check(X1A)
