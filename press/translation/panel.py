"""The contact panel: what a chapter says of itself, in one language."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from press.catalog.chapter import Chapter
from press.catalog.languages import Language
from press.translation.copy import Panel
from press.translation.values import say_free, say_phone


def set_panel(chapter: Chapter | None, tag: str, languages: Mapping[str, Language]) -> Panel:
    """Set a chapter's own lines.

    Args:
        chapter: the chapter; without one every line is empty.
        tag: the language of the edition.
        languages: of the press, by tag.
    """
    if chapter is None:
        empty = Markup("")
        return Panel(empty, empty, empty, (), empty, None)
    entry, language = chapter.entry, languages[tag]
    return Panel(
        name=_free(entry.name, language),
        hotline=say_phone(entry.hotline) if entry.hotline else Markup(""),
        hours=_free(chapter.hours(tag), language),
        languages=_spoken(entry.languages, tag, languages),
        meeting=_free(chapter.meeting(tag), language),
        logo_png=chapter.logo.png if chapter.logo else None,
    )


def _free(text: str, language: Language) -> Markup:
    return say_free(text, language) if text else Markup("")


def _spoken(
    spoken: tuple[str, ...] | str, tag: str, known: Mapping[str, Language]
) -> tuple[tuple[str, str, Markup], ...]:
    """Each as (tag, direction, name), so that every name is set in its own script's font."""
    if isinstance(spoken, str):
        name = say_free(spoken, known[tag])
        return ((tag, known[tag].direction, name),) if spoken else ()
    return tuple((each, known[each].direction, escape(known[each].endonym)) for each in spoken)
