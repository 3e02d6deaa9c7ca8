"""The small mysteries of tests/content/unfair: one that is fair, and others a few lines away from it that are not.

`base.yaml` is a whole mystery. `NAME.yaml` holds the pieces that make it unfair: a piece with an id that is there already stands
in its place, one with `gone: true` takes it away, any other is added. `NAME_fair.yaml` is laid over that in turn and makes it fair
again; where there is none, the base is the fair twin. `python -m tests.proof.unfair NAME [--fair] FOLDER` writes one as a folder
that `tavern prove` and `tavern play` take.
"""

import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tavern.compiler.compile import Compiled, compile_folder
from tavern.model.mystery import Mystery
from tests.places import ROOT

UNFAIR = ROOT / "tests" / "content" / "unfair"
SECTION = re.compile(r"^(\w+):", re.MULTILINE)
PIECE = re.compile(r"^  (?:- .*|(\w+):.*)$", re.MULTILINE)
ID = re.compile(r"\bid: (\w+)")
GONE = "gone: true"


@dataclass(frozen=True, slots=True)
class Case:
    """What was known of a case before it was ever proved.

    falls: the claim that is refuted. part: the id, or its beginning, of the part that falls. shows: what the witness shows.
    also: other claims that may fall with it, because what is unfair in one way is seldom fair in all others.
    refused: the code by which `tavern check` refuses the case already, "" for all that compile.
    """

    name: str
    falls: str
    shows: str
    part: str = ""
    also: frozenset[str] = frozenset()
    refused: str = ""


CHOKED = frozenset({"redundancy", "stranded", "early"})  # a clue with one way to it can be taken away by one thing
NEVER = CHOKED | {"reachable", "one_answer", "redundancy"}  # what cannot be found proves nothing

CASES = (
    # the list of the issue
    Case(
        "one_move",
        "one_answer",
        "examine the note, accuse: proved by one card",
        "one_answer:cards",
        frozenset({"redundancy"}),
    ),
    Case("one_way", "guessing", "every clue that points at anybody points at bram", "guessing:one_way"),
    Case(
        "trade",
        "redundancy",
        "the cut alone rules out all but bram",
        "redundancy:oracle:square_cut",
        frozenset({"one_answer"}),
    ),
    Case(
        "oracle",
        "redundancy",
        "what cole says establishes who",
        "redundancy:oracle:cole_saw",
        frozenset({"one_answer"}),
    ),
    Case("accusing_teaches", "guessing", "accuse ada of nothing, and a clue is found", "guessing:teaches"),
    Case("never_cracks", "guessing", "ada and cole have given way, bram never does", "guessing:gives_away"),
    Case("insult", "stranded", "ask ada about the shears unkindly: she never speaks again", also=CHOKED),
    Case("eaten", "stranded", "eat the cheese", also=CHOKED),
    Case("once", "stranded", "wait until the evening of day 1 is over", also=CHOKED),
    Case("two_stand", "one_answer", "bram is proved, and cole is proved", "one_answer:who:cole"),
    Case("none_stands", "one_answer", "bram is ruled out by the ferryman's word", "one_answer:who:bram"),
    Case("herring", "herrings", "the boots are wet, and nothing explains them", "herrings:wet_boots"),
    Case("lie", "herrings", "bram was at sea, and nothing gainsays it", "herrings:bram_at_sea"),
    Case("key_in_chest", "reachable", "the ending that needs the letter", "reachable:ending:mercy"),
    Case("needs_itself", "reachable", "the ending that needs what needs itself", "reachable:ending:mercy"),
    Case("left", "reachable", "the ending that needs what dora would say", "reachable:ending:mercy"),
    Case("too_early", "reachable", "five minutes are not enough for the proof", "reachable:ending:shown", NEVER),
    Case("same_mouth", "redundancy", "without cole nothing says whose the shears are", "redundancy:person:cole"),
    # what an author might think of to get past the prover
    Case("folder", "one_answer", "touch the folder, and the case is proved", "one_answer:acts"),
    Case(
        "uncharged",
        "one_answer",
        "two clues, and bram is proved: how is never asked",
        "one_answer:cards",
    ),
    Case("winch", "redundancy", "without the winch nobody comes to the shears", "redundancy:thing:winch"),
    Case("visit", "redundancy", "without that hour nobody speaks of the shears", "redundancy:hour:yard 15:00-16:00"),
    Case("noon", "redundancy", "without noon nobody comes to the shears", "redundancy:hour:yard 12:00-13:00"),
    Case("two_lies", "herrings", "bram was at sea, and in bed", "herrings:bram_at_sea"),
    Case("shaken", "guessing", "accuse ada, withdraw, and ask her about the money", "guessing:teaches"),
    Case("blushes", "guessing", "accuse bram: he alone goes white", "guessing:singled_out"),
    Case("brought_up", "guessing", "accuse anybody: bram alone is never brought up", "guessing:singled_out"),
    Case("padded", "guessing", "one guess in three wins, though twelve answers are written", "guessing:chance"),
    # the cases that a careless prover gets wrong
    Case("two_doors", "reachable", "the second door is shut whenever the first is open", also=NEVER),
    Case("shadowed", "stranded", "learn that bram went up: ada says no more of the shears", also=CHOKED),
    Case("knowledge_destroys", "", "a needed clue is a lie", refused="T304"),
    Case("put_out", "reachable", "everybody is out of the yard before eight", also=NEVER),
    Case("shy", "reachable", "dora leaves whenever somebody comes", also=NEVER),
    Case("disjoint", "reachable", "dora and evan are never there together", also=NEVER),
    Case("self_locking", "reachable", "the cabin is locked from a quarter to eight, and cleared", also=NEVER),
    Case("confiscated", "reachable", "the token is taken in the yard", also=NEVER),
    Case("torch", "stranded", "light the torch, and wait", also=CHOKED),
    Case("burnt", "stranded", "give the letter to ada, and wait", also=CHOKED),
    Case("held", "stranded", "wait until dora has left with the letter", also=CHOKED),
    Case("ending_fires", "reachable", "the last clue ends the story", "reachable:ending:shown", NEVER),
    Case("stakeouts", "reachable", "two rooms at one hour, and one night left", also=NEVER),
    Case("drip", "reachable", "what the evening gives midnight takes", also=NEVER),
    Case("ferry", "reachable", "the fare is never saved up", also=NEVER),
    Case("letter", "stranded", "burn the letter before it is read", also=CHOKED),
    Case("one_relationship", "stranded", "quarrel with ada: all three ways are shut", also=CHOKED),
    Case("leaves", "stranded", "learn of the bet: cole leaves for good", also=CHOKED),
)


