"""Reads what a page shows: its content, then the notes, stamps and fields laid on it."""

import pikepdf
from pikepdf import Dictionary, Matrix

from press.preflight.drawing import State, around, corners, matrix_of
from press.preflight.notes import UNREADABLE, Faces, PageNotes
from press.preflight.walk import Walk

_HIDDEN = 0x02 | 0x20  # the flags of an annotation that is not shown


def read_page(page: pikepdf.Page, number: int, faces: Faces) -> PageNotes:
    """The notes of one page, counted from 1; any page may come.

    Args:
        page: the page.
        number: its number.
        faces: the fonts read so far, to which those of the page are added.
    """
    notes = PageNotes(number, faces)
    try:
        resources: pikepdf.Object = page.resources
    except UNREADABLE:
        resources = Dictionary()
    Walk(notes, resources, State()).read(page)
    try:
        for annotation in page.obj.get("/Annots", ()):
            _read_appearance(annotation, notes)
    except UNREADABLE:
        notes.miss("what is laid on it, such as notes and fields")
    return notes


def _read_appearance(annotation: pikepdf.Object, notes: PageNotes) -> None:
    look = annotation.get("/AP", Dictionary()).get("/N")
    if look is None or int(annotation.get("/F", 0)) & _HIDDEN:
        return
    if not isinstance(look, pikepdf.Stream):
        look = look.get(str(annotation.get("/AS", "/Off")))
    if not isinstance(look, pikepdf.Stream):
        return
    own = matrix_of(look.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    x0, y0, x1, y1 = around([corners(look.BBox, own)])
    left, bottom, right, top = around([corners(annotation.Rect, Matrix())])
    across = (right - left) / (x1 - x0) if x1 > x0 else 1.0
    up = (top - bottom) / (y1 - y0) if y1 > y0 else 1.0
    place = Matrix(across, 0, 0, up, left - x0 * across, bottom - y0 * up)
    Walk(notes, look.get("/Resources", Dictionary()), State(matrix=own @ place)).read(look)
