"""The journal: cards by search, pages by the lines that show them."""

from textual.widgets import OptionList

from tavern.tui.app import TavernApp
from tavern.tui.cards import full
from tests.tui.canned import CARDS, CannedGames
from tests.tui.steps import begin, enter, on_screen, page, press, screen_text, type_in, until


async def test_cards_show_number_glyph_source_manner_and_what_speaks_against_them(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, "ask gene about the cellar", "wet boots")
        await press(pilot, "f3")
        await on_screen(pilot, "JournalScreen")
        await until(pilot, lambda: "3 ● wet boots" in screen_text(pilot))
        assert "the kitchen · seen" in screen_text(pilot)
        assert "≠ the yard is dry" in screen_text(pilot)
        assert "4 ○ Gene on the cellar" in screen_text(pilot)
        await press(pilot, "4")
        await until(pilot, lambda: "21:41, taproom: Gene" in page(pilot))


async def test_cards_are_searched(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f3")
        await on_screen(pilot, "JournalScreen")
        await press(pilot, "slash")
        await type_in(pilot, "supplier")
        await until(pilot, lambda: "after midnight" not in screen_text(pilot))
        assert "no daytime ale" in screen_text(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: "after midnight" in screen_text(pilot))
        await press(pilot, "escape")
        await on_screen(pilot, "PlayScreen")


async def test_pages_of_text_are_searched_too(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f3", "2")
        await until(pilot, lambda: "Gene, who keeps the house" in page(pilot))
        await press(pilot, "slash")
        await type_in(pilot, "fire")
        await until(pilot, lambda: "Gene, who" not in page(pilot))
        assert "Sarah, by the fire" in page(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: "Gene, who keeps the house" in page(pilot))


def test_a_card_that_carries_nothing_yet_says_so() -> None:
    assert "first hand · carries no argument by itself yet" in full(CARDS[3]).plain
    assert "carries no" not in full(CARDS[0]).plain


async def test_other_pages_are_asked_once_and_stay_out_of_the_story(app: TavernApp, games: CannedGames) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f3")
        await on_screen(pilot, "JournalScreen")
        await press(pilot, "right")
        await until(pilot, lambda: "Gene, who keeps the house" in page(pilot))
        await press(pilot, "right")
        await until(pilot, lambda: "You came in out of the rain" in page(pilot))
        await press(pilot, "left")
        await until(pilot, lambda: "Gene, who keeps the house" in page(pilot))
        await press(pilot, "f3")
        await on_screen(pilot, "PlayScreen")
        assert "who keeps the house" not in page(pilot)
        assert [row.line for row in games.kept["1"].rows] == ["", "people", "timeline"]


async def test_a_note_is_added_from_the_journal(app: TavernApp, games: CannedGames) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f3")
        await on_screen(pilot, "JournalScreen")
        await press(pilot, "a")
        await on_screen(pilot, "WordsScreen")
        await type_in(pilot, "the lamp was warm")
        await press(pilot, "enter")
        await until(pilot, lambda: games.kept["1"].rows[-1].line == "note that the lamp was warm")
        assert app.screen.query_one("#cards", OptionList).display
