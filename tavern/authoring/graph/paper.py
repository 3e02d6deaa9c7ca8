"""What every SVG begins with: size, ground, title, and a style for light and dark."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from tavern.authoring.graph.colours import PAPER
from tavern.authoring.graph.layout import MARGIN


def head(wide: float, high: float, title: str, style: str) -> Iterator[str]:
    """The beginning of an SVG file: size, style, ground and title."""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{high:.0f}" viewBox="0 0 {wide:.0f} {high:.0f}">'
    )
    yield f"<title>{escape(title)}</title><style>{style}</style>"
    yield f'<rect class="paper" width="{wide:.0f}" height="{high:.0f}"/>'
    yield f'<text class="title" x="{MARGIN:.0f}" y="{MARGIN + 10:.0f}">{escape(title)}</text>'


def ground(scheme: str) -> str:
    """The style of paper and text."""
    paper, ink = PAPER[scheme]
    return (
        f".paper{{fill:{paper}}}text{{fill:{ink};font:12px ui-sans-serif,system-ui,'DejaVu Sans',sans-serif}}"
        ".title{font-size:17px;font-weight:600}"
    )


def both(light: str, dark: str) -> str:
    """A style for light paper, and another where the reader has a dark screen."""
    return f"{light}@media (prefers-color-scheme: dark){{{dark}}}"
