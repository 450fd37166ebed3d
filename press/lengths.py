"""Lengths as people write them, in points."""

import re
from fractions import Fraction

from press.errors import UsageError

_UNITS = {"in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "pt": 1.0}
_SIZE = re.compile(r"\s*([\d./]+)\s*[x×]\s*([\d./]+)\s*(in|mm|cm|pt)\s*")
_LENGTH = re.compile(r"\s*([+-]?)\s*(\d+/[1-9]\d*|\d*\.?\d+)\s*(in|mm|cm|pt)?\s*")


def parse_length(text: str) -> float:
    """A length such as "1/8in", ".125 in", "3mm", "9pt" or "0", in points.

    Raises:
        UsageError: it is no length, or has no unit.
    """
    match = _LENGTH.fullmatch(text)
    number = Fraction(match[2]) if match else None
    if not match or number is None or (number and not match[3]):
        raise UsageError(f"“{text}” is no length.", "Write 1/8in, .125in, 3mm or 9pt.")
    return (-1 if match[1] == "-" else 1) * float(number) * _UNITS[match[3] or "pt"]


def parse_size(text: str) -> tuple[float, float]:
    """A width and a height with one unit, such as "12x18in" or "320 x 450 mm", in points.

    Raises:
        UsageError: it is no size.
    """
    match = _SIZE.fullmatch(text)
    size = tuple(parse_length(match[side] + match[3]) for side in (1, 2)) if match else ()
    if len(size) != 2 or min(size) <= 0:
        raise UsageError(f"“{text}” is no size.", "Write 12x18in or 320x450mm.")
    return size[0], size[1]


def parse_offset(text: str) -> tuple[float, float]:
    """Two lengths with a comma, right and up, such as "1mm,-.5mm", in points.

    Raises:
        UsageError: there are not two lengths.
    """
    parts = text.split(",")
    if len(parts) != 2:
        raise UsageError(f"“{text}” is no offset.", "Write right,up: for instance 1mm,-0.5mm.")
    return parse_length(parts[0]), parse_length(parts[1])
