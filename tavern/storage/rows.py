"""The nouns of a save: the rows of a game, and the game's own record in the list of games."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a game, as written; `number` is 0 and `chain` empty until the store has appended it.

    The store does not look into `commands`, `events` and `text`: they are JSON, and so is whatever they mean.
    """

    kind: str
    """'turn', 'aside' (cost no turn, so undo steps past it), 'undo', 'redo', or another word: see `history`."""
    parent: int
    """Number of the row whose state the game was in when this line was typed; 0 for the start."""
    line: str
    commands: str
    events: str
    text: str
    """The paragraphs as they were read."""
    outcome: str
    summary: str
    """Where the game stands after this row, in a few words for lists: 'Thursday 21:40 · Taproom'."""
    target: int | None = None
    """Number of the row whose state this row returns to (0: the start); None for a row with a state of its own."""
    ended: str | None = None
    """Id of the ending the game is at after this row; None while it goes on."""
    number: int = 0
    """Counts from 1 in each game, in the order of writing, without gaps."""
    chain: str = ""
    """SHA-256 in hex over the chain of the row written before and all other fields."""

    @property
    def state(self) -> int:
        """Number of the row whose state the game is in after this one."""
        return self.number if self.target is None else self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class GameRecord:
    """A game in the list of games. Times are ISO text in UTC and order nothing: clocks go back."""

    id: str
    name: str
    mystery: str
    seed: int
    rules_fingerprint: str
    text_fingerprint: str
    content: str
    """Fingerprint of the source files the game began with, for `Store.content_of`."""
    created: str
    played: str
    sequence: int
    """Of two games, the one played last has the greater."""
    head_row: int = 0
    """Number of the last row written; 0 when none was."""
    head_state: int = 0
    """Number of the row whose state the game is in; 0 for the start."""
    head_chain: str = ""
    summary: str = ""
    ended: str | None = None
    is_damaged: bool = False
    """Whether these fields are not what was last written; such a game is only good for `Store.repair`."""


def storable(row: Row) -> Row:
    """The row with U+FFFD for every lone surrogate, which SQLite takes in no text."""
    try:
        f"{row.line}{row.commands}{row.events}{row.text}{row.summary}{row.outcome}{row.kind}{row.ended}".encode()
    except UnicodeEncodeError:
        return replace(
            row,
            kind=_whole(row.kind),
            line=_whole(row.line),
            commands=_whole(row.commands),
            events=_whole(row.events),
            text=_whole(row.text),
            outcome=_whole(row.outcome),
            summary=_whole(row.summary),
            ended=None if row.ended is None else _whole(row.ended),
        )
    return row


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
