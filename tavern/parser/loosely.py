"""Known verbs with words around them that no form foresees: the nearest meaning, or a refusal that names the rest."""

from tavern.model.commands import Act, Parsed
from tavern.parser import trouble
from tavern.parser.completing import completed
from tavern.parser.forms import Form, Literal, Slot, forms_for
from tavern.parser.heard import GUESSED, UNKNOWN, WHICH, Heard, Reading
from tavern.parser.referring import understood
from tavern.parser.slots import read
from tavern.parser.words import these

PREPOSITIONS = these(
    "in into inside within on onto upon to at with using from under underneath beneath below behind about for of "
    "off out up down through over across around round against between by near toward towards along until beside "
    "away past back for next above beyond after before"
)
_TAKES_OTHER = these("use break burn cut clean fill pour dig hit throw tie put_in put_on unlock lock")


def loosely(heard: Heard) -> Parsed | None:
    """A verb with one noun, or two, whatever stands between them; None when the verb is unknown or no noun is."""
    words = heard.words
    for form in forms_for(words[0], words[1] if len(words) > 1 else ""):
        slot = _only_slot(form)
        if slot is None or form.verb.makes != "act":
            continue
        start = len(form.elements) - 1
        parts = _parts(words, start)
        if not parts or words[:start] != tuple(_words(form)):
            continue
        first = read(heard, slot.kind, *parts[0])
        if first.grade < GUESSED:
            continue
        return _meant(heard, form, first, parts)
    return None


def _only_slot(form: Form) -> Slot | None:
    *literals, last = form.elements
    fits = (
        isinstance(last, Slot)
        and last.role == "noun"
        and all(isinstance(word, Literal) for word in literals)
        and literals
    )
    return last if fits and isinstance(last, Slot) and last.kind not in {"TEXT", "LINE", "DIR", "SUBJECT"} else None


def _words(form: Form) -> list[str]:
    return [element.words[0] for element in form.elements if isinstance(element, Literal)]


def _parts(words: tuple[str, ...], start: int) -> list[tuple[int, int]]:
    """The stretches between prepositions."""
    parts: list[tuple[int, int]] = []
    begin = start
    for place in range(start, len(words) + 1):
        if place == len(words) or words[place] in PREPOSITIONS:
            if place > begin:
                parts.append((begin, place))
            begin = place + 1
    return parts


def _meant(heard: Heard, form: Form, first: Reading, parts: list[tuple[int, int]]) -> Parsed | None:
    if len(parts) == 1:
        result = completed(heard, Act(form.verb.id, first.ids[0]))
        return understood(heard, result, first.took) if isinstance(result, Act) else None
    second = read(heard, "THING", *parts[1])
    tail = heard.text(parts[0][1], len(heard.words))
    followed = heard.text(0, parts[0][1])
    if len(parts) > 2 or second.grade < WHICH:
        unknown = second.words if second.grade == UNKNOWN and len(second.words.split()) == 1 else ""
        return trouble.unknown(heard, unknown) if unknown else trouble.no_fit(heard, followed, tail)
    if form.verb.id not in _TAKES_OTHER or second.grade == WHICH:
        return trouble.no_fit(heard, followed, tail)
    return understood(heard, Act(form.verb.id, first.ids[0], second.ids[0]), first.took)
