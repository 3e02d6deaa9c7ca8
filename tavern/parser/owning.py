"""Whose something is: "his coat", "the innkeeper's coat", "marcus's hands"; and who is meant by a pronoun."""

from tavern.parser.choosing import chosen
from tavern.parser.heard import GUESSED, Heard, Reading
from tavern.parser.lexicon import ARTICLES, NOUNS, owner
from tavern.parser.telling import told
from tavern.parser.words import these

OWNERS = {"his": "him", "her": "her", "its": "it", "their": "them"}
_GENDERS = {"him": "he", "her": "she"}
# What is part of a person, or of the story of one, and so is that person to whoever looks or asks.
_PARTS = these(
    "hand hands face eye eyes hair nose mouth finger fingers arm arms wrist wrists voice name beard foot feet leg legs teeth "
    "smile accent neck skin nails clothes clothing dress apron shirt sleeve sleeves cuff cuffs life past age work job trade "
    "pocket pockets family business story alibi home history health whereabouts movements"
)


def owned(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    """A thing by whose it is: "his coat", "the innkeeper's coat"; also when nobody else's is known."""
    place = _possessive(words)
    if place < 0:
        return None
    owners = _owners(heard, words[: place + 1], span[0])
    fits = heard.lexicon.find(words[place + 1 :], NOUNS)
    of_them = {id: fit for id, fit in fits.items() if any(_belongs(heard, id, person) for person in owners)}
    free = _nobodys(heard, fits) if owners and words[-1] not in _PARTS else {}
    kept = of_them or _of_one_of_them(heard, words[place], fits) or free
    return chosen(heard, kind, kept, span) if kept else None


def part_of_somebody(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    """Somebody, by what is theirs and has no name of its own: "marcus's hands", "her story"."""
    place = _possessive(words)
    if place < 0 or words[-1] not in _PARTS or kind == "ROOM":
        return None
    owners = _owners(heard, words[: place + 1], span[0])
    return Reading(GUESSED, (owners[0],), told(owners[0], heard.scope)) if owners else None


def _possessive(words: list[str]) -> int:
    """Where in the words it is said whose the rest is, -1 for nowhere."""
    place = next((at for at, word in enumerate(words) if word in OWNERS or owner(word)), -1)
    return -1 if place == len(words) - 1 or words[place + 1] in ARTICLES else place


def _owners(heard: Heard, whose: list[str], start: int) -> list[str]:
    if whose[-1] not in OWNERS:
        return list(heard.lexicon.find([*whose[:-1], owner(whose[-1])], ("actor",)))
    which = OWNERS[whose[-1]]
    before = named_before(heard, start)
    fits = before and heard.scope.names[before].pronoun == _GENDERS.get(which)
    id = before if fits else meant_by(heard, which)
    return [id] if id else []


def _of_one_of_them(heard: Heard, said: str, fits: dict[str, int]) -> dict[str, int]:
    """Of the things that fit, those here that are somebody's whom the pronoun could mean: "her lamp" in a woman's room."""
    pronoun = _GENDERS.get(OWNERS.get(said, ""), "")
    people = [
        id for id, kind in heard.scope.kinds.items() if kind == "actor" and heard.scope.names[id].pronoun == pronoun
    ]
    here = {id: fit for id, fit in fits.items() if id in heard.scope.present}
    return {id: fit for id, fit in here.items() if any(_belongs(heard, id, person) for person in people)}


def _nobodys(heard: Heard, fits: dict[str, int]) -> dict[str, int]:
    return {id: fit for id, fit in fits.items() if not any(owner(word) for word in heard.lexicon.entries[id].words)}


def _belongs(heard: Heard, id: str, person: str) -> bool:
    people = heard.lexicon.entries[person].words if person in heard.lexicon.entries else frozenset()
    return any(owner(word) in people for word in heard.lexicon.entries[id].words if owner(word))


def named_before(heard: Heard, end: int) -> str:
    """The last person named before a place in the sentence, "" for none: "marcus" in "ask marcus about his hands"."""
    for stop in range(end, 0, -1):
        for start in range(max(0, stop - 2), stop):
            found = heard.lexicon.find(heard.words[start:stop], ("actor",))
            if len(found) == 1:
                return next(iter(found))
    return ""


def meant_by(heard: Heard, which: str) -> str:
    """Whom or what "it", "him", "her" or "them" means: what was named last, or the one person here it fits; "" for nobody."""
    scope = heard.scope
    last = {"it": scope.it, "him": scope.him, "her": scope.her, "them": scope.them}[which]
    if last:
        return last
    fitting = [id for id in people_here(heard) if scope.names[id].pronoun == _GENDERS.get(which, "")]
    return fitting[0] if len(fitting) == 1 else ""


def people_here(heard: Heard) -> list[str]:
    """Ids of the people in sight, nearest first."""
    return [id for id in heard.scope.present if heard.scope.kinds.get(id) == "actor"]
