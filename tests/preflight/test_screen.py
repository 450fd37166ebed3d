"""The checks of files that are read on a screen, or aloud."""

import made
import pikepdf
import pytest
from judging import said
from pikepdf import Dictionary

from press.preflight import SCREEN
from press.preflight.check import Check
from press.preflight.checks import tags


@pytest.mark.parametrize("check", SCREEN, ids=lambda check: check.id)
def test_a_sound_file_passes(check: Check) -> None:
    assert said(check, made.screen()) == []


def unmarked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def emptied(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.K


def speechless(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def by_file_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=False)


def without(key: str) -> made.Change:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            del metadata[key]

    return change


def undescribed(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.K[0].Alt


@pytest.mark.parametrize(
    ("check", "change", "sentence"),
    [
        (tags.TAGGED, unmarked, "does not say that it is tagged"),
        (tags.TAGGED, untagged, "has no tags"),
        (tags.TAGGED, emptied, "tags of the file are empty"),
        (tags.LANGUAGE, speechless, "what language"),
        (tags.TITLE, by_file_name, "show the title"),
        (tags.TITLE, without("dc:title"), "no title"),
        (tags.IDENTITY, without("pdfuaid:part"), "follows PDF/UA"),
        (tags.PICTURES, undescribed, "1 pictures are not described"),
    ],
)
def test_a_fault_is_found(check: Check, change: made.Change, sentence: str) -> None:
    (only,) = said(check, made.screen(change=change))
    assert sentence in only
