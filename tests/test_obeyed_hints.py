"""The law of hints, over play by chance: whatever a hint of the plainest grade says can be done, and it brings one nearer."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tavern.game import Game
from tavern.games import Games
from tavern.model.hint import Hint
from tavern.model.world import Playing
from tavern.narration.wording import hour
from tavern.proof.hinter import hinter
from tavern.proof.loss.stranding import is_dead_end
from tavern.reasoning.evidence import carrying
from tavern.reasoning.judgement import provable
from tests.hinted import a_game, plainest, think
from tests.places import CONTENT, ROOT

GAMES = Games([CONTENT, ROOT / "tests" / "content"], None)
SMALL = ("first", "written", "sample", "night_train")
OBEYED = 4  # hints followed from each position
WAITS = 30  # times a wait that was stopped is gone on with
BEGINNINGS = (
    "ask ", "tell ", "show ", "examine ", "look in ", "investigate ", "take ", "read ", "open ", "go to ", "", "talk to ",
    "follow ", "give ", "buy ", "confront ", "promise ",
)  # fmt: skip
PLAIN = ("wait", "wait until 21:00", "wait until 23:30", "wait until 02:00", "wait until 07:00", "sleep", "yes", "undo")


@dataclass(frozen=True)
class Step:
    """A line begun, and which of those that continue it is typed; or a line as it is."""

    begun: str
    which: int = -1

    def played(self, game: Game) -> None:
        lines = game.complete(self.begun) if self.which >= 0 else [self.begun]
        if lines:
            game.feed(lines[self.which % len(lines)])


STEPS = st.one_of(
    st.builds(Step, st.sampled_from(BEGINNINGS), st.integers(0, 40)), st.builds(Step, st.sampled_from(PLAIN))
)


def hint_of(game: Game) -> Hint:
    return hinter(game.mystery)(game.state.world, game.state.notebook, None)


def progress(game: Game) -> tuple[object, ...]:
    """What a hint brings one nearer by: something learnt, seen, drawn, come across, moved or used."""
    world = game.state.world
    return (
        carrying(game.mystery, world),
        world.visited,
        world.met,
        world.drawn,
        world.places,
        world.states,
        world.routes,
    )


def there(game: Game, given: Hint) -> None:
    """Go where the hint says, and be there at the hour it says."""
    if given.room:
        game.feed(f"go to {game.mystery.rooms[given.room].names.name}")
        going_on(game, lambda: game.state.world.room == given.room)
        assert game.state.world.room == given.room, f"cannot get there: {given}"
    if given.clock > game.state.world.clock:
        game.feed(f"wait until {hour(given.clock)}")
        going_on(game, lambda: game.state.world.clock >= given.clock)


def going_on(game: Game, is_done: Callable[[], bool]) -> None:
    """Say yes to going on, as often as it is asked, until it is done."""
    for _ in range(WAITS):
        if is_done() or game.state.notebook.question is None:
            return
        game.feed("yes")


def obey(game: Game, given: Hint) -> None:
    """Do as the hint says; it is understood, it can be done, and something has come of it."""
    before = progress(game)
    there(game, given)
    if given.clock and not isinstance(game.state.world.stage, Playing):
        return
    if not (given.line.startswith("wait") and progress(game) != before):
        report = game.feed(given.line)
        assert report.outcome in ("done", "question"), (given, report.outcome, report.paragraphs)
    assert progress(game) != before or hint_of(game).step != given.step, f"nothing came of it: {given}"


def names_only_what_was_met(game: Game, given: Hint) -> bool:
    world, mystery = game.state.world, game.mystery
    known = {*world.met, *world.visited, *carrying(mystery, world), *world.drawn}
    rooms = not given.room or given.room in known
    noun = " " in given.noun or not given.noun or given.noun in known
    cards = all(card in known for card in given.cards)
    source = not given.source or given.source in known
    return rooms and noun and cards and source


def follow(name: str, steps: list[Step], seed: int) -> None:
    game = a_game(GAMES.mystery(name), seed)
    for step in steps:
        step.played(game)
    done: list[str] = []
    for _ in range(OBEYED):
        if not isinstance(game.state.world.stage, Playing) or provable(game.mystery, game.state.world):
            return
        if game.state.notebook.question:
            game.feed("no")
        given = hint_of(game)
        assert names_only_what_was_met(game, given), given
        if given.kind == "none":
            assert is_dead_end(game.mystery, game.state.world), f"no step, and yet: {game.view().clock}"
            return
        assert given.step not in done, f"said again: {given}"
        if given.kind == "think":
            think(game, plainest(game))
        else:
            obey(game, given)
        done.append(given.step)


@given(st.sampled_from(SMALL), st.lists(STEPS, max_size=12), st.integers(0, 50))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_in_small_games_every_hint_can_be_obeyed_and_leads_on(name: str, steps: list[Step], seed: int) -> None:
    follow(name, steps, seed)


@pytest.mark.full
@given(st.lists(STEPS, max_size=25), st.integers(0, 50))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_in_the_cellar_secret_every_hint_can_be_obeyed_and_leads_on(steps: list[Step], seed: int) -> None:
    follow("cellar_secret", steps, seed)
