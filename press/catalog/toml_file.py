"""TOML files read into pydantic models, with every fault told by file and line."""

import difflib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from press.catalog.text_file import pinpoint, read_text, unfit_characters
from press.findings import Finding, Place

_TABLE = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*("[^"]+"|'[^']+'|[\w.-]+)\s*=""")
_SYNTAX_PLACE = re.compile(r"\s*\(at line (\d+), column (\d+)\)|\s*\(at end of document\)")

_IN_WORDS = {
    "string_type": "a text in quotes",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list in brackets",
    "dict_type": "a table",
    "model_type": "a table",
    "date_type": "a day such as 2026-11-24, without quotes",
}

KeyPath = tuple[str | int, ...]
Model = TypeVar("Model")


class Entry(BaseModel):
    """Base of everything read from TOML: unknown keys are faults, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class Tables(Generic[Model]):
    """The sound tables of a file by name, the names of those with faults, and the faults."""

    sound: dict[str, Model]
    broken: frozenset[str]
    findings: tuple[Finding, ...]


def read_toml(file: Path, shape: type[Model]) -> tuple[Model | None, list[Finding]]:
    """Read one TOML file.

    Args:
        file: the path.
        shape: a pydantic model.

    Returns:
        The model, or None when there are findings.
    """
    data, lines, findings = _load(file)
    return validate(file, lines, shape, data) if data is not None else (None, findings)


def read_tables(file: Path, shape: type[Model]) -> Tables[Model]:
    """Read a file of named tables of one shape; a table with faults does not hide the others."""
    data, lines, findings = _load(file)
    sound: dict[str, Model] = {}
    for name, table in (data or {}).items():
        model, faults = validate(file, lines, shape, table, (name,))
        findings += faults
        if model is not None:
            sound[name] = model
    broken = frozenset(data or ()) - sound.keys()
    return Tables(sound, broken, tuple(findings))


def _load(file: Path) -> tuple[dict[str, Any] | None, dict[KeyPath, int], list[Finding]]:
    """The raw data of a file with the lines of its keys, or why there is none."""
    text, faults = read_text(file)
    if text is None:
        return None, {}, faults
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return None, {}, [_syntax_fault(file, text, str(error))]
    lines = key_lines(text)
    hidden = [
        replace(fault, where=Place(file, _nearest_line(lines, path)))
        for path, said in _texts(data)
        for fault in unfit_characters(said, file)
    ]
    return (None, {}, hidden) if hidden else (data, lines, [])


def _texts(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text and key of TOML data: what was written as \\u202e shows only now."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), key
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))


def lines_of(file: Path) -> dict[KeyPath, int]:
    """The lines of the keys of a file that was read before."""
    text, _ = read_text(file)
    return key_lines(text or "")


def validate(
    file: Path, lines: dict[KeyPath, int], shape: type[Model], data: Any, inside: KeyPath = ()
) -> tuple[Model | None, list[Finding]]:
    """Data as a model, or what is wrong with it; `lines` says where each key stands."""
    try:
        return TypeAdapter(shape).validate_python(data), []
    except ValidationError as error:
        known = _field_names(shape)
        return None, [
            _fault(file, lines, known, {**detail, "loc": (*inside, *detail["loc"])})
            for detail in error.errors()
        ]


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, on which each key or table of a TOML text stands."""
    lines: dict[KeyPath, int] = {(): 1}
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.match(line):
            table = ()
            parts = _split_key(match[2])
            for depth, part in enumerate(parts):
                table += (part,)
                last = depth == len(parts) - 1
                if match[1] == "[[" and last:
                    counts[table] = counts.get(table, -1) + 1
                if table in counts:
                    lines.setdefault(table, number)
                    table += (counts[table],)
            lines.setdefault(table, number)
        elif match := _KEY.match(line):
            lines.setdefault(table + _split_key(match[1]), number)
    return lines


def _split_key(key: str) -> KeyPath:
    return tuple(part.strip().strip("\"'") for part in re.findall(r'"[^"]*"|\'[^\']*\'|[^.]+', key))


def _nearest_line(lines: dict[KeyPath, int], path: KeyPath) -> int | None:
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path)


def _field_names(shape: Any) -> set[str]:
    """All keys that a shape knows, at any depth."""
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        inner = (field.annotation for field in shape.model_fields.values())
        return set(shape.model_fields).union(*map(_field_names, inner))
    return set().union(*map(_field_names, get_args(shape)))


def _fault(file: Path, lines: dict[KeyPath, int], known: set[str], detail: Any) -> Finding:
    """One pydantic error in an organizer's words."""
    path, kind = detail["loc"], detail["type"]
    key = str(path[-1]) if path else ""
    where = Place(file, _nearest_line(lines, path))
    if path in lines:
        where = pinpoint(where, key)
    inside = ".".join(str(part) for part in path[:-1])
    of = f" in [{inside}]" if inside else ""
    if kind == "missing":
        return Finding("toml.missing", f"“{key}” is missing{of}", where, f"Add a line {key} = …")
    if kind == "extra_forbidden":
        close = difflib.get_close_matches(key, known, 1)
        hint = f"Did you mean “{close[0]}”?" if close else "Remove it, or look for a typing slip."
        return Finding("toml.unknown-key", f"unknown key “{key}”{of}", where, hint)
    given = f" (it says {detail['input']!r})" if not isinstance(detail["input"], dict) else ""
    said = _IN_WORDS.get(kind) or str(detail["msg"]).removeprefix("Value error, ").removeprefix(
        "Input should be "
    )
    hint = "Write it as the other entries are written, or as the example does."
    return Finding("toml.value", f"“{key}”{of} should be {said}{given}", where, hint)


def _syntax_fault(file: Path, text: str, said: str) -> Finding:
    match = _SYNTAX_PLACE.search(said)
    line, column = len(text.splitlines()), None
    if match and match[1]:
        line, column = int(match[1]), int(match[2])
    what = _SYNTAX_PLACE.sub("", said) or "it cannot be taken apart"
    return Finding(
        "toml.syntax",
        f"the file cannot be read as TOML: {what[:1].lower() + what[1:]}",
        Place(file, line, column=column),
        'A line reads key = "text"; text stands between straight double quotes.',
    )
