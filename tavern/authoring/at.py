"""A game that begins where a transcript has come to: FILE, or FILE:TURN."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tavern.authoring.transcript import FOLDER, Transcript, mystery_of, up_to
from tavern.game import AUTHOR
from tavern.problem import Problem


@dataclass(frozen=True, slots=True)
class Start:
    """What to begin: the mystery, to be found under these roots, the seed, and the lines that are played at once."""

    mystery: str
    roots: tuple[Path, ...]
    seed: int
    lines: tuple[str, ...]


def start_at(wanted: str, mystery: str | None, roots: Sequence[Path], *, with_desk: bool) -> Start:
    """The start that FILE[:TURN] means. mystery: the one it has to be of; None for whichever it plays. Raises Problem.

    with_desk: lines of the author's desk may be played.
    """
    transcript, steps = up_to(wanted)
    own = next((step for step in steps if step.line.startswith(AUTHOR)), None)
    if own and not with_desk:
        raise Problem(f"{transcript.path}:{own.number}: `{own.line}` is a line for the author's desk: add --author.", 2)
    id, around = _mystery(transcript, mystery, roots)
    return Start(id, tuple(around), transcript.seed, tuple(step.line for step in steps if step.line))


def _mystery(transcript: Transcript, mystery: str | None, roots: Sequence[Path]) -> tuple[str, list[Path]]:
    says = transcript.mystery or transcript.path.resolve().parent.name == FOLDER
    if mystery is not None and not says:
        return mystery, list(roots)
    id, around = mystery_of(transcript, roots)
    if mystery not in (None, id):
        raise Problem(
            f"{transcript.path} is a transcript of {id}, not of {mystery}: leave the mystery out, or name {id}.", 2
        )
    return id, around
