"""Every screen has its plain twin: what stands on it can be read line by line too, and nothing more stands there."""

import re
from pathlib import Path

import pytest

from tavern.game import Game
from tavern.games import Games, carry_out
from tavern.model.commands import Meta
from tavern.model.report import View
from tavern.tui.app import TavernApp
from tavern.tui.cards import full
from tavern.tui.draft import Draft
from tavern.tui.messages import StartWanted
from tavern.tui.prose import unmarked
from tavern.tui.screens.journal import PAGES
from tavern.tui.widgets.pane import rows
from tests.hinted import told
from tests.places import CONTENT
from tests.tui.steps import on_screen, page, press, screen_text, until

GAMES = Games([CONTENT], None)
PLAYED = (
    "difficulty easy",
    "read the paper",
    "ask jory about the assessor",
    "ask marcus about the boat's cargo",
    "think me the assessor because 1 and 2",
    "suppose who gene",
    "suppose me nobody in particular",
    "note that the pot is made of iron",
)


@pytest.fixture
def view() -> View:
    return played().view()


def played(games: Games = GAMES) -> Game:
    game = games.new("cellar_secret", seed=1)
    for line in PLAYED:
        game.feed(line)
    return game


def plain(line: str) -> str:
    return flat(unmarked(told(played(), line)))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_each_card_says_the_same(view: View) -> None:
    page_of_clues = plain("clues")
    assert {card.kind for card in view.cards} == {"clue", "conclusion"}
    for card in view.cards:
        for part in (f"{card.number} {card.glyph}", card.name, card.text, card.source, card.manner, *card.against):
            assert unmarked(part) in page_of_clues
            assert unmarked(part) in flat(full(card).plain)


@pytest.mark.parametrize("name", [name for name in PAGES if name != "clues"])
async def test_each_page_of_the_journal_is_that_of_its_line(name: str) -> None:
    app = TavernApp(lambda: GAMES, StartWanted("cellar_secret", None, new=True, seed=1, lines=PLAYED))
    async with app.run_test(size=(80, 40)) as pilot:
        await on_screen(pilot, "PlayScreen")
        await until(pilot, lambda: "pot is made of iron" in page(pilot))
        await press(pilot, "f3", str(PAGES.index(name) + 1))
        wanted = plain(name)
        await until(pilot, lambda: wanted == page(pilot), f"{name}: {wanted}")


def test_the_theory_has_the_questions_the_answers_and_the_pins(view: View) -> None:
    theory, draft = plain("theory"), Draft(view)
    draft.form = "suppose"
    values = {row.question: row.value for row in draft.rows()}
    for question in draft.questions:
        assert question.label in theory
        for answer in draft.met(question.id):
            assert answer.label.casefold() in theory.casefold()
    pinned = re.findall(r"You think: (\w+)", theory)
    assert [answer.capitalize() for answer in pinned] == [values[question].split()[0] for question in ("who", "me")]
    assert "≠" in values["me"]
    assert "against it" in theory


def test_the_settings_say_the_same(view: View) -> None:
    page_of_settings = plain("settings")
    for setting in view.settings:
        assert unmarked(setting.says) in page_of_settings
        assert all(f"{setting.name} {other}" in page_of_settings for other in setting.others)


def test_what_stands_beside_the_story_can_be_asked_for(view: View) -> None:
    beside = flat("\n".join(row.content.plain for row in rows(view)))
    here, ways, carried = plain("people"), plain("exits"), plain("inventory")
    assert all(person.name in here and person.name in beside for person in view.people)
    assert all(way.direction in ways.casefold() and way.room in ways and way.room in beside for way in view.ways)
    assert all(thing in carried and thing in beside for thing in view.carried)


async def test_the_list_of_saved_games_is_that_of_its_line(tmp_path: Path) -> None:
    games = Games([CONTENT], tmp_path)
    game = played(games)
    _, listed = carry_out(games, game, Meta("games"))
    game.close()
    games.close()
    app = TavernApp(lambda: Games([CONTENT], tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "1 kept" in screen_text(pilot))
        await press(pilot, "l")
        await on_screen(pilot, "SavesScreen")
        name, _, where = listed.partition(": ")
        await until(pilot, lambda: name in screen_text(pilot))
        assert where in screen_text(pilot)
