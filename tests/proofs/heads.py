"""The heads of a flyer, as its PO file has them and as its finished file prints them."""

import re
from itertools import accumulate, islice
from pathlib import Path

import polib

from press.catalog.flyers import Flyer
from press.preflight.proof import read_proof

_UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060-\u2069]+|\*\*")


def letters(text: str) -> str:
    """A text without what shows no ink: spaces, marks of line ends and directions, and of bold."""
    return _UNSEEN.sub("", text)


def told_heads(flyer: Flyer, tag: str) -> dict[str, str]:
    """By the key of its message, each head of a flyer, read from the PO file by another library."""
    entries = polib.pofile(str(Path(flyer.source.file).with_name(f"{tag}.po")))
    told = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in entries}
    return {
        block.message.key: told[block.message.context, block.message.text]
        for section in flyer.source.sections
        for block in section.blocks
        if block.kind in ("title", "heading") and not block.message.english_only
    }


def printed_runs(pdf: bytes) -> list[str]:
    """What a finished file prints, line by line and font by font, in drawing order."""
    runs = (letters(run.text) for run in read_proof(pdf).matter)
    return [run for run in runs if run]


def are_lines(runs: list[str], head: str) -> bool:
    """Whether whole runs, one after another, are a head, letter by letter."""
    wanted = letters(head)
    return any(wanted in accumulate(islice(runs, start, None)) for start in range(len(runs)))
