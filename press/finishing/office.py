"""The office press: copiers, lasers and inkjets. Gray only, printed at its true size."""

import io

import pikepdf
from pikepdf import Dictionary, Name

from press.finishing.inks import recolor


def finish_for_office(pdf: bytes) -> bytes:
    """Make a laid-out PDF right for an office machine.

    Args:
        pdf: as WeasyPrint wrote it, in device RGB.

    Returns:
        The same pages in device gray, with viewers told not to scale them; the same input always
        gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        recolor(document, "/DeviceGray", _gray)
        document.Root.ViewerPreferences = Dictionary(PrintScaling=Name("/None"))
        document.remove_unreferenced_resources()
        buffer = io.BytesIO()
        document.save(buffer, deterministic_id=True, compress_streams=True)
    return buffer.getvalue()


def _gray(red: float, green: float, blue: float) -> tuple[float]:
    """The luminance of sRGB, so that a color keeps its weight against the paper."""
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue,)
