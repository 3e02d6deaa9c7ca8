"""What can go wrong with saves; each error's text is one sentence with place, cause and fix, ready to be shown.

SaveProblem
├── BadName        a name that is empty, too long or has nothing printable
├── NoSuchGame     no game has that name or id
├── NameTaken      another game has that name
├── GameInUse      another window or program plays this game
├── ForeignFile    something else stands where the save should be
├── NewerSave      written by a later version of the game; left untouched
├── DamagedSave    the bytes are not those that were written
└── CannotSave     the disk, the folder or another program stands in the way
    └── Parted     the save is no longer the one that was opened

Paths and names are cleaned before they enter a sentence, since either may hold what steers a terminal.
"""

from pathlib import Path

from tavern.text.sanitise import one_line


class SaveProblem(Exception):
    """Anything that keeps a game from being saved or found again."""


class BadName(SaveProblem):
    def __init__(self, name: str, most: int) -> None:
        self.name = name
        super().__init__(
            f"“{shown(name, most)}” cannot be the name of a game: choose 1 to {most} letters, digits or signs."
        )


class NoSuchGame(SaveProblem):
    def __init__(self, name: str, place: str) -> None:
        self.name = name
        super().__init__(
            f"There is no game “{shown(name)}” in {place}: choose one from the list of games, or start it."
        )


class NameTaken(SaveProblem):
    def __init__(self, name: str, place: str) -> None:
        self.name = name
        super().__init__(f"A game named “{shown(name)}” is already in {place}: choose another name.")


class GameInUse(SaveProblem):
    """`pid` is the process that holds the game, or None when it could not be told."""

    def __init__(self, name: str, pid: int | None) -> None:
        self.name = name
        self.pid = pid
        owner = "another program" if pid is None else f"process {pid}"
        super().__init__(f"“{shown(name)}” is being played by {owner}: go on there, or close it there first.")


class ForeignFile(SaveProblem):
    def __init__(self, path: Path, cause: str) -> None:
        self.path = path
        super().__init__(
            f"{shown(str(path))} is not a save of this game ({cause}), and was left alone: "
            "move it away, or choose another folder."
        )


class NewerSave(SaveProblem):
    """`theirs` and `ours` are versions of the save format."""

    def __init__(self, path: Path, theirs: int, ours: int) -> None:
        self.path = path
        self.theirs = theirs
        self.ours = ours
        super().__init__(
            f"{shown(str(path))} has save format {theirs} and this version of the game knows up to {ours}, "
            "so it was left untouched: update the game, or choose another folder."
        )


class DamagedSave(SaveProblem):
    """`good_rows` is how many rows from the start of the game are as they were written; 0 also when none were read."""

    def __init__(self, place: str, cause: str, good_rows: int = 0, fix: str = "") -> None:
        self.good_rows = good_rows
        self.cause = cause
        kept = f"its first {good_rows} lines can be kept as a new game" if good_rows else "move it aside and use a copy"
        super().__init__(f"{place} is damaged ({cause}): {fix or kept}.")


class CannotSave(SaveProblem):
    def __init__(self, place: str, reason: str, fix: str) -> None:
        self.reason = reason
        super().__init__(f"{place} cannot be saved to, since {reason}: {fix}.")


class Parted(CannotSave):
    """What was written so far is still in the game's own hands, but can be found by nobody who opens the save now."""


def shown(text: str, most: int = 400) -> str:
    """The text as it may stand in a sentence on the screen."""
    return one_line(text, most)
