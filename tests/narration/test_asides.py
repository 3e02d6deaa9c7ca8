"""What is said beside the story."""

import pytest

from tavern.engine.turn import turn
from tavern.model import events as e
from tavern.model.commands import Accuse, Act, Consult
from tavern.narration import asides
from tests.narration.a_house import Player, a_mystery, charge, text

SLEEP = Act("sleep")
NIGHT = 23 * 60


def _at_bedtime() -> Player:
    return Player(a_mystery(automatics=())).moves(room="bedroom", clock=NIGHT)


def test_going_to_bed_asks_once_an_evening_what_one_thinks() -> None:
    player = _at_bedtime()
    asked = asides.bedtime(player.mystery, player.world, player.notebook, SLEEP)
    told = player.tells(asked)
    assert [paragraph.kind for paragraph in told] == ["prose", "question"]
    assert "*who Gene*" in told[1].text
    assert player.notebook.question
    assert player.notebook.question.prefix == "suppose "
    assert asides.bedtime(player.mystery, player.world, player.notebook, SLEEP) == ()
    tomorrow = player.moves(clock=NIGHT + 24 * 60)
    assert asides.bedtime(tomorrow.mystery, tomorrow.world, tomorrow.notebook, SLEEP)


@pytest.mark.parametrize(
    ("command", "room", "clock"),
    [
        (SLEEP, "taproom", NIGHT),
        (SLEEP, "bedroom", 12 * 60),
        (Act("wait"), "bedroom", NIGHT),
        (Consult("help"), "bedroom", NIGHT),
    ],
)
def test_nothing_is_asked_at_any_other_time(command: Act, room: str, clock: int) -> None:
    player = Player().moves(room=room, clock=clock)
    assert asides.bedtime(player.mystery, player.world, player.notebook, command) == ()


@pytest.mark.parametrize(
    ("act", "printed", "ask", "prefix"),
    [
        (Act("wait", until=0), "wait until 00:00", "Go on waiting until midnight?", "wait until 00:00"),
        (Act("wait", until=21 * 60), "wait until 21:00", "Go on waiting until 21:00?", "wait until 21:00"),
        (
            Act("wait", minutes=40),
            "wait 40 minutes",
            "Go on waiting? There would be half an hour left of it.",
            "wait 30 minutes",
        ),
        (Act("watch", "bar", minutes=60), "watch bar 60 minutes", "", "watch bar 50 minutes"),
        (Act("wait", "gene"), "wait for gene", "Go on waiting?", "wait for gene"),
    ],
)
def test_a_wait_that_something_interrupts_asks_whether_to_go_on(act: Act, printed: str, ask: str, prefix: str) -> None:
    player = Player()
    events: list[e.Event] = [e.TimePassed(20 * 60 + 10), e.Told("fuse"), e.Beat(act.verb, act.noun, stopped="seen")]
    (asked,) = asides.going_on(player.world, act, events, printed)
    assert isinstance(asked, e.Asking)
    assert asked.kind == "confirm"
    assert asked.prefix == prefix
    assert asked.ask == ask or not ask


@pytest.mark.parametrize(
    ("act", "last"),
    [
        (Act("wait"), e.Beat("wait", "", stopped="seen")),
        (Act("wait", minutes=40), e.Beat("wait", "", stopped="")),
        (Act("wait", minutes=10), e.Beat("wait", "", stopped="seen")),
        (Act("wait", until=20 * 60 + 10), e.Beat("wait", "", stopped="seen")),
        (Act("wait", minutes=40), e.StoryEnded("given")),
        (Act("look"), e.Described("taproom", "look")),
    ],
)
def test_nothing_is_asked_of_a_wait_that_is_over(act: Act, last: e.Event) -> None:
    events: list[e.Event] = [e.TimePassed(20 * 60 + 10), last]
    assert asides.going_on(Player().world, act, events, "wait 40 minutes") == ()


def test_whoever_was_waited_for_and_came_is_waited_for_no_more() -> None:
    player = Player(a_mystery(automatics=())).moves(clock=20 * 60 + 45)
    act = Act("wait", "gene")
    assert asides.going_on(player.world, act, turn(player.mystery, player.world, act), "wait for gene") == ()


def test_taking_back_tells_where_and_when_one_is() -> None:
    player = Player()
    told = asides.taken_back(player.mystery, "undo", "ask gene about cellar", player.world)
    assert text(told) == "Taken back: *ask gene about cellar*. Thursday 20:00, the taproom, with Gene, Sarah and Jory."
    assert text(asides.taken_back(player.mystery, "redo", "", player.world)).startswith("Brought back. Thursday")


def test_taking_a_game_up_again_tells_the_room_the_hour_and_the_open_question() -> None:
    player = Player()
    player.tells([e.Asking("confirm", "Go on?", prefix="wait")])
    told = text(asides.where_we_were(player.mystery, player.world, player.notebook))
    assert told.startswith("Taproom\nOne fire, and a cat.\n")
    assert "The bar runs" not in told
    assert told.endswith("It is Thursday 20:00.\nGo on?")


def test_taking_a_game_up_in_a_hearing_repeats_the_objection() -> None:
    player = Player()
    player.does(Accuse(charge(who=("gene",), how=("carts",))))
    told = text(asides.where_we_were(player.mystery, player.world, player.notebook))
    assert "Boats need a landing" in told
    assert "*nothing*" in told


def test_an_ended_story_says_how_to_go_on() -> None:
    player = Player()
    player.tells([e.StoryEnded("given")])
    assert "*Undo*" in text(asides.where_we_were(player.mystery, player.world, player.notebook))


@pytest.mark.parametrize("verb", ["undo", "redo", "again", "oops", "restart", "anything"])
def test_there_are_words_for_nothing_to_do(verb: str) -> None:
    assert asides.nothing_to(verb)
    assert asides.restarted()


@pytest.mark.parametrize("stopped", ["", "seen", "stays"])
def test_every_beat_of_a_watch_offers_the_next_one_and_any_other_line_is_a_way_out(stopped: str) -> None:
    events: list[e.Event] = [e.TimePassed(20 * 60 + 10), e.Beat("watch", "hearth", stopped=stopped)]
    asked = asides.going_on(Player().world, Act("watch", "hearth"), events, "watch hearth")
    assert asked == (e.Asking("confirm", "Keep watching?", prefix="watch hearth"),)


def test_a_walk_that_is_stopped_on_the_way_says_where_and_offers_to_go_on() -> None:
    stopped = e.Beat("go_to", "cellar", stopped="seen")
    player = Player()
    assert text(player.tells([stopped])) == "That has stopped you at the taproom."
    asked = asides.going_on(player.world, Act("go_to", "cellar"), [stopped], "go to the cellar")
    assert asked == (e.Asking("confirm", "Go on?", prefix="go to the cellar"),)
