"""Charts as Word shows them: pictures of dots, since it shows no SVG."""

import re

import resvg_py

WIDE = 680  # the width for which the words of a chart are set
SHARP = 2.5
HEIGHT = re.compile(r'<svg[^>]*?\bheight="([\d.]+)"')


def as_png(svg: str) -> bytes:
    """On white: a picture without a ground is black on a dark page."""
    made = resvg_py.svg_to_bytes(
        svg_string=fixed(svg), background="white", zoom=SHARP, font_family="Liberation Sans"
    )
    return bytes(made)


def fixed(svg: str) -> str:
    """With a width in dots, where the page's is a share of it."""
    height = HEIGHT.search(svg)
    box = f' viewBox="0 0 {WIDE} {height[1]}"' if height and "viewBox" not in svg[:400] else ""
    return re.sub(r'(<svg[^>]*?\b)width="100%"', rf'\1width="{WIDE}"{box}', svg, count=1)
