"""Transcripts: a play as plain text, which anyone can write and a machine can play again.

    # why this transcript is here
    > ask gene about the cellar
    "Barrels," Gene says. …

    > wait until midnight
    @found clue_01

A line after `> ` is typed; what stands below it, up to the next, is what has to come of it. `…` stands for any words. Lines
that begin with `@` name what has to happen instead of its words: `@found CLUE`, `@room ROOM`, `@refused`, `@ended ENDING`,
`@question`, `@misunderstood`, `@drew DEDUCTION`. A line after which nothing stands may have any answer but a misunderstanding.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tavern.game import Game
from tavern.games import Games, Problem
from tavern.model import events as e
from tavern.model.report import Report

ELISION = "…"
LARGEST = 1_000_000  # bytes of a transcript; what is beyond is not read
SEED = 1  # transcripts are played with it unless they say `@seed N`


@dataclass(slots=True)
class Step:
    """One line typed, at `number` in the file (from 1), and what has to come of it."""

    line: str
    number: int
    words: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the play went otherwise: at which line of the file, what was wanted, and what came."""

    path: Path
    number: int
    line: str
    wanted: str
    came: str

    def __str__(self) -> str:
        return f"{self.path}:{self.number}: > {self.line}\n  wanted: {self.wanted}\n  came:   {self.came}"


def read(text: str) -> tuple[list[Step], int]:
    """The steps of a transcript, and its seed. ValueError when the seed is no number."""
    steps: list[Step] = []
    seed = SEED
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("> "):
            steps.append(Step(line[2:].strip(), number))
        elif line.startswith("@seed "):
            seed = int(line.removeprefix("@seed "))
        elif line.startswith("@") and steps:
            steps[-1].claims.append(line[1:].strip())
        elif line.strip() and not line.startswith("#") and steps:
            steps[-1].words.append(line.strip())
    return steps, seed


def play(game: Game, steps: Iterable[Step], path: Path) -> Iterator[Difference]:
    """Play the steps on a game, and tell every difference."""
    for step in steps:
        report = game.feed(step.line)
        yield from differences(game, step, report, path)


def differences(game: Game, step: Step, report: Report, path: Path) -> Iterator[Difference]:
    """What differs at one step."""
    came = "\n".join(paragraph.text for paragraph in report.paragraphs)
    for claim in step.claims:
        if not _holds(game, claim, report):
            yield Difference(path, step.number, step.line, f"@{claim}", came)
    if step.words and not fits(" ".join(step.words), came):
        yield Difference(path, step.number, step.line, " ".join(step.words), came)
    if not step.claims and not step.words and report.outcome == "misunderstood":
        yield Difference(path, step.number, step.line, "something understood", came)


def fits(wanted: str, came: str) -> bool:
    """Whether the words came as wanted, `…` standing for any, and every run of blanks and line breaks for one blank."""
    pieces = [" ".join(piece.split()) for piece in wanted.split(ELISION)]
    text = " ".join(came.split())
    if len(pieces) == 1:
        return text == pieces[0]
    if not text.startswith(pieces[0]) or not text.endswith(pieces[-1]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return at <= len(text) - len(pieces[-1])


def _holds(game: Game, claim: str, report: Report) -> bool:
    word, _, rest = claim.partition(" ")
    match word:
        case "found":
            return any(
                isinstance(event, e.ClueFound | e.ClueCorroborated) and event.clue == rest
                for event in last_events(game)
            )
        case "drew":
            return e.Drawn(rest) in last_events(game)
        case "room":
            return game.state.world.room == rest
        case "ended":
            return report.view.ended == rest
        case _:
            return report.outcome == word


def last_events(game: Game) -> tuple[e.Event, ...]:
    """The events of the line fed last."""
    return list(game.chronicle.all())[-1].events


def transcripts(paths: Sequence[Path]) -> list[Path]:
    """The transcript files named: a file itself, or all under a mystery's `transcripts` folder."""
    found: list[Path] = []
    for path in paths:
        found += sorted((path / "transcripts").glob("*.txt")) if path.is_dir() else [path]
    return found


def _read_file(path: Path) -> tuple[list[Step], int]:
    """The steps of the transcript in a file, and its seed. Raises Problem."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST).decode("utf-8")
        return read(text)
    except OSError as error:
        raise Problem(f"{path} cannot be read: the system says “{(error.strerror or 'no reason').lower()}”.") from error
    except UnicodeDecodeError as error:
        raise Problem(f"{path} is not UTF-8 at byte {error.start + 1}: save it as UTF-8.") from error
    except ValueError as error:
        raise Problem(f"{path} has an `@seed` that is no number: write one, such as `@seed 7`.") from error


def test_all(paths: Sequence[Path], roots: Sequence[Path]) -> tuple[str, bool]:
    """Play every transcript; what is to be printed, and whether any went otherwise."""
    found: list[Difference] = []
    files = transcripts(paths)
    for file in files:
        mystery = file.parent.parent.name if file.parent.name == "transcripts" else roots[0].name
        games = Games([file.parent.parent.parent, *roots], None)
        steps, seed = _read_file(file)
        found += play(games.new(mystery, seed=seed), steps, file)
        games.close()
    summary = f"{len(files)} transcripts, {len(found)} differences."
    return "\n\n".join([*map(str, found), summary]), bool(found)
