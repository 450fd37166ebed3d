"""The checks, one small module each."""
