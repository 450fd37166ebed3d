"""Reading and writing PDF content streams as plain pairs of operands and operator."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pikepdf

Instruction = tuple[list[Any], str]
Change = Callable[[list[Any]], Instruction]


def read_content(
    content: pikepdf.Page | pikepdf.Object, operators: str = ""
) -> Iterator[Instruction]:
    """The instructions of a page or form: all, or those of some operators, such as "cs CS"."""
    for instruction in pikepdf.parse_content_stream(content, operators):
        yield list(instruction.operands), str(instruction.operator)


def write_content(instructions: Iterable[Instruction]) -> bytes:
    """The content stream of instructions."""
    return pikepdf.unparse_content_stream(
        [(operands, pikepdf.Operator(operator)) for operands, operator in instructions]
    )


def rewrite_content(content: pikepdf.Page | pikepdf.Object, changes: Mapping[str, Change]) -> bytes:
    """The content stream of a page or form, its instructions of some operators changed.

    Args:
        content: the page or form, which stays as it is.
        changes: by operator, from the operands to the instruction that is put in its place.
    """
    rewritten = pikepdf.parse_content_stream(content)  # what stays is never turned into Python's
    for place, instruction in enumerate(rewritten):
        if change := changes.get(str(instruction.operator)):
            operands, operator = change(list(instruction.operands))
            changed = pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(operator))
            rewritten[place] = changed
    return pikepdf.unparse_content_stream(rewritten)
