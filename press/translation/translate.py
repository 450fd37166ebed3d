"""English text and its translation become copy: complete, its placeholders filled."""

from collections.abc import Iterable

from markupsafe import Markup

from press.catalog.catalog import SHARED, Catalog
from press.catalog.facts import Fact
from press.catalog.flyers import Flyer
from press.catalog.languages import ENGLISH, Language
from press.catalog.po import Translation
from press.catalog.source import Block, Message, Section
from press.catalog.truth import named_facts
from press.translation.copy import (
    Copy,
    CopySection,
    Line,
    SectionSources,
    SourceLine,
    TargetLine,
)
from press.translation.inline import Values, isolate, to_html
from press.translation.panel import set_panel
from press.translation.values import fill_values, say_date, say_days


def translate(catalog: Catalog, flyer: Flyer, tag: str) -> Copy:
    """Turn a flyer's English and its translation into copy.

    Args:
        catalog: the content, with the translation of the flyer into this language.
        flyer: one of its flyers.
        tag: a language of the press.
    """
    return _Setter(catalog, flyer, tag).copy()


class _Setter:
    """Sets the messages of one flyer in one language."""

    def __init__(self, catalog: Catalog, flyer: Flyer, tag: str) -> None:
        self.catalog = catalog
        self.flyer = flyer
        self.tag = tag
        self.language = catalog.languages[tag]
        self.english = catalog.languages[ENGLISH]
        self.own = catalog.translations.get((flyer.name, tag))
        self.shared = catalog.translations.get((SHARED, tag))
        self.values = self._values(tag, self.language)
        self.english_values = self._values(ENGLISH, self.english)

    def copy(self) -> Copy:
        sections = tuple(self._section(section) for section in self.flyer.source.sections)
        title = next(
            block.message for block in self.flyer.source.sections[0].blocks if block.kind == "title"
        )
        chapter = self.catalog.chapter
        return Copy(
            flyer=self.flyer.name,
            tag=self.tag,
            language=self.language,
            title=_text(self.own, title).replace("**", ""),
            sections=sections,
            shared=self._shared_texts(),
            draft=self._draft(),
            targets=tuple(self._targets()),
            sources=tuple(self._sources()),
            sources_address=(chapter.entry.sources_address if chapter else None)
            or self.flyer.settings.sources_address,
            days=say_days(self.tag, self.language),
            panel=set_panel(chapter, self.tag, self.catalog.languages),
        )

    def _values(self, tag: str, language: Language) -> Values:
        edition = self.flyer.settings.edition.isoformat()
        values = fill_values(self.catalog.facts, tag, language)
        return {**values, "edition_date": say_date(edition, tag, language)}

    def _section(self, section: Section) -> CopySection:
        lines = tuple(self._line(block) for block in section.blocks)
        head = lines[0] if section.blocks and section.blocks[0].kind == "heading" else None
        return CopySection(
            section.id, section.icon, section.classes, head, lines[1:] if head else lines
        )

    def _line(self, block: Block) -> Line:
        message = block.message
        return Line(
            message.key,
            block.kind,
            block.classes,
            block.icon,
            to_html(_text(self.own, message), self.language, self.values, block.is_head),
            to_html(message.text, self.english, self.english_values),
        )

    def _shared_message(self, key: str) -> Message:
        return next(m for m in self.catalog.shared.messages() if m.key == key)

    def _say(self, key: str, **more: Markup) -> Markup:
        text = _text(self.shared, self._shared_message(key))
        return to_html(text, self.language, {**self.values, **more})

    def _shared_texts(self) -> dict[str, Markup]:
        return {
            message.key: self._say(message.key)
            for message in self.catalog.shared.messages()
            if "{date}" not in message.text
        }

    def _draft(self) -> tuple[tuple[str, str, Markup], ...]:
        reviewed = self.flyer.settings.review == "reviewed"
        if self.own and self.shared:
            reviewed = self.own.review == self.shared.review == "reviewed"
        if reviewed:
            return ()
        english = to_html(self._shared_message("draft").text, self.english, self.english_values)
        own = ((self.tag, self.language.direction, self._say("draft")),)
        return own if self.tag == ENGLISH else (*own, (ENGLISH, "ltr", english))

    def _targets(self) -> Iterable[TargetLine]:
        for target, message in zip(self.flyer.targets, self.flyer.target_messages, strict=True):
            fact = self.catalog.facts[target.fact]
            office = target.translations.get(self.tag) or _text(self.own, message)
            yield TargetLine(
                to_html(office, self.language, self.values),
                self.values[target.fact],
                self._note(fact, target.fact),
            )

    def _sources(self) -> Iterable[SectionSources]:
        told: set[str] = set()
        for section in self.flyer.source.sections:
            new = [n for n in named_facts([section], self.catalog.facts) if n not in told]
            told.update(new)
            if new:
                heading = self._section(section).heading
                yield SectionSources(heading.html if heading else Markup(""), self._cite(new))

    def _cite(self, names: list[str]) -> tuple[SourceLine, ...]:
        """Facts in their order, those of one source and note gathered on one line."""
        lines: dict[tuple[str, Markup], list[Markup]] = {}
        for name in names:
            fact = self.catalog.facts[name]
            lines.setdefault((fact.source, self._note(fact, name)), []).append(self.values[name])
        return tuple(
            SourceLine(tuple(values), isolate(source), note)
            for (source, note), values in lines.items()
        )

    def _note(self, fact: Fact, name: str) -> Markup:
        date = self.values[f"{name}.date"]
        if fact.status == "unverified":
            return self._say("unchecked", date=date)
        if fact.status == "contested":
            return self._say("disputed")
        return Markup("") if fact.kind == "date" else self._say("as-of", date=date)


def _text(translation: Translation | None, message: Message) -> str:
    """The message in the edition's language; English, and what holds no words, as it stands."""
    if translation is None:
        return message.text
    return translation.texts.get((message.context, message.text), message.text)
