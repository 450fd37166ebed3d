"""Preflight: the judgement of a finished file before anyone may print it."""

from press.errors import PreflightError
from press.findings import Finding, errors_in
from press.preflight.check import Check
from press.preflight.profiles import OFFICE, OFFICE_COLOR, SCREEN, SHOP_X1A, SHOP_X4
from press.preflight.proof import Proof

__all__ = ["OFFICE", "OFFICE_COLOR", "SCREEN", "SHOP_X1A", "SHOP_X4", "examine", "judge"]


def examine(proof: Proof, profile: tuple[Check, ...] = OFFICE) -> tuple[Finding, ...]:
    """All that the checks of a press find, warnings included."""
    return tuple(finding for check in profile for finding in check.findings(proof))


def judge(proof: Proof, profile: tuple[Check, ...] = OFFICE) -> tuple[Finding, ...]:
    """Run every check of a press.

    Returns:
        The warnings, which let a file pass.

    Raises:
        PreflightError: with all findings, when any is an error.
    """
    findings = examine(proof, profile)
    if errors_in(findings):
        raise PreflightError(
            "The finished file failed its checks and was not put into the output folder.",
            findings=findings,
        )
    return findings
