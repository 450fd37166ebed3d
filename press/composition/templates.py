"""Templates filled in a sandbox: what a layout may do, and where it went wrong."""

import traceback
from collections.abc import Mapping

from jinja2 import FunctionLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from press.errors import ContentError
from press.findings import Finding, Place


def open_templates(templates: Mapping[str, str]) -> ImmutableSandboxedEnvironment:
    """The sandbox in which templates are filled: they change nothing, and know no other files.

    Args:
        templates: by their path under `layouts/`.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        return (templates[name], _file(name), None) if name in templates else None

    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(environment: ImmutableSandboxedEnvironment, name: str, **given: object) -> str:
    """Fill one template.

    Raises:
        ContentError: the template is faulty, asks for what it is not given, or for what the
            sandbox refuses.
    """
    try:
        return environment.get_template(name).render(**given)
    # Whatever a template calls may raise anything: it is the layout that asked for it.
    except Exception as error:
        place = _place(error, name)
        raise ContentError(
            f"The layout {place.file} cannot be filled.",
            "Mend the layout at the line named.",
            (
                Finding(
                    "layout.template",
                    str(error) or type(error).__name__,
                    place,
                    "A layout may use what it is given, other layouts, and pictograms of Lucide.",
                ),
            ),
        ) from error


def _place(error: Exception, name: str) -> Place:
    """The innermost line of a template that an error came from."""
    if isinstance(error, TemplateError) and (line := getattr(error, "lineno", None)):
        return Place(_file(getattr(error, "name", None) or name), line)
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.startswith("layouts/")]
    return Place(inside[-1].filename, inside[-1].lineno) if inside else Place(_file(name))


def _file(name: str) -> str:
    return f"layouts/{name}"
