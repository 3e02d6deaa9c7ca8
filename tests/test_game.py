"""The order of a turn, seen from outside: lines in, reports out."""

import pytest

from tavern.game import Game
from tavern.games import Games
from tavern.logbook import Unkept
from tavern.parser import help_of
from tests.places import CONTENT

GAMES = Games([CONTENT], None)


@pytest.fixture
def game() -> Game:
    return GAMES.new("cellar_secret", seed=1)


def text(game: Game, line: str) -> str:
    return "\n".join(paragraph.text for paragraph in game.feed(line).paragraphs)


def test_the_opening_names_the_case_and_the_room_and_takes_no_turn(game: Game) -> None:
    report = game.opening()
    assert [paragraph.text for paragraph in report.paragraphs if paragraph.kind == "heading"] == [
        "The Cellar Secret",
        "Taproom",
    ]
    assert (report.turn, report.outcome) == (0, "done")


def test_several_sentences_on_a_line_are_one_turn_and_one_undo(game: Game) -> None:
    before = game.state.world
    report = game.feed("go north. then go east and look")
    assert (report.view.room, report.turn) == ("Kitchen", 1)
    game.feed("undo")
    assert game.state.world == before


def test_a_line_stops_at_the_first_sentence_that_fails(game: Game) -> None:
    report = game.feed("north. frobnicate. south")
    assert (report.outcome, report.view.room) == ("misunderstood", "Back passage")


def test_help_and_a_verb_tells_how_that_verb_is_said(game: Game) -> None:
    assert text(game, "help look at") == help_of("examine")
    assert text(game, "how do i accuse") == help_of("accuse")


def test_again_does_the_last_thing_again_also_after_an_aside(game: Game) -> None:
    game.feed("wait 1 minute")
    clock = game.state.world.clock
    game.feed("inventory")
    game.feed("frobnicate")
    game.feed("wait 1 minute")
    game.feed("g")
    assert game.state.world.clock == clock + 2


def test_again_passes_over_lines_that_are_about_the_game(game: Game) -> None:
    game.feed("wait 1 minute")
    clock = game.state.world.clock
    game.feed("hint")
    assert game.feed("g").outcome == "done"
    assert game.state.world.clock == clock + 1


def test_oops_replaces_the_word_that_was_not_known(game: Game) -> None:
    assert game.feed("examine the zlate").outcome in ("done", "misunderstood")
    assert game.feed("ask qwertz about boats").outcome == "misunderstood"
    assert "Marcus" in text(game, "oops marcus")


def test_an_open_question_may_be_answered_or_ignored(game: Game) -> None:
    assert game.feed("ask gene about").outcome == "question"
    assert "Gene" in text(game, "sarah")
    assert game.feed("ask gene about").outcome == "question"
    assert game.feed("north").view.room == "Back passage"


def test_pronouns_keep_to_what_was_last_spoken_of(game: Game) -> None:
    game.feed("examine sarah")
    game.feed("ask her about gene")
    command = game.chronicle.entry(game.chronicle.head).commands[0]
    assert (getattr(command, "noun", ""), getattr(command, "other", "")) == ("sarah", "gene")


def test_that_in_a_detectives_question_is_what_was_said_last(game: Game) -> None:
    said = text(game, "ask marcus about boats").partition("\n")[0]
    assert game.feed("how do you know that?").outcome == "done"
    assert game.feed("who told you?").outcome == "done"
    assert game.feed("where were you standing?").outcome == "done"
    assert said not in text(game, "ask sarah about herself")


def test_waiting_for_long_stops_at_what_happens_and_asks_whether_to_go_on(game: Game) -> None:
    game.feed("wait until 18:30")
    assert game.view().choices or game.state.notebook.question
    stopped = game.state.world.clock
    assert stopped < 18 * 60 + 30
    game.feed("yes")
    assert game.state.world.clock > stopped


def test_the_journal_the_help_and_looking_cost_no_time(game: Game) -> None:
    clock = game.state.world.clock
    for line in (
        "look",
        "x cat",
        "clues",
        "journal",
        "people",
        "theory",
        "help",
        "topics",
        "exits",
        "time",
        "verbs",
        "",
    ):
        assert game.feed(line).outcome == "done", line
    assert game.state.world.clock == clock


def test_the_story_is_told_as_it_was_read_without_what_was_undone(game: Game) -> None:
    game.feed("north")
    game.feed("east")
    game.feed("undo")
    assert [told.line for told in game.story()] == ["", "north"]
    assert game.story(count=1)[0].paragraphs == game.chronicle.entry(2).paragraphs


def test_what_completion_offers_is_understood(game: Game) -> None:
    for partial in ("", "ex", "ask ", "ask gene ab", "ask gene about ", "go ", "take ", "think "):
        for line in game.complete(partial):
            fresh = GAMES.new("cellar_secret", seed=1)
            assert fresh.feed(line).outcome != "misunderstood", line


def test_an_accusation_is_heard_judged_by_what_is_held_and_costs_standing(game: Game) -> None:
    report = game.feed("accuse gene of smuggling brandy")
    while report.view.stage == "hearing":
        report = game.feed("nothing")
    assert report.view.stage == "judged"
    assert report.view.standing == 2
    assert game.feed("look").outcome == "refused"
    assert game.feed("withdraw").view.stage == "playing"
    assert game.feed("accuse sarah").outcome == "refused"


def test_the_room_answers_alike_whatever_the_truth_is() -> None:
    from dataclasses import replace

    from tavern.model.frozen import Frozen

    lines = (
        "x slate",
        "read paper",
        "ask jory about the cellar",
        "accuse gene of river door with 1",
        "nothing",
        "nothing",
        "nothing",
    )
    told = []
    for answers in ({"who": "sarah", "how": "river_door"}, {"who": "gene", "how": "carts"}):
        case = GAMES.mystery("cellar_secret")
        truth = replace(case.solution, answers=Frozen(answers))
        game = Game(replace(case, solution=truth), Unkept(), 1, "a game")
        told.append([game.feed(line).paragraphs for line in lines])
    assert told[0] == told[1]


def test_bedtime_asks_once_what_one_thinks_and_can_be_skipped(game: Game) -> None:
    game.feed("up")
    game.feed("north")
    while game.state.world.clock < 21 * 60:
        game.feed("wait until 21:05")
    report = game.feed("sleep")
    assert report.outcome == "question"
    game.feed("suppose who gene")
    report = game.feed("sleep")
    while game.state.world.day == 1:
        report = game.feed("sleep")
    assert game.state.notebook.supposed == {"who": "gene"}


def test_a_question_waits_while_something_is_looked_up() -> None:
    game = GAMES.new("cellar_secret", seed=1)
    game.feed("wait until 23:00")
    question = game.state.notebook.question
    assert question
    clock = game.state.world.clock
    for line in ("people", "clues", "settings"):
        game.feed(line)
    assert game.state.notebook.question == question
    game.feed("yes")
    assert game.state.world.clock > clock
