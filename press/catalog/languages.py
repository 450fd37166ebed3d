"""The languages of the press: `flyers/languages.toml`, keyed by BCP 47 tag."""

from typing import Literal, Self

from pydantic import Field, model_validator

from press.catalog.toml_file import Entry

ENGLISH = "en"


class Compact(Entry):
    """A closer setting of a language, for texts that do not fit in its usual one.

    `headline_scale` is the size of headlines against the usual; what is not said stays as it is.
    """

    fonts: tuple[str, ...] = ()
    line_height: float | None = Field(default=None, ge=1, le=3)
    headline_line_height: float | None = Field(default=None, ge=0.9, le=3)
    headline_scale: float = Field(default=0.8, ge=0.5, le=1)


class Language(Entry):
    """How one language is named and set.

    `fonts` are folders of `fonts/`, in order of preference; `line_height` is that of body text and
    `headline_line_height` that of headlines, as multiples of the type size. `digits` are those of
    numbers and dates, by their Unicode numbering system; `quotes` open and close. `breaks` says
    where lines may end, for scripts whose own rules WeasyPrint does not know. `months` and `days`
    (Monday first, short) are only for languages whose names CLDR lacks. The fonts of `compact` are
    among its own.
    """

    endonym: str
    english: str
    script: str = Field(pattern="^[A-Z][a-z]{3}$")
    direction: Literal["ltr", "rtl"] = "ltr"
    fonts: tuple[str, ...] = Field(min_length=1)
    line_height: float = Field(ge=1, le=3)
    headline_line_height: float = Field(ge=0.9, le=3)
    headline_weight: Literal[700, 900] = 900
    digits: Literal["latn", "arabext", "deva", "beng", "mymr"] = "latn"
    quotes: tuple[str, str] = ("“", "”")
    breaks: Literal["words", "spaces", "heads", ""] = ""
    months: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    compact: Compact = Compact()

    @model_validator(mode="after")
    def _whole_calendar(self) -> Self:
        if len(self.months) not in (0, 12) or len(self.days) not in (0, 7):
            raise ValueError("a language with twelve “months” and seven “days”, or none")
        return self

    @property
    def is_latin(self) -> bool:
        """Whether it shares the script of English, so that English phrases need no font."""
        return self.script == "Latn"
