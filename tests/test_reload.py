"""A game that goes on while its files are written: what was typed is typed again, and what differs is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tavern.authoring.scaffold import make
from tavern.game import Game
from tavern.games import Games
from tavern.reload import Broken, Reloaded, Watch
from tests.places import CONTENT

Edit = Callable[[str, str], None]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make("cold_tea", tmp_path).folder / "mystery.yaml"


@pytest.fixture
def games(file: Path) -> Games:
    return Games([file.parent.parent], None)


@pytest.fixture
def game(games: Games) -> Game:
    return games.new("cold_tea", seed=1)


@pytest.fixture
def watch(games: Games, game: Game) -> Watch:
    watch = Watch(games)
    assert watch.look(game) is None
    return watch


@pytest.fixture
def edit(file: Path) -> Edit:
    def replace(before: str, after: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")

    return replace


def seen(watch: Watch, game: Game) -> Reloaded | Broken | None:
    """What two looks after each other come to: the first only sees that something is being written."""
    assert watch.look(game) is None
    return watch.look(game)


def reloaded(watch: Watch, game: Game) -> Reloaded:
    found = seen(watch, game)
    assert isinstance(found, Reloaded)
    return found


def test_nothing_is_told_while_nothing_is_written(watch: Watch, game: Game) -> None:
    assert [watch.look(game) for _ in range(3)] == [None] * 3


def test_the_first_line_that_goes_otherwise_is_told_with_what_is_read_now(watch: Watch, game: Game, edit: Edit) -> None:
    for line in ("look", "examine lamp", "south"):
        game.feed(line)
    edit("Nobody blew it out: it was drained.", "It was drained.")
    found = reloaded(watch, game)
    assert found.sentence == "mystery.yaml: read anew. It goes otherwise from “examine lamp” on, line 2 of 3."
    assert found.differs is not None
    assert found.differs.paragraphs[0].text == "The tap of the tank is open. It was drained."
    assert found.game.state == game.state
    assert [told.line for told in found.game.story()] == ["", "look", "examine lamp", "south"]


def test_the_turn_is_not_lost_where_all_goes_as_before(watch: Watch, game: Game, edit: Edit) -> None:
    for line in ("examine lamp", "south", "east", "ask ada about pym"):
        game.feed(line)
    edit("A stove, a counter, and steam on the windows.", "A stove and a counter.")
    edit("A surveyor in a wet hat.", "A surveyor in a hat.")
    found = reloaded(watch, game)
    assert "from “east” on" in found.sentence
    edit("A surveyor in a hat.", "A surveyor in a wet hat.")
    again = reloaded(watch, found.game)
    assert again.sentence == "mystery.yaml: read anew. All goes as before."
    assert again.differs is None
    assert again.game.view().room == "Tea room"
    assert again.game.story() == found.game.story()


def test_a_line_that_was_not_understood_may_be_understood_now(watch: Watch, game: Game, edit: Edit) -> None:
    assert game.feed("examine wick").outcome == "misunderstood"
    edit("names: [tank, tap, oil]", "names: [tank, tap, oil, wick]")
    found = reloaded(watch, game)
    assert found.differs is not None
    assert found.differs.line == "examine wick"
    assert "The tap of the tank is open." in found.differs.paragraphs[0].text


def test_what_was_undone_is_not_typed_again(watch: Watch, game: Game, edit: Edit) -> None:
    for line in ("undo", "south", "undo", "examine lamp"):
        game.feed(line)
    edit("Nobody blew it out: it was drained.", "It was drained.")
    found = reloaded(watch, game)
    assert found.game.view().room == "Hut"
    assert "undo" not in [told.line for told in found.game.story()]
    assert found.game.feed("undo").view.cards == ()


def test_an_opening_that_differs_is_told(watch: Watch, game: Game, edit: Edit) -> None:
    edit("Four walls, whitewashed", "Five walls, whitewashed")
    found = reloaded(watch, game)
    assert found.sentence == "mystery.yaml: read anew. The story begins otherwise."
    assert found.differs is not None
    assert any("Five walls" in paragraph.text for paragraph in found.differs.paragraphs)


def test_mistakes_are_told_and_the_old_content_stays_until_they_are_mended(
    watch: Watch, game: Game, edit: Edit
) -> None:
    game.feed("examine lamp")
    edit("north: hut, east", "north: hutt, east")
    found = seen(watch, game)
    assert isinstance(found, Broken)
    assert "error[T010]" in found.report
    assert "write `hut`" in found.report
    assert game.feed("south").view.room == "Landing"
    edit("north: hutt, east", "north: hut, east")
    assert reloaded(watch, game).sentence == "mystery.yaml: read anew. All goes as before."


def test_what_is_gone_is_told_as_gone_and_the_story_goes_on(watch: Watch, game: Game, file: Path) -> None:
    away = file.parent.with_name("away")
    file.parent.rename(away)
    found = seen(watch, game)
    assert isinstance(found, Broken)
    assert "gone. The story goes on as it was" in found.sentence
    assert found.report == ""
    away.rename(file.parent)
    assert isinstance(seen(watch, game), Reloaded)


def test_a_file_that_is_saved_unchanged_says_nothing(watch: Watch, game: Game, file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    assert seen(watch, game) is None


def test_a_new_file_in_the_folder_is_read(watch: Watch, game: Game, file: Path) -> None:
    (file.parent / "more.yaml").write_text("topics: [rain]\n", encoding="utf-8")
    assert reloaded(watch, game).sentence.startswith("more.yaml: ")


def test_a_change_counts_only_when_it_has_settled(watch: Watch, game: Game, edit: Edit) -> None:
    edit("A surveyor in a wet hat.", "A surveyor.")
    assert watch.look(game) is None
    edit("A surveyor.", "A surveyor in a hat.")
    assert watch.look(game) is None
    assert isinstance(watch.look(game), Reloaded)


def test_a_borrowed_setting_is_watched_too(tmp_path: Path) -> None:
    make("wet_coat", tmp_path, "rusted_tankard")
    games = Games([tmp_path, CONTENT], None)
    case = games.mystery("wet_coat")
    assert games.folders(case) == [CONTENT / "rusted_tankard", tmp_path / "wet_coat"]


def test_a_saved_game_is_played_again_on_the_content_of_today(file: Path, edit: Edit, tmp_path: Path) -> None:
    shelf = Games([file.parent.parent], tmp_path / "saves")
    shelf.new("cold_tea", "Rainy", seed=1).feed("examine lamp")
    shelf.export("Rainy", tmp_path / "rainy.game")
    shelf.close()
    edit("exits: {south: landing}", "exits: {south: landing, down: landing}")
    games = Games([file.parent.parent], None)
    games.import_(tmp_path / "rainy.game")
    game = games.open("Rainy")
    assert game.feed("down").outcome != "done"
    found = Watch(games).look(game)
    assert isinstance(found, Reloaded)
    assert found.sentence == "Cold Tea: read anew. It goes otherwise from “down” on, line 2 of 2."
    assert found.game.view().room == "Landing"
