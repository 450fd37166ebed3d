"""The translators' desk: PO files made, kept up with the English, judged, signed and proofed."""
