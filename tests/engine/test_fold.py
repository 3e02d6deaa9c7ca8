"""Events are enough: they fold into the world the turn computed, survive the save's format, and are the same in every process."""

import os
import subprocess
import sys
from dataclasses import fields
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tavern.engine.apply import apply, apply_all
from tavern.engine.begin import first_world
from tavern.engine.clock import advance
from tavern.engine.remember import fold
from tavern.engine.turn import begin, turn
from tavern.model import codec, commands, events
from tavern.model.commands import Command
from tavern.model.events import Event, Judgement, StoryEnded, TimePassed
from tavern.model.notebook import Notebook
from tavern.model.world import World
from tests.engine.a_whole_case import CASE, COMMANDS

PLAY = st.lists(COMMANDS, max_size=25)


def play(mystery_commands: list[Command]) -> tuple[World, list[Event]]:
    world = first_world(CASE, 7)
    done: list[Event] = []
    for command in mystery_commands:
        fresh = turn(CASE, world, command)
        world = apply_all(world, fresh)
        done += fresh
    return world, done


@settings(max_examples=200)
@given(PLAY)
def test_the_world_is_the_fold_of_all_that_happened(commands_: list[Command]) -> None:
    world, done = play(commands_)
    assert apply_all(first_world(CASE, 7), done) == world
    assert fold(first_world(CASE, 7), Notebook(), done)[0] == world


@settings(max_examples=100)
@given(PLAY)
def test_a_save_gives_the_same_world_back(commands_: list[Command]) -> None:
    world, done = play(commands_)
    assert apply_all(first_world(CASE, 7), codec.read_events(codec.write(done))) == world
    assert codec.read_commands(codec.write(commands_)) == tuple(commands_)


@given(PLAY)
def test_equal_play_makes_equal_worlds_that_hash_alike(commands_: list[Command]) -> None:
    one, other = play(commands_), play(commands_)
    assert one == other
    assert hash(one[0]) == hash(other[0])
    assert len({one[0], other[0]}) == 1


@settings(max_examples=200)
@given(PLAY)
def test_knowledge_is_never_taken_away_and_time_never_goes_back(commands_: list[Command]) -> None:
    world = first_world(CASE, 7)
    for command in commands_:
        after = apply_all(world, turn(CASE, world, command))
        for known in ("clues", "routes", "met", "visited", "drawn", "fired"):
            assert getattr(after, known) >= getattr(world, known), known
        assert after.clock >= world.clock
        assert all(CASE.counters[id].least <= value <= CASE.counters[id].most for id, value in after.counters.items())
        assert all(-100 <= value <= 100 for value in after.relationships.values())
        world = after


@settings(max_examples=100)
@given(PLAY)
def test_after_the_end_nothing_moves(commands_: list[Command]) -> None:
    world, done = play(commands_)
    ended = [number for number, event in enumerate(done) if isinstance(event, StoryEnded)]
    assert len(ended) <= 1
    if ended:
        assert not [event for event in done[ended[0] :] if isinstance(event, TimePassed)]
        assert world.stage == apply_all(first_world(CASE, 7), done[: ended[0] + 1]).stage


@given(st.integers(1, 5000))
def test_a_passage_folds_its_own_events(minutes: int) -> None:
    world = first_world(CASE, 7)
    passage = advance(CASE, world, world.clock + minutes)
    assert apply_all(world, passage.events) == passage.world


def test_the_story_opens_with_a_look_round() -> None:
    world = first_world(CASE, 7)
    opened = apply_all(world, begin(CASE, world))
    assert {"hall", "gene", "sarah", "iron_key", "cellar", "loft"} <= opened.met
    assert opened.clock == world.clock


def test_what_cannot_follow_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="cannot happen"):
        apply(first_world(CASE, 7), Judgement("open"))


# ── the file format ─────────────────────────────────────────────────────────────────────────────────────────────

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)


def anything(kind: object) -> st.SearchStrategy[object]:
    """Values of a field's type: strings, numbers, truth values, tuples of these, and records."""
    if kind in (str, int, bool):
        return {str: TEXT, int: st.integers(-5000, 5000), bool: st.booleans()}[kind]
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            return st.lists(anything(inner[0]), max_size=3).map(tuple)
        return st.tuples(*map(anything, inner))
    assert isinstance(kind, type)
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: anything(hints[field.name]) for field in fields(kind)})


EVERY_EVENT = st.one_of(*(anything(kind) for kind in get_args(events.Event)))
EVERY_COMMAND = st.one_of(*(anything(kind) for kind in get_args(commands.Command)))


@settings(max_examples=400)
@given(st.lists(EVERY_EVENT, max_size=4))
def test_every_event_survives_being_written(values: list[Event]) -> None:
    written = codec.write(values)
    assert "\n" not in written
    assert codec.read_events(written) == tuple(values)
    assert codec.write(codec.read_events(written)) == written


@settings(max_examples=200)
@given(st.lists(EVERY_COMMAND, max_size=4))
def test_every_command_survives_being_written(values: list[Command]) -> None:
    assert codec.read_commands(codec.write(values)) == tuple(values)


@pytest.mark.parametrize(
    "text", ["", "{}", "[", '[{"kind_":"Gone"}]', '[{"kind_":"TimePassed","minutes":1}]', '[{"kind_":"TimePassed"}]']
)
def test_what_cannot_be_read_is_said_to_be_unreadable(text: str) -> None:
    with pytest.raises(codec.UnreadableRecord):
        codec.read_events(text)


# ── the same in every process ───────────────────────────────────────────────────────────────────────────────────

PROGRAM = """
from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.remember import fold
from tavern.engine.scope import scope_of
from tavern.engine.turn import turn
from tavern.model.commands import Accusation, Accuse, Act, Answer, Charge, Think
from tavern.model.notebook import Notebook
from tests.engine.a_whole_case import CASE
world, notebook = first_world(CASE, 7), Notebook()
lines = ["look", "take iron_key", "take lamp", "ask gene night", "ask sarah night", "go down", "light lamp", "examine barrel",
         "go up", "wait", "wait", "wait", "open chest", "read letter"]
commands = [Act(*line.split()) for line in lines]
commands += [Think("how", "boat", ("dry", "debt")),
             Accuse(Accusation((Charge("who", "gene", ("was_out",)), Charge("how", "boat", ("dry",))))), Answer("dry")]
for command in commands:
    events = turn(CASE, world, command)
    world, notebook = fold(world, notebook, events)
    print(events, scope_of(CASE, world, notebook).names, scope_of(CASE, world, notebook).present)
print(CASE.rules_fingerprint, sorted(world.met))
"""


def test_play_is_the_same_in_every_process() -> None:
    outputs = set()
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert "ClueFound" in outputs.pop()
