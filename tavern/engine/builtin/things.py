"""Handling things: looking, searching, taking, opening, wearing, lighting, buying."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tavern.engine.builtin.guards import NEVER, carried, in_sight, unminded
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.effects import Effect
from tavern.model.mystery import Mystery, Thing
from tavern.model.rules import Guard, Rule
from tavern.model.world import HERE, NOWHERE, PLAYER, WORN

if TYPE_CHECKING:
    from tavern.model.conditions import Condition

Guards = tuple[Guard, ...]


def rule(act: Act, guards: Guards, effects: tuple[Effect, ...] = (), minutes: int = 0, part: str = "") -> Rule:
    """A built-in rule; its id is the command and, where a command has several, which part it is."""
    return Rule(" ".join(filter(None, (act.verb, act.noun, act.other, part))), act, guards, effects, minutes)


def refuse(act: Act, guards: Guards, words: str) -> Rule:
    """A rule that never fits: its words are told when nothing of the author's does."""
    return rule(act, (*guards, Guard(NEVER, words)))


def look(_mystery: Mystery, act: Act) -> list[Rule]:
    """Look round the room one is in (`noun` is that room)."""
    return [rule(act, (), (f.Describe(act.noun, "look"),))]


def is_only_read(mystery: Mystery, id: str) -> bool:
    """Whether it is a thing of which there is no more to see than what is written on it."""
    thing = mystery.things.get(id)
    return thing is not None and bool(thing.reading) and not thing.text


def examine(mystery: Mystery, act: Act) -> list[Rule]:
    """Look at a thing or person; a thing that has words on it and no description is read."""
    if is_only_read(mystery, act.noun):
        return [rule(act, in_sight(act.noun), (f.Describe(act.noun, "read"),), minutes=1)]
    return [rule(act, in_sight(act.noun), (f.Describe(act.noun, "examine"),))]


def search(mystery: Mystery, act: Act) -> list[Rule]:
    """Search a thing, or look in, under or behind it; a person or room is looked at."""
    thing = mystery.things.get(act.noun)
    guards = in_sight(act.noun)
    if thing is None:
        return [rule(act, guards, (f.Describe(act.noun, act.verb),), minutes=2)]
    guards = (*guards, *unminded(thing.minded_by))
    if thing.holds == "in" and thing.openable and act.verb in ("search", "look_in"):
        guards = (*guards, Guard(c.Is(thing.id, "open"), "shut"))
    return [rule(act, guards, (f.Describe(thing.id, act.verb),), minutes=2)]


def investigate(mystery: Mystery, act: Act) -> list[Rule]:
    """Twenty minutes with a room (what is out of place is pointed out) or with one thing or person."""
    room = mystery.rooms.get(act.noun)
    if room:
        effects: tuple[Effect, ...] = (f.Describe(room.id, "investigate"), *map(f.Teach, room.out_of_place))
        here = Guard(c.At((room.id,)), "not_in_room")
        return [rule(act, (here, Guard(c.Lit(), "dark"), *unminded(room.minded_by)), effects, minutes=20)]
    thing = mystery.things.get(act.noun)
    guards = (*in_sight(act.noun), *(unminded(thing.minded_by) if thing else ()))
    return [rule(act, guards, (f.Describe(act.noun, "investigate"),), minutes=20)]


def sense(mystery: Mystery, act: Act) -> list[Rule]:
    """Smell or listen: to one thing, or to the room one is in."""
    guards = () if act.noun in mystery.rooms else in_sight(act.noun)
    return [rule(act, guards, (f.Describe(act.noun, act.verb),))]


def touch(_mystery: Mystery, act: Act) -> list[Rule]:
    """Touch, knock on, look through: told in the narrator's words unless the author has some."""
    return [rule(act, in_sight(act.noun), (f.Describe(act.noun, act.verb),))]


def read(mystery: Mystery, act: Act) -> list[Rule]:
    """Read what is written on a thing."""
    thing = mystery.things.get(act.noun)
    if thing and thing.reading:
        return [rule(act, in_sight(act.noun), (f.Describe(act.noun, "read"),), minutes=1)]
    return [refuse(act, in_sight(act.noun), "nothing_written")]


