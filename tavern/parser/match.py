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
    of the form that would come before it in `lead`; reached: how many elements of the form the words filled.
    """

    form: Form
    grade: int
    slots: dict[str, Reading]
    literals: int
    trouble: Reading | None = None
    missing: Slot | None = None
    lead: str = ""
    reached: int = -1

    def rank(self) -> tuple[int, ...]:
        """The greater, the sooner meant."""
        grade = FOUND if self.grade == GUESSED else self.grade
        lacks = -len(self.lead.split())
        return grade, self.missing is None, self.literals, lacks, self.grade, -len(self.slots), -self.form.order


@dataclass(frozen=True, slots=True)
class _Cut:
    """One way to cut the sentence up: where each slot lies; place: how far the words reach."""

    slots: tuple[tuple[Slot, int, int], ...] = ()
    literals: int = 0
    missing: int = -1  # the element at which the words ran out


def whole_match(heard: Heard) -> Match | None:
    """The form that fits best and lacks nothing, None when none does; a part of it may still say nothing."""
    return _best(heard, lacking=False)


def best_match(heard: Heard) -> Match | None:
    """The form that fits best, also when the words run out before one of its parts; None when none does."""
    return _best(heard, lacking=True)


def _best(heard: Heard, *, lacking: bool) -> Match | None:
    best: Match | None = None
    for form, cut in sorted(_fitting(heard.words, lacking=lacking), key=_promise):
        match = _read_cut(heard, form, cut)
        if match and (best is None or match.rank() > best.rank()):
            best = match
            if best.grade == FOUND and best.missing is None:
                return best
    return best


def _fitting(words: tuple[str, ...], *, lacking: bool) -> Iterator[tuple[Form, _Cut]]:
    if not words:
        return
    budget, said = MOST_TRIED, frozenset(words)
    for form in forms_for(words[0], words[1] if len(words) > 1 else ""):
        if not lacking and (form.least > len(words) or not all(map(said.intersection, form.needs))):
            continue
        for cut in _cuts(form.elements, words, lacking=lacking):
            yield form, cut
            budget -= 1
            if budget < 0:
                return


def _promise(found: tuple[Form, _Cut]) -> tuple[bool, int, int, int]:
    """In the order in which the best would be met first, if all of them made sense."""
    form, cut = found
    slots = sum(slot.role != "spare" for slot, _, _ in cut.slots)
    return cut.missing >= 0, -cut.literals, slots, form.order


def _cuts(elements: tuple[Literal | Slot, ...], words: tuple[str, ...], *, lacking: bool) -> Iterator[_Cut]:
    """The ways to lay the words into a form; with `lacking` also those in which they run out too early."""
    waiting: list[tuple[int, int, _Cut]] = [(0, 0, _NOTHING)]
    count, last = len(words), len(elements)
    while waiting:
        at, place, cut = waiting.pop()
        if at == last:
            if place == count:
                yield cut
            continue
        element = elements[at]
        if isinstance(element, Literal):
            if element.optional:
                waiting.append((at + 1, place, cut))
            if place == count:
                if lacking and not element.optional:
                    yield _Cut(cut.slots, cut.literals, at)
            elif words[place] in element.words:
                waiting.append((at + 1, place + 1, _Cut(cut.slots, cut.literals + 1)))
        elif place == count:
            if lacking:
                yield _Cut(cut.slots, cut.literals, at)
        else:
            ends = _ends(element, elements[at + 1] if at + 1 < last else None, place, words, lacking=lacking)
            waiting.extend((at + 1, end, _with(cut, element, place, end)) for end in ends)


def _ends(
    slot: Slot, after: Literal | Slot | None, place: int, words: tuple[str, ...], *, lacking: bool
) -> Iterator[int]:
    """Where a slot that begins at `place` may end, so that what comes after it in the form can follow."""
    if after is None or slot.kind == "LINE":
        yield len(words)
        return
    anywhere = isinstance(after, Slot) or after.optional
    if lacking or (isinstance(after, Literal) and after.optional):
        yield len(words)
    for end in range(len(words) - 1, place, -1):
        if anywhere or (isinstance(after, Literal) and words[end] in after.words):
            yield end


_NOTHING = _Cut()


def _with(cut: _Cut, slot: Slot, start: int, end: int) -> _Cut:
    return _Cut((*cut.slots, (slot, start, end)), cut.literals)


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
    return Match(form, grade, readings, cut.literals, trouble, slot_missing, lead, cut.missing)


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
