"""What a translation must keep of its English: placeholders, bold words, no typed figures."""

import difflib
from collections import Counter

from press.catalog.markup import is_sound_markup
from press.catalog.source import Message
from press.catalog.text_file import pinpoint
from press.findings import Finding, Place
from press.placeholders import malformed_braces, placeholders, typed_digits


def check_wording(message: Message, text: str, place: Place) -> list[Finding]:
    """Faults of one translation.

    Args:
        message: the English.
        text: the translation, inline Markdown.
        place: where it stands.
    """
    return (
        _check_placeholders(message, text, place)
        + _check_figures(text, place)
        + _check_bold(message, text, place)
    )


def _check_placeholders(message: Message, text: str, place: Place) -> list[Finding]:
    wanted, given = Counter(placeholders(message.text)), Counter(placeholders(text))
    strange = [brace.strip("{}") for brace in malformed_braces(text)]
    strange += list((given - wanted).elements())
    findings = []
    for name in (wanted - given).elements():
        close = difflib.get_close_matches(name, strange, 1)
        said = f" (it says {{{close[0]}}})" if close else ""
        if close:
            strange.remove(close[0])
        findings.append(
            Finding(
                "po.placeholder-missing",
                f"the placeholder {{{name}}} is missing{said}",
                place,
                f"Write {{{name}}} where the figure belongs, spelled as in the English.",
            )
        )
    for name in strange:
        findings.append(
            Finding(
                "po.placeholder-extra",
                f"the English has no placeholder {{{name}}} here",
                pinpoint(place, f"{{{name}", after="msgstr"),
                "Take it out; only the figures of the English are printed.",
            )
        )
    return findings


def _check_figures(text: str, place: Place) -> list[Finding]:
    digits = typed_digits(text)
    if not digits:
        return []
    return [
        Finding(
            "po.digits",
            f"a figure is typed into the translation: “{digits}”",
            pinpoint(place, digits[0], after="msgstr"),
            "Figures come from the facts register: use the placeholders of the English.",
        )
    ]


def _check_bold(message: Message, text: str, place: Place) -> list[Finding]:
    if is_sound_markup(text) and text.count("**") == message.text.count("**"):
        return []
    return [
        Finding(
            "po.markup",
            "the bold marks ** are not those of the English, or they do not close",
            place,
            "Put ** right before and right after the same words, with no space inside.",
        )
    ]