def no_use(_mystery: Mystery, act: Act) -> list[Rule]:
    """A verb that does nothing to a thing unless the author says what."""
    return [refuse(act, in_sight(act.noun) if act.noun else (), "no_use")]


def take(mystery: Mystery, act: Act) -> list[Rule]:
    """Pick a thing up, off or out of what holds it."""
    thing = mystery.things.get(act.noun)
    if thing is None:
        return [refuse(act, in_sight(act.noun), "not_a_thing")]
    if thing.kind != "portable":
        return [refuse(act, in_sight(act.noun), "not_portable")]
    guards: Guards = (
        *in_sight(thing.id),
        Guard(c.Not(c.In(thing.id, PLAYER)), "already_carried"),
        *_unsold(thing),
        *unminded(thing.minded_by),
    )
    return [rule(act, guards, (f.Move(thing.id, PLAYER),), minutes=1)]


def _at_hand(thing: Thing) -> Guards:
    """Carried already, or free to be picked up."""
    free = (*_unsold(thing), *unminded(thing.minded_by))
    return tuple(Guard(c.Any((c.Has(thing.id), guard.condition)), guard.words) for guard in free)


def _unsold(thing: Thing) -> Guards:
    return (Guard(c.Not(c.In(thing.id, thing.sold_by)), "for_sale"),) if thing.sold_by else ()


def drop(mystery: Mystery, act: Act) -> list[Rule]:
    """Put a carried thing down in the room."""
    return [rule(act, _carried_thing(mystery, act.noun), (f.Move(act.noun, HERE),), minutes=1)]


def put(mystery: Mystery, act: Act) -> list[Rule]:
    """Put a carried thing in or on another."""
    holder = mystery.things.get(act.other)
    guards = (*_carried_thing(mystery, act.noun), *in_sight(act.other))
    if holder is None or holder.holds != act.verb.removeprefix("put_") or act.noun == act.other:
        return [refuse(act, guards, "no_room_there")]
    guards = (*guards, Guard(c.Not(c.In(act.other, act.noun)), "no_room_there"))
    if holder.openable:
        guards = (*guards, Guard(c.Is(holder.id, "open"), "shut_other"))
    return [rule(act, guards, (f.Move(act.noun, act.other),), minutes=1)]


def _carried_thing(mystery: Mystery, id: str) -> Guards:
    return carried(id) if id in mystery.things else (*in_sight(id), Guard(NEVER, "not_a_thing"))


def wear(mystery: Mystery, act: Act) -> list[Rule]:
    """Put a thing on, picking it up first if it lies here."""
    thing = mystery.things.get(act.noun)
    if thing is None or not thing.wearable:
        return [refuse(act, in_sight(act.noun), "not_wearable")]
    worn = Guard(c.Not(c.In(thing.id, WORN)), "already_worn")
    return [rule(act, (*in_sight(thing.id), worn, *_at_hand(thing)), (f.Move(thing.id, WORN),), minutes=1)]


def remove(mystery: Mystery, act: Act) -> list[Rule]:
    """Take a worn thing off."""
    guards = (*in_sight(act.noun), Guard(c.In(act.noun, WORN), "not_worn"))
    return (
        [rule(act, guards, (f.Move(act.noun, PLAYER),), minutes=1)]
        if act.noun in mystery.things
        else no_use(mystery, act)
    )


def open_(mystery: Mystery, act: Act) -> list[Rule]:
    """Open what is closed; what is locked only with its key on one."""
    thing = mystery.things.get(act.noun)
    if thing is None or not thing.openable:
        return [refuse(act, in_sight(act.noun), "not_openable")]
    guards = (*in_sight(thing.id), Guard(c.Not(c.Is(thing.id, "open")), "already_open"), *unminded(thing.minded_by))
    effects = (f.SetState(thing.id, "open"), *((f.Describe(thing.id, "inside"),) if thing.holds else ()))
    rules = [rule(act, (*guards, Guard(c.Not(c.Is(thing.id, "locked")), "locked")), effects, minutes=1)]
    if thing.key:
        rules.append(
            rule(act, (*guards, Guard(c.Is(thing.id, "locked")), Guard(c.Has(thing.key))), effects, 1, "with key")
        )
    return rules


