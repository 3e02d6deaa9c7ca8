"""Drawing a conclusion: whether this answer to that question follows from these cards."""

from tavern.model.commands import Think
from tavern.model.mystery import Deduction, Mystery
from tavern.model.world import World
from tavern.reasoning.evidence import carries, carrying
from tavern.reasoning.inference import bearing, closure, follows_from


def drawn_by(mystery: Mystery, world: World, thought: Think) -> Deduction | None:
    """The deduction that the thought draws, or None when its cards do not carry that answer.

    The cards must be held and carry; a chain of steps may be taken at once. Undrawn deductions come first, so that a second
    argument for one answer can still be drawn.
    """
    cards = [card for card in thought.cards if carries(mystery, world, card)]
    known = closure(mystery, cards) - frozenset(cards)
    fitting = [mystery.deductions[id] for id in mystery.deductions if id in known and _answers(mystery, id, thought)]
    return next(
        (deduction for deduction in fitting if deduction.id not in world.drawn), fitting[0] if fitting else None
    )


def _answers(mystery: Mystery, deduction: str, thought: Think) -> bool:
    says = bearing(mystery, deduction)
    if thought.denied:
        return thought.answer in says.rules_out.get(thought.question, ())
    if says.establishes.get(thought.question) == thought.answer:
        return True
    return any((question, answer) == (thought.question, thought.answer) for question, answer, _ in says.supports)


def undrawn(mystery: Mystery, world: World) -> list[Deduction]:
    """Deductions that what is held already carries in one step, and the player has not drawn yet."""
    cards = carrying(mystery, world)
    return [d for d in mystery.deductions.values() if d.id not in world.drawn and follows_from(d, cards)]
