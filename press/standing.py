"""A command in which nothing has changed is answered from its record, before more is loaded."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from press.errors import StorageError
from press.findings import Finding
from press.house import find_house
from press.outcome import Made
from press.output import Folder
from press.records import Records, to_data, to_findings
from press.report import Steps, put_json, tell_findings, tell_list, tell_sum
from press.state import digest_of_text, state_of_house

_OUTPUT = "output"


def note_build(
    records: Records,
    chapter: Path | None,
    state: str,
    warnings: Iterable[Finding],
    made: Sequence[Made],
) -> None:
    """Remember what this command has made, out of a state that was taken before."""
    keys = {each.edition.file.as_posix(): records.key_of(each.edition) for each in made}
    data = {"chapter": str(chapter) if chapter else None, "warnings": to_data(warnings)}
    _note(records, state, {**data, "made": keys})


def note_list(state: str, warnings: Iterable[Finding], listed: dict[str, Any]) -> None:
    """Remember what this command has listed, where there is an output folder."""
    data = {"chapter": None, "warnings": to_data(warnings), "list": listed}
    if Path(_OUTPUT).is_dir():
        _note(Records(Folder(Path(_OUTPUT))), state, data)


def _note(records: Records, state: str, data: dict[str, Any]) -> None:
    with suppress(StorageError):  # it saves time and nothing else
        records.note(_name(sys.argv[1:]), state, data)


def answer(arguments: Sequence[str]) -> bool:
    """Tell what the same command told, if all that it read and made is as it was.

    Returns:
        Whether it was told; if not, the command must run.
    """
    shelf = Folder(Path(_output_in(arguments)))
    records = Records(shelf)
    state, data = records.noted(_name(arguments))
    try:
        chapter = Path(data["chapter"]) if data["chapter"] else None
        warnings = to_findings(data["warnings"])
        made = [records.standing(Path(name), key) for name, key in data.get("made", {}).items()]
    except (TypeError, ValueError, KeyError, AttributeError):
        return False
    stood = [each for each in made if each]
    if len(stood) < len(made) or state != state_of_house(find_house(), chapter, date.today()):
        return False
    tell_findings(warnings)
    if "list" in data:
        put_json(data["list"]) if "--json" in arguments else tell_list(data["list"])
        return True
    with Steps(len(stood)) as steps:
        for each in stood:
            steps.tell(each)
    tell_sum(stood, shelf.where(Path()))
    return True


def _name(arguments: Sequence[str]) -> str:
    """The name of a command's record: the same words, said in the same folder."""
    return f"said-{digest_of_text([*arguments, str(Path.cwd())])[:16]}"


def _output_in(arguments: Sequence[str]) -> str:
    """The output folder that is named; where it is named otherwise, there is no record."""
    for option, value in pairwise((*arguments, "")):
        if option in ("-o", "--output"):
            return value
        if option.startswith("--output="):
            return option.partition("=")[2]
    return _OUTPUT
