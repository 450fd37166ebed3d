"""Which documents of which editions are due: those that are not there as they would be made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from press.catalog.catalog import Catalog
from press.catalog.chapters import ChapterRow
from press.edition import Edition
from press.house import House
from press.imposition.impose import Wishes
from press.imprint.made import document_key, edition_key, is_made


@dataclass(frozen=True)
class Due:
    """An edition for many chapters; it can be sent to another process.

    `rows` are all chapters, for what they say is in the fonts of each document; `keys` are those of
    the documents to be made, by the chapter's id. `catalog` is without a chapter; `is_forced` says
    that what is there is made too.
    """

    catalog: Catalog
    edition: Edition
    wishes: Wishes
    folder: Path
    rows: tuple[ChapterRow, ...]
    keys: Mapping[str, str]
    is_forced: bool

    @property
    def house(self) -> House:
        """Where its fonts are."""
        return self.catalog.house

    @property
    def kept(self) -> int:
        """How many documents stand there already."""
        return len(self.rows) - len(self.keys)

    @property
    def effort(self) -> int:
        """About how long it takes, for the order alone: documents, then how many fonts it is in."""
        fonts = {font for tag in self.edition.tags for font in self.catalog.languages[tag].fonts}
        sizes = (file.file.stat().st_size for name in fonts for file in self.catalog.fonts[name])
        return len(self.keys) * 10_000_000 + sum(sizes)

    def file(self, row: ChapterRow) -> Path:
        """Where a chapter's document stands."""
        return self.folder / row.id / self.edition.file

    def is_made(self, row: ChapterRow) -> bool:
        """Whether a document to be made is there."""
        return is_made(self.file(row), self.keys[row.id])


def find_due(
    catalog: Catalog,
    editions: Iterable[Edition],
    rows: Sequence[ChapterRow],
    folder: Path,
    wishes: Wishes,
    force: bool,
) -> list[Due]:
    """Each edition with the documents of it that are to be made."""
    catalog = replace(catalog, chapter=None)
    found = []
    for edition in editions:
        base = edition_key(catalog, edition, wishes)
        keys = {row.id: document_key(base, row.chapter) for row in rows}
        every = Due(catalog, edition, wishes, folder, tuple(rows), keys, force)
        due = {row.id: keys[row.id] for row in rows if force or not every.is_made(row)}
        found.append(replace(every, keys=due))
    return found
