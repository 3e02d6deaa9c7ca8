"""What of a mystery was reached by playing, and what never was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tavern.authoring.explore.prose import first_words, prose_of
from tavern.chronicle import Entry
from tavern.model import events as e
from tavern.model.commands import Meta
from tavern.model.mystery import Mystery

KINDS = ("clues", "routes", "deductions", "replies", "reactions", "rooms", "endings", "prose")
Part = tuple[str, str]  # kind and id; of prose the key, and which of its variants and lines


@dataclass(frozen=True, slots=True)
class Coverage:
    """The parts of a mystery, by kind in the order of the content, and those that were reached."""

    parts: Mapping[str, tuple[str, ...]]
    reached: frozenset[Part]

    def missed(self, kind: str) -> list[str]:
        """Ids that were never reached."""
        return [id for id in self.parts[kind] if (kind, id) not in self.reached]


def coverage(mystery: Mystery, reached: Iterable[Part]) -> Coverage:
    """The mystery's parts, with those reached."""
    parts = {
        "clues": tuple(mystery.clues),
        "routes": tuple(mystery.routes),
        "deductions": tuple(mystery.deductions),
        "replies": _worded(mystery, "reply:"),
        "reactions": _worded(mystery, "on:"),
        "rooms": tuple(mystery.rooms),
        "endings": tuple(mystery.endings),
        "prose": tuple(prose_of(mystery).lines),
    }
    return Coverage(parts, frozenset(reached))


def reached_by(mystery: Mystery, entry: Entry) -> set[Part]:
    """What a line reached. What the author's desk did counts for nothing."""
    if any(isinstance(command, Meta) and command.verb == "author" for command in entry.commands):
        return set()
    parts = {part for event in entry.events for part in _parts(event)}
    return parts | {("prose", id) for id in _read(mystery, entry)} | {("rooms", mystery.start)}


def _parts(event: e.Event) -> Iterable[Part]:
    match event:
        case e.ClueFound(clue, route) | e.ClueCorroborated(clue, route):
            return (("clues", clue), ("routes", route))
        case e.Drawn(deduction):
            return (("deductions", deduction),)
        case e.Walked(room, _, _):
            return (("rooms", room),)
        case e.StoryEnded(ending):
            return (("endings", ending),)
        case e.Told(key, _, _) | e.Refused(words=key):
            return (("replies" if key.startswith("reply:") else "reactions", key),)
        case _:
            return ()


def _worded(mystery: Mystery, prefix: str) -> tuple[str, ...]:
    return tuple(key for key in mystery.texts if key.startswith(prefix))


def _read(mystery: Mystery, entry: Entry) -> set[str]:
    """The lines of prose that stand in what was read, found by their words: they are told from many places."""
    prose = prose_of(mystery)
    return {name for paragraph in entry.paragraphs for name in prose.told_in(paragraph.text)}


def summary(cover: Coverage) -> list[str]:
    """The numbers: for each kind how many were reached, of how many."""
    kinds = [kind for kind in KINDS if cover.parts[kind]]
    widest = max(map(len, kinds), default=0)
    return [_counted(cover, kind, widest) for kind in kinds]


def _counted(cover: Coverage, kind: str, widest: int) -> str:
    every, missed = len(cover.parts[kind]), len(cover.missed(kind))
    return f"{kind:<{widest}}  {every - missed:>5} of {every:>5}  {100 * (every - missed) // every:>3} %"


def unreached(mystery: Mystery, cover: Coverage) -> list[str]:
    """What was never reached, a line each under its kind. Prose of replies and reactions that are listed is not listed again."""
    lines: list[str] = []
    for kind in KINDS:
        missed = cover.missed(kind)
        if kind == "prose":
            listed = {*cover.missed("replies"), *cover.missed("reactions")}
            missed = [id for id in missed if id.partition(" ")[0] not in listed]
        if missed:
            lines += [
                "",
                f"{kind} never reached ({len(missed)}):",
                *(f"  {id}{_words(mystery, kind, id)}" for id in missed),
            ]
    return lines


def _words(mystery: Mystery, kind: str, id: str) -> str:
    """The first words of what has that id, where its id alone says little."""
    match kind:
        case "clues":
            return f": {mystery.clues[id].name}"
        case "deductions":
            return f": {mystery.deductions[id].name}"
        case "replies" | "reactions":
            text = mystery.texts[id][0].lines[0]
        case "prose":
            text = prose_of(mystery).lines[id].text
        case _:
            return ""
    return f": {first_words(text)}"
