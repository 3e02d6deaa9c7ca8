"""The prompt: history, completion, and what does not fit."""

import pytest
from textual import events

from tavern.tui.app import TavernApp
from tavern.tui.widgets.offers import new_words
from tests.tui.steps import begin, enter, page, press, prompt, screen_lines, screen_text, type_in, until


async def test_lines_typed_before_come_back_and_so_does_the_draft(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, "dance", "the fiddle")
        await enter(pilot, "look", "Low beams")
        await type_in(pilot, "nor")
        await press(pilot, "up")
        assert prompt(pilot).value == "look"
        await press(pilot, "up", "up", "up")
        assert prompt(pilot).value == "dance"
        await press(pilot, "down", "down", "down")
        assert prompt(pilot).value == "nor"


async def test_offers_stand_beneath_the_line_and_tab_goes_through_them(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await type_in(pilot, "ask gene")
        await until(pilot, lambda: "about the cellar   about the river" in screen_lines(pilot)[-2])
        await press(pilot, "tab")
        assert prompt(pilot).value == "ask gene about the cellar"
        await press(pilot, "tab")
        assert prompt(pilot).value == "ask gene about the river"
        await press(pilot, "tab")
        assert prompt(pilot).value == "ask gene"
        await press(pilot, "shift+tab")
        assert prompt(pilot).value == "ask gene about the river"
        await press(pilot, "escape")
        assert prompt(pilot).value == "ask gene"


async def test_the_offer_that_was_taken_is_always_in_view(app: TavernApp) -> None:
    async with app.run_test(size=(60, 18)) as pilot:
        await begin(pilot)
        await type_in(pilot, "ask")
        await until(pilot, lambda: "gene about the cellar" in screen_lines(pilot)[-2])
        assert "sarah about gene" not in screen_lines(pilot)[-2]
        await press(pilot, "tab", "tab", "tab")
        assert prompt(pilot).value == "ask sarah about gene"
        assert "sarah about gene" in screen_lines(pilot)[-2]


async def test_a_new_player_is_told_where_to_type_until_something_was_typed(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        assert "> Type what you do. F1 helps." in screen_text(pilot)
        await enter(pilot, "look", "Low beams")
        assert "F1 helps" not in screen_text(pilot)


async def test_the_right_arrow_takes_what_is_foreshadowed(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await type_in(pilot, "ask s")
        await until(pilot, lambda: "> ask sarah about gene" in screen_text(pilot))
        await press(pilot, "right")
        assert prompt(pilot).value == "ask sarah about gene"


async def test_of_pasted_lines_the_first_is_taken_and_it_is_said(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        prompt(pilot).post_message(events.Paste("\nask gene\x1b[31m\nabout the cellar\n"))
        await until(pilot, lambda: prompt(pilot).value == "ask gene[31m")
        await until(pilot, lambda: "Only the first of the pasted lines" in screen_text(pilot))


async def test_a_line_holds_five_hundred_letters(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        prompt(pilot).post_message(events.Paste("x" * 100_000))
        await until(pilot, lambda: prompt(pilot).value == "x" * 500)
        await press(pilot, "x")
        assert len(prompt(pilot).value) == 500


async def test_keys_act_in_the_order_they_were_pressed(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        for key in (
            "d",
            "a",
            "n",
            "x",
            "backspace",
            "c",
            "e",
            "enter",
            "j",
            "ctrl+u",
            "l",
            "o",
            "o",
            "k",
            "enter",
            "n",
        ):
            character = key if len(key) == 1 else None
            app.post_message(events.Key(key, character))
        await until(pilot, lambda: "> dance" in page(pilot) and "> look" in page(pilot))
        assert prompt(pilot).value == "n"


@pytest.mark.parametrize(
    ("partial", "line", "shown"),
    [
        ("ask ge", "ask gene about", "gene about"),
        ("ask gene", "ask gene about", "about"),
        ("Ask ge", "ask gene about", "gene about"),
        ("a", "ask", "ask"),
        ("take x", "examine x", "examine x"),
        ("", "look", "look"),
    ],
)
def test_words_that_an_offer_shares_with_what_is_typed_are_not_repeated(partial: str, line: str, shown: str) -> None:
    assert new_words(partial, line) == shown
