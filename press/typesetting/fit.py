"""Copy-fitting: the largest body type at which every line has its place.

The body size is searched between the size's floor and ceiling in steps of a tenth of a point. A
text that does not fit at the floor is tried in its language's closer setting, then on more pages
where the size allows them. Where it was cast off before, that is where the search begins.
What room is left on a page is then shared out between its sections, up to a limit, and the rest
goes above its foot, so that pages end where they should.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from weasyprint.document import Document

from press.composition.compose import Layout
from press.errors import OversetError
from press.findings import Finding
from press.typesetting.breaks import early_breaks
from press.typesetting.engine import OpenPage, Typesetter
from press.typesetting.overset import TOO_SHORT, find_overset
from press.typesetting.room import Air, air_of, fullness
from press.typesetting.search import largest

_STEP = 0.1  # points
_MOST_STEPS_DOWN = 5


@dataclass(frozen=True)
class Setting:
    """A way to set an edition: on how many pages (None for any), and whether closer than usual."""

    pages: int | None
    closer: bool

    def style(self, layout: Layout) -> str:
        """The style sheet of an edition in this setting."""
        return layout.style + (layout.compact if self.closer else "")


@dataclass(frozen=True)
class Size:
    """How an edition was fitted: its setting, body size (points) and the air of each page."""

    setting: Setting
    body: float
    air: tuple[Air, ...]


@dataclass(frozen=True)
class Fitted(Size):
    """Laid-out pages at the size found, after `layouts` layouts."""

    page: OpenPage
    document: Document
    layouts: int

    @property
    def size(self) -> Size:
        """What is left of it without its pages, which take megabytes."""
        return Size(self.setting, self.body, self.air)


def fit(layout: Layout, typesetter: Typesetter) -> Fitted:
    """Fit an edition.

    Raises:
        OversetError: it does not fit at the floor; the findings name the sections and by how much.
    """
    attempts, size = _as_cast_off(layout, typesetter) or _from_the_floor(layout, typesetter)
    if not attempts.fits(size):
        raise OversetError(
            f"The text does not fit at {size * _STEP:.1f} pt.",
            "Change the text named, or the sizes in flyer.toml.",
            tuple(attempts.findings(size)),
        )
    return _spread(attempts, attempts.without_early_breaks(size))


def fit_near(layout: Layout, typesetter: Typesetter, last: Fitted) -> Fitted:
    """Fit an edition whose text has changed a little: at the size of its last fit where it can.

    That costs one layout instead of many; a text that became shorter keeps its size.

    Raises:
        OversetError: it does not fit at the floor either.
    """
    steps = round(last.body / _STEP)
    attempts = _Attempts(layout, last.setting, typesetter)
    if attempts.fits(steps, last.air):
        document = attempts.lay_out(steps, last.air)
        return replace(last, page=attempts.page, document=document, layouts=attempts.count)
    return fit_alike(layout, typesetter, last)


def fit_alike(layout: Layout, typesetter: Typesetter, other: Size) -> Fitted:
    """Fit an edition at the type size of another where it can; the room is shared out anew.

    Raises:
        OversetError: it does not fit at the floor either.
    """
    attempts = _Attempts(layout, other.setting, typesetter)
    steps = round(other.body / _STEP)
    return _spread(attempts, steps) if attempts.fits(steps) else fit(layout, typesetter)


def _settings(layout: Layout) -> list[Setting]:
    """The ways to set an edition, the best first."""
    return [
        Setting(pages, closer)
        for pages in layout.pages or (None,)
        for closer in ((False, True) if layout.compact else (False,))
    ]


def _from_the_floor(layout: Layout, typesetter: Typesetter) -> tuple["_Attempts", int]:
    """The first setting that holds the text, or the last one, and the largest size in it."""
    for setting in _settings(layout):
        attempts = _Attempts(layout, setting, typesetter)
        size = attempts.largest()
        if not attempts.is_too_much(size):
            break
    return attempts, size


def _as_cast_off(layout: Layout, typesetter: Typesetter) -> tuple["_Attempts", int] | None:
    """The setting in which the text was last seen to fit, and the largest size in it.

    None when it fits there no more, or in a better setting too.
    """
    settings, cast_off = _settings(layout), layout.cast_off
    if not cast_off or (setting := Setting(cast_off.pages, cast_off.closer)) not in settings:
        return None
    for better in settings[: settings.index(setting)]:
        # What is too much for the closer setting of fewer pages is so for the usual one.
        if better.closer or better.pages == setting.pages:
            attempts = _Attempts(layout, better, typesetter)
            if not attempts.is_too_much(attempts.floor):
                return None
    attempts = _Attempts(layout, setting, typesetter)
    size = attempts.largest(round(cast_off.body / _STEP))
    return None if attempts.is_too_much(size) else (attempts, size)


_Try = tuple[int, tuple[Air, ...]]


class _Attempts:
    """Layouts of one page at several body sizes, given in steps of a tenth of a point."""

    def __init__(self, layout: Layout, setting: Setting, typesetter: Typesetter) -> None:
        self.page = typesetter.open(layout.html, setting.style(layout), layout.fonts)
        self.setting = setting
        self.clear = layout.trim.clear
        self.floor, self.ceiling = round(layout.floor / _STEP), round(layout.ceiling / _STEP)
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
        return self._try(steps, air)[1]

    def fits(self, steps: int, air: tuple[Air, ...] = ()) -> bool:
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
        return self.page.lay_out(fitted_style(steps * _STEP, air))


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


def _spread(attempts: _Attempts, steps: int) -> Fitted:
    """Share out the room that is left; keep the plain layout should that not fit."""
    document = attempts.lay_out(steps)
    air = air_of(document, steps * _STEP)
    if attempts.fits(steps, air):
        document = attempts.lay_out(steps, air)
    else:
        air = ()
    attempts.page.forget_lines()
    body = round(steps * _STEP, 1)
    return Fitted(attempts.setting, body, air, attempts.page, document, attempts.count)
