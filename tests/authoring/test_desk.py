"""The author's desk, and games that begin where a transcript has come to."""

from pathlib import Path
from queue import Queue

import pytest
from textual.message import Message
from textual.message_pump import MessagePump

from tavern.authoring.desk import DESK
from tavern.game import Game
from tavern.games import Games
from tavern.tui.messages import GameOpened, StartWanted
from tavern.tui.session import Session
from tests.authoring.a_folder import PLAY, a_folder, tavern


@pytest.fixture
def game(tmp_path: Path) -> Game:
    a_folder(tmp_path)
    return Games([tmp_path], None, DESK).new("tea", seed=1)


def told(game: Game, line: str) -> str:
    return "\n".join(paragraph.text for paragraph in game.feed(line).paragraphs)


def test_one_can_be_put_anywhere_and_taken_back(game: Game) -> None:
    assert told(game, "#goto cellar").startswith("Cellar\nA cellar.")
    assert game.state.world.room == "cellar"
    told(game, "undo")
    assert game.state.world.room == "hall"


def test_time_is_lived_through_with_all_that_falls_due(game: Game) -> None:
    told(game, "#goto cellar")
    shown = told(game, "#time day 2 01:00")
    assert shown.endswith("It is day 2, 01:00.")
    assert "Somebody walks below." in shown
    assert game.state.world.clues == {"below"}
    assert game.feed("#time 05:59").outcome == "done"
    assert "The bell rings." in told(game, "#time 06:30")
    assert "the world stands still" in told(game, "#goto hall")


def test_the_hour_after_midnight_is_the_next_days(game: Game) -> None:
    assert "It is day 2, 00:00." in told(game, "#time 24:00")
    assert "It is day 2, 00:30." in told(game, "#time 00:30")


def test_the_sign_alone_lists_the_lines_of_the_desk(game: Game) -> None:
    assert told(game, "#") == told(game, "#help")


@pytest.mark.parametrize("words", ["", "24:30", "25:00", "12:60", "day 1 17:00", "tomorrow", "day 0 12:00"])
def test_a_time_that_cannot_be_is_told(game: Game, words: str) -> None:
    report = game.feed(f"#time {words}")
    assert report.outcome == "misunderstood"
    assert game.state.world.clock == 18 * 60


def test_a_clue_is_found_by_its_next_route_and_time_does_not_pass(game: Game) -> None:
    told(game, "#reveal crumb")
    assert game.state.world.routes == {"crumb.1"}
    told(game, "#reveal crumb")
    assert game.state.world.routes == {"crumb.1", "crumb.2"}
    assert "is held by all its routes" in told(game, "#reveal crumb")
    assert game.state.world.clock == 18 * 60


def test_what_is_missing_for_a_clue_is_told(game: Game) -> None:
    shown = told(game, "#why crumb").splitlines()
    assert shown == [
        "crumb (a crumb): not held yet.",
        "crumb.1: examine cup: open now",
        "crumb.2: ask gene about tea: missing",
        "- relationship with gene is at least 0.4 (now it is 0.0)",
    ]


def test_state_and_scope_are_told_with_ids_and_take_no_turn(game: Game) -> None:
    state = told(game, "#state")
    assert "time: day 1, 18:00, Thursday; stage: playing; seed: 1" in state
    assert "gene: in hall, relationship 0.0" in state
    scope = told(game, "#scope")
    assert "here: gene, cup" in scope
    assert "ways: down to cellar" in scope
    assert game.state.turn == 0
    assert game.feed("undo").outcome == "refused"


@pytest.mark.parametrize(
    ("line", "told_"),
    [
        ("#gotto hall", "type #goto"),
        ("#xyz", "type #help"),
        ("#goto hal", "hall"),
        ("#why crum", "There is crumb."),
        ("#reveal nothing", "No clue or deduction has the id “nothing”"),
    ],
)
def test_what_the_desk_does_not_know_is_answered_with_what_is_near(game: Game, line: str, told_: str) -> None:
    report = game.feed(line)
    assert report.outcome == "misunderstood"
    assert told_ in report.paragraphs[0].text


