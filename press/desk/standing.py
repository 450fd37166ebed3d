"""How far each PO file has come, and who stands for it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.catalog.catalog import Catalog
from press.catalog.languages import ENGLISH
from press.catalog.po import Review, review_of, sign
from press.catalog.po_file import read_po_file
from press.desk.works import Work, put_po_file, works_in
from press.errors import ContentError
from press.findings import Finding, Place


@dataclass(frozen=True)
class Standing:
    """Messages of one PO file, counted; `review` is None without a file that can be read."""

    work: str
    file: Path
    messages: int
    done: int = 0
    fuzzy: int = 0
    review: Review | None = None

    @property
    def missing(self) -> int:
        """Messages without any translation."""
        return self.messages - self.done - self.fuzzy

    @property
    def is_complete(self) -> bool:
        """Whether every message is translated and none fuzzy."""
        return self.done == self.messages

    @property
    def state(self) -> str:
        """The state of review in words."""
        if self.review is None:
            return "cannot be read" if self.file.exists() else "no file yet"
        if self.review.changed:
            return f"draft: changed since {self.review.reviewer} signed on {self.review.date}"
        if self.review.state == "reviewed":
            return f"reviewed by {self.review.reviewer} on {self.review.date}"
        return "draft"


def standings(catalog: Catalog, tag: str) -> tuple[Standing, ...]:
    """How far each work of a language has come."""
    return tuple(_standing(work) for work in works_in(catalog, tag))


def _standing(work: Work) -> Standing:
    count = len(work.template)
    po = read_po_file(work.file)[0] if work.file.exists() else None
    if po is None:
        return Standing(work.name, work.file, count)
    wanted = {entry.key for entry in work.template}
    written = [entry for entry in po.entries if entry.key in wanted and entry.text]
    fuzzy = sum(entry.fuzzy for entry in written)
    return Standing(work.name, work.file, count, len(written) - fuzzy, fuzzy, review_of(po))


def needs_translator(each: tuple[Standing, ...]) -> bool:
    """Whether nobody has written a word of a language yet."""
    return not any(standing.done or standing.fuzzy for standing in each)


def tell_standings(catalog: Catalog) -> dict[str, Any]:
    """What `translate status --json` prints: languages, each with its works."""
    return {
        "languages": [
            {
                "tag": tag,
                "endonym": language.endonym,
                "english": language.english,
                "needs_translator": needs_translator(each := standings(catalog, tag)),
                "works": [_tell(standing) for standing in each],
            }
            for tag, language in catalog.languages.items()
            if tag != ENGLISH
        ]
    }


def _tell(standing: Standing) -> dict[str, Any]:
    review = standing.review
    return {
        "name": standing.work,
        "messages": standing.messages,
        "done": standing.done,
        "fuzzy": standing.fuzzy,
        "missing": standing.missing,
        "state": standing.state,
        "review": review.state if review else "missing",
        "reviewer": review.reviewer if review else "",
        "review_date": review.date if review else "",
        "changed_since_review": review.changed if review else False,
    }


def sign_language(catalog: Catalog, tag: str, reviewer: str, day: str) -> tuple[Path, ...]:
    """Write into the PO files of a language who has reviewed them, and which text it was.

    Raises:
        ContentError: a text is not complete, so it cannot have been reviewed whole.
    """
    found = [each for each in standings(catalog, tag) if each.file.exists()]
    open_ = tuple(fault for each in found if not each.is_complete for fault in _unfinished(each))
    if open_:
        raise ContentError("Only a whole text can be signed.", findings=open_)
    for each in found:
        po, faults = read_po_file(each.file)
        if po is None:
            raise ContentError("A PO file cannot be read.", findings=tuple(faults))
        put_po_file(each.file, sign(po, reviewer, day))
    return tuple(each.file for each in found)


def _unfinished(standing: Standing) -> list[Finding]:
    if standing.review is None:
        return read_po_file(standing.file)[1]
    return [
        Finding(
            "po.unfinished",
            f"{standing.missing} messages are missing and {standing.fuzzy} are fuzzy",
            Place(standing.file),
            "Translate them, and compare the fuzzy ones with the English that changed.",
        )
    ]
