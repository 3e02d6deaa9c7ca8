"""Which of the things a name fits is meant, by what the words are for and what is at hand."""

from dataclasses import dataclass

from tavern.parser.heard import FOUND, MISFIT, WHICH, Heard, Reading
from tavern.parser.lexicon import CARDS, EXACT, HEAD, NOUNS, PART, THINGS
from tavern.parser.telling import labels, told


@dataclass(frozen=True, slots=True)
class Want:
    """What a slot is for. kinds: what fits it; first: kinds meant before others; near: who is meant before others."""

    kinds: frozenset[str]
    near: str = ""
    first: frozenset[str] = frozenset()


_THING = Want(THINGS, "present")
_ROOM = frozenset(("room",))
WANTS = {
    "THING": _THING,
    "LOOSE": Want(THINGS, "loose"),
    "HELD": Want(THINGS, "held"),
    "WORN": Want(THINGS, "held"),
    "KEY": Want(THINGS, "held"),
    "WARE": Want(NOUNS - {"actor"}, "present", frozenset(("thing",))),
    "DOORWAY": Want(frozenset(("thing", "room")), "present"),
    "HIDEOUT": Want(frozenset(("thing", "room")), "present"),
    "PERSON": Want(frozenset(("actor",)), "present"),
    "PLACE": Want(THINGS, "", _ROOM),
    "ROOM": Want(_ROOM),
    "ITEM": Want(NOUNS | CARDS, "held", frozenset(("thing",))),
    "TOPIC": Want(NOUNS | CARDS, "topic"),
    "NOUN": Want(NOUNS | CARDS, "topic"),
    "CARD": Want(CARDS),
}


def chosen(heard: Heard, kind: str, fits: dict[str, int], span: tuple[int, int]) -> Reading:
    """The id that is meant among those the words fit, WHICH when several are, MISFIT when none is for this."""
    want = WANTS[kind]
    keys = {id: _key(heard, want, id, fit) for id, fit in fits.items()}
    best = max(keys.values())
    tied = [id for id in (*heard.scope.held, *heard.scope.present, *fits) if keys.get(id) == best]
    meant_otherwise = [id for id in fits if not keys[id][0] and fits[id] == EXACT]
    if meant_otherwise and best[0] and fits[tied[0]] <= PART:
        return Reading(MISFIT, (meant_otherwise[0],), span=span)
    if not best[0]:
        return Reading(MISFIT, (tied[0],), span=span)
    telling = list(labels(dict.fromkeys(tied), heard.scope))
    if len(telling) > 1:
        return Reading(WHICH, tuple(telling), span=span)
    passed_over = [id for id in fits if id not in tied and keys[id][0] and fits[id] >= min(fits[tied[0]], HEAD)]
    doubtful = want.near not in {"topic", ""} and passed_over and fits[tied[0]] < EXACT
    return Reading(FOUND, (telling[0],), told(telling[0], heard.scope) if doubtful else "")


def _key(heard: Heard, want: Want, id: str, fit: int) -> tuple[int, ...]:
    kind = heard.scope.kinds[id]
    allowed = kind in want.kinds
    if want.near == "topic":
        return allowed, kind not in CARDS, fit, kind == "topic", 0
    return allowed, fit >= HEAD, kind in want.first, _nearness(heard, want.near, id), fit


def _nearness(heard: Heard, near: str, id: str) -> int:
    scope = heard.scope
    held, here = id in scope.held, id in scope.present or id == scope.room
    match near:
        case "held":
            return 3 if held else 2 if here else 0
        case "loose":
            return 4 if id in scope.loose and not held else 3 if here and not held else 2 if held else 0
        case "present":
            return 3 if held or here else 0
        case _:
            return 0
