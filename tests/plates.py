"""Colors read from finished files: the operators that set them, and Ghostscript's separations."""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from press.content import read_content
from press.finishing.inks import contents_of

_COLOR_OPERATORS = {"rg", "RG", "k", "K", "g", "G", "sc", "scn", "SC", "SCN", "cs", "CS"}
INKS = ("Cyan", "Magenta", "Yellow", "Black")


def color_operators(pdf: bytes) -> set[str]:
    """The operators that set colors, in pages, forms and tiles."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            name
            for content in contents_of(document)
            for _, name in read_content(content)
            if name in _COLOR_OPERATORS
        }


def colors_set(pdf: bytes, operator: str) -> set[tuple[float, ...]]:
    """The operands of one color operator wherever it is used."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            tuple(float(value) for value in operands)
            for content in contents_of(document)
            for operands, name in read_content(content)
            if name == operator
        }


def names_in(pdf: bytes) -> str:
    """All objects of a file as text, to look for a name anywhere in it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        things = [
            pikepdf.Dictionary(dict(thing.items())) if isinstance(thing, pikepdf.Stream) else thing
            for thing in document.objects
        ]
        return "\n".join(thing.unparse(resolved=True).decode("latin-1") for thing in things)


def tool(name: str) -> str:
    """The path of a program; the test is skipped without it."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not on this machine")
    return path


def separate(pdf: bytes, folder: Path) -> list[dict[str, Image.Image]]:
    """For each page, its plates at one pixel a point; ink is 0 (none) to 255 (solid)."""
    gs = tool("gs")
    (folder / "in.pdf").write_bytes(pdf)
    run = [gs, "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-r72"]
    done = subprocess.run(
        [*run, "-o", str(folder / "plate-%d.tif"), str(folder / "in.pdf")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stdout and not done.stderr, done
    pages = len(list(folder.glob("plate-*(Black).tif")))
    return [
        {
            ink: Image.open(folder / f"plate-{page}({ink}).tif").point(lambda level: 255 - level)
            for ink in INKS
        }
        for page in range(1, pages + 1)
    ]
