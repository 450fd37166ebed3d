"""A copy of the house in the bench's own folder, so that the checkout stays as it is."""

import csv
import random
import shutil
from pathlib import Path

from bench.work import ROOT, Work

_COPIED = ("press", "flyers", "layouts", "profiles")
_FILES = ("make_flyers.py", "requirements.lock", "requirements-test.lock", "pyproject.toml")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "chapter.toml")

ADDRESS = "https://example.org/know-your-rights"
_PLACES = ("Lawrence", "Chelsea", "Brockton", "Fall River", "Lynn", "Holyoke", "Framingham")
_GROUPS = (
    "Centro Vecinal",
    "Workers’ Center",
    "Casa Comunitária",
    "Neighbors United",
    "Sant Ayisyen",
)
_HALLS = ("St. Mary’s hall", "Parish hall", "Public library", "Union hall", "Community center")
_COLUMNS = ("name", "hotline", "hours", "languages", "meeting", "sources_address")


def copy_house(work: Work) -> None:
    """Copy what is edited or imported, link the rest, and give it a chapter of its own."""
    house = work.house
    for name in _COPIED:
        shutil.copytree(ROOT / name, house / name, ignore=_LEFT_OUT)
    for name in _FILES:
        shutil.copy(ROOT / name, house / name)
    (house / "fonts").symlink_to(ROOT / "fonts")
    (house / ".venv").symlink_to((ROOT / ".venv").resolve())
    (house / "output").mkdir()
    example = (ROOT / "flyers" / "chapter.example.toml").read_text(encoding="utf-8")
    chapter = example.replace("# sources_address", "sources_address")
    (house / "flyers" / "chapter.toml").write_text(chapter, encoding="utf-8")


def write_chapters(file: Path, count: int) -> None:
    """Write chapters as a coalition might have them, the same ones in every run."""
    chance = random.Random(2026)
    with file.open("w", encoding="utf-8", newline="") as text:
        rows = csv.DictWriter(text, _COLUMNS)
        rows.writeheader()
        for number in range(1, count + 1):
            place, hall = chance.choice(_PLACES), chance.choice(_HALLS)
            rows.writerow(
                {
                    "name": f"{chance.choice(_GROUPS)} {place} {number}",
                    "hotline": f"617-555-{number % 10000:04}",
                    "hours": f"{chance.randint(5, 10)} am – {chance.randint(5, 9)} pm",
                    "languages": "en es pt-BR ht",
                    "meeting": f"{hall}, {place}, Sunday {chance.randint(1, 12)} pm",
                    "sources_address": ADDRESS,
                }
            )
