"""Lines into commands, and back: `parse`, `complete`, `say`. It knows no world, only the `Scope` it is handed."""

from tavern.parser.complete import complete
from tavern.parser.parse import parse
from tavern.parser.say import say

__all__ = ["complete", "parse", "say"]
