"""The font files under `fonts/`: one folder a family, static TTFs named Family-Weight.ttf."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

import uharfbuzz as hb
from fontTools import unicodedata
from fontTools.ttLib import TTFont

_WEIGHTS = {"Regular": 400, "Bold": 700, "Black": 900}

_KEPT_OPEN = 6  # those of an edition; of a Chinese one megabytes are read

# Writing systems that mix scripts or vary one, by the scripts of their letters.
_SCRIPTS = {
    "Aran": {"Arab"},
    "Hans": {"Hani"},
    "Hant": {"Hani"},
    "Jpan": {"Hira", "Kana", "Hani"},
    "Kore": {"Hang"},
}


@dataclass(frozen=True)
class FontFile:
    """One static font. `family` is our private name for it, never an installed family's."""

    family: str
    weight: int
    file: Path


def private_family(folder: str) -> str:
    """The family name that CSS uses for a folder of `fonts/`."""
    return f"press-{folder}"


@lru_cache(maxsize=_KEPT_OPEN)
def open_font(file: Path) -> hb.Font:
    """A vendored font for shaping and for its outlines; what is asked for alone is read."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(file))))


def read_fonts(folder: Path) -> dict[str, tuple[FontFile, ...]]:
    """All vendored fonts, by folder name; lightest first."""
    fonts: dict[str, tuple[FontFile, ...]] = {}
    for family in sorted(path for path in folder.iterdir() if path.is_dir()):
        files = [
            FontFile(private_family(family.name), weight, file)
            for file in family.glob("*.ttf")
            if (weight := _WEIGHTS.get(file.stem.rpartition("-")[2]))
        ]
        fonts[family.name] = tuple(sorted(files, key=lambda font: font.weight))
    return fonts


def letters_in(font: FontFile, script: str) -> tuple[str, ...]:
    """The letters of a script that a font holds; marks and joined forms left out."""
    scripts = _SCRIPTS.get(script, {script})
    with TTFont(font.file, lazy=True) as face:
        characters = map(chr, sorted(face.getBestCmap()))
        return tuple(
            character
            for character in characters
            if unicodedata.category(character)[0] == "L"
            and normalize("NFKC", character) == character
            and unicodedata.script(character) in scripts
        )
