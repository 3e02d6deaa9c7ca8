"""The first claim looked into again: each clue, deduction, ending and false solution is come to in a game that was played.

A game is proof enough: it went from the first line to what it shows, through the real parser and engine. What is said to be out
of reach no game can show; that is held against what the games came to, and otherwise taken as written.
"""

from collections.abc import Iterator

from tavern.model import effects as f
from tavern.model.mystery import Mystery
from tavern.model.world import Ended, World
from tavern.proof.checker.acting import leading
from tavern.proof.checker.case import PROVED, REFUTED, Case
from tavern.proof.checker.document import Held
from tavern.proof.checker.unfounded import Unfounded

ID = "reachable"
FIGURES = {"ending": "endings", "clue": "clues", "deduction": "deductions", "false_solution": "false solutions"}


def checked(case: Case) -> str:
    """What was re-checked of the claim where it is proved, in a sentence."""
    del case
    return "A game, played again, comes to each clue, deduction, ending and false solution."


def look(case: Case, claim: Held) -> str:
    """What of the claim, or of a part of it, has to be taken as written; "" for nothing. Raises Unfounded."""
    if claim.id == ID:
        return _whole(case, claim)
    _, kind, name = claim.id.split(":", 2) if claim.id.count(":") > 1 else (ID, "aside", "")
    if kind == "aside":
        return "that what it lists aside is out of reach" if any(claim.figures.get(key) for key in _out(claim)) else ""
    if claim.verdict == PROVED:
        if claim.id not in case.games or not is_come_to(case.mystery, case.games[claim.id].last, kind, name):
            message = f"no game of it comes to the {kind.replace('_', ' ')} {name}"
            raise Unfounded(message)
        return _seeds(case.mystery)
    if claim.verdict == REFUTED and any(
        is_come_to(case.mystery, game.last, kind, name) for game in case.games.values()
    ):
        message = f"a game comes to the {kind.replace('_', ' ')} {name}, and it says that none does"
        raise Unfounded(message)
    return f"that {name} is out of reach" if claim.verdict == REFUTED else ""


def _out(claim: Held) -> Iterator[str]:
    return (key for key in claim.figures if key.endswith("out of reach"))


def is_come_to(mystery: Mystery, world: World, kind: str, name: str) -> bool:
    """Whether it has been come to in the world; False for a kind that nobody knows."""
    ending = mystery.endings.get(world.stage.ending) if isinstance(world.stage, Ended) else None
    match kind:
        case "clue":
            return name in world.clues
        case "route":
            return name in world.routes
        case "deduction":
            return name in world.drawn
        case "room":
            return name in world.visited
        case "ending" | "plain_ending":
            return ending is not None and ending.id == name
        case "false_solution":
            return ending is not None and (ending.after, ending.solution) == ("insisted", name)
        case _:
            return False


def _whole(case: Case, claim: Held) -> str:
    """That there is a part, and so a game, for everything that has to be reachable."""
    told = {part.id for part in case.parts(ID) if part.verdict == PROVED or claim.verdict != PROVED}
    for kind, name in wanted(case.mystery):
        if f"{ID}:{kind}:{name}" not in told:
            message = f"no part of it is about the {kind.replace('_', ' ')} {name}"
            raise Unfounded(message)
    for kind, figure in FIGURES.items():
        count = sum(part.id.startswith(f"{ID}:{kind}:") for part in case.parts(ID))
        if claim.figures.get(figure) != count:
            message = f"it has {count} parts about {figure}, and says {claim.figures.get(figure)}"
            raise Unfounded(message)
    _look_into_aside(case)
    return ""


def _look_into_aside(case: Case) -> None:
    """That of routes, rooms and plain endings as many have no game as the part says that lists them. Raises Unfounded."""
    aside = case.claim(f"{ID}:aside")
    proved = {part.id for part in case.parts(ID) if part.verdict == PROVED}
    plain = {ending.id for ending in case.mystery.endings.values() if ending.is_plain}
    for kind, every in (
        ("route", case.mystery.routes.keys()),
        ("room", rooms_to_come_to(case.mystery)),
        ("plain ending", plain),
    ):
        shown = sum(f"{ID}:{kind.replace(' ', '_')}:{id}" in proved for id in every)
        names = (f"{kind}s out of reach", f"{kind}s not come to")
        left = sum(aside.figures.get(name, 0) for name in names) if aside else -1
        if shown + left != len(every):
            message = f"of {len(every)} {kind}s it shows {shown} by a game, and says that {left} are shown by none"
            raise Unfounded(message)


def rooms_to_come_to(mystery: Mystery) -> frozenset[str]:
    """The rooms that some act leads to, or something that goes off puts one into; the others are off the stage."""
    led = {to for _, to in leading(mystery)}
    return frozenset(led | {e.room for rule in mystery.automatics for e in rule.effects if isinstance(e, f.Go)})


def wanted(mystery: Mystery) -> Iterator[tuple[str, str]]:
    """All that has to be reachable: its kind, and its id."""
    yield from (("clue", clue) for clue in mystery.clues)
    yield from (("deduction", deduction) for deduction in mystery.deductions)
    yield from (("ending", ending.id) for ending in mystery.endings.values() if not ending.is_plain)
    told = {ending.solution for ending in mystery.endings.values() if ending.after == "insisted"}
    yield from (("false_solution", wrong.id) for wrong in mystery.false_solutions if wrong.id in told)


def _seeds(mystery: Mystery) -> str:
    late = any(step.jitter for actor in mystery.actors.values() for step in actor.itinerary)
    return "that it is so with other seeds than those of its games" if late else ""
