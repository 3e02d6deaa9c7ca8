"""Transcripts: a play as plain text, which anyone can write and a machine can play again.

    # why this transcript is here
    > ask gene about the cellar
    "Barrels," Gene says. …

    > wait until midnight
    @found clue_01

A line after `>` is typed; what stands below it, up to the next, is what has to come of it, and what stands above the first
has to come of the opening. `…` stands for any words. Lines that begin with `@` name what has to happen instead of its words:
`@found CLUE`, `@drew DEDUCTION`, `@room ROOM`, `@ended ENDING`, `@refused`, `@question`, `@misunderstood`, `@done`. A line
after which nothing stands may have any answer but a misunderstanding. Two lines speak of the whole: `@seed N`, what chance
decides, and `@mystery ID`, for a file that does not lie in the `transcripts` folder of its mystery.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tavern.compiler.files import ENDINGS
from tavern.paths import short
from tavern.problem import Problem

ELISION = "…"
FOLDER = "transcripts"
LARGEST = 1_000_000  # bytes of a transcript
TEXTS = ("", ".txt")
SEED = 1  # transcripts are played with it unless they say `@seed N`
CLAIMS = ("found", "drew", "room", "ended", "refused", "question", "misunderstood", "done")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, at `number` in it (from 1), without the blanks around it."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line typed, at `number` in the file, and what has to come of it.

    turn: its place among the lines typed, from 1; 0 is the opening, before anything is typed.
    """

    turn: int
    number: int
    line: str
    words: tuple[Line, ...] = ()
    claims: tuple[Line, ...] = ()

    @property
    def wanted(self) -> str:
        """The words that have to come, in the lines of the file."""
        return "\n".join(line.text for line in self.words)


@dataclass(frozen=True, slots=True)
class Transcript:
    """The steps of a file. opening: turn 0. mystery: the id after `@mystery`, "" where the file does not say."""

    path: Path
    opening: Step
    steps: tuple[Step, ...] = ()
    seed: int = SEED
    mystery: str = ""


def read(text: str, path: Path = Path()) -> Transcript:
    """The transcript in a text. ValueError when the seed is no number."""
    transcript = Transcript(path, Step(0, 1, ""))
    steps = [transcript.opening]
    for number, line in enumerate(text.splitlines(), 1):
        word, _, rest = line.strip().partition(" ")
        if line.startswith(">"):
            steps.append(Step(len(steps), number, line[1:].strip()))
        elif word == "@seed":
            transcript = replace(transcript, seed=int(rest))
        elif word == "@mystery":
            transcript = replace(transcript, mystery=rest.strip())
        elif line.strip() and not line.startswith("#"):
            steps[-1] = _with(steps[-1], Line(number, line.strip()))
    return replace(transcript, opening=steps[0], steps=tuple(steps[1:]))


def _with(step: Step, line: Line) -> Step:
    if line.text.startswith("@"):
        return replace(step, claims=(*step.claims, Line(line.number, line.text[1:].strip())))
    return replace(step, words=(*step.words, line))


def load(path: Path) -> Transcript:
    """The transcript in a file. Raises Problem."""
    text = text_of(path)
    try:
        return read(text, path)
    except ValueError as error:
        raise Problem(f"{path} has an `@seed` that is no number: write one, such as `@seed 7`.") from error


def text_of(path: Path) -> str:
    """What stands in the file. Raises Problem."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise Problem(f"{path} cannot be read: the system says “{(error.strerror or 'no reason').lower()}”.") from error
    if len(content) > LARGEST:
        raise Problem(f"{path} is larger than {LARGEST:,} bytes: play it in several transcripts.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(f"{path} is not UTF-8 at byte {error.start + 1}: save it as UTF-8.") from error


def transcripts(path: Path) -> list[Path]:
    """The transcript files a path means: those of a mystery (its folder or its one file), those in `transcripts`, or the text file."""
    if path.is_dir():
        home = path.resolve().name == FOLDER
        return sorted((path if home else path / FOLDER).glob("*.txt"))
    if path.suffix.lower() in ENDINGS:
        beside = sorted((path.parent / FOLDER).glob("*.txt"))
        return [file for file in beside if load(file).mystery == path.stem]
    return [path] if path.suffix.lower() in TEXTS else []


def mystery_of(transcript: Transcript, roots: Sequence[Path]) -> tuple[str, list[Path]]:
    """The id of the mystery a transcript plays, and the roots to look for it in. Raises Problem when nothing says."""
    folder = transcript.path.resolve().parent
    is_at_home = folder.name == FOLDER
    if not is_at_home and not transcript.mystery:
        raise Problem(
            f"{transcript.path} does not say which mystery it plays: put `@mystery ID` at its top, or the file into the "
            f"mystery's folder `{FOLDER}`."
        )
    around = [short(folder.parent.parent), short(folder.parent)] if is_at_home else []
    return transcript.mystery or folder.parent.name, [*around, *roots]


def up_to(wanted: str) -> tuple[Transcript, tuple[Step, ...]]:
    """The transcript that FILE[:TURN] means, and its steps up to and with that turn; all of them without one. Raises Problem."""
    path, turn = _file_and_turn(wanted)
    transcript = load(path)
    if turn is None:
        return transcript, transcript.steps
    if not 1 <= turn <= len(transcript.steps):
        typed = "1 line is" if len(transcript.steps) == 1 else f"{len(transcript.steps)} lines are"
        raise Problem(f"{path} has no turn {turn}: {typed} typed in it, counted from 1.", exit_code=2)
    return transcript, transcript.steps[:turn]


def _file_and_turn(wanted: str) -> tuple[Path, int | None]:
    """A file may have a colon in its name: it is taken whole when it is there."""
    name, colon, turn = wanted.rpartition(":")
    if not colon or Path(wanted).exists():
        return Path(wanted), None
    if not turn.isdecimal() or len(turn) > len(str(LARGEST)):
        raise Problem(f"“{turn}” is no turn: after the colon stands the number of a line typed, such as {name}:3.", 2)
    return Path(name), int(turn)
