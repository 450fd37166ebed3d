"""Composition: copy set in a layout, as one HTML page and its style sheet. Pure."""

import base64
import re
from collections.abc import Mapping
from functools import lru_cache

from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from press.catalog.cast_offs import Cast
from press.catalog.designs import Design, SizeSettings
from press.catalog.fonts import FontFile, private_family
from press.catalog.languages import Language
from press.catalog.layouts import Layouts
from press.composition.icons import draw_icon
from press.composition.keeps import keep_last_words, keep_quotations, keep_sentences
from press.composition.layout import Layout
from press.composition.qr import draw_qr
from press.composition.templates import fill, open_templates
from press.errors import ContentError
from press.findings import Finding, Place
from press.presses import Press
from press.sizes import Trim
from press.translation.copy import Copy

_KEY = re.compile(r'data-key="([^"]+)"')
# How CSS names the digits of page numbers.
_COUNTED_IN = {
    "latn": "decimal",
    "arabext": "persian",
    "deva": "devanagari",
    "beng": "bengali",
    "mymr": "myanmar",
}


def compose(
    copy: Copy,
    design: Design,
    press: Press,
    layouts: Layouts,
    languages: Mapping[str, Language],
    fonts: Mapping[str, tuple[FontFile, ...]],
) -> Layout:
    """Set copy in the layout of its flyer.

    Args:
        copy: what is said.
        design: the size that it is set in.
        press: what it is made for.
        layouts: all templates and sheets.
        languages: of the press, by tag; those that appear on the page bring their fonts.
        fonts: by folder.
    """
    size = design.settings
    tags = {copy.tag: None, "en": None} | {tag: None for tag, _, _ in copy.panel.languages}
    shown = {tag: languages[tag] for tag in tags}
    folders = dict.fromkeys(folder for each in shown.values() for folder in each.fonts)
    template = f"{copy.flyer}/{size.layout}.html"
    html = render_template(layouts, template, copy, design)
    _check_complete(html, copy, size, f"layouts/{template}")
    code = address if (address := copy.sources_address) and draw_qr(address) in html else None
    panel = "coded" if code else "filled" if copy.panel.name else "blank"
    script = copy.language.script.lower()
    sheets = layouts.style(copy.flyer, size.layout, design.name, press.sheets, script)
    return Layout(
        html=html,
        style=tokens(design.trim, shown) + sheets,
        trim=design.trim,
        pages=size.pages,
        floor=size.body[0],
        ceiling=size.body[1],
        language=copy.language,
        fonts=tuple(file for folder in folders for file in fonts[folder]),
        code=code,
        compact=compact(copy.tag, copy.language),
        cast_off=layouts.cast_offs.get(Cast(copy.flyer, design.name, copy.tag, panel)),
    )


def _check_complete(html: str, copy: Copy, size: SizeSettings, template: str) -> None:
    """Every message of the sections that the size prints has its place in the layout.

    Raises:
        ContentError: the layout leaves messages out.
    """
    shown = set(_KEY.findall(html))
    findings = tuple(
        Finding(
            "layout.left-out",
            f"the layout leaves out the message “{line.key}” of the section “{section.id}”",
            Place(template),
            "Set it there, or name the sections of this size in flyer.toml.",
        )
        for section in copy.sections
        if (section.id in size.sections if size.sections else not section.english_only)
        for line in section.all_lines()
        if line.key not in shown and line.key not in size.without
    )
    if findings:
        raise ContentError("A layout leaves text out.", findings=findings)


def render_template(layouts: Layouts, name: str, copy: Copy, design: Design) -> str:
    """Set the copy of an edition in its template, which is told the size's pages and sections."""
    return fill_template(
        layouts,
        name,
        copy=copy,
        section={section.id: section for section in copy.sections},
        shared=copy.shared,
        size=design.name,
        pages=design.settings.pages,
        sections=design.settings.sections,
        qr=draw_qr(copy.sources_address) if copy.sources_address else None,
        logo=_data_uri(copy.panel.logo_png),
    )


def fill_template(layouts: Layouts, name: str, **given: object) -> str:
    """Fill one Jinja template in a sandbox that cannot change what it is given.

    Raises:
        ContentError: the template is faulty, or asks for what it is not given.
    """
    return fill(_environment(tuple(layouts.templates.items())), name, **given)


@lru_cache(maxsize=4)
def _environment(templates: tuple[tuple[str, str], ...]) -> ImmutableSandboxedEnvironment:
    """Compiled templates; compiling takes longer than filling them, so they are kept."""
    environment = open_templates(dict(templates))
    environment.globals["icon"] = draw_icon
    environment.filters["sentences"] = keep_sentences
    environment.filters["closed"] = keep_last_words
    environment.filters["quotations"] = keep_quotations
    return environment


def _data_uri(png: bytes | None) -> Markup | None:
    if png is None:
        return None
    return Markup("data:image/png;base64,{}").format(base64.b64encode(png).decode())


def tokens(trim: Trim, shown: Mapping[str, Language]) -> str:
    """The tokens that vary with the edition; each language brings its fonts and line-heights.

    Letters are spaced in Latin alone: in joined scripts that would tear words apart.
    """
    rules = "\n".join(
        _setting(tag, language)
        + f'[lang="{tag}"] {{ --headline-weight: {language.headline_weight}; '
        + f"--digits: {_COUNTED_IN[language.digits]} }}"
        for tag, language in shown.items()
    )
    solid = ", ".join(f":lang({tag})" for tag in shown if not shown[tag].is_latin)
    spacing = f"@layer language {{ {solid} {{ letter-spacing: 0 }} }}" if solid else ""
    return f"""
@layer reset, tokens, base, form, language;
@page {{ size: {trim.width:.5f}in {trim.height:.5f}in }}
:root {{
  --page-width: {trim.width:.5f}in;
  --page-height: {trim.height:.5f}in;
}}
@layer tokens {{
{rules}
}}
{spacing}
"""


def compact(tag: str, language: Language) -> str:
    """The rules of a language's closer setting."""
    closer = language.compact
    said = closer.model_dump(exclude={"headline_scale"}, exclude_defaults=True)
    return f"""@layer language {{
{_setting(tag, language.model_copy(update=said))}
:root {{ --headline-scale: {closer.headline_scale}; --head-ink: var(--ink) }}
}}"""


def _setting(tag: str, language: Language) -> str:
    return f"""[lang="{tag}"] {{
  font-family: {_families(language.fonts)};
  --leading: {language.line_height};
  --headline-leading: {language.headline_line_height};
  line-height: {language.line_height};
}}
"""


def _families(stack: tuple[str, ...]) -> str:
    return ", ".join(f'"{private_family(folder)}"' for folder in stack)
