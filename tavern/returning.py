"""Undo, redo, restart and going back to a turn: which entry a line returns to, and what is read of that."""

from tavern.chronicle import Chronicle, Entry
from tavern.model.commands import Meta
from tavern.model.mystery import Mystery
from tavern.model.report import Paragraph
from tavern.narration.asides import no_turn, nothing_to, restarted, taken_back

OPENING = 1  # number of the entry that holds the opening; restart returns to it
RETURNING = ("undo", "redo", "restart", "back")  # lines after which the game stands where it stood before


def target_of(chronicle: Chronicle, meta: Meta) -> int | None:
    """The entry whose state the line returns to; None when there is none."""
    match meta.verb:
        case "undo":
            return chronicle.undo_target
        case "redo":
            return chronicle.redo_target
        case "restart":
            return OPENING
        case _:
            return _entry_of_turn(chronicle, meta.words)


def why_not(chronicle: Chronicle, meta: Meta) -> str:
    """What is said where there is no such entry."""
    return no_turn(chronicle.state.turn) if meta.verb == "back" else nothing_to(meta.verb)


def returned(mystery: Mystery, chronicle: Chronicle, meta: Meta, target: int) -> tuple[Paragraph, ...]:
    """What is read of the way to that entry, before it is gone."""
    if meta.verb == "restart":
        return (*restarted(), *chronicle.entry(OPENING).paragraphs)
    line = _line_between(chronicle, meta.verb, target)
    return taken_back(mystery, meta.verb, line, chronicle.state_after(target).world)


def kind_of(meta: Meta) -> str:
    """What the entry of such a line is called in the log."""
    return "restore" if meta.verb == "back" else meta.verb


def _entry_of_turn(chronicle: Chronicle, words: str) -> int | None:
    """The last entry at that turn, if it lies behind; None when it does not, or the words are no number."""
    number = int(words) if words.isdecimal() and len(words) < 10 else -1
    turns = {chronicle.state_after(entry.number).turn: entry for entry in chronicle.lineage()}
    return turns[number].number if number in turns and number < chronicle.state.turn else None


def _line_between(chronicle: Chronicle, verb: str, target: int) -> str:
    """The first line that going back takes back, or the one that a redo brings back."""
    start, stop = (target, chronicle.head) if verb == "redo" else (chronicle.head, target)
    entries: list[Entry] = chronicle.lineage(start)
    return next((entry.line for entry in entries if entry.number > stop and entry.kind == "turn"), "")
