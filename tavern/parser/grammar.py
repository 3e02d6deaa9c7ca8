"""The table of verbs: every way in which a line may be said. The rows stand in `verbs`, by what they are about."""

from tavern.parser.verbs.deciding import DECIDING
from tavern.parser.verbs.handling import HANDLING
from tavern.parser.verbs.journal import JOURNAL
from tavern.parser.verbs.looking import LOOKING
from tavern.parser.verbs.moving import MOVING
from tavern.parser.verbs.row import CLASSES, Verb
from tavern.parser.verbs.session import GAME
from tavern.parser.verbs.talking import TALKING
from tavern.parser.verbs.waiting import WAITING

__all__ = ["BY_ID", "CLASSES", "VERBS", "Verb"]

VERBS: tuple[Verb, ...] = (*GAME, *DECIDING, *MOVING, *WAITING, *LOOKING, *HANDLING, *TALKING, *JOURNAL)
BY_ID = {verb.id: verb for verb in VERBS}
