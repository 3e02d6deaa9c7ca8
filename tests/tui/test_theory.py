"""Theory and accusation, from the form to the ending, by keys."""

from dataclasses import replace

from textual.pilot import Pilot

from tavern.model.report import Choice, View
from tavern.tui.app import TavernApp
from tavern.tui.draft import Draft
from tests.tui.canned import CARDS, START, CannedGames
from tests.tui.steps import begin, choose, enter, on_screen, page, press, prompt, screen_text, type_in, until


async def accuse(pilot: Pilot[int], games: CannedGames) -> None:
    await press(pilot, "f5")
    await on_screen(pilot, "TheoryScreen")
    await until(pilot, lambda: "Who did it?" in screen_text(pilot))
    await press(pilot, "enter")
    await on_screen(pilot, "PickOneScreen")
    await press(pilot, "down", "enter")  # Sarah
    await on_screen(pilot, "TheoryScreen")
    await press(pilot, "down", "enter")
    await on_screen(pilot, "PickCardsScreen")
    await press(pilot, "space", "down", "space", "enter")
    await on_screen(pilot, "TheoryScreen")
    await until(pilot, lambda: "> accuse who sarah with 1 2" in screen_text(pilot))
    await press(pilot, "end", "enter")
    await on_screen(pilot, "ConfirmScreen")
    await press(pilot, "y")
    await on_screen(pilot, "PlayScreen")
    await until(pilot, lambda: "Could have been a cart" in page(pilot))
    assert games.kept["1"].rows[-1].line == "accuse who sarah with 1 2"


async def test_from_the_form_through_the_hearing_to_an_ending(app: TavernApp, games: CannedGames) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await accuse(pilot, games)
        await choose(pilot, "no daytime ale")
        await until(pilot, lambda: "It holds" in page(pilot))
        await choose(pilot, "Keep it between you")
        await on_screen(pilot, "EndingScreen")
        assert games.kept["1"].rows[-1].line == "choose 2"
        assert "The 1th thing" in screen_text(pilot)
        assert "The 24th thing" not in screen_text(pilot)
        for _ in range(6):
            await press(pilot, "pagedown")
        await until(pilot, lambda: "The 24th thing" in screen_text(pilot))
        await choose(pilot, "Take back the last step")
        await on_screen(pilot, "PlayScreen")
        await until(pilot, lambda: "Taken back" in page(pilot))
        await choose(pilot, "Tell the constable")
        await on_screen(pilot, "EndingScreen")
        await choose(pilot, "To the title")
        await on_screen(pilot, "TitleScreen")


async def test_insisting_asks_once_more(app: TavernApp, games: CannedGames) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, "accuse sarah", "Could have been a cart")
        await choose(pilot, "Nothing")
        await until(pilot, lambda: "Nobody is convinced" in page(pilot))
        await choose(pilot, "Insist")
        await on_screen(pilot, "ConfirmScreen")
        await press(pilot, "enter")
        await on_screen(pilot, "PlayScreen")
        assert games.kept["1"].rows[-1].line == "nothing"
        await choose(pilot, "Insist")
        await on_screen(pilot, "ConfirmScreen")
        await press(pilot, "y")
        await on_screen(pilot, "EndingScreen")


async def test_an_objection_may_be_answered_by_typing(app: TavernApp, games: CannedGames) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await enter(pilot, "accuse sarah", "Could have been a cart")
        await enter(pilot, "nothing", "Nobody is convinced")
        await choose(pilot, "Let it rest")
        await until(pilot, lambda: "You let it rest" in page(pilot))
        assert prompt(pilot).has_focus


