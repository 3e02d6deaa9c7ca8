"""People who come and go, and time that passes."""

import pytest

from tavern.model import events as e
from tavern.model.commands import Act
from tavern.model.world import Doing
from tests.narration.a_house import EVENING, Player, a_mystery, text


def test_somebody_is_seen_going_and_coming_by_the_way_they_take() -> None:
    player = Player(a_mystery(automatics=()))
    assert player.acts("wait", minutes=45).startswith("20:30. Gene Pask goes north, to the cellar.")
    assert player.acts("wait", minutes=45).startswith("21:00. Gene Pask comes in from the cellar.")


def test_whoever_goes_unseen_is_missed() -> None:
    player = Player()
    assert text(player.tells([e.Departed("gene")])) == "When you look again, Gene Pask is not there any more."
    assert text(player.tells([e.Arrived("gene")])) == "Gene Pask is here. You did not see from where."


def test_a_wait_in_which_nothing_happens_is_told_in_the_rooms_own_words_in_turn() -> None:
    player = Player(a_mystery(automatics=()))
    assert player.acts("wait", minutes=5) == "A log settles.\nIt is 20:05."
    assert player.acts("wait", minutes=5) == "The cat turns over.\nIt is 20:10."
    assert player.acts("wait", minutes=5) == "A log settles.\nIt is 20:15."


def test_where_the_author_has_no_words_for_nothing_the_narrator_has() -> None:
    player = Player(a_mystery(automatics=())).moves(room="bedroom")
    told = {player.acts("wait", minutes=5).split("\n")[0] for _ in range(4)}
    assert len(told) == 4
    assert "five minutes" in " ".join(told).lower()


def test_what_is_seen_stops_a_wait_and_the_hour_is_told() -> None:
    assert Player().acts("wait", minutes=30) == "Something knocks under your boots.\nIt is 20:10."


def test_watching_and_following_somebody_who_stays_is_told_of_them() -> None:
    player = Player(a_mystery(automatics=()))
    assert "Sarah" in player.acts("watch", "sarah")
    assert "Jory" in text(player.tells([e.TimePassed(EVENING + 28), e.Beat("follow", "jory", stopped="stays")]))


def test_sleep_is_told_by_the_morning() -> None:
    player = Player().moves(room="bedroom", clock=23 * 60)
    told = player.acts("sleep")
    assert "07:00" in told
    assert "Friday" in told


@pytest.mark.parametrize(
    ("beat", "told"),
    [
        (e.Beat("search", "casks", stopped="gone"), "The casks are gone before you have done."),
        (e.Beat("search", "casks", stopped="moved"), "You do not get to the end of it."),
        (e.Beat("go", "north", stopped="gone"), "You do not get to the end of it."),
        (e.Beat("follow", "gene", stopped="lost"), "You have lost Gene: that is no way for you."),
        (e.Beat("wait", "", stopped="ended"), ""),
        (e.Beat("wait", "", stopped="moved"), ""),
    ],
)
def test_how_a_stretch_ended(beat: e.Beat, told: str) -> None:
    assert text(Player().tells([beat])) == told


def test_whoever_hides_comes_out_to_do_anything_else() -> None:
    player = Player().moves(doing=Doing("hide", "casks"), clock=EVENING + 1)
    assert player.acts("read", "slate").split("\n")[0] in (
        "You come out of hiding first.",
        "You give up your hiding-place.",
        "You unfold yourself, and come out.",
    )


def test_waiting_in_hiding_is_told_from_there() -> None:
    player = Player(a_mystery(automatics=())).moves(doing=Doing("hide", "casks"))
    assert text(player.does(Act("wait", minutes=5))) == "A log settles.\nIt is 20:05."
