"""What was made before: each document carries the key of all that it was made from, in its /ID."""

import hashlib
import os
import re
from functools import cache
from pathlib import Path

from press.catalog.catalog import Catalog
from press.catalog.chapter import Chapter
from press.edition import Edition
from press.imposition.impose import Wishes
from press.state import digest_of, state_of_press
from press.ticket import write_ticket

_TAIL = 4096  # bytes at a file's end, where its key stands
_ID = re.compile(rb"/ID ?\[ ?<[0-9a-f]{32}> ?<[0-9a-f]{32}> ?\]")


digest = cache(digest_of)


def key_of(*said: object) -> str:
    """32 hexadecimal digits that stand for what is said."""
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def edition_key(catalog: Catalog, edition: Edition, wishes: Wishes) -> str:
    """The key of all that an edition is made from, but for the chapters.

    Args:
        catalog: without a chapter.
        edition: the edition.
        wishes: paper and edges of the office's sheets.
    """
    ticket = write_ticket(catalog, edition, wishes)
    fonts = [digest(font.file) for files in catalog.fonts.values() for font in files]
    return key_of(ticket.key(digest, state_of_press()), fonts, catalog.languages)


def document_key(edition: str, chapter: Chapter) -> str:
    """The key of an edition's document for a chapter."""
    logo = hashlib.sha256(chapter.logo.png).hexdigest() if chapter.logo else ""
    return key_of(edition, chapter.entry, logo)


def is_made(file: Path, key: str) -> bool:
    """Whether a file is there that was made from the same."""
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, os.fstat(stream.fileno()).st_size - _TAIL))
            return f"<{key}>".encode() in stream.read()
    except OSError:
        return False


def with_key(pdf: bytes, key: str) -> bytes:
    """A file that carries a key, for one that was laid out whole."""
    named = b"<%b>" % key.encode()

    def put(match: re.Match[bytes]) -> bytes:
        return re.sub(rb"<[0-9a-f]{32}>", named, match[0])

    return _ID.sub(put, pdf)
