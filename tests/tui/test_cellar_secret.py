"""The Cellar Secret itself through the screens: a whole case by keys, and a game found again after the worst."""

import signal
from pathlib import Path

import pytest

from tavern.games import Games
from tavern.tui.app import TavernApp
from tavern.tui.widgets.story import Story
from tests.tui.steps import choose, enter, on_screen, page, press, screen_text, until

CONTENT = Path(__file__).parents[2] / "content"


def cellar_secret(saves: Path) -> TavernApp:
    return TavernApp(lambda: Games([CONTENT], saves))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_a_case_is_played_by_keys_from_the_title_to_an_ending_and_taken_up_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = cellar_secret(tmp_path)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: "The Cellar Secret" in screen_text(pilot))
        await press(pilot, "n")
        await on_screen(pilot, "PlayScreen")
        await until(pilot, lambda: "The Cellar Secret" in screen_text(pilot))
        assert app.screen.query_one(Story).scroll_offset.y <= 1
        await enter(pilot, "look", "> look Taproom")
        await enter(pilot, "ask gene", "Ask Gene about what?")
        await enter(pilot, "1", "> 1")
        await press(pilot, "f3", "2")
        await until(pilot, lambda: "Gene Pask" in page(pilot))
        await press(pilot, "escape")
        await on_screen(pilot, "PlayScreen")
        await press(pilot, "f5")
        await until(pilot, lambda: "Whose is it?" in screen_text(pilot))
        await press(pilot, "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "enter")
        await on_screen(pilot, "TheoryScreen")
        await until(pilot, lambda: "> accuse who" in screen_text(pilot))
        await press(pilot, "end", "enter")
        await on_screen(pilot, "ConfirmScreen")
        await press(pilot, "y")
        await on_screen(pilot, "PlayScreen")
        await choose(pilot, "Nothing")
        await until(pilot, lambda: "let it stand" in page(pilot) or "leave" in page(pilot))
        await choose(pilot, "Insist")
        await on_screen(pilot, "ConfirmScreen")
        await press(pilot, "y")
        await on_screen(pilot, "EndingScreen")
        await choose(pilot, "Take back the last step")
        await on_screen(pilot, "PlayScreen")
        await choose(pilot, "Let it rest")
        await until(pilot, lambda: "> withdraw" in page(pilot))
    again = cellar_secret(tmp_path)
    async with again.run_test(size=size) as pilot:
        await until(pilot, lambda: "1 kept" in screen_text(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "> withdraw" in page(pilot))


def test_a_game_that_was_killed_is_there_again_with_its_last_line(tmp_path: Path) -> None:
    pytest.importorskip("termios")
    from tests.tui.terminal import Terminal

    script = f"""
import sys
from pathlib import Path
from tavern.tui import run

def games():
    from tavern.games import Games
    return Games([Path({str(CONTENT)!r})], Path({str(tmp_path)!r}))

sys.exit(run(games, "cellar_secret"))
"""
    first = Terminal(script)
    first.wait_for("Taproom")
    first.type(b"note that the lamp was warm\r")
    first.wait_for('"the lamp was warm"')
    first.process.kill()
    assert first.ended() == 128 + signal.SIGKILL
    first.close()
    second = Terminal(script)
    second.wait_for("the lamp was warm")
    second.type(b"\x11")
    assert second.ended() == 0
    second.close()
