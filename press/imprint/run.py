"""Many chapters' documents of many editions, one after the other; what was made before is left."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from press.catalog import Catalog
from press.catalog.chapters import ChapterRow
from press.edition import Edition
from press.errors import EditionError
from press.findings import Finding
from press.imposition.impose import USUAL, Wishes
from press.imprint.checks import check_imprint
from press.imprint.given import Given, given_by
from press.imprint.laying import lay_out_shell
from press.imprint.made import document_key, edition_key, is_made, with_key
from press.imprint.shell import Shell
from press.job import make_edition
from press.output import write_whole
from press.preflight import judge
from press.preflight.profiles import profile_of
from press.preflight.proof import read_proof
from press.presses import SCREEN
from press.ticket import write_ticket
from press.typesetting.engine import Typesetter


@dataclass(frozen=True)
class Batch:
    """An edition's documents: how many were imprinted, laid out whole, and there before.

    `shells` are the layouts that the imprinted ones share, `failures` the chapters that could not
    be made, with why; `way` says how an office machine must print them.
    """

    edition: Edition
    imprinted: int
    whole: int
    kept: int
    shells: int
    failures: tuple[tuple[ChapterRow, EditionError], ...]
    warnings: tuple[Finding, ...]
    way: str


def imprint_all(
    catalog: Catalog,
    editions: Iterable[Edition],
    rows: Sequence[ChapterRow],
    folder: Path,
    tell: Callable[[Batch], None],
    wishes: Wishes = USUAL,
    force: bool = False,
) -> tuple[Batch, ...]:
    """Make every edition for every chapter; one that fails does not stop the others.

    Args:
        catalog: the content, without a chapter.
        editions: what to make for each.
        rows: the chapters.
        folder: where to put a folder for each chapter.
        tell: called with each edition as it is done.
        wishes: paper and edges of the office's sheets.
        force: make what was made before too.
    """
    typesetter = Typesetter(catalog.house.fonts)
    done = []
    for edition in editions:
        batch = _Run(catalog, edition, typesetter, folder, wishes).print(rows, force)
        done.append(batch)
        tell(batch)
    return tuple(done)


class _Run:
    """One edition for many chapters."""

    def __init__(
        self,
        catalog: Catalog,
        edition: Edition,
        typesetter: Typesetter,
        folder: Path,
        wishes: Wishes,
    ) -> None:
        self.catalog = replace(catalog, chapter=None)
        self.edition = edition
        self.typesetter = typesetter
        self.folder = folder
        self.wishes = wishes
        self.shells: list[Shell] = []
        self.warnings: dict[Finding, None] = {}
        self._first: Shell | None = None
        self._given: dict[str, Given] = {}

    def print(self, rows: Sequence[ChapterRow], force: bool) -> Batch:
        """Make what is not there yet, or all."""
        base = edition_key(self.catalog, self.edition, self.wishes)
        wanted = [
            (row, key)
            for row in rows
            if not is_made(self._file(row), key := document_key(base, row.chapter)) or force
        ]
        failures: list[tuple[ChapterRow, EditionError]] = []
        imprinted = whole = 0
        if wanted and self.edition.press.name != SCREEN:
            self._lay_out_first(rows)
        for row, key in wanted:
            try:
                if self._imprint(row, key):
                    imprinted += 1
                else:
                    self._make_whole(row, key)
                    whole += 1
            except EditionError as error:
                failures.append((row, error))
        return Batch(
            self.edition,
            imprinted,
            whole,
            len(rows) - len(wanted),
            len(self.shells),
            tuple(failures),
            tuple(self.warnings),
            self._first.way if self._first else "",
        )

    def _file(self, row: ChapterRow) -> Path:
        return self.folder / row.id / self.edition.file

    def _lay_out_first(self, rows: Sequence[ChapterRow]) -> None:
        """The shell of the first chapter, whose type size all others keep where they can.

        It is the same in a run that goes on, so that all documents of an edition look the same.
        """
        self._given = {row.id: given_by(self.catalog, self.edition, row.chapter) for row in rows}
        for row in rows:
            try:
                self._first = self._shell(row)
                return
            except (EditionError, ValueError):
                continue

    def _shell(self, row: ChapterRow) -> Shell:
        """A shell for a chapter, judged by the whole profile with that chapter's lines in it.

        Raises:
            EditionError: it does not fit, or fails preflight.
            ValueError: the chapter's lines are set otherwise than in the layout.
        """
        shell = lay_out_shell(
            self.catalog,
            self.edition,
            self.typesetter,
            self.wishes,
            row.chapter,
            list(self._given.values()),
            self._first,
        )
        given = self._given[row.id]
        imprint = shell.set(given)
        if imprint is None:
            raise ValueError("its lines are broken elsewhere")
        pdf = shell.print(imprint, shell.drawn(imprint), document_key("", row.chapter))
        profile = profile_of(self.edition.press)
        self.warnings |= dict.fromkeys(judge(read_proof(pdf, shell.expects(given)), profile))
        self.shells.insert(0, shell)
        return shell

    def _imprint(self, row: ChapterRow, key: str) -> bool:
        """Draw a chapter into a shell of its shape; False when it must be laid out whole."""
        if self.edition.press.name == SCREEN:
            return False
        given = self._given[row.id]
        for place, shell in enumerate(self.shells):
            if imprint := shell.set(given):
                self.shells.insert(0, self.shells.pop(place))
                drawn = shell.drawn(imprint)
                check_imprint(shell, imprint, drawn, str(self.edition.file))
                write_whole(self._file(row), shell.print(imprint, drawn, key))
                return True
        try:
            self._shell(row)
        except ValueError:
            return False
        return self._imprint(row, key)

    def _make_whole(self, row: ChapterRow, key: str) -> None:
        """Lay out a document that no shell can hold, and let it carry its key."""
        catalog = replace(self.catalog, chapter=row.chapter)
        printed = make_edition(write_ticket(catalog, self.edition, self.wishes), self.typesetter)
        self.warnings |= dict.fromkeys(printed.warnings)
        # The PDF comes last, for its key says that all is there.
        for name, content in reversed(list(printed.files.items())):
            is_pdf = name == self.edition.file
            write_whole(self.folder / row.id / name, with_key(content, key) if is_pdf else content)
