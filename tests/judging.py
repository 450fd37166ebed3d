"""What checks say of a file, in short."""

from press.preflight.check import Check
from press.preflight.proof import read_proof


def said(check: Check, pdf: bytes, name: str = "x.pdf") -> list[str]:
    """The sentences of a check about a file; its findings carry its code and the file's name."""
    findings = check.findings(read_proof(pdf, name=name))
    assert {finding.code for finding in findings} <= {check.id}
    assert {str(finding.where) for finding in findings} <= {name}
    return [finding.message for finding in findings]
