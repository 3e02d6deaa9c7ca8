"""What keeps a game from being played or kept, in one plain sentence for whoever plays."""

from collections.abc import Iterator
from contextlib import contextmanager

from tavern.model.codec import UnreadableRecord
from tavern.storage import CannotSave, DamagedSave, SaveProblem
from tavern.text.sanitise import one_line

LONGEST_SENTENCE = 2000


class Problem(Exception):
    """One plain sentence, clean of what steers a terminal. exit_code: 1 for content and saves, 2 for wrong usage."""

    def __init__(self, sentence: str, exit_code: int = 1) -> None:
        super().__init__(one_line(sentence, LONGEST_SENTENCE))
        self.exit_code = exit_code


class BrokenContent(Problem):
    """The mystery cannot be played as it is written. report: every error, as `tavern check` prints them."""

    def __init__(self, sentence: str, report: str) -> None:
        super().__init__(sentence)
        self.report = report


class Damaged(Problem):
    """What is wanted of the saves is damaged; `Games.repair` keeps what is good of it."""


class BeyondRepair(Problem):
    """The file of all games cannot be read."""


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """Problems of saves as problems of a game, with the command that helps where there is one."""
    try:
        yield
    except DamagedSave as problem:
        raise Damaged(f"{problem} `tavern games repair` keeps what is good.") from problem
    except (SaveProblem, UnreadableRecord) as problem:
        raise Problem(str(problem)) from problem


@contextmanager
def in_a_sentence_for_play() -> Iterator[None]:
    """As `in_a_sentence`; where nothing can be written, with the way to play all the same."""
    try:
        with in_a_sentence():
            yield
    except Problem as problem:
        if isinstance(problem.__cause__, CannotSave):
            raise Problem(f"{problem} `tavern play --no-save` plays without saving.") from problem.__cause__
        raise
