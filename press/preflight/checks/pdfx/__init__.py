"""The rules of PDF/X, by which print shops exchange files."""
