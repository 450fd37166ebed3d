"""This press in a process that is warm: one edition after another, and sheets."""

import shutil

from bench.competitors import Competitor
from bench.cost import Cost, measure
from bench.work import FLYER, SIZE

_ROUNDS = 10  # of sheets, which are quick


class WarmOne(Competitor):
    """The single edition in each leading language, by the command inside one process."""

    def prepare(self) -> None:
        """Make each once."""
        self._make()

    def run(self) -> Cost:
        """Make each with nothing remembered but what the process itself has loaded."""
        shutil.rmtree(self.work.room("warm"))
        return measure(self._make)

    def _make(self) -> int:
        from press.cli import app

        for tag in self.work.leading:
            room = str(self.work.room("warm") / tag)
            asked = ["build", "-l", tag, "-f", FLYER, "-s", SIZE, "-o", room]
            app(asked, standalone_mode=False)
        return len(self.work.leading)


class Sheets(Competitor):
    """Booklets and cards put on sheets, with marks and a slug line."""

    def prepare(self) -> None:
        """Impose each once."""
        self._impose()

    def run(self) -> Cost:
        """Impose them several times over; a document is one file of sheets."""
        return measure(lambda: sum(self._impose() for _ in range(_ROUNDS)))

    def _impose(self) -> int:
        from press.house import find_house
        from press.imposition.impose import Wishes, impose
        from press.imposition.schemes import SCHEMES

        fonts, files = find_house().fonts, sorted(self.work.unfolded.glob("*.pdf"))
        wishes = Wishes(paper=(612.0, 792.0))
        for file in files:
            scheme = SCHEMES[file.stem.partition("-")[0]]
            imposed = impose(file.read_bytes(), scheme, wishes, fonts)
            (self.work.room("sheets") / file.name).write_bytes(imposed.pdf)
        return len(files)
