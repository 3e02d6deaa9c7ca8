"""Witnesses: plays of the engine turned into lines, played again through the real parser, and made shorter."""

from collections.abc import Callable, Sequence

from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.argument.smallest import Stop, never
from tavern.proof.claim import Witness
from tavern.proof.closure.reach import Reach, reach
from tavern.proof.playing.plan import Planner
from tavern.proof.playing.play import Play, lines_of, opening, played
from tavern.proof.playing.show import Show, Shower
from tavern.proof.transitions.facts import NOTHING_LESS, opening_world
from tavern.reasoning.evidence import carries

Replay = Callable[[Sequence[str], int], Sequence[World]]
"""Plays the lines from the beginning of a game with that seed, through parser and engine; the world after each line. Fewer
worlds than lines: the game was over, or a line was not understood."""
Goal = Callable[[World], bool]
SHORT = 24  # commands of a game that is worth making shorter still
DROPS = 120  # plays tried to make one witness shorter


def witnessed(mystery: Mystery, play: Play, goal: Goal, replay: Replay, ends: str) -> Witness | None:
    """The lines of the play, as far as the goal, if they come to it when they are typed; None when they do not."""
    seed = play.world.seed
    if goal(opening_world(mystery, seed)):
        return Witness(seed, (), ends)
    commands = next((step for step in play.lineage() if goal(step.world)), play).commands()
    for careful in (False, True):
        lines = tuple(lines_of(mystery, seed, commands, careful=careful))
        worlds = replay(lines, seed)
        reached = next((number for number, world in enumerate(worlds, start=1) if goal(world)), None)
        if reached is not None:
            return Witness(seed, lines[:reached], ends)
    return None


def remembered(replay: Replay) -> Replay:
    """The same, with nothing played twice."""
    played_before: dict[tuple[tuple[str, ...], int], Sequence[World]] = {}

    def replay_once(lines: Sequence[str], seed: int) -> Sequence[World]:
        key = (tuple(lines), seed)
        if key not in played_before:
            played_before[key] = replay(lines, seed)
        return played_before[key]

    return replay_once


def shortened(mystery: Mystery, play: Play, goal: Goal, most: int = DROPS, stop: Stop = never) -> Play:
    """A play that comes to the goal with fewer commands, found by leaving some out; the same when none can be.

    most: plays tried. stop: when to leave it as it then is.
    """
    best = next((step for step in play.lineage() if goal(step.world)), play)
    tried, size = 0, best.length // 2
    while size and tried < most and not stop():
        start = 0
        while start < best.length and tried < most and not stop():
            tried += 1
            fewer = _without(mystery, best, start, size, goal)
            best, start = (fewer, start) if fewer else (best, start + size)
        size //= 2
    return best


def _without(mystery: Mystery, play: Play, start: int, size: int, goal: Goal) -> Play | None:
    """The play without so many of its commands from that one on, as far as the goal; None when it does not come to it."""
    plays = play.lineage()
    after: Play | None = plays[start]
    for step in plays[start + size + 1 :]:
        if after is None or goal(after.world):
            return after
        after = played(mystery, after, step.command) if step.command else None
    return after if after and goal(after.world) else None


def shower(
    mystery: Mystery, replay: Replay, found: Reach | None = None, budget: int = 2000, stop: Stop = never
) -> Shower:
    """Who shows things: plans a game that holds the cards asked for, plays on as asked, and replays it.

    found: the fixpoint of the whole case, if it is at hand. budget: commands carried out for one showing. stop: when there
    is no time left for any.
    """
    whole = found or reach(mystery)

    def show(wanted: Show) -> Witness | None:
        if stop():
            return None
        within = whole if wanted.without == whole.facts.without else reach(mystery, without=wanted.without)
        planner = Planner(mystery, within, budget, stop=stop)
        play: Play | None = opening(mystery, 1)
        for command in wanted.first:
            play = play and planner.do(play, command)
        facts = [("known", route) for route in wanted.routes] + [("carries", clue) for clue in wanted.clues]
        for fact in sorted(facts, key=lambda fact: within.when(("known", fact[1])) or 0):
            play = play and planner.achieve(play, fact)
        for command in wanted.then:
            play = play and planner.do(play, command)
        if play is None:
            return None
        if wanted.without == NOTHING_LESS and play.length <= SHORT:
            play = shortened(mystery, play, _shows(mystery, wanted, play.world), stop=stop)
        last = play.world
        return witnessed(mystery, play, lambda world: world == last, replay, wanted.ends)

    return show


def _shows(mystery: Mystery, wanted: Show, last: World) -> Goal:
    """What is wanted, come to as in that world."""

    def so(world: World) -> bool:
        held = all(carries(mystery, world, clue) for clue in wanted.clues)
        return held and world.met | world.routes >= set(wanted.routes) and _stage(world) == _stage(last)

    return so


def _stage(world: World) -> tuple[object, ...]:
    """How far an accusation has come, whoever heard it, and how many there were."""
    stage = world.stage
    judged = getattr(stage, "accusation", None), getattr(stage, "verdict", "")
    return type(stage), *judged, world.counters.get("standing")