def test_commands_and_ids_are_completed(game: Game) -> None:
    assert game.complete("#go") == ["#goto"]
    assert game.complete("#goto ") == ["#goto hall", "#goto cellar"]
    assert game.complete("#reveal b") == ["#reveal below"]


def test_without_the_desk_it_is_a_line_like_any_other(tmp_path: Path) -> None:
    a_folder(tmp_path)
    game = Games([tmp_path], None).new("tea", seed=1)
    assert game.feed("#goto cellar").outcome == "misunderstood"
    assert game.state.world.room == "hall"


def test_a_save_holds_what_the_desk_did_and_plays_it_again(tmp_path: Path) -> None:
    a_folder(tmp_path)
    games = Games([tmp_path], tmp_path / "kept", DESK)
    game = games.new("tea", "desk", seed=1)
    for line in ("#goto cellar", "#time 00:30", "#reveal crumb"):
        game.feed(line)
    world = game.state.world
    game.close()
    again = games.open("desk")
    assert again.state.world == world
    again.close()
    new, differs = games.renewed("desk")
    assert (new.state.world, differs) == (world, "")
    new.close()
    games.close()


def test_a_game_begins_where_a_transcript_has_come_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = a_folder(tmp_path, cup=PLAY) / "transcripts" / "cup.txt"
    assert tavern("play", "--at", f"{file}:1", "--plain", typed="clues\nundo\nclues\n") == 0
    shown = capsys.readouterr().out
    assert shown.count("There is a crumb in the cup.") == 1
    assert "Taken back" in shown
    assert tavern("games", "list") == 0
    assert capsys.readouterr().out == ""


def test_the_screens_begin_there_too(tmp_path: Path) -> None:
    a_folder(tmp_path)
    heard: Queue[Message] = Queue()

    class Ear(MessagePump):
        def post_message(self, message: Message) -> bool:
            heard.put(message)
            return True

    session = Session(lambda: Games([tmp_path], None, DESK), heard.put)  # type: ignore[arg-type]
    session.start()
    session.begin(Ear(), StartWanted("tea", None, new=True, seed=1, lines=("examine cup", "#goto cellar")))
    opened = heard.get(timeout=10)
    session.close()
    assert isinstance(opened, GameOpened)
    assert [row.line for row in opened.story] == ["", "examine cup", "#goto cellar"]
    assert opened.opening.view.room == "Cellar"


def test_a_game_begun_so_is_kept_under_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = a_folder(tmp_path, cup=PLAY) / "transcripts" / "cup.txt"
    assert tavern("play", "tea", "--at", file, "--save", "cup", "--plain") == 0
    capsys.readouterr()
    assert tavern("why", tmp_path / "tea", "--clue", "crumb", "--save", "cup") == 0
    assert capsys.readouterr().out.startswith("crumb (a crumb): held.\ncrumb.1: examine cup: taken\n")


def test_a_transcript_of_another_mystery_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = a_folder(tmp_path, cup=PLAY, desk="> #goto cellar\n") / "transcripts" / "cup.txt"
    assert tavern("play", "cellar_secret", "--at", file, "--plain") == 2
    assert "is a transcript of tea, not of cellar_secret" in capsys.readouterr().err
    assert tavern("play", "--at", file.with_name("desk.txt"), "--plain") == 2
    assert "add --author" in capsys.readouterr().err
    assert tavern("play", "--at", file.with_name("none.txt"), "--plain") == 1
    assert "cannot be read" in capsys.readouterr().err
    assert tavern("play", "--author", "--at", file.with_name("desk.txt"), "--plain", typed="#state\n") == 0
    assert "you: in cellar" in capsys.readouterr().out