def text_of(name: str, *, fair: bool = False) -> str:
    """The whole case as one YAML file; the base itself for the name "base"."""
    whole = (UNFAIR / "base.yaml").read_text()
    unfair, mended = UNFAIR / f"{name}.yaml", UNFAIR / f"{name}_fair.yaml"
    if name == "base" or (fair and not mended.exists()):
        return whole
    layers = [unfair, mended] if fair else [unfair]
    for layer in layers:
        whole = laid_over(whole, layer.read_text())
    return whole


def laid_over(whole: str, layer: str) -> str:
    """The text with the pieces of the layer in it."""
    sections = {key: _pieces(body) for key, body in _sections(whole)}
    for key, body in _sections(layer):
        pieces = sections.setdefault(key, {})
        pieces |= _pieces(body)
        sections[key] = {id: piece for id, piece in pieces.items() if GONE not in piece}
    return "\n".join(f"{key}:\n{''.join(pieces.values())}" for key, pieces in sections.items() if pieces)


def _sections(text: str) -> list[tuple[str, str]]:
    starts = [*SECTION.finditer(text)]
    ends = [start.start() for start in starts[1:]] + [len(text)]
    return [(start[1], text[start.end() : end].strip("\n") + "\n") for start, end in zip(starts, ends, strict=True)]


def _pieces(body: str) -> dict[str, str]:
    """The pieces of a section by their ids, or by their keys."""
    starts = [*PIECE.finditer(body)]
    ends = [start.start() for start in starts[1:]] + [len(body)]
    pieces = [(start[1], body[start.start() : end]) for start, end in zip(starts, ends, strict=True)]
    return {key or _id(piece): piece for key, piece in pieces}


def _id(piece: str) -> str:
    found = ID.search(piece)
    assert found, f"a piece without an id: {piece}"
    return found[1]


def folder(name: str, into: Path, *, fair: bool = False) -> Path:
    """The case written as a folder that can be compiled and played."""
    into.mkdir(parents=True, exist_ok=True)
    (into / "mystery.yaml").write_text(text_of(name, fair=fair))
    return into


def compiled(name: str, *, fair: bool = False) -> Compiled:
    """What the compiler makes of the case."""
    place = folder(name, Path(mkdtemp()) / "lamp", fair=fair)
    return compile_folder(place, [place.parent])


@cache
def mystery(name: str, *, fair: bool = False) -> Mystery:
    """The case, compiled; it has to be without errors."""
    made = compiled(name, fair=fair)
    assert made.mystery, [f"{found.code} {found.cause}" for found in made.diagnostics]
    return made.mystery


if __name__ == "__main__":
    chosen, *rest = sys.argv[1:]
    print(folder(chosen, Path(rest[-1]), fair="--fair" in rest))  # noqa: T201 - this is the command's result
