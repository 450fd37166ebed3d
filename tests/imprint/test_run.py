"""Many chapters: what is made, what is left, and what is told of those that cannot be made."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from chapters import row

from press.catalog.catalog import Catalog
from press.catalog.chapters import ChapterRow
from press.edition import Edition
from press.errors import OversetError
from press.imprint import run
from press.imprint.editions import imprint_all
from press.imprint.laying import lay_out_shell
from press.imprint.run import Batch
from press.imprint.shell import Shell

CARD = Edition("know-your-rights", "en", "card")


def printed(
    catalog: Catalog, rows: Sequence[ChapterRow], folder: Path, edition: Edition = CARD
) -> Batch:
    told: list[Batch] = []
    (done,) = imprint_all(catalog, [edition], rows, folder, told.append)
    assert told == [done]
    return done


def test_each_chapter_has_its_own_hotline_and_folder(
    told: Callable[..., Catalog], tmp_path: Path
) -> None:
    numbers = {f"chapter-{i}": f"{201 + i}-555-{100 + 7 * i:04d}" for i in range(12)}
    rows = [row(name, 2 + i, hotline=n) for i, (name, n) in enumerate(numbers.items())]
    done = printed(told("en"), rows, tmp_path)
    assert (done.imprinted, done.whole, done.shells, done.failures) == (12, 0, 1, ())
    for name, number in numbers.items():
        file = tmp_path / name / "en" / "know-your-rights-en-card-office.pdf"
        with pypdfium2.PdfDocument(file) as document:
            said = document[0].get_textpage().get_text_range()
        assert number in said
        assert not any(other in said for other in numbers.values() if other != number)


def test_a_run_goes_on_where_it_stopped(told: Callable[..., Catalog], tmp_path: Path) -> None:
    rows = [row("a", 2, hotline="201-555-0101"), row("b", 3, hotline="202-555-0102")]
    catalog = told("en")
    printed(catalog, rows, tmp_path)
    whole = {name: (tmp_path / name / CARD.file).read_bytes() for name in "ab"}
    (tmp_path / "b" / CARD.file).unlink()
    kept = (tmp_path / "a" / CARD.file).stat().st_mtime_ns
    done = printed(catalog, rows, tmp_path)
    assert (done.imprinted, done.kept) == (1, 1)
    assert (tmp_path / "a" / CARD.file).stat().st_mtime_ns == kept
    assert {name: (tmp_path / name / CARD.file).read_bytes() for name in "ab"} == whole


def test_a_changed_row_is_made_anew(told: Callable[..., Catalog], tmp_path: Path) -> None:
    catalog = told("en")
    printed(catalog, [row("a", 2, hotline="201-555-0101")], tmp_path)
    done = printed(catalog, [row("a", 2, hotline="201-555-0109")], tmp_path)
    assert (done.imprinted, done.kept) == (1, 0)


def test_a_chapter_that_does_not_fit_is_told_and_the_others_are_made(
    told: Callable[..., Catalog], tmp_path: Path
) -> None:
    rows = [
        row("a", 2, hotline="201-555-0101"),
        row("b", 3, hotline="+1 617 555 0142 617 555 0142 61"),
        row("c", 4, hotline="202-555-0102"),
    ]
    done = printed(told("en"), rows, tmp_path)
    assert done.imprinted == 2
    ((wrong, error),) = done.failures
    assert (wrong.id, wrong.place.line) == ("b", 3)
    assert isinstance(error, OversetError)
    assert not (tmp_path / "b").exists()


def test_what_no_shell_can_hold_is_laid_out_whole(
    told: Callable[..., Catalog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("other words follow")

    monkeypatch.setattr(run, "lay_out_shell", refuse)
    rows = [row("a", 2, hotline="201-555-0101")]
    done = printed(told("en"), rows, tmp_path)
    assert (done.imprinted, done.whole) == (0, 1)
    assert printed(told("en"), rows, tmp_path).kept == 1


def test_a_first_row_that_does_not_fit_is_laid_out_once(
    told: Callable[..., Catalog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[str | None] = []

    def count(*arguments: Any) -> Shell:
        laid_out.append(arguments[4].entry.hotline)
        return lay_out_shell(*arguments)

    monkeypatch.setattr(run, "lay_out_shell", count)
    wide = "+1 617 555 0142 617 555 0142 61"
    rows = [row("a", 2, hotline=wide), row("b", 3, hotline="202-555-0102")]
    done = printed(told("en"), rows, tmp_path)
    assert (done.imprinted, len(done.failures)) == (1, 1)
    assert laid_out == [wide, "202-555-0102"]
