"""Reading and writing PDF content streams as plain pairs of operands and operator."""

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

Instruction = tuple[list[Any], str]


def read_content(content: pikepdf.Page | pikepdf.Object) -> Iterator[Instruction]:
    """The instructions of a page or form."""
    for instruction in pikepdf.parse_content_stream(content):
        yield list(instruction.operands), str(instruction.operator)


def write_content(instructions: Iterable[Instruction]) -> bytes:
    """The content stream of instructions."""
    return pikepdf.unparse_content_stream(
        [(operands, pikepdf.Operator(operator)) for operands, operator in instructions]
    )