def close(mystery: Mystery, act: Act) -> list[Rule]:
    """Close what is open."""
    thing = mystery.things.get(act.noun)
    if thing is None or not thing.openable:
        return [refuse(act, in_sight(act.noun), "not_openable")]
    guards = (*in_sight(thing.id), Guard(c.Is(thing.id, "open"), "already_closed"))
    return [rule(act, guards, (f.SetState(thing.id, "closed"),), minutes=1)]


def lock(mystery: Mystery, act: Act) -> list[Rule]:
    """Lock or unlock with the key named in `other`, or with the right one if it is carried."""
    thing = mystery.things.get(act.noun)
    if thing is None or not thing.lockable:
        return [refuse(act, in_sight(act.noun), "no_lock")]
    after, before, words = (
        ("locked", "closed", "not_closed") if act.verb == "lock" else ("closed", "locked", "not_locked")
    )
    guards = (*in_sight(thing.id), Guard(c.Is(thing.id, before), words), *unminded(thing.minded_by))
    if act.other and act.other != thing.key:
        return [refuse(act, guards, "wrong_key")]
    has_key: Condition = c.Has(thing.key) if thing.key else NEVER
    return [rule(act, (*guards, Guard(has_key, "no_key")), (f.SetState(thing.id, after),), minutes=1)]


def light(mystery: Mystery, act: Act) -> list[Rule]:
    """Light a lamp or candle, or put it out."""
    thing = mystery.things.get(act.noun)
    if thing is None or not thing.light:
        return [refuse(act, in_sight(act.noun), "no_light")]
    state, words = ("lit", "already_lit") if act.verb == "light" else ("unlit", "not_lit")
    lit: Condition = c.Is(thing.id, "lit")
    condition = c.Not(lit) if act.verb == "light" else lit
    return [rule(act, (*in_sight(thing.id), Guard(condition, words)), (f.SetState(thing.id, state),), minutes=1)]


def consume(mystery: Mystery, act: Act) -> list[Rule]:
    """Eat or drink; what can be carried is gone afterwards."""
    thing = mystery.things.get(act.noun)
    if thing is None or not (thing.edible if act.verb == "eat" else thing.drinkable):
        return [refuse(act, in_sight(act.noun), f"not_to_{act.verb}")]
    effects = (f.Move(thing.id, NOWHERE),) if thing.kind == "portable" else ()
    return [rule(act, (*in_sight(thing.id), *_at_hand(thing)), effects, minutes=2)]


def buy(mystery: Mystery, act: Act) -> list[Rule]:
    """Buy a thing from whoever sells it, for coin."""
    thing = mystery.things.get(act.noun)
    if thing is None or not thing.sold_by or act.other not in ("", thing.sold_by):
        return [refuse(act, (), "not_for_sale")]
    guards = (
        Guard(c.With(thing.sold_by), "seller_away"),
        Guard(c.Awake(thing.sold_by), "seller_away"),
        Guard(c.Not(c.Has(thing.id)), "already_carried"),
        Guard(c.Counter("coin", least=thing.price), "too_dear"),
    )
    paid = (f.Count("coin", -thing.price),) if thing.price else ()
    return [rule(act, guards, (*paid, f.Move(thing.id, PLAYER)), minutes=1)]


THINGS: Mapping[str, Callable[[Mystery, Act], list[Rule]]] = {
    "look": look, "examine": examine, "search": search, "look_in": search, "look_under": search, "look_behind": search,
    "look_through": touch, "investigate": investigate, "smell": sense, "touch": touch, "knock": touch, "read": read,
    "take": take, "drop": drop, "put_in": put, "put_on": put, "wear": wear, "remove": remove, "open": open_, "close": close,
    "lock": lock, "unlock": lock, "light": light, "extinguish": light, "eat": consume, "drink": consume, "buy": buy,
}  # fmt: skip
