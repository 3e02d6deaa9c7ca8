"""Which of the things a name fits is meant, by what the words are for and what is at hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from tavern.parser.heard import FOUND, MISFIT, SCENERY, WHICH, Heard, Reading
from tavern.parser.lexicon import ARTICLES, CARDS, EXACT, HEAD, NOUNS, PART, THINGS, YOURS, is_own
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
    "WARE": Want(NOUNS - {"actor"}, "sold", frozenset(("thing",))),
    "DOORWAY": Want(frozenset(("thing", "room")), "present"),
    "HIDEOUT": Want(frozenset(("thing", "room")), "hideout"),
    "PERSON": Want(frozenset(("actor",)), "present"),
    "PLACE": Want(THINGS, "", _ROOM),
    "ROOM": Want(_ROOM),
    "ITEM": Want(NOUNS | CARDS, "held", frozenset(("thing",))),
    "TAKER": Want(THINGS, "present", frozenset(("actor",))),
    "TOPIC": Want(NOUNS | CARDS, "topic"),
    "NOUN": Want(NOUNS | CARDS, "topic"),
    "CARD": Want(CARDS),
}


_AT_HAND = frozenset(("present", "held", "loose", "hideout"))  # what such slots are for has to be here


def chosen(heard: Heard, kind: str, fits: dict[str, int], span: tuple[int, int]) -> Reading:
    """The id that is meant among those the words fit, WHICH when several are, MISFIT when none is for this."""
    want = WANTS[kind]
    said = heard.words[span[0] : span[1]]
    fits = _yours(heard, fits, said) or _by_their_name(heard, want, fits) or fits
    keys = {id: _key(heard, want, id, fit, said) for id, fit in fits.items()}
    best = max(keys.values())
    tied = [id for id in fits if keys[id] == best]
    if len(tied) > 1:
        at_hand = (id for id in (*heard.scope.held, *heard.scope.present) if id in tied)
        tied = list(dict.fromkeys((*at_hand, *tied)))
    meant_otherwise = [id for id in fits if not keys[id][0] and fits[id] == EXACT]
    if meant_otherwise and best[0] and fits[tied[0]] <= PART:
        return Reading(MISFIT, (meant_otherwise[0],), span=span)
    if not best[0]:
        return Reading(MISFIT, (tied[0],), span=span)
    if _only_told_of(heard, want, tied, said):
        return Reading(SCENERY, words=" ".join(said), text="printed", span=span)
    if want.near in _AT_HAND and len(tied) > 1 and all(_is_absent_thing(heard, id) for id in tied):
        return Reading(SCENERY, words=" ".join(said), text="absent", span=span)
    telling = list(labels(dict.fromkeys(tied), heard.scope))
    if len(telling) > 1:
        return Reading(WHICH, tuple(telling), span=span)
    by_part = want.near == "topic" and fits[tied[0]] <= PART and heard.scope.kinds[telling[0]] not in CARDS
    others = want.near not in {"topic", ""} and fits[tied[0]] < EXACT and _passed_over(heard, fits, keys, tied)
    return Reading(FOUND, (telling[0],), told(telling[0], heard.scope) if by_part or others else "")


def _yours(heard: Heard, fits: dict[str, int], said: Sequence[str]) -> dict[str, int]:
    """Of "my room", what has that very name."""
    if YOURS.isdisjoint(said):
        return {}
    key = frozenset(said) - ARTICLES
    return {id: fit for id, fit in fits.items() if key in heard.lexicon.entries[id].yours}


def _by_their_name(heard: Heard, want: Want, fits: dict[str, int]) -> dict[str, int]:
    """Of "Sarah", her, and nothing that is only called hers: here or not, it is she who was named."""
    kinds = heard.scope.kinds
    if "actor" not in want.kinds or not any(kinds[id] == "actor" and fit == EXACT for id, fit in fits.items()):
        return {}
    return {id: fit for id, fit in fits.items() if kinds[id] == "actor" or fit > PART}


def _passed_over(heard: Heard, fits: dict[str, int], keys: dict[str, tuple[int, ...]], tied: list[str]) -> bool:
    """Something else here would have done as well."""
    least = min(fits[tied[0]], HEAD)
    return any(
        id not in tied and keys[id][0] and fit >= least and not _is_away(heard, id, heard.scope.kinds[id])
        for id, fit in fits.items()
    )


def _only_told_of(heard: Heard, want: Want, tied: list[str], said: Sequence[str]) -> bool:
    """The words stand in what is told of this room, and are but another name for something elsewhere."""
    scope = heard.scope
    if want.near not in _AT_HAND or not all(_is_absent_thing(heard, id) for id in tied):
        return False
    content = frozenset(said) - ARTICLES
    return content <= scope.here & scope.words and not any(is_own(heard.lexicon.entries[id], said) for id in tied)


def _is_absent_thing(heard: Heard, id: str) -> bool:
    return heard.scope.kinds.get(id) == "thing" and _is_away(heard, id, "thing")


def _is_away(heard: Heard, id: str, kind: str) -> bool:
    scope = heard.scope
    never = kind in {"room", "topic"}
    return not never and id not in scope.held and id not in scope.present and id not in scope.wares


def _key(heard: Heard, want: Want, id: str, fit: int, said: Sequence[str]) -> tuple[int, ...]:
    """What is meant before what: the greater, the sooner."""
    scope = heard.scope
    kind = scope.kinds[id]
    allowed = kind in want.kinds
    away = _is_away(heard, id, kind)
    own = is_own(heard.lexicon.entries[id], said)
    if want.near == "topic":
        talked_of = any(id in ideas for ideas in scope.versed.values())
        named = own and fit == EXACT
        return allowed, kind not in CARDS, min(fit, HEAD), named, talked_of, kind == "topic", not away, own, fit
    if want.near == "hideout":
        return allowed, id in scope.hideouts, not away, fit
    return allowed, not away, fit >= HEAD, kind in want.first, _nearness(heard, want.near, id), own, fit


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
        case "sold":
            return 4 if id in scope.wares else 3 if held or here else 0
        case _:
            return 0
