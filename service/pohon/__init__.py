"""Pohon kinerja, the field's own picture: boxes by level, causes under effects.

The story: `tree.grow` puts every box under one effect, `tree.shown` leaves what the reader asked to see, `face` sets
the text of a box, `layout` gives it a place, `lines` joins cause to effect, `drawing` adds title and legend, `svg`
writes it, `sheets` cuts it into paper. All of it is pure and runs on the server, so that the page without JavaScript,
the download, the printed sheets and the tests see the same picture.
"""
