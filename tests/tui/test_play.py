"""The play screen, driven by keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import OptionList

from tavern.tui.app import TavernApp
from tavern.tui.screens.ask import ConfirmScreen
from tavern.tui.widgets.choices import Choices
from tavern.tui.widgets.pane import Pane, in_short, rows
from tavern.tui.widgets.prompt import Prompt
from tavern.tui.widgets.rule import Rule
from tavern.tui.widgets.story import Story
from tests.tui.canned import START, CannedGames
from tests.tui.steps import (
    begin,
    enter,
    on_screen,
    page,
    press,
    prompt,
    read_on,
    screen_lines,
    screen_text,
    settle,
    type_in,
    until,
)

SIZES = [(60, 18), (160, 50)]  # 80 by 24 and 120 by 40 are those of the other tests


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_line_is_played_and_its_answer_stands_in_a_readable_measure(
    app: TavernApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        await enter(pilot, "ask gene about the cellar", "Barrels and damp")
        lines = screen_lines(pilot)
        assert "Taproom" in lines[0]
        assert "21:40" in lines[0]
        assert any("> ask gene about the cellar" in line for line in lines)
        assert any("◆ New in your journal: wet boots." in line for line in lines)
        assert "F3 Journal" in lines[-1]
        assert "F2" not in lines[-1]
        assert "F4" not in lines[-1]
        assert max(map(len, app.screen.query_one(Story).plain_lines)) <= 72
        assert prompt(pilot).has_focus


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), ((120, 40), True)], ids=str)
async def test_what_is_here_stands_beside_the_story_where_there_is_room(
    app: TavernApp, size: tuple[int, int], beside: bool
) -> None:
    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        assert app.screen.query_one(Pane).display == beside
        assert ("Gene, drying mugs" in screen_text(pilot)) == beside
        assert ("Gene, Sarah · north, down, out" in screen_text(pilot)) != beside
        await press(pilot, "f9")
        await settle(pilot)
        assert ("Gene, drying mugs" in screen_text(pilot)) != beside


@pytest.mark.parametrize("asks", [True, False])
def test_clues_are_counted_only_where_the_story_asks_something(asks: bool) -> None:
    view = replace(START, cards=(), asks=asks)
    assert ("Clues · 0" in [row.content.plain for row in rows(view)]) == asks
    assert in_short(view).plain.endswith("0 clues") == asks


async def test_text_of_others_is_never_markup(app: TavernApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(pilot)
        await enter(pilot, "inject", "[b]bold[/b] [/] [@click=app.quit]here[/] ]0;title {0} %s")
        assert "\x1b" not in screen_text(pilot)
        await pilot.click(Story, offset=(60, 8))
        assert app.return_code is None


async def test_a_problem_is_a_notice_and_the_game_goes_on(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        await type_in(pilot, "full")
        await press(pilot, "enter")
        await until(pilot, lambda: "The disk is full" in screen_text(pilot))
        await enter(pilot, "dance", "the fiddle")


async def test_undo_and_redo_are_keys(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, "north", "smells of onions")
        assert "Kitchen" in screen_lines(pilot)[0]
        await press(pilot, "ctrl+z")
        await until(pilot, lambda: "Taroom" not in page(pilot) and "Taproom" in screen_lines(pilot)[0])
        await press(pilot, "ctrl+y")
        await until(pilot, lambda: "Kitchen" in screen_lines(pilot)[0])


async def test_a_long_answer_is_shown_from_its_first_line_and_enter_reads_on(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, "long", "Paragraph 39")
        text = screen_text(pilot)
        assert "> long" in text
        assert "Paragraph 0 of many" in text
        assert app.screen.query_one(Rule).words
        for _ in range(8):
            await press(pilot, "enter")
        await until(pilot, lambda: "Paragraph 39 of many" in screen_text(pilot))
        assert not app.screen.query_one(Rule).words


async def test_the_answers_open_beneath_a_long_hearing_once_it_was_read(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, "accuse gene", "The 12th of those")
        choices = app.screen.query_one(Choices)
        assert not choices.is_open
        assert "> accuse gene" in screen_text(pilot)
        assert "more below · Enter or PgDn" in screen_text(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: choices.is_open)
        assert "The 12th of those" in screen_text(pilot)
        assert prompt(pilot).has_focus


async def test_an_answer_stays_in_view_from_its_first_line_when_a_list_opens_beneath_it(app: TavernApp) -> None:
    async with app.run_test(size=(60, 18)) as pilot:
        await begin(pilot)
        await enter(pilot, "accuse sarah", "Could have been a cart")
        await until(pilot, lambda: app.screen.query_one(Choices).is_open)
        assert "> accuse sarah" in screen_text(pilot)
        assert "Somebody laughs" in screen_text(pilot)


async def test_down_goes_into_the_answers_and_up_escape_or_a_letter_back_to_the_prompt(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, "accuse sarah", "Could have been a cart")
        await read_on(pilot)
        answers = app.screen.query_one("#answers", OptionList)
        for key in ("up", "escape", "n"):
            assert prompt(pilot).has_focus
            await press(pilot, "down")
            assert answers.has_focus
            assert answers.highlighted == 0
            await press(pilot, key)
        assert prompt(pilot).value == "n"


async def test_the_game_one_is_in_is_not_deleted_under_ones_feet(app: TavernApp, games: CannedGames) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "cellar 1" in screen_text(pilot))
        await press(pilot, "d")
        await until(pilot, lambda: "You are in this game" in screen_text(pilot))
        assert len(games.kept) == 1
        await press(pilot, "escape", "f10")
        await until(pilot, lambda: "1 kept" in screen_text(pilot))
        await press(pilot, "l")
        await until(pilot, lambda: "cellar 1" in screen_text(pilot))
        await press(pilot, "d", "y")
        await until(pilot, lambda: not games.kept)


async def test_quit_typed_as_a_line_ends_the_program(app: TavernApp, games: CannedGames) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await type_in(pilot, "quit")
        await press(pilot, "enter")
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value == 0
    assert games.closed == 1
    assert [game.closed for game in games.kept.values()] == [1]


async def test_save_under_a_name_and_load_by_name_are_lines(app: TavernApp, games: CannedGames) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        await type_in(pilot, "save wet thursday")
        await press(pilot, "enter")
        await until(pilot, lambda: "Kept as “wet thursday”" in " ".join(screen_text(pilot).split()))
        assert [game.name for game in games.kept.values()] == ["cellar 1", "wet thursday"]
        await type_in(pilot, "load wet thursday")
        await press(pilot, "enter")
        await until(pilot, lambda: "it is 21:40" in page(pilot))
        await type_in(pilot, "load nothing")
        await press(pilot, "enter")
        await until(pilot, lambda: "No saved game goes by" in screen_text(pilot))
        await enter(pilot, "dance", "the fiddle")


async def test_a_transcript_is_kept_while_it_is_switched_on(app: TavernApp, tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, f"script on {path}", "> script on")
        await enter(pilot, "dance", "the fiddle")
        await enter(pilot, "script off", "> script off")
        await enter(pilot, "look", "Low beams")
    kept = path.read_text(encoding="utf-8")
    assert "> dance\n\nThe floor is not yours" in kept
    assert "Low beams" not in kept


async def test_a_click_takes_a_way_and_prepares_a_question(app: TavernApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(pilot)
        row = next(y for y, line in enumerate(screen_lines(pilot)) if "Gene, drying" in line)
        column = screen_lines(pilot)[row].index("Gene, drying")
        assert await pilot.click(offset=(column + 1, row))
        await until(pilot, lambda: prompt(pilot).value == "ask gene about ")
        await press(pilot, "ctrl+u")
        row = next(y for y, line in enumerate(screen_lines(pilot)) if "north  kitchen" in line)
        assert await pilot.click(offset=(column + 2, row))
        await until(pilot, lambda: "smells of onions" in page(pilot))


async def test_a_resize_keeps_what_was_being_read(app: TavernApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(pilot)
        for size in [(60, 18), (160, 50), (80, 24), (200, 60), (60, 18)]:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "Type what you do" in screen_text(pilot)
        assert prompt(pilot).has_focus


async def test_a_window_that_is_too_small_says_so_and_loses_nothing(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await type_in(pilot, "ask g")
        await pilot.resize_terminal(50, 12)
        await on_screen(pilot, "SmallScreen")
        assert "too small" in screen_text(pilot)
        await pilot.resize_terminal(1, 1)
        await settle(pilot)
        await pilot.resize_terminal(80, 24)
        await on_screen(pilot, "PlayScreen")
        assert prompt(pilot).value == "ask g"


async def test_help_and_the_palette_are_a_key_away(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f1")
        await on_screen(pilot, "HelpScreen")
        assert "How it is played" in screen_text(pilot)
        assert screen_lines(pilot)[0].endswith("────")
        await press(pilot, "escape")
        await on_screen(pilot, "PlayScreen")
        await press(pilot, "ctrl+p")
        await on_screen(pilot, "CommandPalette")
        await until(pilot, lambda: "Journal" in screen_text(pilot))
        await press(pilot, "escape")
        await on_screen(pilot, "PlayScreen")


async def test_copying_and_interrupting_lose_nothing(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await type_in(pilot, "ask g")
        await press(pilot, "ctrl+c")
        await settle(pilot)
        assert app.return_value is None
        assert app.screen.query_one(Prompt).value == "ask g"


async def test_a_window_that_grows_while_something_is_asked_shows_the_game_again(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.resize_terminal(40, 12)
        await on_screen(pilot, "SmallScreen")
        await press(pilot, "f1")
        await on_screen(pilot, "SmallScreen")
        app.push_screen(ConfirmScreen("Sure?", "Yes", "No"))
        await on_screen(pilot, "ConfirmScreen")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await press(pilot, "n")
        await on_screen(pilot, "PlayScreen")
        await enter(pilot, "dance", "the fiddle")
