"""What was made before: each document carries the key of all that it was made from, in its /ID."""

import hashlib
import os
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

from press.catalog import Catalog
from press.catalog.chapter import Chapter
from press.imposition.impose import Wishes
from press.plan import Edition
from press.translation.translate import translate

_MAKERS = ("weasyprint", "pikepdf", "reportlab", "uharfbuzz", "python-bidi", "zxing-cpp")
_TAIL = 4096  # bytes at a file's end, where its key stands
_ID = re.compile(rb"/ID ?\[ ?<[0-9a-f]{32}> ?<[0-9a-f]{32}> ?\]")


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
    flyer = catalog.flyers[edition.flyer]
    copies = [translate(catalog, flyer, tag) for tag in edition.tags]
    fonts = [_hash(font.file) for files in catalog.fonts.values() for font in files]
    makers = [version(maker) for maker in _MAKERS]
    profile = _hash(catalog.house.press_profile)
    settings = flyer.settings.design(edition.size), catalog.languages, catalog.layouts
    return key_of(edition, wishes, copies, settings, fonts, makers, profile, _code())


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


@cache
def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@cache
def _code() -> str:
    """The key of the press itself."""
    files = sorted(Path(__file__).parents[1].rglob("*.py"))
    return key_of([_hash(file) for file in files])
