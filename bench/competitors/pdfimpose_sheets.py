"""pdfimpose, warm, through its Python functions: the same booklets and cards as ours."""

from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec

from bench.competitors import Competitor
from bench.cost import Cost, measure

_ROUNDS = 10


class PdfImpose(Competitor):
    """Booklets saddle-stitched, and cards ten to a sheet, with crop marks."""

    def missing(self) -> str:
        """Why it cannot be measured here."""
        return "" if find_spec("pdfimpose") else "not installed (PyPI: pdfimpose)"

    def version(self) -> str:
        """Its name and version."""
        return f"pdfimpose {version('pdfimpose')}"

    def prepare(self) -> None:
        """Impose each once."""
        self._impose()

    def run(self) -> Cost:
        """Impose them several times over; a document is one file of sheets."""
        return measure(lambda: sum(self._impose() for _ in range(_ROUNDS)))

    def _impose(self) -> int:
        cards, saddle = (import_module(f"pdfimpose.schema.{name}") for name in ("cards", "saddle"))
        files = sorted(self.work.tenfold.glob("*.pdf"))
        for file in files:
            output = str(self.work.room("pdfimpose") / file.name)
            if file.stem.startswith("saddle"):
                saddle.impose([str(file)], output, folds="h", mark=["crop"])
            else:
                cards.impose([str(file)], output, signature=(2, 5), omargin=36, mark=["crop"])
        return len(files)
