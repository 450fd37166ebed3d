"""Large fonts cut to the characters of an edition before it is laid out.

A Chinese font holds thirty thousand glyphs in eight megabytes, of which a flyer needs five hundred;
loading, searching and embedding the rest would cost most of the time and memory of an edition.
Glyphs keep their numbers, outlines and layout rules, so that the pages come out the same and
preflight may still compare them with the vendored file.
"""

from html import unescape
from pathlib import Path

import uharfbuzz as hb
from weasyprint.urls import URLFetcherResponse

from press.catalog.fonts import FontFile
from press.typesetting.jail import Jail

_LARGE = 1_000_000  # bytes; smaller ones are loaded sooner than cut
_ALWAYS = frozenset(range(0x20, 0x180)) | frozenset(range(0x2000, 0x2070))  # what CSS may bring


def is_large(font: FontFile) -> bool:
    """Whether a font is worth cutting."""
    return _is_large(font.file)


def _is_large(file: Path) -> bool:
    return file.stat().st_size > _LARGE


def characters_of(html: str) -> frozenset[int]:
    """The characters that a page may show."""
    return _ALWAYS | frozenset(map(ord, unescape(html)))


def cut_font(file: Path, characters: frozenset[int]) -> bytes:
    """A font file that holds only some of its characters."""
    plan = hb.SubsetInput()
    plan.unicode_set.set(characters)
    plan.layout_feature_tag_set.clear()
    plan.layout_feature_tag_set.invert()  # all of them
    plan.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE
    cut = hb.subset(hb.Face(hb.Blob.from_file_path(file)), plan)
    return bytes(cut.blob.data)


class CuttingJail(Jail):
    """Fetches the files of a jail, large fonts cut."""

    def __init__(self, jail: Jail, characters: frozenset[int]) -> None:
        super().__init__(jail.folder)
        self._characters = characters

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Fetch one address.

        Raises:
            FatalURLFetchingError: the address leads outside the folder.
        """
        file = self.font_at(url)
        if file and _is_large(file):
            return URLFetcherResponse(url, cut_font(file, self._characters))
        return super().fetch(url, headers)
