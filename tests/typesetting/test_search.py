"""The largest size that fits, found in few tries wherever it lies."""

import pytest

from press.typesetting.search import largest


def search(
    floor: int, ceiling: int, limit: int, power: float, start: int | None = None
) -> tuple[int, int]:
    """What is found, and after how many tries, where all up to a limit fits."""
    tried: set[int] = set()

    def is_too_much(size: int) -> bool:
        tried.add(size)
        return size > limit

    def fullness(size: int) -> float:
        return float((size / (limit + 0.5)) ** power)

    return largest(floor, ceiling, is_too_much, fullness, start), len(tried)


@pytest.mark.parametrize("power", [1.2, 1.8, 2.5])
@pytest.mark.parametrize("limit", range(105, 131))
def test_pages_that_fill_evenly_take_few_tries(limit: int, power: float) -> None:
    found, tries = search(105, 130, limit, power)
    assert found == limit
    assert tries <= 5


@pytest.mark.parametrize("start", [106, 112, 117, 130])
@pytest.mark.parametrize("limit", range(105, 131))
def test_any_start_ends_at_the_same_size(limit: int, start: int) -> None:
    found, tries = search(105, 130, limit, 1.8, start)
    assert found == limit
    assert tries <= 5


def test_a_start_where_nothing_fits_ends_at_the_floor() -> None:
    assert search(105, 130, 90, 1.8, 120)[0] == 105


@pytest.mark.parametrize("power", [-2.0, 0.0])
@pytest.mark.parametrize("limit", range(105, 131))
def test_pages_that_mislead_are_searched_by_halves(limit: int, power: float) -> None:
    found, tries = search(105, 130, limit, power)
    assert found == limit
    assert tries <= 12


def test_what_does_not_fit_at_the_floor_is_tried_once() -> None:
    assert search(105, 130, 90, 1.8) == (105, 1)


def test_a_range_of_one_size_is_that_size() -> None:
    assert search(105, 105, 130, 1.8) == (105, 1)
