"""A mystery with one slip in it, compiled, and what is to be made of the answer."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from random import Random

from tavern.compiler.compile import Compiled, compile_folder
from tavern.model.mystery import Mystery
from tests.compiler.slips.kinds import KINDS
from tests.compiler.slips.sound import Sound, sound
from tests.places import CONTENT

CASE = "cellar_secret"
NOT_COMPARED = {"sources", "rules_fingerprint", "text_fingerprint"}


class Outcome(StrEnum):
    """What comes of a slip. The first three are told to the author; the others compile without a word.

    first: the first diagnostic stands on the damaged line; any_: another one does; elsewhere: none does. same: the
    mystery is equal to the sound one; words: only words differ; other: it is another mystery that is as sound.
    """

    FIRST = "first"
    ANY = "any"
    ELSEWHERE = "elsewhere"
    SAME = "same"
    WORDS = "words"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Case:
    """A copy of the shipped mystery to be damaged. files: by their names, as they should be."""

    folder: Path
    mystery: Mystery
    files: Mapping[str, Sound]


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip. at: the lines, from 1, that an author would call the damaged ones."""

    kind: str
    file: str
    content: bytes
    at: frozenset[int]


def a_copy(folder: Path) -> Case:
    """The shipped mystery, copied there."""
    shutil.copytree(CONTENT / CASE, folder, ignore=shutil.ignore_patterns("*.txt"))
    mystery = compile_folder(folder, [CONTENT]).mystery
    assert mystery is not None
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}
    return Case(folder, mystery, {name: sound(name, text) for name, text in texts.items()})


def slips(case: Case, kind: str, times: int) -> Iterator[Slip]:
    """So many slips of a kind in every file that has a place for it, always the same ones."""
    for name, file in case.files.items():
        for number in range(times):
            if damage := KINDS[kind](file, Random(f"{kind}/{name}/{number}")):
                lines, at = damage
                content = "\n".join(lines).encode("utf-8", "surrogateescape")
                yield Slip(kind, name, content, frozenset(row + 1 for row in at))


def judged(case: Case, slip: Slip) -> Outcome:
    """What comes of it."""
    compiled = _with(case, slip)
    if compiled.diagnostics:
        path = (case.folder / slip.file).as_posix()
        hits = [found.span.path == path and found.span.line in slip.at for found in compiled.diagnostics]
        return Outcome.FIRST if hits[0] else Outcome.ANY if any(hits) else Outcome.ELSEWHERE
    assert compiled.mystery is not None
    if compiled.mystery.rules_fingerprint != case.mystery.rules_fingerprint:
        return Outcome.OTHER
    return Outcome.SAME if _same(compiled.mystery, case.mystery) else Outcome.WORDS


def _with(case: Case, slip: Slip) -> Compiled:
    path = case.folder / slip.file
    path.write_bytes(slip.content)
    try:
        return compile_folder(case.folder, [CONTENT])
    finally:
        path.write_text(case.files[slip.file].text, encoding="utf-8")


def _same(one: Mystery, other: Mystery) -> bool:
    compared = [field.name for field in fields(one) if field.name not in NOT_COMPARED]
    return all(getattr(one, name) == getattr(other, name) for name in compared)
