"""`tavern test`: the transcripts of mysteries, played, and what of it is to be shown."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tavern.authoring.cover import KINDS, Coverage, Part, coverage, reached_by, summary, unreached
from tavern.authoring.desk import DESK
from tavern.authoring.replay import Difference, played
from tavern.authoring.transcript import Transcript, load, mystery_of, transcripts
from tavern.authoring.update import update
from tavern.games import Games
from tavern.model.mystery import Mystery
from tavern.problem import Problem

WORTH_A_PROCESS = 1000  # turns: about as long as a process takes to start and to compile the mystery
Row = tuple[str, str]  # mark and text: "-" was wanted, "+" came, " " both, "" anything else


@dataclass(frozen=True, slots=True)
class Play:
    """A transcript, and the mystery it plays, to be found under these roots."""

    transcript: Transcript
    mystery: str
    roots: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Tested:
    """What came of a transcript."""

    play: Play
    differences: tuple[Difference, ...]
    reached: frozenset[Part] = frozenset()


@dataclass(frozen=True, slots=True)
class Cover:
    """What so many transcripts reached of a mystery together."""

    mystery: Mystery
    transcripts: int
    coverage: Coverage


def plays(paths: Iterable[Path], roots: Sequence[Path], name: str = "") -> list[Play]:
    """The transcripts that the paths mean and whose file's name has `name` in it. Raises Problem when there is none."""
    files = list(dict.fromkeys(file for path in paths for file in transcripts(path)))
    chosen = [file for file in files if name.casefold() in file.stem.casefold()]
    if not chosen:
        raise Problem(_nothing(paths, files, name), exit_code=2 if files else 1)
    loaded = [load(file) for file in chosen]
    meant = [mystery_of(transcript, roots) for transcript in loaded]
    return [Play(transcript, id, tuple(where)) for transcript, (id, where) in zip(loaded, meant, strict=True)]


def _nothing(paths: Iterable[Path], files: Sequence[Path], name: str) -> str:
    if files:
        return f"No transcript has “{name}” in its name: there is {', '.join(file.stem for file in files[:3])}."
    where = ", ".join(map(str, paths))
    return f"There is no transcript in {where}: `tavern record` makes one by playing, in the folder `transcripts`."


def without_transcripts(paths: Iterable[Path]) -> list[Path]:
    """The paths of which nothing can be played."""
    return [path for path in paths if not transcripts(path)]


def test(plays: Sequence[Play], *, cover: bool) -> list[Tested]:
    """Every transcript played, in the order given; in several processes where it pays. Raises Problem, BrokenContent."""
    games: dict[tuple[str, tuple[Path, ...]], Games] = {}
    for play in plays:
        _games(games, play).mystery(play.mystery)
    turns = sum(len(play.transcript.steps) for play in plays)
    processes = min(os.cpu_count() or 1, turns // WORTH_A_PROCESS, len(plays))
    if processes < 2:
        return [_tested(_games(games, play), play, cover=cover) for play in plays]
    shares = [plays[number::processes] for number in range(processes)]
    with ProcessPoolExecutor(processes) as pool:
        found = [tested for share in pool.map(_share, shares, [cover] * processes) for tested in share]
    order = {play.transcript.path: at for at, play in enumerate(plays)}
    return sorted(found, key=lambda tested: order[tested.play.transcript.path])


def _share(plays: Sequence[Play], cover: bool) -> list[Tested]:  # noqa: FBT001 - called by a pool, which names nothing
    games: dict[tuple[str, tuple[Path, ...]], Games] = {}
    return [_tested(_games(games, play), play, cover=cover) for play in plays]


def _games(games: dict[tuple[str, tuple[Path, ...]], Games], play: Play) -> Games:
    return games.setdefault((play.mystery, play.roots), Games(play.roots, None, DESK))


def _tested(games: Games, play: Play, *, cover: bool) -> Tested:
    game = games.new(play.mystery, seed=play.transcript.seed)
    found: list[Difference] = []
    reached: set[Part] = set()
    for came in played(game, play.transcript):
        found += came.differences
        if cover:
            reached |= reached_by(game.mystery, came.entry)
    return Tested(play, tuple(found), frozenset(reached))


def mend(tested: Iterable[Tested]) -> list[Path]:
    """Write the new words into the files; those that were written. Raises Problem."""
    written: list[Path] = []
    for one in tested:
        if any(found.kind == "words" for found in one.differences):
            update(one.play.transcript.path, one.differences)
            written.append(one.play.transcript.path)
    return written


def remaining(tested: Iterable[Tested]) -> int:
    """How many differences no update mends: claims, lines not understood, lines not reached."""
    return sum(found.kind != "words" for one in tested for found in one.differences)


def shown(tested: Sequence[Tested]) -> list[Row]:
    """Every difference, in lines with their marks."""
    return [row for one in tested for found in one.differences for row in _rows(found)]


def _rows(found: Difference) -> list[Row]:
    typed = [("", f"  > {found.step.line}".rstrip())] if found.step.turn else []
    return [("", found.place), *typed, *((mark, f"  {mark} {line}") for mark, line in found.rows), ("", "")]


def counted(tested: Sequence[Tested], differences: int) -> str:
    """The last line: how many were played, and how many differences there are."""
    return f"{_several(len(tested), 'transcript')}, {_several(differences, 'difference')}."


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def covers(tested: Sequence[Tested]) -> list[Cover]:
    """What the transcripts of each mystery reached together."""
    found: list[Cover] = []
    for (id, roots), group in groupby(sorted(tested, key=_of_mystery), key=_of_mystery):
        together = list(group)
        mystery = Games(roots, None).mystery(id)
        reached = {part for one in together for part in one.reached}
        found.append(Cover(mystery, len(together), coverage(mystery, reached)))
    return found


def _of_mystery(tested: Tested) -> tuple[str, tuple[Path, ...]]:
    return tested.play.mystery, tested.play.roots


def cover_shown(cover: Cover) -> list[str]:
    """The numbers, then all that was never reached."""
    title = f"{cover.mystery.id}, by {_several(cover.transcripts, 'transcript')}:"
    return [title, *(f"  {line}" for line in summary(cover.coverage)), *unreached(cover.mystery, cover.coverage)]


def as_json(tested: Sequence[Tested], covered: Sequence[Cover]) -> dict[str, object]:
    """The same for programs."""
    transcripts = [
        {
            "path": str(one.play.transcript.path),
            "mystery": one.play.mystery,
            "seed": one.play.transcript.seed,
            "turns": len(one.play.transcript.steps),
            "differences": [_object(found) for found in one.differences],
        }
        for one in tested
    ]
    cover = {
        one.mystery.id: {
            kind: {"all": len(one.coverage.parts[kind]), "never_reached": one.coverage.missed(kind)} for kind in KINDS
        }
        for one in covered
    }
    return {"transcripts": transcripts, **({"cover": cover} if covered else {})}


def _object(found: Difference) -> dict[str, object]:
    return {
        "line": found.step.number,
        "turn": found.step.turn,
        "typed": found.step.line,
        "kind": found.kind,
        "wanted": found.wanted,
        "came": found.came,
    }
