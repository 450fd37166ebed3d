"""A test whose tool is missing is skipped, and says why."""

import pytest
from proofs.tools import needs

from press import needs as press_needs


def test_a_missing_tool_skips_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(press_needs.PROOF_TOOLS, "qpdf", "no-such-program")
    mark = needs("qpdf").mark
    assert mark.args == (True,)
    assert mark.kwargs["reason"] == "not on this machine: qpdf"


def test_a_tool_that_is_there_skips_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(press_needs.PROOF_TOOLS, "qpdf", "python3")
    assert needs("qpdf").mark.args == (False,)
