"""Marks for tests that call a tool of the trade, which not every machine has."""

import pytest

from press.needs import PROOF_TOOLS, missing_proof_tools


def needs(*packages: str) -> pytest.MarkDecorator:
    """Skip a test, with the reason, where the tool of one of these packages is missing."""
    assert set(packages) <= PROOF_TOOLS.keys()
    missing = [package for package in packages if package in missing_proof_tools()]
    return pytest.mark.skipif(bool(missing), reason=f"not on this machine: {', '.join(missing)}")


needs_verapdf = needs("default-jre-headless", "libjaxb-java")
