"""The largest size that fits, found in few tries wherever it lies."""

import pytest

from press.typesetting.search import largest


def search(
    floor: int, ceiling: int, limit: int, power: float, expected: int | None = None
) -> tuple[int, int]:
    """What is found, and after how many tries, where all up to a limit fits."""
    tried: set[int] = set()

    def is_too_much(size: int) -> bool:
        tried.add(size)
        return size > limit

    def fullness(size: int) -> float:
        return float((size / (limit + 0.5)) ** power)

    return largest(floor, ceiling, is_too_much, fullness, expected), len(tried)


@pytest.mark.parametrize("power", [1.2, 1.8, 2.5])
@pytest.mark.parametrize("limit", range(105, 131))
def test_pages_that_fill_evenly_take_few_tries(limit: int, power: float) -> None:
    found, tries = search(105, 130, limit, power)
    assert found == limit
    assert tries <= 5


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


@pytest.mark.parametrize("limit", range(105, 131))
def test_what_is_as_expected_takes_two_tries(limit: int) -> None:
    found, tries = search(105, 130, limit, 1.8, expected=limit)
    assert (found, tries) == (limit, 2 if limit < 130 else 1)


@pytest.mark.parametrize("power", [-2.0, 0.0, 1.8])
@pytest.mark.parametrize("limit", range(104, 131))
@pytest.mark.parametrize("expected", [90, 105, 111, 130, 200])
def test_what_is_not_as_expected_is_found_all_the_same(
    limit: int, expected: int, power: float
) -> None:
    found, tries = search(105, 130, limit, power, expected)
    assert found == max(limit, 105)
    assert tries <= 14