async def test_an_answer_not_met_yet_may_be_typed_and_a_question_left_blank(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f5")
        await until(pilot, lambda: "Who did it?" in screen_text(pilot))
        await press(pilot, "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "end", "up", "enter")
        await on_screen(pilot, "WordsScreen")
        await type_in(pilot, "marcus")
        await press(pilot, "enter")
        await on_screen(pilot, "TheoryScreen")
        await until(pilot, lambda: "> accuse who marcus" in screen_text(pilot))
        await press(pilot, "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "end", "enter")
        await on_screen(pilot, "TheoryScreen")
        await until(pilot, lambda: "accuse who" not in screen_text(pilot))
        await press(pilot, "escape")
        await on_screen(pilot, "PlayScreen")


async def test_at_most_three_cards_are_cited_and_those_beyond_the_page_leave_the_keys_in_view(
    app: TavernApp, games: CannedGames
) -> None:
    many = tuple(replace(CARDS[0], id=f"c{number}", number=number) for number in range(1, 31))
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        game = games.kept["1"]
        game.views.append(replace(game.views[-1], cards=many))
        await enter(pilot, "look", "Low beams")
        await press(pilot, "f5", "down", "enter")
        await on_screen(pilot, "PickCardsScreen")
        assert "0 of at most 3" in screen_text(pilot)
        assert "Enter when done" in screen_text(pilot)
        await press(pilot, "space", "down", "space", "down", "space", "down", "space")
        assert "3 of at most 3" in screen_text(pilot)
        await press(pilot, "enter")
        await on_screen(pilot, "TheoryScreen")


async def test_an_answer_is_ruled_out_and_the_form_keeps_what_was_filled_in(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f5", "2", "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "enter")
        await on_screen(pilot, "TheoryScreen")
        await press(pilot, "down", "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "down", "down", "enter")
        await until(pilot, lambda: "What is it not?" in screen_text(pilot))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: "> think who not sarah" in screen_text(pilot))
        assert "not: Sarah" in screen_text(pilot)
        await press(pilot, "escape")
        await on_screen(pilot, "PlayScreen")
        await press(pilot, "f5")
        await until(pilot, lambda: "> think who not sarah" in screen_text(pilot))
        await press(pilot, "end", "enter")
        await until(pilot, lambda: "> think who not sarah" in page(pilot))
        await press(pilot, "f5")
        await until(pilot, lambda: "not yet complete" in screen_text(pilot))


async def test_a_question_that_is_not_listed_is_typed(app: TavernApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f5", "2", "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "end", "enter")
        await on_screen(pilot, "WordsScreen")
        await type_in(pilot, "whose men")
        await press(pilot, "enter")
        await until(pilot, lambda: "whose men" in screen_text(pilot))
        await press(pilot, "down", "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "enter")
        await on_screen(pilot, "WordsScreen")
        await type_in(pilot, "debtors")
        await press(pilot, "enter")
        await until(pilot, lambda: "> think whose men debtors" in screen_text(pilot))


def test_the_order_of_the_answers_tells_nothing() -> None:
    answers = (Choice("sarah", "Sarah"), Choice("gene", "Gene"))
    draft = Draft(View("", "", "", 0, questions=((Choice("who", "Who?"), answers),)))
    assert [choice.id for choice in draft.met("who")] == ["gene", "sarah"]


def test_a_card_that_an_undo_took_back_is_no_longer_cited() -> None:
    view = View("", "", "", 0, cards=CARDS, questions=((Choice("who", "Who?"), ()),))
    draft = Draft(view)
    draft.answer("who", "gene")
    draft.cite("who", (1, 3))
    assert draft.line() == "accuse who gene with 1 3"
    draft.view = replace(view, cards=CARDS[:2])
    assert draft.line() == "accuse who gene with 1"


async def test_a_conclusion_is_drawn_and_an_answer_pinned(app: TavernApp, games: CannedGames) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f5")
        await on_screen(pilot, "TheoryScreen")
        await press(pilot, "right")
        await until(pilot, lambda: "Think it through" in screen_text(pilot))
        await press(pilot, "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "down", "enter")
        await on_screen(pilot, "TheoryScreen")
        await press(pilot, "down", "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "enter")
        await on_screen(pilot, "TheoryScreen")
        await press(pilot, "down", "enter")
        await on_screen(pilot, "PickCardsScreen")
        await press(pilot, "space", "down", "space", "enter")
        await on_screen(pilot, "TheoryScreen")
        await press(pilot, "end", "enter")
        await on_screen(pilot, "PlayScreen")
        await until(pilot, lambda: "> think how river_door because 1 2" in page(pilot))
        await press(pilot, "f5")
        await on_screen(pilot, "TheoryScreen")
        await press(pilot, "right")
        await until(pilot, lambda: "proves nothing" in screen_text(pilot))
        await press(pilot, "enter")
        await on_screen(pilot, "PickOneScreen")
        await press(pilot, "enter")
        await on_screen(pilot, "PlayScreen")
        await until(pilot, lambda: "> suppose who gene" in page(pilot))
    assert games.kept["1"].rows[-1].line == "suppose who gene"


def test_questions_that_cannot_be_charged_can_be_thought_about_and_pinned_once_they_have_come_up() -> None:
    boots = (Choice("boots", "Whose boots are they?"), (Choice("gene", "Gene"),))
    draft = Draft(
        replace(START, further=(boots,), strained=(("boots", "wet boots (3)"),), supposed=(("boots", "gene"),))
    )
    assert "boots" not in [row.question for row in draft.rows()]
    assert [question.id for question in draft.questions] == ["who", "how", "why", "boots"]
    draft.form = "suppose"
    assert [row.value for row in draft.rows()][-1] == "Gene ≠ wet boots (3)"
    draft.form, draft.question = "think", "boots"
    draft.answer("boots", "gene")
    assert draft.line() == "think boots gene"


def test_where_no_question_has_come_up_there_is_nothing_to_fill_in() -> None:
    draft = Draft(replace(START, questions=()))
    assert [row.asks for row in draft.rows()] == ["say"]
    assert not draft.questions
