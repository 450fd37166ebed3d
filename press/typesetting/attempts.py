"""Layouts of one page at several body sizes and with more or less air, each made once."""

from collections.abc import Iterable
from dataclasses import dataclass

from weasyprint.document import Document

from press.composition.layout import Layout
from press.findings import Finding
from press.typesetting.breaks import early_breaks
from press.typesetting.engine import Typesetter
from press.typesetting.overset import TOO_SHORT, find_overset
from press.typesetting.room import Air, fullness
from press.typesetting.search import largest

STEP = 0.1  # points
_MOST_STEPS_DOWN = 5


@dataclass(frozen=True)
class Setting:
    """A way to set an edition: on how many pages (None for any), and whether closer than usual."""

    pages: int | None
    closer: bool

    def style(self, layout: Layout) -> str:
        """The style sheet of an edition in this setting."""
        return layout.style + (layout.compact if self.closer else "")


_Try = tuple[int, tuple[Air, ...]]


class Attempts:
    """Layouts of one page at several body sizes, given in steps of a tenth of a point."""

    def __init__(self, layout: Layout, setting: Setting, typesetter: Typesetter) -> None:
        self.page = typesetter.open(layout.html, setting.style(layout), layout.fonts)
        self.layout, self.setting = layout, setting
        self.clear = layout.trim.clear
        self.floor, self.ceiling = round(layout.floor / STEP), round(layout.ceiling / STEP)
        self.count = 0
        self._tried: dict[_Try, tuple[float, list[Finding]]] = {}
        self._last: tuple[_Try, Document] | None = None  # of those that fit

    def largest(self, expected: int | None = None) -> int:
        """The largest size at which the text is not too much; the floor when there is none."""
        return largest(self.floor, self.ceiling, self.is_too_much, self.fullness, expected)

    def lay_out(self, steps: int, air: tuple[Air, ...] = ()) -> Document:
        """The pages; of several layouts the last alone is kept, for each takes megabytes."""
        if self._last is None or self._last[0] != (steps, air):
            self._last = (steps, air), self._lay_out(steps, air)
        return self._last[1]

    def findings(self, steps: int, air: tuple[Air, ...] = ()) -> list[Finding]:
        """What does not fit at a size."""
        return self._try(steps, air)[1]

    def fits(self, steps: int, air: tuple[Air, ...] = ()) -> bool:
        """Whether all fits at a size."""
        return not self.findings(steps, air)

    def is_too_much(self, steps: int) -> bool:
        """Whether the text is too long or too large; that it is too short is another matter."""
        return any(finding.code != TOO_SHORT for finding in self.findings(steps))

    def fullness(self, steps: int) -> float:
        """How much of its pages the text takes."""
        return self._try(steps, ())[0]

    def without_early_breaks(self, steps: int) -> int:
        """The size itself, or a little less where that mends lines broken too early."""
        for fewer in range(steps, max(steps - _MOST_STEPS_DOWN, self.floor - 1), -1):
            if self.fits(fewer) and not early_breaks(self.lay_out(fewer)):
                return fewer
        return steps

    def _try(self, steps: int, air: tuple[Air, ...]) -> tuple[float, list[Finding]]:
        if (steps, air) not in self._tried:
            document = self._lay_out(steps, air)
            found = find_overset(document, self.page.html, self.setting.pages, self.clear)
            self._tried[steps, air] = fullness(document, self.setting.pages), found
            if not found:
                self._last = (steps, air), document
        return self._tried[steps, air]

    def _lay_out(self, steps: int, air: tuple[Air, ...]) -> Document:
        self.count += 1
        return self.page.lay_out(fitted_style(steps * STEP, air))


def fitted_style(body: float, air: Iterable[Air] = ()) -> str:
    """The style sheet of the fitted tokens: the body size in points, and the air of each page."""
    each = list(air)
    named = [(str(number), page) for number, page in enumerate(each, 1)]
    named += [("last", page) for page in each[-1:]]
    pages = "".join(
        f".page-{name} {{ --air: {page.gap:.2f}pt; --sink: {page.sink:.2f}pt }}\n"
        for name, page in named
    )
    return f":root {{ --body: {body:.1f}pt; --air: 0pt; --sink: 0pt }}\n{pages}"
