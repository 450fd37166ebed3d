"""Editions composed from the real texts, for tests of what comes after."""

from press.catalog.catalog import Catalog
from press.composition.compose import compose
from press.composition.layout import Layout
from press.presses import USUAL_PRESS, Press
from press.translation.translate import translate


def composed(
    catalog: Catalog, flyer: str, tag: str, size: str, press: Press = USUAL_PRESS
) -> Layout:
    """One flyer in a language and a size, ready to be laid out."""
    chosen = catalog.flyers[flyer]
    return compose(
        translate(catalog, chosen, tag),
        chosen.settings.design(size, tag),
        press,
        catalog.layouts,
        catalog.languages,
        catalog.fonts,
    )
