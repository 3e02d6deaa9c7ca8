"""What a folder means: mistakes that can be read and resolved, but not played, or that are surely not meant."""

from collections.abc import Mapping

from tavern.compiler.check.case import case
from tavern.compiler.check.clues import clues
from tavern.compiler.check.errands import errands
from tavern.compiler.check.idle import idle
from tavern.compiler.check.knowledge import knowledge
from tavern.compiler.check.proof import proof
from tavern.compiler.check.prose import prose
from tavern.compiler.check.shadowed import shadowed
from tavern.compiler.check.sights import sights
from tavern.compiler.check.spelling import spelling
from tavern.compiler.check.things import things
from tavern.compiler.check.verbs import verbs
from tavern.compiler.check.world import world
from tavern.compiler.shape import Folder
from tavern.compiler.uses import Found
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic

__all__ = ["check", "idle", "proof", "prose"]


def check(folder: Folder, places: Places, found: Found, sources: Mapping[str, str]) -> list[Diagnostic]:
    """Every such mistake; ids that lead nowhere are passed over. sources: the text of each file by its path."""
    subjects = (case, clues, knowledge, things, verbs, world, errands)
    diagnostics = [diagnostic for subject in subjects for diagnostic in subject(folder, places)]
    diagnostics += shadowed(folder, places, found)
    diagnostics += sights(folder, places, sources)
    return [*diagnostics, *spelling(folder, found.prose, sources)]
