"""A transcript played on a game: what came of each step, and where that is not what the step wants."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tavern.authoring.difference import compared, fits, marked, renewed
from tavern.authoring.transcript import CLAIMS, Step, Transcript
from tavern.chronicle import Entry
from tavern.game import Game
from tavern.model import events as e
from tavern.model.report import Report
from tavern.model.world import Ended
from tavern.text.nearest import nearest

Rows = tuple[tuple[str, str], ...]
UNDERSTOOD = "a line that is understood"


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the play went otherwise.

    kind: "words"; "claim"; "misunderstood" (a line of which nothing is wanted but that); "unreached" (the story had ended, or
    no line is typed). wanted: the words, or the claim. came: what was read instead, or why it was not reached. rows: both
    side by side, as lines to show with their marks "-", "+" or " ".
    """

    path: Path
    step: Step
    kind: str
    wanted: str
    came: str
    rows: Rows = ()

    @property
    def place(self) -> str:
        """Where it is, as an editor opens it, and at which turn."""
        turn = f"turn {self.step.turn}" if self.step.turn else "the opening"
        return f"{self.path}:{self.step.number}: {turn}"

    def __str__(self) -> str:
        typed = [f"  > {self.step.line}"] if self.step.turn else []
        return "\n".join([self.place, *typed, *(f"  {mark} {line}".rstrip() for mark, line in self.rows)])


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a step: its entry in the chronicle, and the differences."""

    step: Step
    entry: Entry
    differences: tuple[Difference, ...] = ()


def play(game: Game, transcript: Transcript) -> Iterator[Difference]:
    """Play the steps on a new game, and tell every difference."""
    for came in played(game, transcript):
        yield from came.differences


def played(game: Game, transcript: Transcript) -> Iterator[Came]:
    """Play the steps on a new game, and tell what came of each, the opening first."""
    opening = transcript.opening
    wants = bool(opening.words or opening.claims)
    found = differences(game, opening, game.opening(), transcript.path) if wants else ()
    yield Came(opening, latest(game), tuple(found))
    if not transcript.steps:
        yield Came(opening, latest(game), (_unreached(transcript.path, opening, "No line is typed in it."),))
    ended = 0  # the turn that ended the story; 0 while it goes on
    for step in transcript.steps:
        if not step.line:
            reason = "Nothing is typed after this `>`: the file breaks off here."
            yield Came(step, latest(game), (_unreached(transcript.path, step, reason),))
            continue
        report = game.feed(step.line)
        yield Came(step, latest(game), tuple(_found(game, step, report, transcript.path, ended)))
        ended = (ended or step.turn) if report.view.ended else 0


def _found(game: Game, step: Step, report: Report, path: Path, ended: int) -> Iterator[Difference]:
    """The differences of a step; of one typed after the end, which only asked for something to happen, that it came too late."""
    wants_refusal = step.words or any(claim.text in ("refused", "misunderstood") for claim in step.claims)
    if ended and report.view.ended and report.outcome in ("refused", "misunderstood") and not wants_refusal:
        yield _unreached(path, step, f"The story had ended at turn {ended}, with the ending {report.view.ended}.")
    else:
        yield from differences(game, step, report, path)


def differences(game: Game, step: Step, report: Report, path: Path) -> Iterator[Difference]:
    """What differs at one step."""
    came = words_of(report)
    yield from (
        _unclaimed(game, step, claim.text, report, path)
        for claim in step.claims
        if not _holds(game, claim.text, report)
    )
    if step.words and not fits(step.wanted, came):
        rows = compared(step.wanted, renewed(step.wanted, came))
        yield Difference(path, step, "words", step.wanted, came, tuple(rows))
    if not step.claims and not step.words and report.outcome == "misunderstood":
        rows = marked([("-", UNDERSTOOD), *(("+", line) for line in came.splitlines())])
        yield Difference(path, step, "misunderstood", UNDERSTOOD, came, tuple(rows))


def _unclaimed(game: Game, step: Step, claim: str, report: Report, path: Path) -> Difference:
    came = words_of(report)
    instead = [("+", line) for line in _instead(game, claim, report)]
    rows = marked([("-", f"@{claim}"), *instead, *((" ", line) for line in came.splitlines())])
    return Difference(path, step, "claim", f"@{claim}", came, tuple(rows))


def words_of(report: Report) -> str:
    """What was read, a paragraph a line."""
    return "\n".join(" ".join(paragraph.text.split()) for paragraph in report.paragraphs)


def latest(game: Game) -> Entry:
    """The entry of the line fed last."""
    return list(game.chronicle.all())[-1]


def claims_of(entry: Entry) -> list[str]:
    """What a line's events let a transcript claim: clues found, deductions drawn, the ending."""
    claims: list[str] = []
    for event in entry.events:
        match event:
            case e.ClueFound(clue, _) | e.ClueCorroborated(clue, _):
                claims.append(f"found {clue}")
            case e.Drawn(deduction):
                claims.append(f"drew {deduction}")
            case e.StoryEnded(ending):
                claims.append(f"ended {ending}")
            case _:
                pass
    return list(dict.fromkeys(claims))


def _unreached(path: Path, step: Step, reason: str) -> Difference:
    return Difference(path, step, "unreached", step.line, reason, (("-", f"not reached. {reason}"),))


def _holds(game: Game, claim: str, report: Report) -> bool:
    word, _, rest = claim.partition(" ")
    match word:
        case "found" | "drew":
            return claim in claims_of(latest(game))
        case "room":
            return game.state.world.room == rest
        case "ended":
            return isinstance(game.state.world.stage, Ended) and game.state.world.stage.ending == rest
        case _:
            return report.outcome == claim


def _instead(game: Game, claim: str, report: Report) -> list[str]:
    """What could have been claimed; of a claim that nothing could meet, why."""
    word, _, rest = claim.partition(" ")
    mystery = game.mystery
    known: dict[str, Callable[[], list[str]]] = {
        "found": lambda: list(mystery.clues),
        "drew": lambda: list(mystery.deductions),
        "room": lambda: list(mystery.rooms),
        "ended": lambda: list(mystery.endings),
    }
    if word not in CLAIMS:
        return [f"“@{word}” is no claim{_near(word, CLAIMS, '@')}"]
    if word in known and rest not in (ids := known[word]()):
        return [f"nothing has the id “{rest}”{_near(rest, ids)}"]
    match word:
        case "found" | "drew" | "ended":
            return [f"@{other}" for other in claims_of(latest(game)) if other.startswith(word)] or [
                "nothing of the kind"
            ]
        case "room":
            return [f"@room {game.state.world.room}"]
        case _:
            return [f"@{report.outcome}"]


def _near(word: str, known: list[str] | tuple[str, ...], sign: str = "") -> str:
    near = nearest(word, known)
    return f": write {' or '.join(sign + other for other in near)}" if near else ""
