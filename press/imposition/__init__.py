"""Imposition: pages put on sheets. The plans are pure arithmetic; one placer touches PDFs."""
