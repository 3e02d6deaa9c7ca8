"""`python -m tests.tui.screenshot` makes the README's picture: a few lines of a real game, drawn by the app itself."""

import asyncio
import re
import tempfile
from pathlib import Path

from tavern.games import Games
from tavern.tui.app import TavernApp
from tavern.tui.messages import StartWanted
from tests.tui.steps import enter, on_screen, page, until

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "screenshot.svg"
SIZE = (110, 34)
SEED = 1
CELL = 12.2  # the width of a letter, in units of the picture
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
PLAYED = (
    "difficulty easy",
    "read the paper",
    "show the paper to sarah",
    "tell sarah about me",
    "promise sarah about the paper",
    "ask gene about the cellar",
    "ask sarah about the ale supplier",
    "who told you?",
    "ask sarah about the cellar",
)

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_GENERATOR = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_INDENTED = re.compile(r'x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>((?:&#160;)+)')
_FAMILY = re.compile(r"font-family: (?:Fira Code, monospace|arial);")


async def drawn(saves: Path) -> str:
    """The picture of the game after those lines, as Textual draws it."""
    wanted = StartWanted("cellar_secret", None, new=True, seed=SEED)
    app = TavernApp(lambda: Games([ROOT / "content"], saves), wanted)
    async with app.run_test(size=SIZE) as pilot:
        await on_screen(pilot, "PlayScreen")
        await until(pilot, lambda: "The Cellar Secret" in page(pilot))
        for line in PLAYED:
            await enter(pilot, line, f"> {line}")
        return app.export_screenshot(title="The Rusted Tankard")


def self_contained(picture: str) -> str:
    """The picture without the fonts it would fetch, in whatever fixed-width font there is."""
    picture = _FAMILY.sub(f"font-family: {FONTS};", _GENERATOR.sub("", _FONT_FACE.sub("", picture)))
    picture = _INDENTED.sub(_moved, picture)
    return "\n".join(line.rstrip() for line in picture.splitlines()) + "\n"


def _moved(text: re.Match[str]) -> str:
    """A piece of text that begins with spaces, moved to its first letter instead: not every viewer keeps them."""
    x, y, length, rest, spaces = text.groups()
    indent = spaces.count(";") * CELL
    return f'x="{float(x) + indent:.1f}" y="{y}" textLength="{max(float(length) - indent, 0):.1f}"{rest}>'


def main() -> None:
    with tempfile.TemporaryDirectory() as saves:
        picture = asyncio.run(drawn(Path(saves)))
    PICTURE.write_text(self_contained(picture), encoding="utf-8")


if __name__ == "__main__":
    main()
