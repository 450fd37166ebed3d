"""The office press: copiers, lasers and inkjets. Gray, unless color is asked for."""

import io

import pikepdf

from press.finishing.inks import recolor


def finish_for_office(pdf: bytes, has_color: bool = False) -> bytes:
    """Make imposed sheets right for an office machine.

    Args:
        pdf: the sheets, in device RGB.
        has_color: whether colors are kept.

    Returns:
        The same sheets in device gray; the same input always gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if not has_color:
            recolor(document, "/DeviceGray", _gray)
        for page in document.pages:
            if "/Annots" in page:  # links, which paper has not
                del page.Annots
        document.remove_unreferenced_resources()
        buffer = io.BytesIO()
        document.save(buffer, deterministic_id=True, compress_streams=True)
    return buffer.getvalue()


def _gray(red: float, green: float, blue: float) -> tuple[float]:
    """The luminance of sRGB, so that a color keeps its weight against the paper."""
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue,)
