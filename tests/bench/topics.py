"""The topics: each returns its rows. Yardsticks are the plainest thing that does a like job with the libraries at hand."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from tavern.compiler.compile import compile_folder
from tavern.game import Game
from tavern.games import Games
from tavern.logbook import Unkept
from tavern.model.codec import write
from tavern.model.world import World
from tavern.text.nearest import nearest
from tests.bench import large
from tests.bench.measure import Figure, compare
from tests.bench.proofs import proofs
from tests.bench.screens import keys, painting
from tests.places import CONTENT, ROOT

TYPED = "ask gene about the cellar"
WALK = (
    "look", "x slate", "ask gene about cellar", "north", "x peg", "east", "look", "x oven", "west", "south", "inventory",
    "ask marcus about boats", "read paper", "talk to sarah", "listen", "x cat", "clues", "exits", "ask hame about bell", "x fire",
)  # fmt: skip


def turns() -> Iterator[Figure]:
    """A turn in memory: parse, decide, apply, narrate; in units of a JSON round trip of the same size as a report."""
    games = Games([CONTENT], None)
    game = games.new("cellar_secret", seed=1)
    text = json.dumps([{"kind": "prose", "text": "A sentence of about sixty letters, as they come in replies."}] * 12)

    def ours() -> None:
        for line in WALK:
            game.feed(line)

    def theirs() -> None:
        for _ in WALK:
            json.dumps(json.loads(text))

    yield compare("20 turns of a mixed walk, in memory", ours, "20 JSON round trips of 1 kB", theirs, "")
    late = games.new("cellar_secret", seed=1)
    for _ in range(100):
        for line in WALK:
            late.feed(line)

    def after_many() -> None:
        for line in WALK:
            late.feed(line)

    yield compare("the same after 2,000 turns", after_many, "20 turns at the start", ours, "flat: about 1")
    small, great = (Game(large.a_house(clues), Unkept(), 1, "a house") for clues in (20, 2_000))
    ours_, theirs_ = partial(_play, great, large.WALK), partial(_play, small, large.WALK)
    yield compare("20 turns in a mystery of 2,000 clues", ours_, "in one of 20", theirs_, "at most 2")


def _play(game: Game, lines: Iterable[str]) -> None:
    for line in lines:
        game.feed(line)


def saves() -> Iterator[Figure]:
    """A turn with its durable save, and a row of the same bytes written by sqlite-utils."""
    folder = Path(tempfile.mkdtemp())
    game = Games([CONTENT], folder / "ours").new("cellar_secret", "bench", 1)
    (folder / "theirs").mkdir()
    db = Database(folder / "theirs" / "plain.db")
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    rows = db.table("rows", pk="id")
    entry = game.chronicle.entry(1)
    size = len(write(entry.events)) + len(write(entry.paragraphs))
    counter = iter(range(10**9))

    def ours() -> None:
        for line in WALK:
            game.feed(line)

    def theirs() -> None:
        for _ in WALK:
            rows.upsert({"id": next(counter), "text": "x" * min(size, 2000)})

    yield compare(
        "20 turns, each saved before it is read", ours, "20 upserts of sqlite-utils, WAL and FULL", theirs, "at most 2"
    )
    yield Figure("a saved turn, in bytes", _bytes_a_turn(), "-", 0, 1, "at most 2,000")


def _bytes_a_turn() -> float:
    """By how much the file grows, once all is in its place."""
    sizes = []
    for times in (1, 20):
        folder = Path(tempfile.mkdtemp())
        games = Games([CONTENT], folder)
        game = games.new("cellar_secret", "bench", 1)
        _play(game, WALK * times)
        game.close()
        games.close()
        sizes.append(sum(path.stat().st_size for path in folder.iterdir()))
    return (sizes[1] - sizes[0]) / (19 * len(WALK))


def undoing() -> Iterator[Figure]:
    """Going back: states are values."""
    game = Games([CONTENT], None).new("cellar_secret", seed=1)
    for line in WALK:
        game.feed(line)
    world = game.state.world

    def ours() -> World:
        return game.chronicle.state_after(3).world

    def theirs() -> World:
        return replace(world, clock=world.clock + 1)

    yield compare("a state restored", ours, "one field of a world replaced", theirs, "at most 0.05 ms")


def compiling() -> Iterator[Figure]:
    """Compiling the shipped mystery, beside the bare parse of its files by PyYAML's C loader."""
    import yaml

    texts = [
        path.read_text(encoding="utf-8")
        for name in ("cellar_secret", "rusted_tankard")
        for path in (CONTENT / name).glob("*.yaml")
    ]

    def theirs() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    folder = CONTENT / "cellar_secret"
    yield compare(
        "The Cellar Secret compiled",
        lambda: compile_folder(folder, [CONTENT]),
        "its files by CSafeLoader",
        theirs,
        "at most 5",
        7,
    )


def loading() -> Iterator[Figure]:
    """Five thousand clues compiled, with everything that is checked, beside the bare parse of the same bytes."""
    import yaml

    folder = Path(tempfile.mkdtemp())
    texts = large.write(folder)
    assert compile_folder(folder).mystery is not None

    def theirs() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    yield compare(
        f"{large.CLUES:,} clues compiled",
        lambda: compile_folder(folder),
        "their bytes by CSafeLoader",
        theirs,
        "at most 0.5",
        5,
    )


def completing() -> Iterator[Figure]:
    """What the prompt asks for at every key."""
    game = Games([CONTENT], None).new("cellar_secret", seed=1)
    for line in WALK:
        game.feed(line)
    words = [f"{a}{b}" for a in ("tank", "slat", "cell", "barr", "lant") for b in (str(n) for n in range(100))]

    def typed() -> None:
        game.feed("look")  # what was offered before is forgotten
        for end in range(1, len(TYPED) + 1):
            game.complete(TYPED[:end])

    whole = compare("", typed, "-", lambda: None, "at most 1 ms")
    a_key = f"completion, each of the {len(TYPED)} keys of `{TYPED}`"
    yield replace(whole, what=a_key, ours=whole.ours / len(TYPED))
    yield compare("spelling against 500 nouns", lambda: nearest("celalr", words), "-", lambda: None, "at most 1 ms")


def starting() -> Iterator[Figure]:
    """Whole processes, from nothing to their exit."""

    def run(*arguments: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)

    yield compare(
        "tavern --version", run("-m", "tavern", "--version"), "bare python", run("-c", "pass"), "at most 5", 7
    )
    yield compare("tavern --help", run("-m", "tavern", "--help"), "bare python", run("-c", "pass"), "at most 5", 7)


TOPICS: Mapping[str, Callable[[], Iterator[Figure]]] = {
    "turns": turns, "saves": saves, "undo": undoing, "compile": compiling, "load": loading, "complete": completing, "start": starting,
    "paint": painting, "keys": keys, "proofs": proofs,
}  # fmt: skip
