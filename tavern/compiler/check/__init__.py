"""What a folder means: mistakes that can be read and resolved, but not played, or that are surely not meant."""

from tavern.compiler.check.case import case
from tavern.compiler.check.clues import clues
from tavern.compiler.check.knowledge import knowledge
from tavern.compiler.check.proof import proof
from tavern.compiler.check.things import things
from tavern.compiler.check.verbs import verbs
from tavern.compiler.check.world import world
from tavern.compiler.shape import Folder
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic

__all__ = ["check", "proof"]


def check(folder: Folder, places: Places) -> list[Diagnostic]:
    """Every such mistake; ids that lead nowhere are passed over."""
    subjects = (case, clues, knowledge, things, verbs, world)
    return [diagnostic for subject in subjects for diagnostic in subject(folder, places)]
