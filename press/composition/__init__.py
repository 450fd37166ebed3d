"""Composition: copy set in a layout, as HTML. Pure."""
