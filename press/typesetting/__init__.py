"""Typesetting: pages laid out and fitted. The only importer of WeasyPrint."""
