"""The languages of the press: `flyers/languages.toml`, keyed by BCP 47 tag."""

from typing import Literal, Self

from pydantic import Field, model_validator

from press.catalog.toml_file import Entry


class Language(Entry):
    """How one language is named and set.

    `fonts` are folders of `fonts/`, in order of preference; `line_height` is that of body text and
    `headline_line_height` that of headlines, as multiples of the type size.
    `months` and `days` (Monday first, short) are only for languages whose names CLDR lacks.
    """

    endonym: str
    english: str
    script: str = Field(pattern="^[A-Z][a-z]{3}$")
    direction: Literal["ltr", "rtl"] = "ltr"
    fonts: tuple[str, ...] = Field(min_length=1)
    line_height: float = Field(ge=1, le=3)
    headline_line_height: float = Field(ge=0.9, le=3)
    headline_weight: Literal[700, 900] = 900
    months: tuple[str, ...] = ()
    days: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _whole_calendar(self) -> Self:
        if len(self.months) not in (0, 12) or len(self.days) not in (0, 7):
            raise ValueError("a language with twelve “months” and seven “days”, or none")
        return self
