"""The seventh claim looked into again: the case can be known in time, and what is needed for that is met early enough.

Its game is played again, and after each line the engine is asked whether what is held proves the case: the first that does is
the moment it names. What the proof was learnt from has to be met before it is too late. Of the lower bound only that it is one: it
lies below what the game shows.
"""

from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.checker.case import PROVED, Case
from tavern.proof.checker.document import Held
from tavern.proof.checker.holdings import holding
from tavern.proof.checker.levels import depth
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.judgement import provable
from tavern.reasoning.whereabouts import people_here

ID = "early"


def checked(case: Case) -> str:
    """What was re-checked of the claim where it is proved, in a sentence."""
    del case
    return "Its game knows the case at the line and hour it says; the culprit, and what the proof was learnt from, are met in time."


def look(case: Case, claim: Held) -> str:
    """What of the claim, or of a part of it, has to be taken as written; "" for nothing. Raises Unfounded."""
    if claim.verdict != PROVED:
        return f"that {claim.id} fails" if claim.verdict == "REFUTED" and claim.id != ID else ""
    line, world = _knows(case)
    if claim.id == f"{ID}:known" and (claim.id not in case.games or case.games[claim.id].game != case.games[ID].game):
        message = "its game is not that of the whole claim"
        raise Unfounded(message)
    if claim.id.startswith(f"{ID}:met:"):
        _look_into_meeting(case, claim.id.removeprefix(f"{ID}:met:"), latest(case))
    return _whole(case, claim, line, world) if claim.id == ID else ""


def latest(case: Case) -> int:
    """The last clock time at which a proof can still be begun: of the second claim, or the last hour; -1 when there is none."""
    stranded = case.claim("stranded")
    proved = stranded is not None and stranded.verdict == PROVED
    return stranded.figures.get("last", case.mystery.ends) if stranded and proved else case.mystery.ends


def _knows(case: Case) -> tuple[int, World]:
    """The first line of its game after which what is held proves the case, and the world then. Raises Unfounded."""
    worlds = case.games[ID].worlds if ID in case.games else ()
    for line, world in enumerate(worlds):
        if provable(case.mystery, world):
            return line, world
    message = "at no line of its game does what is held prove the case"
    raise Unfounded(message)


def _whole(case: Case, claim: Held, line: int, world: World) -> str:
    mystery, figures = case.mystery, claim.figures
    if (figures.get("upper_line"), figures.get("upper_clock")) != (line, world.clock):
        message = f"its game knows the case after line {line}, at {world.clock}"
        raise Unfounded(message)
    deepest = depth(mystery, case.found & mystery.clues.keys())
    if not depth(mystery, mystery.clues) <= figures.get("depth", -1) <= deepest:
        message = f"the longest inference of the shortest proof has {deepest} levels"
        raise Unfounded(message)
    _look_into_parts(case, world)
    clock, commands = figures.get("lower_clock", -1), figures.get("lower_commands", -1)
    if clock > world.clock or commands > line:
        message = "its lower bound is above its upper"
        raise Unfounded(message)
    return "the hour and the number of commands short of which nobody can know it"


def _look_into_parts(case: Case, world: World) -> None:
    """That there is a part for the culprit, and that what the parts name suffices to have learnt a proof from. Raises Unfounded."""
    mystery = case.mystery
    met = {part.id.removeprefix(f"{ID}:met:") for part in case.parts(ID)}
    culprits = {answer for answer in mystery.solution.answers.values() if answer in mystery.actors}
    named = [route for route in world.routes if mystery.routes[route].source in met | mystery.rooms.keys()]
    if not culprits <= met or f"{ID}:known" not in {part.id for part in case.parts(ID)}:
        message = "it has no part about the culprit, or about when the case is known"
        raise Unfounded(message)
    if not provable(mystery, holding(mystery, named)):
        message = "what its parts say is met does not suffice to learn a proof from"
        raise Unfounded(message)


def _look_into_meeting(case: Case, id: str, late: int) -> None:
    clock = next((world.clock for world in case.games[ID].worlds if _is_met(case.mystery, world, id)), None)
    if clock is None or 0 <= late < clock:
        message = f"its game does not meet {id} before it is too late"
        raise Unfounded(message)


def _is_met(mystery: Mystery, world: World, id: str) -> bool:
    """Whether the person is there, or the thing was come upon: to have heard of somebody is not to have met them."""
    return id in people_here(mystery, world) if id in mystery.actors else id in world.met
