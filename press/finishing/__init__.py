"""Finishing: the file made right for its press."""
