"""The author's `then:` as effects. What it reveals becomes a route of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from tavern.compiler import shape as s
from tavern.compiler.ground.desk import Desk, each, hundredths
from tavern.compiler.ground.texts import put
from tavern.model import effects as f
from tavern.model.effects import Effect
from tavern.model.mystery import Route
from tavern.model.world import HERE, NOWHERE, PLAYER


@dataclass(frozen=True, slots=True)
class Spring:
    """Where effects come from: the rule, and what the player learns from it by ("source" is a person, thing, room or fuse)."""

    rule: str
    source: str
    channel: str = "thing"
    speaker: str = ""
    reliability: int = 100
    origin: str = ""


def effects(desk: Desk, then: s.Then | None, spring: Spring) -> tuple[Effect, ...]:
    """What happens, in the order written."""
    return tuple(effect for number, shape in enumerate(each(then)) for effect in _effects(desk, shape, spring, number))


def held(actor: str, minutes: int | None) -> tuple[Effect, ...]:
    """What holds the actor in talk for so many minutes; None: nothing does."""
    return (f.Send(actor, HERE, minutes, rule=f.TALK),) if minutes else ()


def reveals_anything(then: s.Then | None) -> bool:
    """Whether some clue is revealed."""
    return any(shape.reveal for shape in each(then))


def reveal(desk: Desk, clue: str, spring: Spring) -> Effect:
    """The effect that reveals a clue, by a route filed for it."""
    id = desk.next_route(clue)
    origin = spring.origin or spring.source
    route = Route(id, clue, spring.rule, spring.channel, spring.reliability, origin, spring.source, spring.speaker)
    desk.add_route(route)
    return f.Reveal(clue, id)


def _effects(desk: Desk, shape: s.Effect, spring: Spring, number: int) -> Iterator[Effect]:
    yield from (reveal(desk, clue, spring) for clue in each(shape.reveal))
    yield from (f.Teach(id) for id in each(shape.teach))
    yield from (f.Move(thing, PLAYER) for thing in each(shape.give))
    yield from (f.Move(thing, NOWHERE) for thing in each(shape.take))
    yield from (f.Move(thing, place) for thing, place in (shape.move or {}).items())
    states = {shape.open: "open", shape.close: "closed", shape.lock: "locked", shape.unlock: "closed"}
    yield from (f.SetState(thing, state) for thing, state in states.items() if thing)
    yield from (f.SetState(thing, state) for thing, state in (shape.set or {}).items())
    yield from (f.Relate(actor, hundredths(by)) for actor, by in (shape.relationship or {}).items())
    yield from (f.Count(counter, by) for counter, by in (shape.count or {}).items())
    if shape.say is not None:
        yield f.Say(put(desk, f"say:{spring.rule}:{number}", shape.say))
    if shape.start:
        yield f.Start(shape.start)
    if shape.stop:
        yield f.Stop(shape.stop)
    yield from (f.Send(sent.actor, sent.to, sent.for_ or 0, sent.doing, sent.priority) for sent in each(shape.send))
    if shape.go:
        yield f.Go(shape.go)
    if shape.end:
        yield f.End(shape.end)
