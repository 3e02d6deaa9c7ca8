"""Colours: enough contrast in full colour, and still told apart when a terminal has sixteen."""

from itertools import product

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from tavern.tui.themes import THEMES

ON_PAGE = (
    "foreground",
    "foreground-muted",
    "primary",
    "secondary",
    "accent",
    "error",
    "success",
    "footer-key-foreground",
)
BEHIND = ("background", "surface", "panel")
CURSORS = [
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("input-selection-foreground", "input-selection-background"),
]
PAIRS = [*product(ON_PAGE, BEHIND), *CURSORS]


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.to_color_system().generate()[name])


def of_sixteen(shade: Color) -> Color:
    return Color(*RichColor.from_rgb(*shade.rgb).downgrade(ColorSystem.STANDARD).get_truecolor())


def contrast(one: Color, other: Color) -> float:
    """As WCAG has it: from 1 to 21."""

    def luminance(shade: Color) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shade.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_text_is_read_with_ease(theme: Theme, front: str, back: str) -> None:
    least = 7 if theme.name == "high-contrast" else 4.5
    assert contrast(colour(theme, front), colour(theme, back)) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_text_is_read_in_sixteen_colours(theme: Theme, front: str, back: str) -> None:
    assert contrast(of_sixteen(colour(theme, front)), of_sixteen(colour(theme, back))) >= 3
