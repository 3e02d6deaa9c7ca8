"""A line's events as they are walked: where and when one is at each, and how often everything was told by then."""

from dataclasses import dataclass, field, replace

from tavern.model import events as e
from tavern.model.events import Event
from tavern.model.mystery import Mystery, Names
from tavern.model.notebook import Notebook
from tavern.model.world import World
from tavern.narration.settings import EASY
from tavern.narration.text import words
from tavern.narration.wording import name_of

LASTING = frozenset({"wait", "watch", "listen", "follow", "sleep"})
LONG = 5  # minutes from which a line tells the hour of what is seen


@dataclass(slots=True)
class Telling:
    """Made for one line and dropped with it. before, after: the world around it; notebook, notebook_after likewise.

    loudness: the difficulty, as set. at: number of the event being told. room, clock: where and when that was. told: key →
    how often, up to here, of what this line tells. met, visited, routes: what had been come across, been to and learnt by then.
    """

    mystery: Mystery
    before: World
    after: World
    notebook: Notebook
    notebook_after: Notebook
    events: tuple[Event, ...]
    loudness: str = EASY
    at: int = 0
    room: str = ""
    clock: int = 0
    told: dict[str, int] = field(default_factory=dict)
    met: frozenset[str] = frozenset()
    visited: frozenset[str] = frozenset()
    routes: frozenset[str] = frozenset()
    fresh: str = ""

    def __post_init__(self) -> None:
        self.room, self.clock = self.before.room, self.before.clock
        self.met, self.visited, self.routes = self.before.met, self.before.visited, self.before.routes

    def count(self, key: str) -> int:
        """How often the key was told before this event."""
        return self.told.get(key) or self.notebook.told.get(key, 0)

    def words(self, key: str, world: World, count_of: str = "") -> str:
        """The author's text under the key, in its turn. count_of: the key it is counted by, where that is another."""
        return words(self.mystery, key, world, self.count(count_of or key))

    def later(self, kind: type[Event]) -> bool:
        """Whether an event of that kind is still to come in this line."""
        return any(isinstance(event, kind) for event in self.events[self.at + 1 :])

    def next(self) -> Event | None:
        """The event after this one."""
        return self.events[self.at + 1] if self.at + 1 < len(self.events) else None

    def is_lasting(self) -> bool:
        """Whether the line spent time on purpose, or took so long that the hour of what was seen is worth telling."""
        spent = any(isinstance(event, e.Beat) and event.kind in LASTING for event in self.events)
        return spent or self.after.clock - self.before.clock >= LONG

    def world_here(self) -> World:
        """The world after the line, seen from where and when this event is."""
        if (self.after.room, self.after.clock) == (self.room, self.clock):
            return self.after
        return replace(self.after, room=self.room, clock=self.clock)

    def person(self, actor: str) -> str:
        """What somebody is called: by their full name when they are met for the first time."""
        names = name_of(self.mystery, actor)
        is_new = actor not in self.met
        if is_new:
            self.met |= {actor}
        return (is_new and names.full) or names.name

    def names(self, id: str) -> Names:
        """The names of anything."""
        return name_of(self.mystery, id)

    def went_by(self, event: Event) -> None:
        """Take the event into account once it has been told."""
        match event:
            case e.TimePassed(clock):
                self.clock = clock
            case e.Walked(room, _, _):
                self.fresh = "" if room in self.visited else room
                self.room = room
                self.visited |= {room}
            case e.Told(text, _, _):
                self._counted(text)
            case e.Refused(words=words):
                self._counted(words)
            case e.Described(id, how, _):
                self._counted(f"{how}:{id}")
            case e.Beat(kind, object, _, _):
                self._counted(f"beat:{kind}:{object}")
            case e.ClueFound(_, route) | e.ClueCorroborated(_, route):
                self.routes |= {route}
            case e.Met(ids):
                self.met = self.met.union(ids)
            case _:
                pass
        self.at += 1

    def _counted(self, key: str) -> None:
        self.told[key] = self.count(key) + 1
