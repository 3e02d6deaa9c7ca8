"""The title: what one can do at the door."""

from textual.widgets import OptionList

from tavern.games import MysteryCard
from tavern.tui.app import TavernApp
from tavern.tui.messages import StartWanted
from tests.tui.canned import THE_CELLAR_SECRET, CannedGames
from tests.tui.steps import begin, enter, on_screen, page, press, screen_text, settle, type_in, until


async def test_the_last_game_is_continued_where_it_was(games: CannedGames) -> None:
    first = TavernApp(lambda: games)
    async with first.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, "dance", "the fiddle")
    second = TavernApp(lambda: games)
    async with second.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "1 kept" in screen_text(pilot))
        await press(pilot, "enter")
        await on_screen(pilot, "PlayScreen")
        await until(pilot, lambda: "the fiddle" in page(pilot))
        assert "it is 21:40" in page(pilot)
    assert games.closed == 2


async def test_a_problem_with_the_content_is_a_sentence_on_the_title(games: CannedGames) -> None:
    games.broken = "content/x.yaml:3:1: [b]a room[/b] has no name."
    app = TavernApp(lambda: games)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "has no name" in screen_text(pilot))
        assert "[b]a room[/b]" in screen_text(pilot)
        await press(pilot, "n")
        await settle(pilot)
        assert app.return_code is None


async def test_a_mystery_named_at_the_start_is_begun_and_then_continued(games: CannedGames) -> None:
    for _ in range(2):
        app = TavernApp(lambda: games, StartWanted("cellar_secret", None))
        async with app.run_test(size=(80, 24)) as pilot:
            await on_screen(pilot, "PlayScreen")
            await until(pilot, lambda: "Rain ticks" in page(pilot))
    assert len(games.kept) == 1


async def test_a_mystery_that_does_not_exist_ends_the_program_with_a_sentence(games: CannedGames) -> None:
    app = TavernApp(lambda: games, StartWanted("cellar", None))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value == 1
    assert app.last_words == "There is no mystery “cellar”."


async def test_several_mysteries_are_offered_with_their_description(games: CannedGames) -> None:
    class TwoMysteries(CannedGames):
        def mysteries(self) -> list[MysteryCard]:
            return [THE_CELLAR_SECRET, MysteryCard("other", "The Other One", "Rain again.", "")]

    app = TavernApp(TwoMysteries)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "one of 2 mysteries" in screen_text(pilot))
        await press(pilot, "n")
        await on_screen(pilot, "MysteriesScreen")
        assert "a man who dries the same mug" in " ".join(screen_text(pilot).split())
        await press(pilot, "enter")
        await on_screen(pilot, "PlayScreen")


async def test_a_saved_game_is_renamed_and_thrown_away_only_when_sure(games: CannedGames) -> None:
    games.new("cellar_secret", "first")
    games.new("cellar_secret", "second")
    app = TavernApp(lambda: games)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "2 kept" in screen_text(pilot))
        await press(pilot, "l")
        await on_screen(pilot, "SavesScreen")
        await until(pilot, lambda: "first" in screen_text(pilot))
        assert "Enter takes it up" in screen_text(pilot)
        await press(pilot, "r")
        await on_screen(pilot, "WordsScreen")
        await type_in(pilot, "rainy")
        await press(pilot, "enter")
        await until(pilot, lambda: "rainy" in str(app.screen.query_one(OptionList).get_option_at_index(0).prompt))
        await press(pilot, "d")
        await on_screen(pilot, "ConfirmScreen")
        await press(pilot, "enter")  # the answer under the cursor keeps it
        await on_screen(pilot, "SavesScreen")
        assert len(games.kept) == 2
        await press(pilot, "d")
        await on_screen(pilot, "ConfirmScreen")
        await press(pilot, "y")
        await until(pilot, lambda: len(games.kept) == 1)
        await on_screen(pilot, "SavesScreen")
        await press(pilot, "enter")
        await on_screen(pilot, "PlayScreen")


async def test_a_game_is_carried_out_to_a_file_and_in_again(games: CannedGames, tmp_path: object) -> None:
    games.new("cellar_secret", "first")
    app = TavernApp(lambda: games)
    path = f"{tmp_path}/x.game"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "1 kept" in screen_text(pilot))
        await press(pilot, "l")
        await until(pilot, lambda: "first" in screen_text(pilot))
        for key in ("e", "i"):
            await press(pilot, key)
            await on_screen(pilot, "WordsScreen")
            await press(pilot, "ctrl+u")
            await type_in(pilot, path)
            await press(pilot, "enter")
            await on_screen(pilot, "SavesScreen")
        await until(pilot, lambda: len(games.kept) == 2)
        await press(pilot, "i")
        await on_screen(pilot, "WordsScreen")
        await type_in(pilot, "nowhere")
        await press(pilot, "enter")
        await until(pilot, lambda: "There is no file nowhere" in " ".join(screen_text(pilot).split()))
