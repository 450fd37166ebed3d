"""The sandbox of layouts: what they cannot do, told with the line that tried."""

import pytest

from press.catalog.catalog import Catalog
from press.catalog.designs import Design, SizeSettings
from press.catalog.layouts import Layouts
from press.composition.compose import fill_template, render_template
from press.errors import ContentError
from press.findings import Finding
from press.sizes import TRIMS
from press.translation.copy import Copy
from press.translation.translate import translate

LETTER = Design("letter", TRIMS["letter"], SizeSettings(body=(8, 9), least=7))


@pytest.fixture(scope="module")
def copy(catalog: Catalog) -> Copy:
    return translate(catalog, catalog.flyers["call-script"], "en")


def fault(copy: Copy, template: str, **others: str) -> Finding:
    """The one finding of a template that must not be filled."""
    templates = {"flyer/x.html": template} | {f"flyer/{n}.html": t for n, t in others.items()}
    with pytest.raises(ContentError) as error:
        render_template(Layouts(templates, {}), "flyer/x.html", copy, LETTER)
    (finding,) = error.value.findings
    assert error.value.exit_code == 4
    assert "cannot be filled" in error.value.message
    assert finding.code == "layout.template"
    assert finding.hint
    return finding


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ copy.nonesuch }}", "nonesuch"),
        ("{{ nonesuch }}", "'nonesuch' is undefined"),
        ("{% if %}", "Expected an expression"),
        ("{% do %}", "unknown tag 'do'"),
        ("{{ ''.__class__.__mro__ }}", "__class__"),
        ("{{ copy.__init__.__globals__ }}", "__init__"),
        ("{{ icon.__globals__ }}", "__globals__"),
        ("{{ copy|attr('__class__') }}", "__class__"),
        ("{{ '{0.__class__}'.format(copy) }}", "__class__"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", "Range too big"),
        ("{{ copy.shared.update({'a': 'b'}) }}", "update"),
        ("{{ copy.days.append('x') }}", "append"),
        ("{{ [].append('x') }}", "append"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ copy.flyer + 1 }}", "str"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
        ("{% include 'flyer/y.html' %}", "flyer/y.html"),
        ("{% include '../../flyers/facts.toml' %}", "facts.toml"),
        ("{% include '/etc/hostname' %}", "/etc/hostname"),
        ("{% import 'file:///etc/hostname' as x %}", "hostname"),
        ("{% extends '_base/../../secret.html' %}", "secret.html"),
        ("{{ icon('nonesuch') }}", "no pictogram “nonesuch”"),
        ("{{ icon('../../lock') }}", "no pictogram"),
    ],
)
def test_what_a_layout_may_not_do_is_told_with_its_line(
    copy: Copy, template: str, said: str
) -> None:
    finding = fault(copy, f"<p>a line\n<p>another\n{template}")
    assert said in finding.message
    assert str(finding.where) == "layouts/flyer/x.html:3"


def test_a_fault_in_a_part_is_told_where_the_part_stands(copy: Copy) -> None:
    finding = fault(
        copy,
        "{% import 'flyer/parts.html' as parts %}\n{{ parts.m(copy) }}",
        parts="{% macro m(copy) %}\n\n{{ copy.nonesuch }}{% endmacro %}",
    )
    assert str(finding.where) == "layouts/flyer/parts.html:3"


def test_what_is_given_is_escaped() -> None:
    layouts = Layouts({"x.html": "<p>{{ words }}"}, {})
    assert fill_template(layouts, "x.html", words="<script>") == "<p>&lt;script&gt;"


def test_what_is_given_cannot_be_set_anew(copy: Copy) -> None:
    assert "namespace" in fault(copy, "{% set copy.flyer = 'x' %}{{ copy.flyer }}").message
