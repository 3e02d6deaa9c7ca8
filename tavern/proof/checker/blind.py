"""The sixth claim looked into again: guessing does not pay.

That failed accusations leak nothing is tried anew (`varying`), in other positions than the prover's. The rest is read off the
games and the case: each route is taken in a game without anybody having been accused, more than the culprit give way (`yielding`),
no words single the truth out (`singling`), some clue points astray, and the chance of insisting blindly is a product of how many
answers there are.
"""

from math import prod

from tavern.model import conditions as c
from tavern.model.commands import Accuse
from tavern.model.conditions import Condition
from tavern.model.mystery import Clue, Mystery
from tavern.model.world import World
from tavern.proof.checker.astray import is_false, leads_to
from tavern.proof.checker.case import PROVED, REFUTED, Case
from tavern.proof.checker.document import Held
from tavern.proof.checker.singling import look_into_hearing
from tavern.proof.checker.unfounded import Unfounded
from tavern.proof.checker.varying import accusations, leak, positions
from tavern.proof.checker.yielding import culprits, look_into_giving_way
from tavern.reasoning.inference import bearing, charged

ID = "guessing"
SELDOM = 10  # a good ending by blind insisting has to be rarer than one in so many


def checked(case: Case) -> str:
    """What was re-checked of the claim where it is proved, in a sentence."""
    made = sum(1 for world in positions(case) for _ in accusations(case.mystery, world))
    return (
        f"{made} accusations, made in the positions of its games under three truths each, were answered in the same words; what "
        "fails teaches nothing, who gives way tells nobody apart, and the chance of insisting blindly is as it says."
    )


def look(case: Case, claim: Held) -> str:
    """What of the claim, or of a part of it, has to be taken as written; "" for nothing. Raises Unfounded."""
    match claim.id.removeprefix(ID):
        case "":
            return _whole(case, claim)
        case ":leaks":
            return _leaks(case, claim)
        case ":teaches":
            return _teaches(case, claim)
        case ":singled_out":
            return look_into_hearing(case.mystery, claim)
        case ":gives_away":
            return look_into_giving_way(case, claim)
        case ":one_way":
            return _one_way(case, claim)
        case ":chance":
            return _chance(case, claim)
        case part:
            return f"what it says of {part.removeprefix(':')}"


def _whole(case: Case, claim: Held) -> str:
    parts = {part.id.removeprefix(f"{ID}:"): part for part in case.parts(ID)}
    asked = ["leaks", "teaches", "singled_out", "chance"]
    for _, answer, suspects in culprits(case.mystery):
        asked += ["one_way"] + (["gives_away"] if answer in suspects and len(suspects) > 2 else [])
    if missing := [id for id in asked if id not in parts]:
        message = f"it has no part {missing[0]}"
        raise Unfounded(message)
    if dict(claim.figures) != {name: figure for part in parts.values() for name, figure in part.figures.items()}:
        message = "its figures are not those of its parts"
        raise Unfounded(message)
    return ""


def _leaks(case: Case, claim: Held) -> str:
    worlds = positions(case)
    made, leaked = leak(case.mystery, worlds)
    if claim.verdict == PROVED and (leaked or claim.figures.get("accusations", 0) <= 0):
        message = f"the accusation {leaked} is answered otherwise when the truth is another"
        raise Unfounded(message)
    if claim.verdict == PROVED and not made:
        return "that failed accusations leak nothing, for in none of its games is one made"
    return "that an accusation leaks something" if claim.verdict == REFUTED and not leaked else ""


def _teaches(case: Case, claim: Held) -> str:
    """That whatever route was taken in a game is taken in one too in which nobody has been accused before."""
    in_vain = case.routes - honestly(case)
    if claim.verdict == PROVED and in_vain:
        message = f"{min(in_vain)} is taken only in games in which somebody was accused before"
        raise Unfounded(message)
    if claim.verdict == REFUTED and not in_vain:
        message = "each route that its games took is taken without accusing anybody, too"
        raise Unfounded(message)
    return f"that {min(in_vain)} cannot be had without accusing anybody" if claim.verdict == REFUTED else ""


def honestly(case: Case) -> frozenset[str]:
    """The routes that were taken in some game before anybody was accused in it."""
    found = set[str]()
    for played in case.games.values():
        commands = case.replay.commands(played.game.lines, played.game.seed)
        accused = next(
            (at for at, command in enumerate(commands) if isinstance(command, Accuse)), len(played.worlds) - 1
        )
        found |= played.worlds[min(accused, len(played.worlds) - 1)].routes
    return frozenset(found)


def _one_way(case: Case, claim: Held) -> str:
    """That some clue that was found points at somebody, and not at the culprit."""
    mystery = case.mystery
    for question, culprit, _ in culprits(mystery):
        astray = [
            clue.id
            for clue in mystery.clues.values()
            if culprit not in (at := pointing(mystery, clue, question)) and at
        ]
        held = {mystery.routes[route].clue for route in case.routes}
        if claim.verdict == PROVED and not (claim.by and set(claim.by) <= set(astray) & held):
            message = "a clue that it names was not found, or does not point at somebody else"
            raise Unfounded(message)
        if claim.verdict == REFUTED and astray:
            return f"that {astray[0]}, which points at somebody else, cannot be found"
    return ""


def pointing(mystery: Mystery, clue: Clue, question: str) -> frozenset[str]:
    """The answers that the clue speaks for, to whoever believes it."""
    says = bearing(mystery, clue.id)
    named = {says.establishes[question]} if question in says.establishes else set()
    named |= {answer for asked, answer, _ in says.supports if asked == question}
    return frozenset(
        named | {answer for asked, answer in leads_to(mystery, clue) if asked == question and is_false(clue)}
    )


def _chance(case: Case, claim: Held) -> str:
    """That the chances are as counted. Of answers that come up only by and by, those count that the games brought up."""
    mystery = case.mystery
    known = frozenset[str]().union(*(_known(played.last) for played in case.games.values()))
    sizes = [
        max(1, sum(_is_listed(answer.listed, known) for answer in question.answers)) for question in charged(mystery)
    ]
    most = [len(question.answers) for question in charged(mystery)]
    told = [claim.figures.get("one_in", 0), claim.figures.get("one_in_all", 0)]
    if not (
        min(sizes) <= told[0] <= min(most) and prod(sizes) <= told[1] <= prod(most) and len(claim.figures) == len(told)
    ):
        message = (
            f"insisting blindly is lucky once in {min(sizes)} times, and once in {prod(sizes)} with everything charged"
        )
        raise Unfounded(message)
    good = any(ending.after == "lucky" and ending.good for ending in mystery.endings.values())
    if claim.verdict != (REFUTED if good and told[0] < SELDOM else PROVED):
        message = (
            f"the ending for a lucky guess is {'a' if good else 'no'} good one, and one in {told[0]} guesses is lucky"
        )
        raise Unfounded(message)
    return "that some answers never come up" if told != [min(sizes), prod(sizes)] else ""


def _known(world: World) -> frozenset[str]:
    return world.clues | world.routes | world.drawn | world.met | world.visited


def _is_listed(condition: Condition, known: frozenset[str]) -> bool:
    """Whether an answer with this condition comes up for whoever knows that; what is not knowledge is let be."""
    match condition:
        case c.Knows(id):
            return id in known
        case c.All(parts):
            return all(_is_listed(part, known) for part in parts)
        case c.Any(parts):
            return any(_is_listed(part, known) for part in parts)
        case _:
            return True
