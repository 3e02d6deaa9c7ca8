"""A transcript made by playing: the lines that led to where the game stands, and what comes of them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tavern.authoring.difference import ELISION, wrapped
from tavern.authoring.replay import claims_of, latest, words_of
from tavern.authoring.transcript import FOLDER, SEED
from tavern.chronicle import Entry
from tavern.compiler.library import find
from tavern.game import Game
from tavern.model.commands import Meta
from tavern.problem import Problem

OUTSIDE = frozenset({"quit", "save", "load", "games", "script"})  # what is about the games, and leads nowhere in one
BACK = frozenset({"undo", "redo"})  # in the way they led to there is none; what had nothing to take back stays behind
MENDING = "oops"
MARKS = (">", "@", "#")  # a line of a transcript that begins so is no words
FIRST = "recorded"


def target(mystery: str, roots: Sequence[Path], out: Path | None, *, overwrite: bool) -> Path:
    """The file to write: `out`, or a new one among the transcripts of the mystery. Raises Problem for one that is there."""
    if out is None:
        home = find(mystery, roots) or Path(mystery)
        folder = (home if home.is_dir() else home.parent) / FOLDER
        names = (f"{FIRST}.txt", *(f"{FIRST}_{number}.txt" for number in range(2, 1000)))
        return next(folder / name for name in names if not (folder / name).exists())
    if out.exists() and not overwrite:
        raise Problem(f"{out} is there already: name another file, or add --overwrite.", exit_code=2)
    return out


def lines_of(game: Game) -> tuple[list[str], list[str]]:
    """What was typed on the way to where the game stands, and what of it was not understood and is left out.

    What was undone is not on the way. A line not understood stays where `oops` mends it, or where it closed a question.
    """
    entries = [entry for entry in game.chronicle.lineage() if _is_kept(entry)]
    kept, stray = list[str](), list[str]()
    for before, entry, after in zip([None, *entries], entries, [*entries[1:], None], strict=False):
        (stray if _is_stray(before, entry, after) else kept).append(entry.line)
    return kept, stray


def _is_stray(before: Entry | None, entry: Entry, after: Entry | None) -> bool:
    mended = after is not None and after.line.casefold().startswith(MENDING)
    asked = before is not None and before.outcome == "question"
    return entry.outcome == "misunderstood" and not mended and not asked


def _is_kept(entry: Entry) -> bool:
    metas = [command.verb for command in entry.commands if isinstance(command, Meta)]
    if metas and len(metas) == len(entry.commands):
        leads_nowhere = entry.kind == "aside" and "author" in metas
        return not leads_nowhere and not OUTSIDE.issuperset(metas)
    return bool(entry.line) and not (entry.outcome == "refused" and entry.line.casefold() in BACK)


def recorded(game: Game, lines: Iterable[str], path: Path, mystery: str) -> str:
    """The transcript of these lines, played on a new game: what came of each, with claims for what was found and drawn.

    path: where it is to lie; a file that does not lie with its mystery says which it plays.
    """
    steps = "\n".join(_step(game, line) for line in lines)
    return "\n".join([*_head(game, path, mystery), steps])


def _head(game: Game, path: Path, mystery: str) -> Iterator[str]:
    folder = path.absolute().parent
    if (folder.name, folder.parent.name) != (FOLDER, mystery):
        yield f"@mystery {mystery}"
    if game.state.world.seed != SEED:
        yield f"@seed {game.state.world.seed}"


def _step(game: Game, line: str) -> str:
    report = game.feed(line)
    words = [readable for paragraph in words_of(report).splitlines() for readable in map(_readable, wrapped(paragraph))]
    claims = [f"@{claim}" for claim in claims_of(latest(game))]
    return "\n".join([f"> {line}", *words, *claims, ""])


def _readable(line: str) -> str:
    """The line, or an elision for one that would be read as something else."""
    return ELISION if line.startswith(MARKS) else line
