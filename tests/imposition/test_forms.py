"""Each form of a size is printed by the scheme and on the paper that it asks for."""

import pytest

from press.catalog.designs import Design, SizeSettings
from press.imposition.forms import scheme_for, wishes_for
from press.imposition.impose import USUAL, Wishes
from press.sizes import TRIMS

LETTER, A4 = TRIMS["letter"].points, TRIMS["a4"].points


def design(trim: str, form: str) -> Design:
    return Design(trim, TRIMS[trim], SizeSettings(form=form, body=(8, 9), least=7))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("trim", "form", "paper", "scheme"),
    [
        ("letter", "flat", None, "flat"),
        ("letter", "flat", TRIMS["tabloid"].points, "flat"),
        ("quarter-letter", "flat", None, "grid"),
        ("a6", "flat", None, "grid"),
        ("half-letter", "booklet", None, "saddle"),
        ("card", "card", None, "cards"),
        ("card", "card", A4, "grid"),
        ("tabloid", "poster", None, "flat"),
        ("tabloid", "poster", LETTER, "poster"),
        ("a3", "poster", A4, "poster"),
        ("half-letter", "tri-fold", None, "tri-fold"),
        ("a6", "zine", None, "zine"),
    ],
)
def test_a_form_has_its_scheme(
    trim: str, form: str, paper: tuple[float, float] | None, scheme: str
) -> None:
    size = design(trim, form)
    completed = wishes_for(size, Wishes(paper=paper), right_to_left=False)
    assert scheme_for(size, completed).name == scheme


@pytest.mark.parametrize(
    ("trim", "paper"), [("a5", A4), ("half-letter", LETTER), ("card", LETTER), ("a4", A4)]
)
def test_the_usual_paper_follows_the_size(trim: str, paper: tuple[float, float]) -> None:
    assert wishes_for(design(trim, "flat"), USUAL, right_to_left=False).paper == paper


def test_a_right_to_left_flyer_is_bound_on_the_right() -> None:
    assert wishes_for(design("a5", "booklet"), USUAL, right_to_left=True).right_bound
    assert not wishes_for(design("a5", "booklet"), USUAL, right_to_left=False).right_bound
