"""What the author's desk shows: what the world holds, and what can be named now, with ids."""

from collections.abc import Iterable, Iterator

from tavern.authoring.wording import hundredths, moment, noun
from tavern.model.mystery import Mystery
from tavern.model.scope import Scope
from tavern.model.world import PLAYER, WORN, World
from tavern.narration.wording import weekday
from tavern.reasoning.holds import stage_name
from tavern.reasoning.whereabouts import doing_of, room_of, stay_of, things_at

NONE = "none"
HELP = (
    "#goto ROOM: you are in that room.",
    "#time 22:00, #time day 2 22:00: time passes until then, with all that falls due in it.",
    "#reveal CLUE: the clue is found, by the first of its routes not yet taken; a deduction is drawn.",
    "#state: what the world holds.",
    "#why CLUE: what is still missing for it, route by route.",
    "#scope: what can be named now, with ids.",
    "undo takes back what any of them did. A room or clue is named by its id; Tab completes it.",
)


def state_page(mystery: Mystery, world: World) -> list[str]:
    """What the world holds, a line a subject; what is as it was at the start is left out of states, places and counters."""
    return [
        f"time: {moment(world.clock)}, {weekday(mystery, world.clock)}; stage: {stage_name(world.stage)}; seed: {world.seed}",
        f"you: in {noun(mystery, world.room)}{_doing(mystery, world)}",
        *_list(mystery, "carried", (*things_at(mystery, world, PLAYER), *things_at(mystery, world, WORN))),
        *(_person(mystery, world, actor) for actor in mystery.actors),
        *_list(mystery, "clues", (id for id in mystery.clues if id in world.clues)),
        *_plain("routes", (id for id in mystery.routes if id in world.routes)),
        *_list(mystery, "deductions", (id for id in mystery.deductions if id in world.drawn)),
        *_plain("counters", (f"{id} {value}" for id, value in sorted(world.counters.items()))),
        *_plain("states", (f"{id} {state}" for id, state in sorted(world.states.items()))),
        *_plain("moved", (f"{id} to {noun(mystery, place)}" for id, place in sorted(world.places.items()))),
        *_plain("fuses lit", (f"{id} until {moment(at)}" for id, at in sorted(world.pending.items()))),
        *_plain("gone off for good", sorted(world.fired)),
        *_list(mystery, "visited", (id for id in mystery.rooms if id in world.visited)),
    ]


def scope_page(mystery: Mystery, scope: Scope) -> list[str]:
    """What can be named now, with ids: what is here first, then all else that has been met."""
    seen = {*scope.present, *scope.held}
    met = [id for id in scope.names if id not in seen]
    ways = (f"{way} to {noun(mystery, room)}" if room else way for way, room in scope.exits.items())
    kinds = (("rooms", "room"), ("people", "actor"), ("things", "thing"), ("topics", "topic"), ("cards", "clue"))
    return [
        *_list(mystery, "here", (id for id in scope.present if id not in scope.held), empty=True),
        *_list(mystery, "carried", scope.held),
        *_plain("ways", ways, empty=True),
        *(f"{noun(mystery, actor)} would speak of: {', '.join(talk)}" for actor, talk in scope.talk.items() if talk),
        *(line for title, kind in kinds for line in _list(mystery, title, _of_kind(scope, met, kind))),
        *_list(mystery, "drawn", _of_kind(scope, met, "deduction")),
        *_plain("questions", (f"{id} ({', '.join(answers)})" for id, answers in scope.answers.items())),
        *(f"{word}: {noun(mystery, id)}" for word, id in _pronouns(scope) if id),
    ]


def _of_kind(scope: Scope, ids: Iterable[str], kind: str) -> Iterator[str]:
    return (id for id in ids if scope.kinds.get(id) == kind)


def _pronouns(scope: Scope) -> tuple[tuple[str, str], ...]:
    return (("it", scope.it), ("him", scope.him), ("her", scope.her), ("them", scope.them), ("you", scope.speaker))


def _doing(mystery: Mystery, world: World) -> str:
    kind, id = world.doing.kind, world.doing.object
    return f"; doing: {kind}{f' {noun(mystery, id)}' if id else ''}" if kind else ""


def _person(mystery: Mystery, world: World, actor: str) -> str:
    """Where somebody is, what they do there, how they stand to the player, and what keeps them."""
    doing, stay = doing_of(mystery, world, actor), stay_of(world, actor)
    until = "for good" if stay and stay.until < 0 else f"until {moment(stay.until)}" if stay else ""
    parts = (
        f"in {noun(mystery, room_of(mystery, world, actor))}",
        doing,
        f"relationship {hundredths(world.relationships.get(actor, 0))}",
        f"sent there {until}" if stay else "",
    )
    return f"{noun(mystery, actor)}: {', '.join(filter(None, parts))}"


def _list(mystery: Mystery, title: str, ids: Iterable[str], *, empty: bool = False) -> list[str]:
    return _plain(title, (noun(mystery, id) for id in ids), empty=empty)


def _plain(title: str, parts: Iterable[str], *, empty: bool = False) -> list[str]:
    told = ", ".join(parts)
    return [f"{title}: {told or NONE}"] if told or empty else []
