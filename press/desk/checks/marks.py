"""Quotation marks that are typed straight, and sentences whose last mark was left out."""

import re
from collections.abc import Iterator

from press.catalog.languages import Language
from press.catalog.source import Message
from press.findings import Finding, Place

_STRAIGHT = re.compile("[\"'`]")
_CLOSERS = "*”’\"'»›“」』）)]】》〉 \N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\u200e\u200f\u2069"
_ENDS = {
    "full stop": ".。．｡।॥۔။។៕።։",
    "question mark": "?？؟፧՞",
    "exclamation mark": "!！՜",
    "colon": ":：፦៖–",
}
_WITHOUT_STOPS = {"Thai", "Laoo"}  # a space ends their sentences
_ENDS_IN_A_NAME = re.compile("[^“”]“[^“”]+”$")  # whose mark may stand inside the line elsewhere
_STATED_QUESTIONS = {"Mymr", "Jpan"}  # the words ask, and a full stop may follow


def check_quotes(message: Message, text: str, place: Place) -> Iterator[Finding]:
    """A fault for straight quotation marks, which look typed; the English has none."""
    if _STRAIGHT.search(text) and not _STRAIGHT.search(message.text):
        yield Finding(
            "po.straight-quotes",
            "a quotation mark or apostrophe is typed straight",
            place,
            "Write the quotation marks of your language, such as “ ” or « », and ’ in words.",
        )


def check_ending(
    message: Message, text: str, place: Place, language: Language
) -> Iterator[Finding]:
    """A fault when the English ends with a mark and the translation with none, or another."""
    wanted, given = _ending(message.text), _ending(text)
    if _ENDS_IN_A_NAME.search(message.text):
        return
    if not wanted or wanted == given or language.script in _WITHOUT_STOPS:
        return
    if language.script in _STATED_QUESTIONS and given == "full stop":
        return
    said = f"with a {given}" if given else "without any mark"
    yield Finding(
        "po.ending",
        f"the English ends with a {wanted}, the translation {said}",
        place,
        f"End it with the {wanted} of your language.",
    )


def _ending(text: str) -> str:
    last = text.rstrip(_CLOSERS)[-1:]
    return next((name for name, marks in _ENDS.items() if last and last in marks), "")
