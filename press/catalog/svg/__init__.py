"""Drawings: an SVG file cleaned, read as plain shapes, and drawn once."""


class DrawingError(ValueError):
    """A drawing that cannot be printed as it is meant; the message says why."""
