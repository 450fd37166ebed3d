"""Shells and documents of the real flyers."""

import datetime
from collections.abc import Callable

import pytest

from press.catalog.catalog import Catalog, read_catalog
from press.house import House
from press.wanted import Wanted

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="session")
def told(house: House) -> Callable[..., Catalog]:
    """The real content with the translations of some languages."""

    def read(*tags: str) -> Catalog:
        return read_catalog(house, TODAY, None, Wanted(tags, ("know-your-rights",)))

    return read
