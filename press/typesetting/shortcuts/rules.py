"""A page is walked through and matched with rules once, though it is laid out at several sizes."""

import copy
from collections.abc import Iterator
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

_PSEUDO = 2
_NOTES = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}


class RememberingPage(HTML):  # type: ignore[misc]
    """A parsed page that remembers its elements, and which of WeasyPrint's own rules match them."""

    def __init__(self, html: str, fetcher: URLFetcher) -> None:
        super().__init__(string=html, base_url=None, url_fetcher=fetcher)
        self.wrapper_element: Any = _Elements(self.wrapper_element)
        self._own_sheets = [remembering(sheet) for sheet in super()._ua_stylesheets()]

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return super()._ua_stylesheets(forms) if forms else self._own_sheets


class _Elements:
    """The root of a page, for the three questions that WeasyPrint asks of it."""

    def __init__(self, root: Any) -> None:
        self.etree_element = root.etree_element
        self._root = root
        self._all = list(root.iter_subtree())
        self._asked: dict[tuple[str, ...], list[Any]] = {}

    def iter_subtree(self) -> Iterator[Any]:
        """The root and all that it holds, in the order of the page."""
        return iter(self._all)

    def query_all(self, *selectors: str) -> list[Any]:
        """The elements that selectors name."""
        if selectors not in self._asked:
            self._asked[selectors] = list(self._root.query_all(*selectors))
        return self._asked[selectors]


def remembering(sheet: CSS) -> CSS:
    """A style sheet that remembers which of its rules match an element."""
    own = copy.copy(sheet)
    own.matcher = _Matcher(sheet.matcher)
    return own


class _Matcher:
    """Matches rules with elements, but for those of notes, which no layout has."""

    def __init__(self, matcher: Any) -> None:
        self._matcher = matcher
        self._matched: dict[Any, list[Any]] = {}

    def match(self, element: Any) -> list[Any]:
        own = element.etree_element
        if own not in self._matched:
            self._matched[own] = [
                rule for rule in self._matcher.match(element) if rule[_PSEUDO] not in _NOTES
            ]
        return self._matched[own]
