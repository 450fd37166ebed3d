"""What each press asks of a file: the checks that are run for it, as plain data."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from press.preflight.check import Check
from press.preflight.checks import (
    bleed,
    code,
    complete,
    contrast,
    embedded,
    fonts,
    glyphs,
    ink,
    least_type,
    pages,
    resolution,
    safe,
    sheet,
    tags,
    total_ink,
    unread,
    viewer,
    words,
)
from press.preflight.checks.pdfx import (
    annotations,
    boxes,
    color,
    identity,
    intent,
    relics,
    transparency,
    version,
)
from press.preflight.checks.pdfx.standard import X1A, X4, claimed
from press.preflight.proof import Proof
from press.presses import OFFICE as OFFICE_PRESS
from press.presses import SHOP as SHOP_PRESS
from press.presses import Press

Profile = tuple[Check, ...]

_ANY: Profile = (
    unread.READ,
    unread.REPAIRED,
    safe.LOCKED,
    safe.ACTIVE,
    safe.PRIVATE,
    embedded.CHECK,
    fonts.CHECK,
    glyphs.CHECK,
    words.CHECK,
    complete.COMPLETE,
    least_type.CHECK,
    contrast.CHECK,
    code.CHECK,
)

TAGS: Profile = (tags.TAGGED, tags.LANGUAGE, tags.TITLE, tags.IDENTITY, tags.PICTURES)

OFFICE_COLOR: Profile = (
    pages.CHECK,
    sheet.SIZE,
    sheet.CUT,
    sheet.UPRIGHT,
    *_ANY,
    complete.INSIDE,
    ink.MARGIN,
    ink.LOW,
    ink.HEAVY,
    viewer.SCALING,
    viewer.DUPLEX,
    viewer.EVEN,
    resolution.OFFICE,
)

OFFICE: Profile = (*OFFICE_COLOR, ink.GRAY)

_SHOP: Profile = (
    pages.TRIMMED,
    *_ANY,
    complete.SAFE,
    bleed.CHECK,
    total_ink.CHECK,
    resolution.SHOP,
    resolution.SHOP_SOFT,
)

_PDFX: Profile = (
    identity.ID,
    boxes.CHECK,
    annotations.ANNOTATIONS,
    annotations.ACTIONS,
)

_X4: Profile = (
    identity.X4_IDENTITY,
    identity.X4_METADATA,
    *_PDFX,
    version.X4_VERSION,
    intent.X4_INTENT,
    color.X4_COLOR,
    transparency.X4_BLENDING,
    relics.X4_RELICS,
)

_X1A: Profile = (
    identity.X1A_IDENTITY,
    identity.X1A_METADATA,
    *_PDFX,
    version.X1A_VERSION,
    intent.X1A_INTENT,
    embedded.OUTLINES,
    color.X1A_COLOR,
    transparency.X1A_TRANSPARENCY,
    relics.X1A_RELICS,
)

SHOP_X4: Profile = (*_SHOP, *_X4)
SHOP_X1A: Profile = (*_SHOP, *_X1A)
SCREEN: Profile = (pages.CHECK, *_ANY, *TAGS)

_NAME = re.compile(r"-(office|shop|screen)(-x-?1a)?$")


def profile_of(press: Press) -> Profile:
    """What an edition made for a press is judged by."""
    if press.name == OFFICE_PRESS:
        return OFFICE_COLOR if press.has_color else OFFICE
    if press.name == SHOP_PRESS:
        return SHOP_X1A if press.standard == "x-1a" else SHOP_X4
    return SCREEN


@dataclass(frozen=True)
class Choice:
    """What a file is judged by: its press, the standard if any, and the checks of both."""

    press: str
    standard: str | None
    profile: Profile


def choose_profile(proof: Proof, asked: str | None = None, has_color: bool = False) -> Choice:
    """What a file is to be judged by.

    A name of ours tells the press, else it is the one asked for, else the shop for a file that
    claims to be PDF/X, else the office. A file that claims to be PDF/X or is tagged must be so.

    Args:
        proof: the file, under its name.
        asked: the press asked for, one of PRESSES.
        has_color: whether color is allowed at the office.
    """
    named = _NAME.search(PurePath(proof.name).stem)
    claim = claimed(proof.metadata)
    press = named[1] if named else asked or ("shop" if claim else "office")
    if press == "shop" and claim is None:
        claim = X1A if named and named[2] else X4
    rules = {"office": OFFICE_COLOR if has_color else OFFICE, "shop": _SHOP, "screen": SCREEN}
    checks = list(rules[press])
    if claim:
        checks += _X1A if claim is X1A else _X4
    if "/StructTreeRoot" in proof.pdf.Root:
        checks += TAGS
    return Choice(press, claim.name if claim else None, tuple(dict.fromkeys(checks)))
