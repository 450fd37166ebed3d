"""How an office machine prints a designed size: the scheme and the paper of its form."""

from dataclasses import replace

from press.catalog.designs import Design, Form
from press.imposition.impose import Wishes
from press.imposition.schemes import SCHEMES, Scheme
from press.imposition.schemes.cards import SHEET as CARD_STOCK
from press.sizes import TRIMS

_FOLDED: dict[Form, str] = {"booklet": "saddle", "tri-fold": "tri-fold", "zine": "zine"}


def scheme_for(design: Design, wishes: Wishes) -> Scheme:
    """Folded, cut out of a sheet, tiled onto several, or as it is, on the paper wished for."""
    form, trim, paper = design.settings.form, design.trim, wishes.paper or design.trim.points
    if form in _FOLDED:
        return SCHEMES[_FOLDED[form]]
    if form == "card" and paper == CARD_STOCK:
        return SCHEMES["cards"]
    if form == "poster" and paper[0] < trim.points[0]:
        return SCHEMES["poster"]
    return SCHEMES["grid" if trim.is_cut else "flat"]


def wishes_for(design: Design, wishes: Wishes, right_to_left: bool) -> Wishes:
    """What was wished for, completed by what the size itself asks for."""
    trim = design.trim
    return replace(
        wishes,
        paper=wishes.paper or TRIMS[trim.sheet or trim.name].points,
        right_bound=right_to_left,
    )
