"""The file is of a version of PDF that the presses of its standard know."""

from collections.abc import Iterator

from press.preflight.check import Check, Fault
from press.preflight.checks.pdfx.standard import X1A, X4, Standard
from press.preflight.proof import Proof

_NEWER_PARTS = {b"/ObjStm": "object streams", b"/XRef": "a cross-reference stream"}


def _check(standard: Standard) -> Check:
    most = ".".join(map(str, standard.version))

    def judge(proof: Proof) -> Iterator[Fault]:
        version = proof.pdf.pdf_version
        if tuple(map(int, version.split("."))) > standard.version:
            yield Fault(f"the file is PDF {version}; {standard.name} knows {most} at most")
        if not standard.is_old:
            return
        for key, what in _NEWER_PARTS.items():
            if key in proof.data:
                yield Fault(f"the file has {what}, which {standard.name} does not know")
        if "/OCProperties" in proof.pdf.Root:
            yield Fault(f"the file has layers, which {standard.name} does not know")

    return Check(
        "pdfx.version",
        "Old presses stop at a file that is newer than they are.",
        f"Save the file as PDF {most}.",
        judge,
    )


X4_VERSION, X1A_VERSION = _check(X4), _check(X1A)
