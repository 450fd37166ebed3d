"""The facts register: every figure, date, number and claim that a flyer may print."""

import datetime
import re
from typing import Literal, Self

from pydantic import model_validator

from press.catalog.toml_file import Entry

FactKind = Literal["number", "percent", "date", "phone", "email", "address", "name", "claim"]
FactStatus = Literal["current", "historical", "contested", "unverified"]

_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PHONE = re.compile(r"\+?[0-9]+(?:[ -][0-9]+)+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/[\w./-]*)?")
_LARGEST = 10**15
_FORMS = {
    "date": (_PARTIAL_DATE, "a date such as 2011-06-07, 2011-06 or 2011"),
    "phone": (_PHONE, "a telephone number such as 617-555-0142"),
    "email": (_EMAIL, "an e-mail address"),
    "address": (_ADDRESS, "a web address without https://"),
}


def parse_partial_date(text: str) -> tuple[int, ...]:
    """A year, month or day as numbers: "2011-06" gives (2011, 6). Raises ValueError otherwise."""
    match = _PARTIAL_DATE.fullmatch(text)
    if not match:
        raise ValueError(f"a date such as 2011-06-07, 2011-06 or 2011, not “{text}”")
    parts = tuple(int(part) for part in match.groups() if part)
    datetime.date(*(*parts, 1, 1)[:3])
    return parts


class Fact(Entry):
    """One fact. `date` is when it was true; `check_by` when a person should look it up again."""

    kind: FactKind
    value: int | str | None = None
    says: str
    source: str
    date: str
    status: FactStatus
    check_by: datetime.date

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        parse_partial_date(self.date)
        if self.kind == "claim":
            if self.value is not None:
                raise ValueError("a claim without “value”, for it has no figure to print")
        elif self.kind in ("number", "percent"):
            if not isinstance(self.value, int) or abs(self.value) > _LARGEST:
                raise ValueError(f"a {self.kind} whose “value” is a whole number")
        elif not isinstance(self.value, str) or not self.value:
            raise ValueError(f"a {self.kind} whose “value” is a text in quotes")
        elif self.kind in _FORMS and not _FORMS[self.kind][0].fullmatch(self.value):
            raise ValueError(f"a {self.kind} whose “value” is {_FORMS[self.kind][1]}")
        elif self.kind == "date":
            parse_partial_date(self.value)
        return self

    @property
    def needs_date(self) -> bool:
        """Whether a text that names the fact must print its date too."""
        return self.status in ("historical", "unverified") and self.kind not in ("date", "name")

    @property
    def needs_caution(self) -> bool:
        """Whether the section that names the fact must carry a caution."""
        return self.status in ("contested", "unverified")
