"""Imprinting: one flyer laid out once as a shell, and many chapters' own lines drawn into it."""
