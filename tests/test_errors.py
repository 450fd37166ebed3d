"""Every fault that the press can tell is told in some test: by its code, or by its words.

What a test asserts of it, its place and its remedy, is that test's own; this one sees to it that
there is one.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from press import errors

ROOT = Path(__file__).parent.parent
TESTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "tests").rglob("test_*.py"))
    if path != Path(__file__)
)
ERRORS = {name for name, kind in vars(errors).items() if str(kind).endswith("Error'>")}
_SHORTEST = 8  # letters that are told apart


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "press").rglob("*.py")):
        if "shipped" not in path.parts:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
            yield node


def first_text(call: ast.Call) -> str | None:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) else None


CODES = sorted(
    {code for _, tree in trees() for call in calls(tree, {"Finding"}) if (code := first_text(call))}
)
CHECKS = sorted(
    (path.stem, node.targets[0].id, str(first_text(node.value)))
    for path, tree in trees()
    for node in tree.body
    if isinstance(node, ast.Assign)
    and isinstance(node.targets[0], ast.Name)
    and isinstance(node.value, ast.Call)
    and getattr(node.value.func, "id", "") == "Check"
)


def words(node: ast.AST) -> tuple[str, ...]:
    """The texts that a message is made of."""
    pieces = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return tuple(piece.strip() for piece in pieces if isinstance(piece, str) and piece.strip())


RAISED = sorted(
    {
        (path.relative_to(ROOT).as_posix(), words(call.args[0]))
        for path, tree in trees()
        for call in calls(tree, ERRORS)
        if call.args and words(call.args[0])
    }
)


@pytest.mark.parametrize("code", CODES)
def test_every_finding_is_named_in_a_test(code: str) -> None:
    assert f'"{code}"' in TESTS or f"[{code}]" in TESTS


@pytest.mark.parametrize(("module", "name", "code"), CHECKS)
def test_every_check_is_tried_in_a_test(module: str, name: str, code: str) -> None:
    assert re.search(rf"\b{module}\.{name}\b|\bimport .*\b{name}\b", TESTS) or f'"{code}"' in TESTS


@pytest.mark.parametrize(("file", "pieces"), RAISED)
def test_the_words_of_every_error_are_asserted_in_a_test(
    file: str, pieces: tuple[str, ...]
) -> None:
    """Some run of three words of its message stands in a test."""
    said = " ".join(TESTS.split())
    runs = [
        " ".join(words[start : start + 3])
        for piece in pieces
        if len(words := piece.split()) >= 3
        for start in range(len(words) - 2)
    ] or [piece for piece in pieces if len(piece) >= _SHORTEST]
    assert any(run.strip(".,:;“”") in said for run in runs), pieces


def test_every_finding_and_error_says_what_to_do() -> None:
    """A finding has a hint; an error has one, or the findings that have."""
    silent = [
        f"{path.name}:{call.lineno}"
        for path, tree in trees()
        for names, least, instead in (({"Finding"}, 4, "hint"), (ERRORS, 2, "findings"))
        for call in calls(tree, names)
        if len(call.args) < least and instead not in {word.arg for word in call.keywords}
    ]
    assert silent == []
