"""The two standards of exchange: what they are called, and where they differ."""

from dataclasses import dataclass

from press.preflight.metadata import Metadata


@dataclass(frozen=True)
class Standard:
    """A standard of PDF/X: the newest version of PDF that it knows, and what it allows."""

    name: str
    version: tuple[int, int]
    is_old: bool


X4 = Standard("PDF/X-4", (1, 6), is_old=False)
X1A = Standard("PDF/X-1a:2003", (1, 4), is_old=True)


def claimed(metadata: Metadata) -> Standard | None:
    """The standard that a file says it follows; X-1a for the elder ones, X-4 for the newer."""
    if metadata.info.get("GTS_PDFXVersion", "").startswith("PDF/X-1"):
        return X1A
    if "pdfxid:GTS_PDFXVersion" in metadata.xmp or "GTS_PDFXVersion" in metadata.info:
        return X4
    return None
