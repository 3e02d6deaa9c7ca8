"""The fourth claim looked into again: no single route, person, thing, or room at an hour is indispensable.

For each there is a game that comes to know the whole case. Its commands are carried out once more by the engine, on a world from
which the one thing has been taken: the person is nowhere and so is the thing, what the route tells is forgotten at once, and
nothing found, moved or set in the room at the hours stays so. If the case is known at the end all the same, the thing played no
part that is needed. Nothing has to be known of how the game was thought of.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.turn import begin, turn
from tavern.model.commands import Command
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, NOWHERE, Stay, World
from tavern.proof.checker.case import PROVED, REFUTED, Case, played
from tavern.proof.checker.document import Held, Spared
from tavern.proof.checker.removals import Removal, removal_in, removals
from tavern.proof.checker.shows import shows
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.inference import closure, established
from tavern.reasoning.judgement import provable

ID = "redundancy"
FOR_GOOD = Stay(NOWHERE, -1, priority=9)


def look(case: Case, claim: Held) -> str:
    """What of the claim, or of a part of it, has to be taken as written; "" for nothing. Raises Unfounded."""
    if claim.id != ID:
        return _part(case, claim)
    if claim.verdict != PROVED:
        return ""
    told = [*(name for spared in case.certificate.spared for name in spared.without), *case.certificate.unspared]
    if missing := {removal.name for removal in removals(case.mystery)} - set(told):
        message = f"{min(missing)} has to be taken away, and is left out"
        raise Unfounded(message)
    if claim.figures.get("tried") != len(told) or len(told) != len(set(told)) or claim.figures.get("lost"):
        message = f"it says that {claim.figures.get('tried')} things were taken away, and names {len(set(told))}"
        raise Unfounded(message)
    for spared in case.certificate.spared:
        _look_into(case, spared)
    _look_into_single(case)
    return "; ".join(_open(case, claim))


def checked(case: Case) -> str:
    """What was re-checked of the claim where it is proved, in a sentence; "" for nothing."""
    count = sum(len(spared.without) for spared in case.certificate.spared)
    if not count:
        return ""
    taken = f"With each of {count} routes, people, things and rooms at their hours taken away"
    return f"{taken}, one of {len(case.certificate.spared)} games comes to know the case all the same."


def _open(case: Case, claim: Held) -> Iterator[str]:
    if unspared := case.certificate.unspared:
        yield f"that the case can be known without {', '.join(unspared)}"
    if claim.figures.get("pairs"):
        yield "that nothing else makes up for the pairs that it names"


def _look_into(case: Case, spared: Spared) -> None:
    """That the game can be played, and knows the case without each of these. Raises Unfounded."""
    again = played(case.mystery, spared.game, case.replay)
    if again is None or shows(again.worlds) != spared.game.shows:
        message = (
            f"the game that does without {spared.without[0] if spared.without else 'nothing'} does not end as written"
        )
        raise Unfounded(message)
    commands = tuple(case.replay.commands(spared.game.lines, spared.game.seed))
    for name in spared.without:
        removal = removal_in(case.mystery, name)
        if removal is None or not does_without(case.mystery, spared.game.seed, commands, removal):
            message = f"with {name} taken away, its game does not come to know the case"
            raise Unfounded(message)


def does_without(mystery: Mystery, seed: int, commands: tuple[Command, ...], removal: Removal) -> bool:
    """Whether the commands, carried out from the beginning of a game with the seed, lead to the truth without the one thing."""
    world = _bereft(mystery, removal, first_world(mystery, seed))
    world = _bereft(mystery, removal, apply_all(world, begin(mystery, world)), world)
    for command in commands:
        world = _bereft(mystery, removal, _after(mystery, world, command), world)
    return provable(mystery, world)


@lru_cache(maxsize=8192)  # most things play no part in most of a game, which is then the same with them and without
def _after(mystery: Mystery, world: World, command: Command) -> World:
    return apply_all(world, turn(mystery, world, command))


def _bereft(mystery: Mystery, removal: Removal, world: World, before: World | None = None) -> World:
    """The world without it. before: the world in which the last command was given."""
    match removal.kind:
        case "person":
            return replace(world, stays=world.stays.set(removal.id, (FOR_GOOD,)))
        case "thing":
            return replace(world, places=world.places.set(removal.id, NOWHERE))
        case "route" if removal.id in world.routes:
            clue, routes = mystery.routes[removal.id].clue, world.routes - {removal.id}
            others = routes.intersection(mystery.clues[clue].routes)
            return replace(world, routes=routes, clues=world.clues if others else world.clues - {clue})
        case "hour" if before is not None and _was_there(removal, before, world):
            return replace(world, clues=before.clues, routes=before.routes, places=before.places, states=before.states)
        case _:
            return world


def _was_there(removal: Removal, before: World, after: World) -> bool:
    """Whether the player may have been in the room at one of the hours between the two worlds. Both ends count."""
    if removal.id not in (before.room, after.room) and not (before.room != after.room and removal.id in after.visited):
        return False
    return any(removal.has(clock % DAY) for clock in range(before.clock, after.clock + 1))


def _look_into_single(case: Case) -> None:
    """That no clue that was found names the culprit all alone. Raises Unfounded."""
    for clue in case.found & case.mystery.clues.keys():
        for question, answer in case.mystery.solution.answers.items():
            if answer in case.mystery.actors and _names(case.mystery, clue, question, answer):
                message = f"{clue} alone establishes {question}: {answer}"
                raise Unfounded(message)


def _names(mystery: Mystery, clue: str, question: str, answer: str) -> bool:
    return answer in established(mystery, question, closure(mystery, (clue,)))


def _part(case: Case, claim: Held) -> str:
    """A part is there only for what is lost, or names the culprit."""
    _, kind, *name = claim.id.split(":", 2)
    if claim.verdict != REFUTED:
        return ""
    if kind != "oracle":
        return f"that without {' '.join((kind, *name))} nothing else leads to the answer"
    culprits = [pair for pair in case.mystery.solution.answers.items() if pair[1] in case.mystery.actors]
    if not any(_names(case.mystery, clue, *pair) for clue in claim.by for pair in culprits):
        message = "the clue that it names does not establish who did it"
        raise Unfounded(message)
    return ""
