"""A screen reader can read the file aloud: tags, language, title, pictures described."""

from collections.abc import Iterator

from pikepdf import Dictionary

from press.preflight.check import Check, Fault
from press.preflight.proof import Proof

_REMEDY = "Make the file with tags (PDF/UA), and mend its source."


def _judge_tagged(proof: Proof) -> Iterator[Fault]:
    root = proof.pdf.Root
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield Fault("the file does not say that it is tagged")
    if "/StructTreeRoot" not in root:
        yield Fault("the file has no tags")
    elif "/K" not in root.StructTreeRoot:
        yield Fault("the tags of the file are empty")


def _judge_language(proof: Proof) -> Iterator[Fault]:
    if not str(proof.pdf.Root.get("/Lang", "")).strip():
        yield Fault("the file does not say what language it is in")


def _judge_title(proof: Proof) -> Iterator[Fault]:
    if not proof.metadata.xmp.get("dc:title", "").strip():
        yield Fault("the file has no title in its XMP packet")
    preferences = proof.pdf.Root.get("/ViewerPreferences", Dictionary())
    if not preferences.get("/DisplayDocTitle", False):
        yield Fault("viewers are not told to show the title instead of the file's name")


def _judge_identity(proof: Proof) -> Iterator[Fault]:
    if proof.metadata.xmp.get("pdfuaid:part") not in ("1", "2"):
        yield Fault("the file does not say that it follows PDF/UA")


def _judge_pictures(proof: Proof) -> Iterator[Fault]:
    mute = sum(
        part.get("/S") == "/Figure" and not ("/Alt" in part or "/ActualText" in part)
        for part in proof.parts
    )
    if mute:
        yield Fault(f"{mute} pictures are not described in words")


TAGGED = Check(
    "tags.there", "Without tags a screen reader guesses what to read first.", _REMEDY, _judge_tagged
)

LANGUAGE = Check(
    "tags.language",
    "Without its language the text is read aloud in the wrong voice.",
    _REMEDY,
    _judge_language,
)

TITLE = Check(
    "tags.title",
    "The title is the first thing that a screen reader says.",
    _REMEDY,
    _judge_title,
)

IDENTITY = Check(
    "tags.standard",
    "Libraries and agencies look for the mark of the standard.",
    _REMEDY,
    _judge_identity,
)

PICTURES = Check(
    "tags.pictures",
    "A picture without words is not there for those who cannot see it.",
    _REMEDY,
    _judge_pictures,
)
