"""The screens while somebody writes the mystery: real files, the real session, keys."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tavern.authoring.scaffold import make
from tavern.games import Games
from tavern.tui.app import TavernApp
from tavern.tui.messages import StartWanted
from tavern.tui.widgets.prompt import Prompt
from tavern.tui.widgets.slip import Slip
from tests.tui.steps import enter, page, press, screen_text, type_in, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make("cold_tea", tmp_path).folder / "mystery.yaml"


@pytest.fixture
def app(file: Path) -> TavernApp:
    wanted = StartWanted("cold_tea", None, new=True, seed=1)
    return TavernApp(lambda: Games([file.parent.parent], None), wanted, watching=True)


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def slip(pilot: Pilot[int]) -> str:
    """What is said beneath the story; "" when nothing is."""
    found = pilot.app.screen.query_one(Slip)
    return " ".join(str(found.query_one("Static").render()).split()) if found.display else ""


async def test_a_saved_file_changes_the_page_and_keeps_the_turn_and_what_is_being_typed(
    app: TavernApp, file: Path
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "doorstep, and a lamp" in page(pilot))
        await enter(pilot, "examine lamp", "Nobody blew it out")
        await enter(pilot, "south", "You see a notice here.")
        await type_in(pilot, "read no")
        edit(file, "Nobody blew it out: it was drained.", "It was drained.")
        await until(pilot, lambda: slip(pilot) != "", "nothing was said")
        assert slip(pilot) == "mystery.yaml: read anew. It goes otherwise from “examine lamp” on, line 1 of 2."
        assert "The tap of the tank is open. It was drained." in page(pilot)
        assert "Nobody blew it out" not in page(pilot)
        assert "Landing" in screen_text(pilot)
        assert pilot.app.screen.query_one(Prompt).value == "read no"
        await type_in(pilot, "tice")
        await press(pilot, "enter")
        await until(pilot, lambda: "it is the tea room" in page(pilot))
        assert slip(pilot) == ""


async def test_mistakes_lie_beneath_the_story_until_they_are_mended_and_it_goes_on(app: TavernApp, file: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "doorstep, and a lamp" in page(pilot))
        edit(file, "exits: {south: landing}", "exits: {south: landnig}")
        await until(pilot, lambda: "write `landing`" in slip(pilot))
        assert "[T010]" in slip(pilot)
        await enter(pilot, "south", "You see a notice here.")
        assert "write `landing`" in slip(pilot)
        edit(file, "exits: {south: landnig}", "exits: {south: landing}")
        await until(pilot, lambda: "All goes as before." in slip(pilot))
        assert "landnig" not in slip(pilot)


async def test_without_watching_no_file_is_looked_at(file: Path) -> None:
    app = TavernApp(lambda: Games([file.parent.parent], None), StartWanted("cold_tea", None, new=True))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "doorstep, and a lamp" in page(pilot))
        edit(file, "Four walls, whitewashed", "Five walls, whitewashed")
        await enter(pilot, "look", "> look")
        await enter(pilot, "look", "> look")
        assert slip(pilot) == ""
        assert "Five walls" not in page(pilot)
