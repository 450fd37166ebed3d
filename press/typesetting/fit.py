"""Copy-fitting: the largest body type at which every line has its place.

The body size is searched between the size's floor and ceiling in steps of a tenth of a point. A
text that does not fit at the floor is tried in its language's closer setting, then on more pages
where the size allows them. Where it was cast off before, that is where the search begins.
What room is left on a page is then shared out between its sections, up to a limit, and the rest
goes above its foot, so that pages end where they should.
"""

from dataclasses import dataclass, replace
from math import inf

from weasyprint.document import Document

from press.composition.layout import Layout
from press.errors import OversetError
from press.typesetting.attempts import STEP, Attempts, Setting
from press.typesetting.breaks import early_breaks
from press.typesetting.engine import OpenPage, Typesetter
from press.typesetting.room import Air, air_of, room_left

_MUCH_ROOM = 2  # of the body size, for which larger type is looked for
_SAME = 1  # point


@dataclass(frozen=True)
class Size:
    """How an edition was fitted: its setting, body size (points) and the air of each page."""

    setting: Setting
    body: float
    air: tuple[Air, ...]


@dataclass(frozen=True)
class Fitted(Size):
    """Laid-out pages at the size found, after `layouts` layouts in its setting."""

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
    seen = _seen(layout)
    if not seen:
        return _largest(*_from_the_floor(layout, typesetter))
    attempts = Attempts(layout, seen.setting, typesetter)
    as_seen = _as_seen(attempts, seen)
    if as_seen:
        return as_seen
    return _largest(*(_near(attempts, seen, typesetter) or _from_the_floor(layout, typesetter)))


def fit_near(layout: Layout, typesetter: Typesetter, last: Fitted) -> Fitted:
    """Fit an edition whose text has changed a little: at the size of its last fit where it can.

    That costs one layout instead of many; a text that became shorter keeps its size.

    Raises:
        OversetError: it does not fit at the floor either.
    """
    steps = round(last.body / STEP)
    attempts = Attempts(layout, last.setting, typesetter)
    if attempts.fits(steps, last.air):
        document = attempts.lay_out(steps, last.air)
        return replace(last, page=attempts.page, document=document, layouts=attempts.count)
    return fit_alike(layout, typesetter, last)


def fit_alike(layout: Layout, typesetter: Typesetter, other: Size) -> Fitted:
    """Fit an edition at the type size of another where it can; the room is shared out anew.

    Raises:
        OversetError: it does not fit at the floor either.
    """
    attempts = Attempts(layout, other.setting, typesetter)
    steps = round(other.body / STEP)
    return _spread_anew(attempts, steps) if attempts.fits(steps) else fit(layout, typesetter)


def _settings(layout: Layout) -> list[Setting]:
    """The ways to set an edition, the best first."""
    return [
        Setting(pages, closer)
        for pages in layout.pages or (None,)
        for closer in ((False, True) if layout.compact else (False,))
    ]


def _seen(layout: Layout) -> Size | None:
    """How the edition was cast off, if its size allows the same settings and type as it did."""
    if not (cast_off := layout.cast_off):
        return None
    setting = Setting(cast_off.pages, cast_off.closer)
    if setting not in _settings(layout) or cast_off.bounds != (layout.floor, layout.ceiling):
        return None
    return Size(setting, cast_off.body, tuple(Air(*each) for each in cast_off.air))


def _as_seen(attempts: Attempts, seen: Size) -> Fitted | None:
    """The edition as it was cast off, if its text fills the pages about as it did then."""
    steps = round(seen.body / STEP)
    for air in (seen.air, ()):
        if attempts.fits(steps, air):
            document = attempts.lay_out(steps, air)
            left = max(room_left(document, () if air else seen.air), default=inf)
            if left > _MUCH_ROOM * seen.body or early_breaks(document):
                return None
            is_same = air and left < _SAME
            return _spread(attempts, steps, air if is_same else air_of(document, seen.body, air))
    return None


def _largest(attempts: Attempts, size: int) -> Fitted:
    """The edition at the largest size in a setting.

    Raises:
        OversetError: it does not fit at that size.
    """
    if not attempts.fits(size):
        raise OversetError(
            f"The text does not fit at {size * STEP:.1f} pt.",
            "Change the text named, or the sizes in flyer.toml.",
            tuple(attempts.findings(size)),
        )
    return _spread_anew(attempts, attempts.without_early_breaks(size))


def _from_the_floor(layout: Layout, typesetter: Typesetter) -> tuple[Attempts, int]:
    """The first setting that holds the text, or the last one, and the largest size in it."""
    for setting in _settings(layout):
        attempts = Attempts(layout, setting, typesetter)
        size = attempts.largest()
        if not attempts.is_too_much(size):
            break
    return attempts, size


def _near(attempts: Attempts, seen: Size, typesetter: Typesetter) -> tuple[Attempts, int] | None:
    """The largest size in the setting in which the text was last seen to fit.

    None when it fits there no more, or in a better setting too.
    """
    settings = _settings(attempts.layout)
    for better in settings[: settings.index(seen.setting)]:
        # What is too much for the closer setting of fewer pages is so for the usual one.
        if better.closer or better.pages == seen.setting.pages:
            others = Attempts(attempts.layout, better, typesetter)
            if not others.is_too_much(others.floor):
                return None
    size = attempts.largest(round(seen.body / STEP))
    return None if attempts.is_too_much(size) else (attempts, size)


def _spread_anew(attempts: Attempts, steps: int) -> Fitted:
    """Share out the room that is left."""
    return _spread(attempts, steps, air_of(attempts.lay_out(steps), steps * STEP))


def _spread(attempts: Attempts, steps: int, air: tuple[Air, ...]) -> Fitted:
    """Keep the layout with this air, or the plain one should that not fit."""
    air = air if attempts.fits(steps, air) else ()
    document = attempts.lay_out(steps, air)
    attempts.page.forget_lines()
    body = round(steps * STEP, 1)
    return Fitted(attempts.setting, body, air, attempts.page, document, attempts.count)
