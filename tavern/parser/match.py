"""A sentence against the forms of the table: which of them it fits, and how well."""

from collections.abc import Iterator
from dataclasses import dataclass

from tavern.parser.forms import Form, Literal, Slot, forms_for
from tavern.parser.heard import FOUND, GUESSED, MISSING, SCENERY, UNKNOWN, WHICH, Heard, Reading
from tavern.parser.slots import read

MOST_TRIED = 4000  # ways of cutting a sentence up that are looked at; a bound for lines nobody would type


@dataclass(frozen=True, slots=True)
class Match:
    """A form that fits. slots: role → reading; grade: the least of theirs; trouble: the reading that has it.

    literals: how many words of the form itself were said. missing: the slot for which the words ran out, with the words
    of the form that would come before it in `lead`.
    """

    form: Form
    grade: int
    slots: dict[str, Reading]
    literals: int
    trouble: Reading | None = None
    missing: Slot | None = None
    lead: str = ""

    def rank(self) -> tuple[int, int, int, int, int]:
        grade = FOUND if self.grade == GUESSED else self.grade
        return grade, self.literals, self.grade, -len(self.slots), -self.form.order


@dataclass(frozen=True, slots=True)
class _Cut:
    """One way to cut the sentence up: where each slot lies; place: how far the words reach."""

    slots: tuple[tuple[Slot, int, int], ...] = ()
    literals: int = 0
    missing: int = -1  # the element at which the words ran out


def best_match(heard: Heard) -> Match | None:
    """The form that fits best, None when none does. A fit with a part missing or not understood counts too."""
    words = heard.words
    if not words:
        return None
    best: Match | None = None
    budget = MOST_TRIED
    for form in forms_for(words[0], words[1] if len(words) > 1 else ""):
        for cut in _cuts(form, words):
            budget -= 1
            match = _read_cut(heard, form, cut)
            if match and (best is None or match.rank() > best.rank()):
                best = match
            if budget < 0:
                return best
    return best


def _cuts(form: Form, words: tuple[str, ...]) -> Iterator[_Cut]:
    waiting: list[tuple[int, int, _Cut]] = [(0, 0, _Cut())]
    elements = form.elements
    while waiting:
        at, place, cut = waiting.pop()
        if at == len(elements):
            if place == len(words):
                yield cut
            continue
        element = elements[at]
        if place == len(words) and not (isinstance(element, Literal) and element.optional):
            yield _Cut(cut.slots, cut.literals, at)
            continue
        match element:
            case Literal():
                if element.optional:
                    waiting.append((at + 1, place, cut))
                if place < len(words) and words[place] in element.words:
                    waiting.append((at + 1, place + 1, _Cut(cut.slots, cut.literals + 1)))
            case Slot():
                ends = _ends(elements, at, place, words)
                waiting.extend((at + 1, end, _with(cut, element, place, end)) for end in ends)


def _with(cut: _Cut, slot: Slot, start: int, end: int) -> _Cut:
    return _Cut((*cut.slots, (slot, start, end)), cut.literals)


def _ends(elements: tuple[Literal | Slot, ...], at: int, place: int, words: tuple[str, ...]) -> Iterator[int]:
    after = elements[at + 1] if at + 1 < len(elements) else None
    if after is None or (isinstance(elements[at], Slot) and elements[at].kind == "LINE"):  # type: ignore[union-attr]
        yield len(words)
        return
    yield len(words)
    for end in range(len(words) - 1, place, -1):
        if isinstance(after, Slot) or after.optional or words[end] in after.words:
            yield end


def _read_cut(heard: Heard, form: Form, cut: _Cut) -> Match | None:
    readings: dict[str, Reading] = {}
    for slot, start, end in cut.slots:
        if slot.role == "spare" and slot.kind != "DIR":
            if cut.missing >= 0 or {",", "and"} & set(heard.words[start:end]):
                return None
            continue
        readings[slot.role] = read(heard, slot.kind, start, end)
    trouble = min(readings.values(), key=lambda reading: reading.grade, default=None)
    grade = trouble.grade if trouble else FOUND
    if cut.missing < 0:
        return Match(form, grade, readings, cut.literals, trouble if grade < GUESSED else None)
    lead, slot_missing = _lead(form, cut.missing)
    if slot_missing is None or cut.literals == 0:
        return None
    if slot_missing.role == "spare":
        return None
    grade = MISSING if grade >= WHICH else grade
    return Match(form, grade, readings, cut.literals, trouble, slot_missing, lead)


def _lead(form: Form, missing: int) -> tuple[str, Slot | None]:
    lead: list[str] = []
    for element in form.elements[missing:]:
        if isinstance(element, Slot):
            return " ".join(lead), element
        if not element.optional:
            lead.append(element.words[0])
    return "", None


def is_lost(match: Match) -> bool:
    """The form fits, but a name in it says nothing."""
    return match.grade in {UNKNOWN, SCENERY}
