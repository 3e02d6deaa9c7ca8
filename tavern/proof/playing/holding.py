"""Coming to hold cards that carry: by routes sure enough, one or several, and by drawing what follows from others."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tavern.model.commands import Think
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, World
from tavern.proof.closure.means import achievers
from tavern.proof.playing.play import Play
from tavern.proof.transitions.moves import Move
from tavern.reasoning.evidence import carries
from tavern.reasoning.inference import bearing

if TYPE_CHECKING:
    from tavern.proof.playing.plan import Planner


def wanting(mystery: Mystery, world: World, cards: Iterable[str]) -> int:
    """How many of the cards do not carry yet."""
    return sum(not carries(mystery, world, card) for card in cards)


def draw(planner: "Planner", play: Play, deduction: str) -> Play | None:
    """Draw the deduction from the first of its sets of needs that can be had."""
    says = bearing(planner.mystery, deduction)
    thoughts = [(question, answer, False) for question, answer in says.establishes.items()]
    thoughts += [(question, answer, True) for question, answers in says.rules_out.items() for answer in answers]
    thoughts += [(question, answer, False) for question, answer, _ in says.supports]
    for needs in sorted(
        planner.mystery.deductions[deduction].needs, key=lambda needs: wanting(planner.mystery, play.world, needs)
    ):
        after: Play | None = play
        for card in needs:
            after = after and planner.achieve(after, ("carries", card))
        for question, answer, denied in thoughts if after else ():
            thought = after and planner.do(after, Think(question, answer, tuple(needs), denied))
            if thought and deduction in thought.world.drawn:
                return thought
    return None


def carry(planner: "Planner", play: Play, card: str) -> Play | None:
    """Hold the card so surely that it carries an argument: by one good route, or several."""
    if card in planner.mystery.deductions:
        return planner.achieve(play, ("known", card))
    routes = [planner.mystery.routes[route] for route in planner.mystery.clues[card].routes]
    open_ = {route.id: route for route in routes if planner.reach.knows(route.id) and route.id not in play.world.routes}
    facts = planner.foresee(play)
    soonest = {
        id: min((planner.estimate(play, facts, move) for move in _revealing(planner, id)), default=9 * DAY)
        for id in open_
    }
    for id in sorted(open_, key=lambda id: (open_[id].reliability < 60, soonest[id])):
        after = planner.achieve(play, ("known", id))
        play = after or play
        if carries(planner.mystery, play.world, card):
            return play
    return None


def _revealing(planner: "Planner", route: str) -> list[Move]:
    moves = achievers(planner.mystery).get(("known", route), ())
    return [move for move in moves if planner.is_allowed(move)]
