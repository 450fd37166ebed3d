"""A flyer as the organizer keeps it: settings, English text, and whom to call."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field, field_validator

from press.catalog.designs import Design, Instead, SizeSettings
from press.catalog.po import ReviewState, has_begun
from press.catalog.source import Message, Source, parse_source
from press.catalog.text_file import read_text
from press.catalog.toml_file import Entry, lines_of, read_toml
from press.catalog.web_address import WebAddress
from press.catalog.wording import check_wording
from press.findings import Finding, Place
from press.sizes import TRIMS


class FlyerSettings(Entry):
    """`flyer.toml`: the edition date printed, the state of the English text, and the sizes."""

    edition: date
    review: ReviewState
    sources_address: WebAddress = None
    size: dict[str, SizeSettings]

    @field_validator("size")
    @classmethod
    def _known_trims(cls, size: dict[str, SizeSettings]) -> dict[str, SizeSettings]:
        for name, settings in size.items():
            if (settings.trim or name) not in TRIMS:
                known = ", ".join(TRIMS)
                raise ValueError(f"one of {known}, not “{settings.trim or name}”")
        return size

    def design(self, size: str, tag: str = "en") -> Design:
        """One of its sizes, as it is in a language."""
        usual = self.size[size]
        instead = usual.instead.get(tag, Instead()).model_dump(exclude_defaults=True)
        return Design(size, TRIMS[usual.trim or size], usual.model_copy(update=instead))


class Target(Entry):
    """An office to call; `in` holds its name in languages whose PO file does not."""

    office: str
    fact: str
    translations: dict[str, str] = Field(default_factory=dict, alias="in")


class _Targets(Entry):
    target: tuple[Target, ...] = ()


@dataclass(frozen=True)
class Flyer:
    """One flyer, its faults already told; `tags` are the languages that it can be said in."""

    name: str
    folder: Path
    settings: FlyerSettings
    source: Source
    targets: tuple[Target, ...]
    target_messages: tuple[Message, ...]
    tags: frozenset[str]

    def messages(self) -> tuple[Message, ...]:
        """Everything of the flyer that is translated."""
        return self.source.messages() + self.target_messages

    def offices_named_in(self, tag: str) -> frozenset[str]:
        """The English names of the offices that `targets.toml` itself names in a language."""
        return frozenset(target.office for target in self.targets if tag in target.translations)

    def po_file(self, tag: str) -> Path:
        """Where the translation into a language stands."""
        return self.folder / f"{tag}.po"


def read_source(folder: Path) -> tuple[Source | None, list[Finding]]:
    """Read `en.md` of a flyer's folder."""
    file = folder / "en.md"
    text, faults = read_text(file)
    return (None, faults) if text is None else parse_source(text, file)


def read_flyer(folder: Path) -> tuple[Flyer | None, list[Finding]]:
    """Read one flyer's folder.

    Returns:
        The flyer, or None when its findings hold an error.
    """
    settings, settings_faults = read_toml(folder / "flyer.toml", FlyerSettings)
    source, source_faults = read_source(folder)
    targets, target_messages, target_faults = _read_targets(folder / "targets.toml")
    faults = settings_faults + source_faults + target_faults
    if faults or settings is None or source is None:
        return None, faults
    strangers = _unknown_parts(settings, source, folder / "flyer.toml")
    if strangers or not any(block.kind == "title" for block in source.sections[0].blocks):
        return None, strangers or [_untitled(source.file)]
    tags = frozenset({"en", *(file.stem for file in folder.glob("*.po") if has_begun(file))})
    return Flyer(folder.name, folder, settings, source, targets, target_messages, tags), []


def _untitled(file: Path) -> Finding:
    return Finding(
        "source.title",
        "the text has no title",
        Place(file, 1),
        "Begin it with a line like # Know your rights.",
    )


def _unknown_parts(settings: FlyerSettings, source: Source, file: Path) -> list[Finding]:
    """Sections and messages that a size names, and the text does not hold."""
    known = {
        "sections": [section.id for section in source.sections],
        "without": [message.key for message in source.messages()],
    }
    lines = lines_of(file)
    return [
        Finding(
            "size.part",
            f"{setting} of the size “{where[1]}” names “{name}”, which en.md does not hold",
            Place(file, lines.get((*where, setting))),
            f"There are: {', '.join(names)}.",
        )
        for where, named in _by_place(settings)
        for setting, names in known.items()
        for name in getattr(named, setting)
        if name not in names
    ]


def _by_place(settings: FlyerSettings) -> Iterator[tuple[tuple[str, ...], SizeSettings | Instead]]:
    """Each size, and what it has instead in a language, by its place in the file."""
    for size, usual in settings.size.items():
        yield ("size", size), usual
        for tag, instead in usual.instead.items():
            yield ("size", size, "in", tag), instead


def _read_targets(
    file: Path,
) -> tuple[tuple[Target, ...], tuple[Message, ...], list[Finding]]:
    if not file.exists():
        return (), (), []
    targets, findings = read_toml(file, _Targets)
    if targets is None:
        return (), (), findings
    lines = lines_of(file)
    messages = tuple(
        Message(
            key=f"targets.{index}",
            context="targets",
            text=target.office,
            place=Place(file, lines.get(("target", index, "office"))),
        )
        for index, target in enumerate(targets.target)
    )
    faults = [
        fault
        for target, message in zip(targets.target, messages, strict=True)
        for text in target.translations.values()
        for fault in check_wording(message, text, message.place)
    ]
    return targets.target, messages, faults
