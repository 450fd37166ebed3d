"""What is measured: languages, counts and folders, written for every process of the bench."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLYER, SIZE = "know-your-rights", "letter"  # what one edition is, here and at every peer


@dataclass(frozen=True)
class Work:
    """One run of the bench.

    `scratch` is its folder; `languages` are those of the catalog, none for all; `leading` are
    those of the single edition, the chapters and the sheets; `chapters` is how many there are.
    """

    scratch: str
    python: str
    languages: tuple[str, ...]
    leading: tuple[str, ...]
    chapters: int

    @property
    def folder(self) -> Path:
        """Its folder."""
        return Path(self.scratch)

    @property
    def house(self) -> Path:
        """The copy of the checkout in which all is made."""
        return self.folder / "house"

    @property
    def pages(self) -> Path:
        """The catalog's editions as HTML at the fitted size, for the peers."""
        return self.folder / "pages"

    @property
    def copies(self) -> Path:
        """The copy of the single edition as JSON, a file a language."""
        return self.folder / "copies"

    @property
    def unfolded(self) -> Path:
        """The PDFs that are imposed: booklets and cards."""
        return self.folder / "unfolded"

    @property
    def tenfold(self) -> Path:
        """The same for a peer that is told ten cards where the press is told one."""
        return self.folder / "tenfold"

    @property
    def chapter_file(self) -> Path:
        """The chapters, a row each."""
        return self.folder / "chapters.csv"

    def room(self, name: str) -> Path:
        """A folder for what one competitor makes."""
        folder = self.folder / "made" / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def write(self) -> Path:
        """Write it down for the other processes."""
        file = self.folder / "work.json"
        file.write_text(json.dumps(asdict(self)), encoding="utf-8")
        return file


def read_work(file: Path) -> Work:
    """Read what was written."""
    told = json.loads(file.read_text(encoding="utf-8"))
    told.update(languages=tuple(told["languages"]), leading=tuple(told["leading"]))
    return Work(**told)
