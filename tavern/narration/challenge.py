"""The challenge to the detective: a page addressed to whoever plays, once what the journal holds is enough to prove the case."""

from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.world import Playing, World
from tavern.narration.questions import ask_of
from tavern.narration.stock_asides import CHALLENGE, CHALLENGE_SAYS, CHALLENGED, NOT_READY, NOTHING_TO_PROVE
from tavern.narration.text import rows, told_as
from tavern.reasoning.holds import evening
from tavern.reasoning.inference import charged
from tavern.reasoning.judgement import provable


def is_due(mystery: Mystery, before: World, after: World, notebook: Notebook) -> bool:
    """Whether a dawn has just come after which the page may be shown unasked: once, when the journal suffices."""
    dawned = evening(after) > evening(before) and isinstance(after.stage, Playing)
    return dawned and CHALLENGED not in notebook.told and bool(charged(mystery)) and provable(mystery, after)


def challenge(mystery: Mystery) -> tuple[Paragraph, ...]:
    """The page. It says that the case can be known, and nothing of how."""
    asked = (ask_of(mystery, question.id) for question in charged(mystery))
    return (Paragraph("heading", CHALLENGE), Paragraph("note", CHALLENGE_SAYS), *rows(asked))


def ready(mystery: Mystery, world: World, _notebook: Notebook, _noun: str) -> list[Paragraph]:
    """What is answered to "am I ready?"."""
    if not charged(mystery):
        return told_as("note", NOTHING_TO_PROVE)
    return list(challenge(mystery)) if provable(mystery, world) else told_as("note", NOT_READY)
