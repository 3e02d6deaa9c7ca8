"""Text as it may be shown: cleaned, measured in cells, wrapped, and the words nearest to a misspelt one."""

from tavern.text.nearest import edits, nearest
from tavern.text.sanitise import one_line, sanitise
from tavern.text.width import cell_width, wrap

__all__ = ["cell_width", "edits", "nearest", "one_line", "sanitise", "wrap"]
