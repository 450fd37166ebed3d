"""Ghostscript as the press that prints a proof, and qpdf as the judge of a file's bones."""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

Inks = tuple[float, float, float, float]
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


def inks(pdf: Path) -> list[Inks]:
    """How much of each page is covered with cyan, magenta, yellow and black, each from 0 to 1."""
    lines = _print(pdf, "inkcov", "-o", "-").splitlines()
    covered = [line.split() for line in lines if line.endswith("CMYK OK")]
    return [(float(c), float(m), float(y), float(k)) for c, m, y, k, *_ in covered]


def plates(pdf: Path, dpi: int) -> list[dict[str, Image.Image]]:
    """The plates of each page by the name of their ink, process and spot colors alike.

    Returns:
        For each page its plates in gray: 0 is full ink, 255 is bare paper.
    """
    with tempfile.TemporaryDirectory() as folder:
        _print(pdf, "tiffsep", "-o", str(Path(folder) / "%d.tif"), f"-r{dpi}")
        count = sum(1 for file in Path(folder).glob("*.tif") if file.stem.isdigit())
        return [_plates(Path(folder), number) for number in range(1, count + 1)]


def is_sound(pdf: Path) -> bool:
    """Whether qpdf finds nothing at all to say against a file."""
    return subprocess.run(["qpdf", "--check", pdf], capture_output=True).returncode == 0


def _plates(folder: Path, number: int) -> dict[str, Image.Image]:
    found = {}
    for file in sorted(folder.glob(f"{number}(*).tif")):
        with Image.open(file) as plate:
            found[file.stem.removeprefix(f"{number}(").removesuffix(")")] = plate.convert("L")
    return found


def _print(pdf: Path, device: str, *options: str) -> str:
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", *options, pdf]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
