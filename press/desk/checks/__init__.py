"""What is judged of a translation beyond its placeholders: marks, script, length and terms.

Each check takes the English, the translation and its place, and gives findings. Whether the pages
fit and show every glyph is judged when they are built.
"""
