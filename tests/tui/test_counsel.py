"""Hints, the settings and the way back, on the screens."""

import threading
from pathlib import Path

import pytest

from tavern.games import Games
from tavern.model.report import Report
from tavern.tui.app import TavernApp
from tavern.tui.messages import StartWanted
from tavern.tui.widgets.page import BUSY
from tavern.tui.widgets.pane import in_short, rows
from tests.places import CONTENT
from tests.proof.unfair import folder
from tests.tui.canned import CannedGame, CannedGames
from tests.tui.steps import answers, begin, choose, enter, on_screen, page, press, prompt, screen_text, type_in, until


def playing(mystery: str, content: Path = CONTENT) -> TavernApp:
    return TavernApp(lambda: Games([content], None), StartWanted(mystery, None, new=True, seed=1))


async def test_while_a_line_is_answered_one_can_type_and_sees_that_it_is() -> None:
    answered = threading.Event()

    class Slow(CannedGame):
        def feed(self, line: str) -> Report:
            if line == "look":
                answered.wait(10)
            return super().feed(line)

    class Shelf(CannedGames):
        def new(self, mystery: str, name: str = "", seed: int | None = None) -> CannedGame:
            super().new(mystery, name, seed)
            self.kept["1"] = Slow(name)
            return self.kept["1"]

    async with TavernApp(Shelf).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await type_in(pilot, "look")
        await press(pilot, "enter")
        await until(pilot, lambda: BUSY in screen_text(pilot))
        await type_in(pilot, "dance")
        assert prompt(pilot).value == "dance"
        answered.set()
        await until(pilot, lambda: "Low beams" in page(pilot))
        assert BUSY not in screen_text(pilot)
        assert prompt(pilot).value == "dance"


async def test_a_dead_end_offers_the_way_back_to_pick(tmp_path: Path) -> None:
    folder("eaten", tmp_path / "lamp")
    async with playing("lamp", tmp_path).run_test(size=(80, 24)) as pilot:
        await on_screen(pilot, "PlayScreen")
        await enter(pilot, "examine slip", "> examine slip")
        await enter(pilot, "eat cheese", "Go back to before you did it?")
        await choose(pilot, "Go back")
        await until(pilot, lambda: "Taken back" in page(pilot))


async def test_whoever_goes_on_all_the_same_is_left_alone(tmp_path: Path) -> None:
    folder("eaten", tmp_path / "lamp")
    async with playing("lamp", tmp_path).run_test(size=(80, 24)) as pilot:
        await on_screen(pilot, "PlayScreen")
        await enter(pilot, "eat cheese", "Go back to before you did it?")
        await choose(pilot, "Go on")
        await until(pilot, lambda: "> no" in page(pilot))
        assert not answers(pilot) or "Go back" not in screen_text(pilot).rpartition("> no")[2]


async def test_the_settings_turn_round_and_hold() -> None:
    app = playing("cellar_secret")
    async with app.run_test(size=(80, 24)) as pilot:
        await on_screen(pilot, "PlayScreen")
        await until(pilot, lambda: "The Cellar Secret" in page(pilot) or "Thursday" in screen_text(pilot))
        app.screen.action_settings()  # type: ignore[attr-defined]
        await on_screen(pilot, "SettingsScreen")
        assert "off [on]" in screen_text(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: "[off] on" in screen_text(pilot).partition("Warnings")[0])
        await press(pilot, "down", "space")
        await until(pilot, lambda: "[early]" in screen_text(pilot))
        await press(pilot, "end", "enter")
        await until(pilot, lambda: "[hard]" in screen_text(pilot))
        await press(pilot, "escape")
        await on_screen(pilot, "PlayScreen")
        await enter(pilot, "hint", "Hints are off")
        app.screen.action_settings()  # type: ignore[attr-defined]
        await on_screen(pilot, "SettingsScreen")
        assert "[early]" in screen_text(pilot)


@pytest.mark.parametrize(("difficulty", "shown"), [("easy", True), ("medium", False), ("hard", False)])
def test_beside_the_story_stand_the_clues_that_the_story_has_told_of(difficulty: str, shown: bool) -> None:
    game = Games([CONTENT], None).new("cellar_secret", seed=1)
    game.feed(f"difficulty {difficulty}")
    view = game.feed("read the paper").view
    assert view.cards
    beside = "\n".join(row.content.plain for row in rows(view))
    assert ("your own paper" in beside) == shown
    assert ("1 clue" in in_short(view).plain) == shown


def test_after_bedtime_they_stand_there_too() -> None:
    game = Games([CONTENT], None).new("cellar_secret", seed=1)
    game.feed("difficulty medium")
    game.feed("read the paper")
    for line in ("wait until 22:00", "up", "east", "go to number four", "wait until 23:00"):
        game.feed(line)
        while game.state.notebook.question:
            game.feed("yes")
    view = game.feed("sleep").view
    assert view.room == "Number four", view.room
    assert "your own paper" in "\n".join(row.content.plain for row in rows(view))
