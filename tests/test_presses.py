"""Presses by name: their standards, their colors, and what their files are called."""

import pytest

from press.errors import UsageError
from press.presses import OFFICE, SCREEN, SHOP, press_for


@pytest.mark.parametrize(
    ("name", "standard", "color", "label", "sheets"),
    [
        (OFFICE, "", False, "office", ("office",)),
        (OFFICE, "", True, "office-color", ("color", "office")),
        (SHOP, "", False, "shop", ("color", "shop")),
        (SHOP, "x-4", False, "shop", ("color", "shop")),
        (SHOP, "x-1a", False, "shop-x-1a", ("color", "shop")),
        (SCREEN, "ua-2", False, "screen-ua-2", ("color", "screen")),
    ],
)
def test_a_press_is_known_by_its_label(
    name: str, standard: str, color: bool, label: str, sheets: tuple[str, ...]
) -> None:
    press = press_for(name, standard, color)
    assert (press.label, press.sheets) == (label, sheets)


def test_the_usual_standard_stands_without_being_asked_for() -> None:
    assert press_for(SHOP).standard == "x-4"
    assert press_for(SCREEN).standard == "ua-1"


@pytest.mark.parametrize(
    ("name", "standard", "offered"),
    [
        (SHOP, "ua-1", "x-4 or x-1a"),
        (SCREEN, "x-4", "ua-1 or ua-2"),
        (OFFICE, "x-4", "no standard"),
    ],
)
def test_a_standard_of_another_press_is_refused(name: str, standard: str, offered: str) -> None:
    with pytest.raises(UsageError) as error:
        press_for(name, standard)
    assert f"Files for the {name} press do not come as “{standard}”" in error.value.message
    assert error.value.exit_code == 2
    assert offered in error.value.hint
