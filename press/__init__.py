"""The flyer press: one set of texts in, print-ready flyers out.

This module imports nothing, because `press.bootstrap` must run before anything is installed.
"""

__version__ = "0.1.0"
