"""This press in a process that is warm: one edition after another, and sheets."""

from bench.competitors import Competitor
from bench.cost import Cost, measure
from bench.work import FLYER, SIZE

_ROUNDS = 10  # of sheets, which are quick


class WarmOne(Competitor):
    """The single edition in each leading language, from text to a judged file."""

    def prepare(self) -> None:
        """Read the house, and make each once."""
        import datetime

        from press.catalog import read_catalog
        from press.house import find_house
        from press.plan import plan_editions
        from press.typesetting.engine import Typesetter
        from press.wanted import Wanted

        wanted = Wanted(self.work.leading, (FLYER,), (SIZE,))
        self._catalog = read_catalog(find_house(), datetime.date.today(), None, wanted)
        self._editions = plan_editions(self._catalog, wanted)
        self._typesetter = Typesetter(self._catalog.house.fonts)
        self._make()

    def run(self) -> Cost:
        """Make them."""
        return measure(self._make)

    def _make(self) -> int:
        from press.job import make_edition

        room = self.work.room("warm")
        for edition in self._editions:
            make_edition(self._catalog, edition, self._typesetter, room)
        return len(self._editions)


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
