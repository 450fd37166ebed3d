"""Preflight: the judgement of a finished file before anyone may print it."""

from press.errors import PreflightError
from press.preflight.check import Check
from press.preflight.checks import complete, contrast, fonts, glyphs, least_type, pages, words
from press.preflight.proof import Proof

OFFICE: tuple[Check, ...] = (
    pages.CHECK,
    fonts.CHECK,
    glyphs.CHECK,
    words.CHECK,
    complete.COMPLETE,
    complete.INSIDE,
    least_type.CHECK,
    contrast.CHECK,
)


def judge(proof: Proof, profile: tuple[Check, ...] = OFFICE) -> None:
    """Run every check of a press.

    Raises:
        PreflightError: with all findings, when there is any.
    """
    findings = tuple(finding for check in profile for finding in check.findings(proof))
    if findings:
        raise PreflightError(
            "The finished file failed its checks and was not put into the output folder.",
            findings=findings,
        )
