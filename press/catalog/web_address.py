"""Addresses of the web that are printed as a code to scan."""

import re
from typing import Annotated

from pydantic import AfterValidator

_ADDRESS = re.compile(r"https?://[!-.0-~]+\.[!-~]+")
_LONGEST = 200  # characters; a code of more has dots too small for a copier


def _checked(address: str | None) -> str | None:
    if address is None or (_ADDRESS.fullmatch(address) and len(address) <= _LONGEST):
        return address
    raise ValueError(
        f"a web address that starts with https://, without accents or spaces, of at most {_LONGEST}"
        " characters"
    )


WebAddress = Annotated[str | None, AfterValidator(_checked)]
