"""One edition for many chapters, one document after the other."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass, replace

from press.catalog.chapters import ChapterRow
from press.edition import Edition
from press.errors import EditionError
from press.findings import Finding
from press.imprint.checks import check_imprint
from press.imprint.due import Due
from press.imprint.given import Given, given_by
from press.imprint.laying import lay_out_shell
from press.imprint.made import document_key, with_key
from press.imprint.said import Said
from press.imprint.setting import Case
from press.imprint.shell import Shell
from press.job import make_edition
from press.limits import Limits
from press.output import write_whole
from press.preflight import judge
from press.preflight.profiles import profile_of
from press.preflight.proof import read_proof
from press.presses import SCREEN
from press.ticket import write_ticket
from press.typesetting.engine import Typesetter
from press.worker import guarded, typesetter


@dataclass(frozen=True)
class Batch:
    """An edition's documents: how many were imprinted, laid out whole, and there before.

    `shells` are the layouts that the imprinted ones share, `failures` the chapters that could not
    be made, with why; `way` says how an office machine must print them; `stopped` is why the
    edition as a whole came to no end, None when it did.
    """

    edition: Edition
    imprinted: int
    whole: int
    kept: int
    shells: int = 0
    failures: tuple[tuple[ChapterRow, EditionError], ...] = ()
    warnings: tuple[Finding, ...] = ()
    way: str = ""
    stopped: EditionError | None = None


def print_batch(due: Due, limits: Limits) -> Batch:
    """Make what is due of an edition; a chapter that fails does not stop the others.

    Args:
        due: the documents.
        limits: of each of them.

    Raises:
        StorageError: a file cannot be written; those written before are whole.
    """
    return _Run(due, limits, typesetter(due.house.fonts)).print()


class _Run:
    """One edition for many chapters."""

    def __init__(self, due: Due, limits: Limits, typesetter: Typesetter) -> None:
        self.due = due
        self.edition = due.edition
        self.limits = limits
        self.typesetter = typesetter
        self.shells: list[Shell] = []
        self.warnings: dict[Finding, None] = {}
        self._first: Shell | None = None
        self._unfit: dict[str, EditionError | ValueError] = {}
        case = Case(due.catalog.fonts, due.catalog.languages)
        self._said = Said(case, map(self._given, due.rows if self._has_shells else ()))

    def print(self) -> Batch:
        """Make what is due."""
        gc.collect()
        gc.freeze()  # what was read and sent stays, and need not be searched for garbage
        failures: list[tuple[ChapterRow, EditionError]] = []
        imprinted = whole = 0
        if self.due.keys and self._has_shells:
            self._lay_out_first()
        for row in self._wanted():
            if self.due.is_made(row) and not self.due.is_forced:
                imprinted += 1  # by another process, which ended before it was done
                continue
            try:
                with guarded(self.limits):
                    is_imprinted = self._imprint(row)
                    if not is_imprinted:
                        self._make_whole(row)
            except EditionError as error:
                failures.append((row, error))
                continue
            imprinted += is_imprinted
            whole += not is_imprinted
        return Batch(
            self.edition,
            imprinted,
            whole,
            self.due.kept,
            len(self.shells),
            tuple(failures),
            tuple(self.warnings),
            self._first.way if self._first else "",
        )

    @property
    def _has_shells(self) -> bool:
        return self.edition.press.name != SCREEN

    def _wanted(self) -> Iterator[ChapterRow]:
        return (row for row in self.due.rows if row.id in self.due.keys)

    def _given(self, row: ChapterRow) -> Given:
        return given_by(self.due.catalog, self.edition, row.chapter)

    def _lay_out_first(self) -> None:
        """The shell of the first chapter, whose type size all others keep where they can.

        It is the same in a run that goes on, so that all documents of an edition look the same.
        """
        for row in self.due.rows:
            try:
                with guarded(self.limits):
                    self._first = self._shell(row)
                return
            except (EditionError, ValueError) as error:
                self._unfit[row.id] = error

    def _shell(self, row: ChapterRow) -> Shell:
        """A shell for a chapter, judged by the whole profile with that chapter's lines in it.

        Raises:
            EditionError: it does not fit, or fails preflight.
            ValueError: the chapter's lines are set otherwise than in the layout.
        """
        if row.id in self._unfit:
            raise self._unfit[row.id]
        shell = lay_out_shell(
            self.due.catalog,
            self.edition,
            self.typesetter,
            self.due.wishes,
            row.chapter,
            self._said,
            self._first,
        )
        given = self._given(row)
        imprint = shell.set(given)
        if imprint is None:
            raise ValueError("its lines are broken elsewhere")
        pdf = shell.print(imprint, shell.drawn(imprint), document_key("", row.chapter))
        profile = profile_of(self.edition.press)
        self.warnings |= dict.fromkeys(judge(read_proof(pdf, shell.expects(given)), profile))
        self.shells.insert(0, shell)
        return shell

    def _imprint(self, row: ChapterRow) -> bool:
        """Draw a chapter into a shell of its shape; False when it must be laid out whole."""
        if not self._has_shells:
            return False
        given = self._given(row)
        for place, shell in enumerate(self.shells):
            if imprint := shell.set(given):
                self.shells.insert(0, self.shells.pop(place))
                drawn = shell.drawn(imprint)
                check_imprint(shell, imprint, drawn, str(self.edition.file))
                write_whole(self.due.file(row), shell.print(imprint, drawn, self.due.keys[row.id]))
                return True
        try:
            self._shell(row)
        except ValueError:
            return False
        return self._imprint(row)

    def _make_whole(self, row: ChapterRow) -> None:
        """Lay out a document that no shell can hold, and let it carry its key."""
        catalog = replace(self.due.catalog, chapter=row.chapter)
        ticket = write_ticket(catalog, self.edition, self.due.wishes)
        printed = make_edition(ticket, self.typesetter)
        self.warnings |= dict.fromkeys(printed.warnings)
        key = self.due.keys[row.id]
        # The PDF comes last, for its key says that all is there.
        for name, content in reversed(list(printed.files.items())):
            is_pdf = name == self.edition.file
            file = self.due.folder / row.id / name
            write_whole(file, with_key(content, key) if is_pdf else content)
