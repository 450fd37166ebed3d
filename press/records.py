"""Records of what was made, in a hidden folder of the output: what is unchanged is not made again.

A record that is damaged, or that something else wrote, is as good as none.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from press.edition import Edition
from press.findings import Finding, Place
from press.outcome import Made, Printed
from press.output import Shelf
from press.presses import Press
from press.state import digest_of, mark

FOLDER = Path(".made")
_FONTS = FOLDER / "fonts.json"
_FOREIGN = (TypeError, ValueError, KeyError, AttributeError)  # what another's JSON makes us raise


@dataclass(frozen=True)
class Record:
    """One edition as it was made.

    `files` are mark and digest by path; `seconds` is how long it took.
    """

    key: str
    made: Made
    files: Mapping[str, tuple[str, str]]
    seconds: float


class Records:
    """What a shelf remembers."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def of(self, edition: Edition) -> Record | None:
        """The record of an edition."""
        return self._record(_place(edition.file))

    def is_standing(self, record: Record) -> bool:
        """Whether its files are there just as they were written."""
        for name, (recorded, digest) in record.files.items():
            file = Path(name)
            if not (there := self._shelf.mark(file)):
                return False
            if there != recorded and _sha(self._shelf.read(file) or b"") != digest:
                return False
        return True

    def keep(self, edition: Edition, key: str, printed: Printed) -> Made:
        """Put an edition's files on the shelf, then its record."""
        files = {}
        for name, content in printed.files.items():
            self._shelf.write(name, content)
            files[name.as_posix()] = (self._shelf.mark(name), _sha(content))
        self._put(
            _place(edition.file),
            {
                "key": key,
                "edition": asdict(edition),
                "body": printed.body,
                "way": printed.way,
                "warnings": to_data(printed.warnings),
                "files": files,
                "seconds": round(printed.seconds, 3),
            },
        )
        where = self._shelf.where(edition.file)
        return Made(edition, where, printed.body, printed.way, printed.warnings)

    def key_of(self, edition: Edition) -> str:
        """The key of the record of an edition, "" without one."""
        record = self.of(edition)
        return record.key if record else ""

    def standing(self, file: Path, key: str) -> Made | None:
        """The edition of a file, when it was made with a key and is there as it was written."""
        record = self._record(_place(file))
        if record is None or record.key != key or not self.is_standing(record):
            return None
        return record.made

    def note(self, name: str, state: str, data: Any) -> None:
        """Remember something that follows from a state."""
        self._put(FOLDER / f"{name}.json", {"state": state, "data": data})

    def noted(self, name: str) -> tuple[str, Any]:
        """The state and what was remembered to follow from it; "" and None when nothing was."""
        data = self._read(FOLDER / f"{name}.json")
        return str(data.get("state", "")), data.get("data")

    def held(self) -> tuple[Record, ...]:
        """The records of all editions."""
        return tuple(record for file in self._files() if (record := self._record(file)))

    def clear(self) -> None:
        """Forget everything; the editions stay."""
        for file in self._files():
            self._shelf.remove(file)

    def prune(self) -> None:
        """Forget editions whose files are gone or replaced, and commands that made them.

        For a shelf that is locked: else a file may be there before its record.
        """
        standing: dict[str, str] = {}
        for record in self.held():
            if self.is_standing(record):
                standing[record.made.edition.file.as_posix()] = record.key
            else:
                self._shelf.remove(_place(record.made.edition.file))
        for note in self._files():
            made = self._read(note).get("data")
            if isinstance(made, dict) and not _holds(standing, made.get("made")):
                self._shelf.remove(note)

    def _files(self) -> tuple[Path, ...]:
        return tuple(name for name in self._shelf.names(FOLDER) if name.suffix == ".json")

    def _record(self, place: Path) -> Record | None:
        data = self._read(place)
        try:
            edition = Edition(**{**data["edition"], "press": Press(**data["edition"]["press"])})
            if _place(edition.file) != place:
                return None
            made = Made(
                edition,
                self._shelf.where(edition.file),
                float(data["body"]),
                str(data["way"]),
                to_findings(data["warnings"]),
                is_unchanged=True,
            )
            files = {str(name): (str(a), str(b)) for name, (a, b) in data["files"].items()}
            return Record(str(data["key"]), made, files, float(data["seconds"]))
        except _FOREIGN:
            return None

    def _read(self, name: Path) -> dict[str, Any]:
        try:
            data = json.loads(self._shelf.read(name) or b"{}")
        except ValueError:
            return {}
        return data if isinstance(data, dict) else {}

    def _put(self, name: Path, data: Any) -> None:
        self._shelf.write(name, json.dumps(data, ensure_ascii=False).encode())

    def font_digests(self) -> "FontDigests":
        """The digests of fonts that are known already."""
        return FontDigests(self._read(_FONTS))

    def keep_digests(self, digests: "FontDigests") -> None:
        """Remember the digests of fonts."""
        if digests.are_new:
            self._put(_FONTS, digests.known)


class FontDigests:
    """Digests of large files, read again only when their size or time has changed."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self.are_new = False

    def __call__(self, file: Path) -> str:
        """The digest of a file's content."""
        name, there = str(file.resolve()), mark(file)
        match self.known.get(name):
            case [recorded, str(digest)] if recorded == there:
                return digest
        digest = digest_of(file)
        self.known[name] = [there, digest]
        self.are_new = True
        return digest


def _holds(standing: Mapping[str, str], made: Any) -> bool:
    """Whether all that a command made, by its keys, is standing; a list made nothing."""
    return not isinstance(made, dict) or all(standing.get(f) == key for f, key in made.items())


def _place(file: Path) -> Path:
    return FOLDER / f"{file.stem}.json"


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def to_data(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as JSON holds them."""
    return [
        {**asdict(finding), "where": _from_place(finding.where) if finding.where else None}
        for finding in findings
    ]


def _from_place(place: Place) -> dict[str, Any]:
    is_path = isinstance(place.file, Path)
    return {**asdict(place), "file": str(place.file), "is_path": is_path}


def to_findings(data: Iterable[dict[str, Any]]) -> tuple[Finding, ...]:
    """Findings from what JSON held; raises what a stranger's JSON makes it raise."""
    findings = []
    for each in data:
        where = None
        if each["where"]:
            place = dict(each["where"])
            is_path = place.pop("is_path")
            where = Place(**{**place, "file": Path(place["file"]) if is_path else place["file"]})
        code, message, hint = each["code"], each["message"], each["hint"]
        findings.append(Finding(code, message, where, hint, each["severity"]))
    return tuple(findings)
