"""The sign over the door."""

from textual.content import Content
from textual.widget import Widget

TANKARD = (
    "  ▁▂▃▂▂▃▁   ",
    " ╭───────╮  ",
    " │░ ░ ░ ░├─╮",
    " │       │ │",
    " │       ├─╯",
    " ╰───────╯  ",
)
NAME = "T H E   R U S T E D   T A N K A R D"
UNDER = "a mystery for a wet evening"


class Sign(Widget):
    """The name of the house, with a tankard where there is room for one."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES = {"sign--tankard", "sign--name", "sign--under"}

    DEFAULT_CSS = """
    Sign {
        width: 100%;
        height: auto;
        content-align: center middle;
        text-align: center;
        text-wrap: nowrap;
        & > .sign--tankard { color: $accent; }
        & > .sign--name { color: $primary; text-style: bold; }
        & > .sign--under { color: $foreground-muted; text-style: italic; }
    }
    """

    def render(self) -> Content:
        style = {name: self.get_visual_style(f"sign--{name}", partial=True) for name in ("tankard", "name", "under")}
        return Content("\n").join(
            [
                *(Content.styled(line, style["tankard"]) for line in TANKARD),
                Content(""),
                Content.styled(NAME, style["name"]),
                Content.styled(UNDER, style["under"]),
            ]
        )
