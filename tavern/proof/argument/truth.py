"""Whether the truth can be argued: what a proved accusation asks of whoever makes it."""

from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.reasoning.evidence import carrying
from tavern.reasoning.inference import charged, closure, established


def is_arguable(mystery: Mystery, world: World) -> bool:
    """Whether all that is held, and what follows from it, establishes the truth of every question an accusation answers.

    Another answer may be established beside it; holding more never makes it less so.
    """
    held = closure(mystery, carrying(mystery, world))
    truth = mystery.solution.answers
    return all(truth[question.id] in established(mystery, question.id, held) for question in charged(mystery))
