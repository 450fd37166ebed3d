"""The bench: this press and its peers, side by side on the same content, told as ratios."""
