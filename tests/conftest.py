"""Houses to test in: the real one, and a copy that a test may break."""

import datetime
import shutil
from pathlib import Path

import pytest

from press.catalog.catalog import Catalog, read_catalog
from press.house import House, find_house
from press.typesetting.engine import Typesetter

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The house of this checkout, without the chapter that an organizer may keep in it."""
    real = find_house()
    flyers = tmp_path_factory.mktemp("house") / "flyers"
    shutil.copytree(real.flyers, flyers, ignore=shutil.ignore_patterns("chapter.toml"))
    return House(flyers, real.layouts, real.fonts, real.profiles)


@pytest.fixture(scope="session")
def catalog(house: House) -> Catalog:
    """The real content, without a chapter."""
    return read_catalog(house, TODAY)


@pytest.fixture(scope="session")
def typesetter(house: House) -> Typesetter:
    """One typesetter for all tests of a process, as the press itself keeps one."""
    return Typesetter(house.fonts)


@pytest.fixture
def own_house(house: House, tmp_path: Path) -> House:
    """A copy of the texts and layouts that a test may change; the fonts are the real ones."""
    root = tmp_path / "house"
    shutil.copytree(house.flyers, root / "flyers")
    shutil.copytree(house.layouts, root / "layouts")
    return House(root / "flyers", root / "layouts", house.fonts, house.profiles)
