"""Lines into commands, and back: `parse`, `complete`, `say`. It knows no world, only the `Scope` it is handed."""

from tavern.parser.complete import complete
from tavern.parser.forms import verbs_said
from tavern.parser.grammar import BY_ID
from tavern.parser.parse import parse
from tavern.parser.say import say

__all__ = ["complete", "help_of", "parse", "say", "verbs_said"]


def help_of(verb: str) -> str:
    """What `help` and this verb tell; "" for a verb that is not in the table."""
    return BY_ID[verb].help if verb in BY_ID else ""
