"""Translation: English text and a PO file become copy, complete and ready to be set."""
