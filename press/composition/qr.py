"""The code to scan: one SVG path, error level Q, with its quiet zone."""

import io

import segno
from markupsafe import Markup


def draw_qr(address: str) -> Markup:
    """A QR code of an address as inline SVG, 4 modules of quiet zone on each side.

    Its title is the address, for those who cannot see it.
    """
    stream = io.BytesIO()
    segno.make(address, error="q", micro=False).save(
        stream,
        kind="svg",
        border=4,
        xmldecl=False,
        title=address,
        svgclass="code",
        lineclass=None,
        omitsize=True,
    )
    return Markup(stream.getvalue().decode())
