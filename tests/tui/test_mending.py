"""Damaged saves on the screens: they are listed, and what can be done about them is offered there."""

import sqlite3
from contextlib import closing
from pathlib import Path

from textual.widgets import OptionList

from tavern.games import Games
from tavern.tui.app import TavernApp
from tests.places import ROOT
from tests.tui.steps import on_screen, page, press, screen_text, until

CONTENT = ROOT / "tests" / "content"


def kept(saves: Path, *lines: str) -> None:
    """A game of these lines, left."""
    games = Games([CONTENT], saves)
    game = games.new("first", name="evening", seed=1)
    for line in lines:
        game.feed(line)
    game.close()
    games.close()


def damage(saves: Path, change: str) -> None:
    with closing(sqlite3.connect(saves / "tavern.db", isolation_level=None)) as db:
        db.execute(change)


def app_over(saves: Path) -> TavernApp:
    return TavernApp(lambda: Games([CONTENT], saves))


def rows(app: TavernApp) -> str:
    """What stands in the list on the screen."""
    return "\n".join(str(option.prompt) for option in app.screen.query_one(OptionList).options)


async def test_a_game_whose_entry_is_damaged_stands_in_the_list_and_what_is_good_of_it_is_kept(tmp_path: Path) -> None:
    kept(tmp_path, "look", "examine lamp")
    damage(tmp_path, "UPDATE games SET summary = 'elsewhere'")
    app = app_over(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "1 damaged" in screen_text(pilot))
        await press(pilot, "l")
        await until(pilot, lambda: "evening  damaged" in screen_text(pilot))
        await press(pilot, "enter")
        await on_screen(pilot, "ConfirmScreen")
        await press(pilot, "y")
        await until(pilot, lambda: "evening, repaired" in rows(app))  # the message about it comes sooner
        await press(pilot, "home", "enter")
        await on_screen(pilot, "PlayScreen")
        await until(pilot, lambda: "> examine lamp" in page(pilot))


async def test_what_is_left_of_a_damaged_game_can_be_thrown_away(tmp_path: Path) -> None:
    kept(tmp_path)
    damage(tmp_path, "UPDATE games SET summary = 'elsewhere'")
    app = app_over(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "1 damaged" in screen_text(pilot))
        await press(pilot, "l")
        await until(pilot, lambda: "evening  damaged" in screen_text(pilot))
        await press(pilot, "d")
        await on_screen(pilot, "ConfirmScreen")
        await press(pilot, "y")
        await until(pilot, lambda: "No game is kept here yet" in screen_text(pilot))


async def test_a_game_that_turns_out_damaged_when_it_is_opened_is_offered_to_be_mended(tmp_path: Path) -> None:
    kept(tmp_path, "look", "examine lamp", "go out")
    damage(tmp_path, "UPDATE rows SET line = 'dance' WHERE number = 3")
    app = app_over(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "1 kept" in screen_text(pilot))
        await press(pilot, "enter")
        await on_screen(pilot, "ConfirmScreen")
        await press(pilot, "y")
        await until(pilot, lambda: "2 kept" in screen_text(pilot))
        assert "evening, repaired" in screen_text(pilot)


async def test_a_file_of_saves_that_cannot_be_read_can_be_set_aside(tmp_path: Path) -> None:
    kept(tmp_path)
    (tmp_path / "tavern.db").write_bytes(b"no database " * 800)
    for beside in ("tavern.db-wal", "tavern.db-shm"):
        (tmp_path / beside).unlink(missing_ok=True)
    app = app_over(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await on_screen(pilot, "ConfirmScreen")
        assert "Set it aside" in screen_text(pilot)
        await press(pilot, "y")
        await until(pilot, lambda: "one of" in screen_text(pilot))
        await press(pilot, "n")
        await on_screen(pilot, "MysteriesScreen")
