"""Typst, warm: an equivalent flyer from the same copy, compiled in one process."""

import csv
import json
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.competitors import Competitor
from bench.cost import Cost, measure
from bench.work import FLYER

TEMPLATE = Path(__file__).parent.parent / "pages" / f"{FLYER}.typ"


class Typst(Competitor):
    """One flyer for each chapter, each laid out whole."""

    def missing(self) -> str:
        """Why it cannot be measured here."""
        return "" if find_spec("typst") else "not installed (PyPI: typst)"

    def version(self) -> str:
        """Its name and version."""
        return f"Typst {version('typst')} (PyPI)"

    def prepare(self) -> None:
        """Load the fonts, and compile one chapter in each language."""
        typst = import_module("typst")
        self._compilers: dict[str, Any] = {}
        for file in sorted(self.work.copies.glob("*.json")):
            copy = json.loads(file.read_text(encoding="utf-8"))
            fonts = typst.Fonts(False, False, copy["font_folders"])
            self._compilers[file.stem] = typst.Compiler(
                str(TEMPLATE), root="/", font_paths=fonts, sys_inputs={"copy": str(file)}
            )
        self._rows = read_rows(self.work.chapter_file)
        self._make(self._rows[:1])

    def run(self) -> Cost:
        """Compile every chapter in every leading language."""
        return measure(lambda: self._make(self._rows))

    def _make(self, rows: list[dict[str, str]]) -> int:
        room = self.work.room("typst")
        for tag, compiler in self._compilers.items():
            copy = str(self.work.copies / f"{tag}.json")
            for number, row in enumerate(rows, 1):
                compiler.compile(
                    output=str(room / f"{number}-{tag}.pdf"),
                    sys_inputs={"copy": copy, "chapter": json.dumps(row)},
                    pdf_tags=False,  # the press's sheets for an office machine have none either
                )
        return len(rows) * len(self._compilers)


def read_rows(file: Path) -> list[dict[str, str]]:
    """The chapters, a mapping each."""
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))
