"""Terms that a translation words in another way than its glossary."""

from collections.abc import Iterator

from press.catalog.glossary import Glossary
from press.catalog.source import Message
from press.findings import Finding, Place


def check_terms(message: Message, text: str, place: Place, glossary: Glossary) -> Iterator[Finding]:
    """A fault for each term of the English whose rendering the translation lacks."""
    for term in glossary.terms_in(message.text):
        if not glossary.keeps(term, text):
            known = ", ".join(f"“{rendering}”" for rendering in glossary.renderings[term])
            yield Finding(
                "po.term",
                f"the term “{term}” is not rendered as in the glossary",
                place,
                f"Write a form of {known}, or add yours to glossary/{glossary.file.name}.",
            )
