"""The rules of truth: what a text may print of a fact, by the fact's status."""

import difflib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from press.catalog.facts import Fact
from press.catalog.flyers import Flyer
from press.catalog.source import Message, Section
from press.catalog.text_file import pinpoint
from press.catalog.toml_file import Tables
from press.findings import Finding, Place
from press.placeholders import (
    FILLED_BY_DRIVER,
    FILLED_BY_LAYOUT,
    malformed_braces,
    placeholders,
    typed_digits,
)

_OTHER_NAMES = FILLED_BY_LAYOUT | FILLED_BY_DRIVER


def check_truth(flyer: Flyer, facts: Tables[Fact]) -> list[Finding]:
    """Faults of one flyer's English text against the facts register.

    Facts that are themselves broken are known by name, so that one fault is not told twice.
    """
    known = facts.sound.keys() | facts.broken
    named = [
        (name.removesuffix(".date"), message.place)
        for message in flyer.messages()
        for name in placeholders(message.text)
        if name not in _OTHER_NAMES
    ]
    named += [(name, section.place) for section in flyer.source.sections for name in section.claims]
    named += [
        (target.fact, message.place)
        for target, message in zip(flyer.targets, flyer.target_messages, strict=True)
    ]
    findings = [_unknown_fact(name, known, place) for name, place in named if name not in known]
    for message in flyer.messages():
        findings += _check_message(message, facts.sound)
    for section in flyer.source.sections:
        findings += _check_section(section, facts.sound)
    return findings


def named_facts(sections: Iterable[Section], facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The facts that sections print, in the order of the text, each once."""
    names = (
        name.removesuffix(".date")
        for section in sections
        for block in section.blocks
        for name in placeholders(block.message.text)
    )
    return tuple(dict.fromkeys(name for name in names if name in facts))


def overdue_facts(
    facts: Mapping[str, Fact], today: date, file: Path, lines: Mapping[Any, int]
) -> list[Finding]:
    """A warning for each fact whose day of checking has passed."""
    return [
        Finding(
            "fact.overdue",
            f"“{name}” was to be checked by {fact.check_by}",
            Place(file, lines.get((name,))),
            "Look it up, then set its date, status and check_by anew.",
            severity="warning",
        )
        for name, fact in facts.items()
        if fact.check_by < today
    ]


def _check_message(message: Message, facts: Mapping[str, Fact]) -> list[Finding]:
    findings = []
    for name in placeholders(message.text):
        if name in facts and facts[name].kind == "claim":
            findings.append(_claim_printed(name, message.place))
    for brace in malformed_braces(message.text):
        findings.append(
            Finding(
                "text.braces",
                f"“{brace}” is not a placeholder",
                pinpoint(message.place, brace),
                "Placeholders are small letters in braces, such as {detainer_hours}.",
            )
        )
    if digits := typed_digits(message.text):
        findings.append(
            Finding(
                "text.digits",
                f"a figure is typed into the text: “{digits}”",
                pinpoint(message.place, digits),
                "Put it into facts.toml with its source, and name it here in braces.",
            )
        )
    return findings


def _check_section(section: Section, facts: Mapping[str, Fact]) -> list[Finding]:
    printed = {name: facts[name] for name in named_facts([section], facts)}
    claimed = {name: facts[name] for name in section.claims if name in facts}
    dates = {
        facts[name.removesuffix(".date")].date
        for block in section.blocks
        for name in placeholders(block.message.text)
        if name.endswith(".date") and name.removesuffix(".date") in facts
    }
    undated = [
        Finding(
            "fact.undated",
            f"“{name}” is {fact.status}, and its date is not printed in this section",
            section.place,
            f"Write {{{name}.date}} where the reader sees it.",
        )
        for name, fact in printed.items()
        if fact.needs_date and fact.date not in dates
    ]
    cautioned = any("caution" in block.classes for block in section.blocks)
    uncautioned = [
        Finding(
            "fact.no-caution",
            f"“{name}” is {fact.status}, and this section prints no caution",
            section.place,
            "Add a paragraph under a line {.caution} that tells the reader.",
        )
        for name, fact in (printed | claimed).items()
        if fact.needs_caution and not cautioned
    ]
    return undated + uncautioned


def _unknown_fact(name: str, known: Iterable[str], place: Place) -> Finding:
    close = difflib.get_close_matches(name, list(known), 1)
    hint = f"Did you mean “{close[0]}”?" if close else "Add it to flyers/facts.toml."
    where = pinpoint(place, name)
    return Finding("text.unknown-fact", f"there is no fact named “{name}”", where, hint)


def _claim_printed(name: str, place: Place) -> Finding:
    return Finding(
        "text.claim-printed",
        f"“{name}” is a claim and has no figure to print",
        pinpoint(place, name),
        "Name it in the heading's claims instead.",
    )
