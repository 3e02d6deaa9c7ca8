"""A play on the real engine: a world, how it came about, and the next one. A value, so that plays can branch anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.remember import fold
from tavern.engine.scope import scope_of
from tavern.engine.turn import begin, normalise, turn
from tavern.model.commands import Act, Command, Understood
from tavern.model.events import Event, Refused
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.scope import Scope
from tavern.model.world import World
from tavern.parser.parse import parse
from tavern.parser.say import say
from tavern.proof.transitions.facts import opening_world
from tavern.proof.transitions.moves import can_be_named


@dataclass(frozen=True, slots=True)
class Play:
    """Where a play stands. before: the play one command ago, None at the beginning; length: how many commands led here."""

    world: World
    before: "Play | None" = None
    command: Command | None = None
    length: int = 0

    def commands(self) -> tuple[Command, ...]:
        """The commands that led here from the beginning, in order."""
        return tuple(play.command for play in self.lineage() if play.command is not None)

    def lineage(self) -> "list[Play]":
        """All that this play was, from its beginning."""
        plays = [self]
        while plays[-1].before is not None:
            plays.append(plays[-1].before)
        return plays[::-1]


def opening(mystery: Mystery, seed: int) -> Play:
    """The play in which nothing has been typed yet."""
    return Play(opening_world(mystery, seed))


def played(mystery: Mystery, play: Play, command: Command) -> Play | None:
    """The play after the command, None when the world refuses it, or no line could say it."""
    if not can_be_named(mystery, play.world, command):
        return None
    world = _after(mystery, play.world, command)
    return None if world is None else Play(world, play, command, play.length + 1)


@lru_cache(maxsize=4096)
def _after(mystery: Mystery, world: World, command: Command) -> World | None:
    """The world after the command, None when it is refused. Plays have their beginnings in common: each is carried out once."""
    events = _events(mystery, world, command)
    return None if any(isinstance(event, Refused) for event in events) else shared(apply_all(world, events))


@lru_cache(maxsize=4096)
def _events(mystery: Mystery, world: World, command: Command) -> tuple[Event, ...]:
    """What comes of the command: asked to carry it out, and to say it in a line."""
    return tuple(turn(mystery, world, command))


def shared(world: World) -> World:
    """The same world. What was met is much, and mostly the same along many plays: it is kept once."""
    return replace(world, met=_one(world.met))


@lru_cache(maxsize=2048)
def _one(ids: frozenset[str]) -> frozenset[str]:
    return ids


def lines_of(mystery: Mystery, seed: int, commands: Sequence[Command], *, careful: bool = False) -> Iterator[str]:
    """The lines a player would type for the commands, from the beginning of a game with this seed.

    careful: each line is parsed, and where its words mean something else other names are tried; that takes longer.
    """
    first = first_world(mystery, seed)
    world, notebook = fold(first, Notebook(), begin(mystery, first))
    for command in commands:
        line, world, notebook = _said(mystery, world, notebook, command, careful=careful)
        yield line


@lru_cache(maxsize=2048)
def _said(
    mystery: Mystery, world: World, notebook: Notebook, command: Command, *, careful: bool
) -> tuple[str, World, Notebook]:
    """The line for the command, and what is so after it."""
    scope = scope_of(mystery, world, notebook)
    short = _unsaid(mystery, world, command)
    line = _line(short, scope) if careful else say(short, scope)
    after, noted = fold(world, notebook, _events(mystery, world, command))
    return line, shared(after), noted


def _line(command: Command, scope: Scope) -> str:
    """The line for the command; where its words mean something else in this scope, one with other names."""
    line = say(command, scope)
    if not isinstance(command, Act) or _means(line, command, scope):
        return line
    others = (
        line.replace(name, other)
        for id in (command.noun, command.other)
        if id in scope.names
        for name in (scope.names[id].name, scope.names[id].full, *scope.names[id].also)
        for other in (scope.names[id].name, scope.names[id].full, *scope.names[id].also)
        if name and other and name in line
    )
    return next((other for other in others if _means(other, command, scope)), line)


def _means(line: str, command: Act, scope: Scope) -> bool:
    parsed = parse(line, scope)
    return isinstance(parsed, Understood) and parsed.command == command and not parsed.rest


def _unsaid(mystery: Mystery, world: World, command: Command) -> Command:
    """The command without the room one is in, which a line leaves out."""
    if isinstance(command, Act) and command.noun == world.room:
        bare = replace(command, noun="")
        if normalise(mystery, world, bare) == command:
            return bare
    return command
