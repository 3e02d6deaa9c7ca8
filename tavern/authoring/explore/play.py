"""One play: lines typed one after the other, and what came of them."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from random import Random

from tavern.authoring.explore.acts import at_hand, outcome
from tavern.authoring.explore.choosing import next_line
from tavern.authoring.explore.crash import Crash, crash_of
from tavern.authoring.explore.gaps import counted, gaps
from tavern.authoring.explore.moment import Moment, spoken
from tavern.authoring.explore.prose import prose_of
from tavern.authoring.explore.tally import Tally, reached
from tavern.engine.scope import scope_of
from tavern.game import Game
from tavern.logbook import Unkept
from tavern.model.mystery import Mystery
from tavern.model.report import Report
from tavern.model.scope import Scope
from tavern.model.world import Playing
from tavern.reasoning.whereabouts import people_here

TRIES = 32  # acts tried in one place at one hour before the play goes on
IN_THE_SCENE = (
    "thing:",
    "room:",
    "first:",
    "listed:",
    "odd:",
    "read:",
    "actor:",
    "inside:",
    "opening",
)  # prose about what is there


@dataclass(frozen=True, slots=True)
class Errand:
    """What one play is to do: the lines it begins with, then so many of its own.

    tried: outcomes of acts that earlier plays have tried. part: of `parts` plays that set out together, which this one is;
    each tries its own acts first.
    """

    seed: int
    game_seed: int
    beginning: tuple[str, ...] = ()
    lines: int = 400
    tried: frozenset[str] = frozenset()
    part: int = 0
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Journey:
    """What a play came to.

    typed: the lines of its game, of the last one where there were several; lines: how many were typed in all. tried:
    outcomes of acts that it tried first.
    """

    tally: Tally
    typed: tuple[str, ...]
    lines: int
    tried: tuple[str, ...]
    crashes: tuple[Crash, ...]
    game_seed: int


def journey(mystery: Mystery, errand: Errand) -> Journey:
    """Play the errand to its end."""
    play = Play(mystery, errand)
    play.run()
    return Journey(play.tally, tuple(play.typed), play.lines, tuple(play.tried), tuple(play.crashes), errand.game_seed)


class Play:
    """A game, and everything counted while it is played."""

    def __init__(self, mystery: Mystery, errand: Errand) -> None:
        self.mystery, self.errand = mystery, errand
        self.random = Random(errand.seed)  # noqa: S311 - chance that can be repeated is what is wanted
        self.prose = prose_of(mystery)
        self.tally: Tally = Counter({("room", mystery.start): 1})
        self.typed: list[str] = []  # since the game began
        self.lines = 0
        self.tried: dict[str, None] = {}
        self.crashes: list[Crash] = []
        self.done: Counter[str] = Counter()
        self.seen: set[tuple[object, ...]] = set()
        self.bad: set[str] = set()  # lines that broke the game: not to be typed again
        self.since = 0.0  # share of the play's lines that were typed before this game

    def begin(self, share: float = 0.0) -> None:
        """Sit down to a new game."""
        self.typed, self.since = [], share
        self.seen.clear()
        self.game = Game(self.mystery, Unkept(), self.errand.game_seed, self.mystery.title)
        self.entries = 1
        self._count_prose(self.game.opening(), self._scope())

    def run(self) -> None:
        """Type the beginning, then what is chosen, with all that is new tried wherever it turns up."""
        if not self._unbroken(self.begin):
            return
        for line in self.errand.beginning:
            if not self._unbroken(partial(self.feed, line)):
                self.begin()
        for number in range(self.errand.lines):
            share = number / self.errand.lines
            for step in (self._try_what_is_new, partial(self._go_on, share)):
                if not self._unbroken(step):
                    self.begin(share)

    def feed(self, line: str) -> Report:
        """Type a line and count what comes of it."""
        self.typed.append(line)
        self.lines += 1
        report = self.game.feed(line)
        self.entries += 1
        self.tally.update(thing for event in self.game.chronicle.entry(self.entries).events for thing in reached(event))
        self._count_prose(report, self._scope())
        return report

    def _unbroken(self, step: Callable[[], object]) -> bool:
        """Take a step. False where it broke the game, which cannot be gone on with then."""
        try:
            step()
        except Exception as error:  # noqa: BLE001 - to find any of them is what this is for
            self.crashes.append(crash_of(error, self.typed, self.errand.game_seed))
            self.bad.update(self.typed[-1:])
            return False
        return True

    def _go_on(self, share: float) -> None:
        scope = self._scope()
        self.done[f"in {scope.room}"] += 1
        played = (share - self.since) / (1 - self.since)
        line = next_line(Moment(self.game, scope, self.random, played, self.done, self.errand.tried))
        if line not in self.bad and (ended := self.feed(line).view.ended):
            self._after_the_end(ended, share)

    def _after_the_end(self, ending: str, share: float) -> None:
        """After a hearing take back the line, and what was charged; else nothing is left to do but in a new game."""
        if self.mystery.endings[ending].after in ("time", "event"):
            self.begin(share)
            return
        self.feed("undo")
        if not isinstance(self.game.state.world.stage, Playing):
            self.feed("withdraw")

    def _try_what_is_new(self) -> None:
        """In a place, hour and company not yet seen: do what has outcomes that no play has had, and take each back."""
        world = self.game.state.world
        here = (world.room, world.clock // 60, *people_here(self.mystery, world))
        if here in self.seen:
            return
        self.seen.add(here)
        for line in self._new_lines():
            turn = self.game.state.turn
            if line not in self.bad and self.feed(line).turn != turn:
                self.feed("undo")

    def _new_lines(self) -> Iterable[str]:
        """Lines for acts with an outcome no play has had; those of this play's part of them first."""
        scope, world = self._scope(), self.game.state.world
        if scope.stage != "playing" or len(self.tried) >= 2 * self.errand.lines:
            return []
        named = [outcome(self.mystery, world, act) for act in at_hand(self.mystery, scope)]
        new = [found for found in named if found.name not in self.errand.tried and found.name not in self.tried]
        self.random.shuffle(new)
        new.sort(key=lambda found: (-found.rank, sum(found.name.encode()) % self.errand.parts != self.errand.part))
        self.tried.update(dict.fromkeys(found.name for found in new[:TRIES]))
        return [line for found in new[:TRIES] if (line := spoken(found.act, scope))]

    def _count_prose(self, report: Report, scope: Scope) -> None:
        for paragraph in report.paragraphs:
            for name in self.prose.told_in(paragraph.text):
                self.tally["line", name] += 1
                line = self.prose.lines[name]
                if paragraph.kind == "prose" and line.key.startswith(IN_THE_SCENE) and scope.stage == "playing":
                    self.tally.update(counted(gap) for gap in gaps(self.mystery, scope, line))

    def _scope(self) -> Scope:
        state = self.game.state
        return scope_of(self.mystery, state.world, state.notebook, self.game.chronicle.words)
