"""Sizes of flyers, and what they are instead in one language."""

import pytest
from pydantic import ValidationError

from press.catalog.catalog import Catalog
from press.catalog.designs import SizeSettings

SIZE = {"body": [10.5, 13], "least": 8}


@pytest.mark.parametrize(("pages", "read"), [(2, (2,)), ([4, 6], (4, 6)), ((), ())])
def test_pages_are_one_number_or_several(pages: object, read: tuple[int, ...]) -> None:
    assert SizeSettings.model_validate({**SIZE, "pages": pages}).pages == read


@pytest.mark.parametrize(
    "wrong", [{"pages": [0]}, {"in": {"my": {"body": [13, 10]}}}, {"in": {"my": {"page": 4}}}]
)
def test_a_wrong_setting_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        SizeSettings.model_validate({**SIZE, **wrong})


def test_a_size_may_be_otherwise_in_one_language(catalog: Catalog) -> None:
    settings = catalog.flyers["know-your-rights"].settings
    usual, burmese = settings.design("letter", "es"), settings.design("letter", "my")
    assert (usual.settings.layout, usual.settings.pages) == ("layout", (2,))
    assert (burmese.settings.layout, burmese.settings.pages) == ("column", (4,))
    assert burmese.trim == usual.trim
    assert burmese.settings.least == usual.settings.least
