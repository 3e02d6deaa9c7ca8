"""Whole lines that go on from what is typed so far, made from the table and from what was met; each of them parses."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice

from tavern.model.commands import Understood
from tavern.model.frozen import Same
from tavern.model.mystery import Names
from tavern.model.scope import Scope
from tavern.parser.asking import likely
from tavern.parser.forms import Form, Literal, Slot, forms_from, forms_of
from tavern.parser.grammar import VERBS
from tavern.parser.heard import FOUND, Heard, heard
from tavern.parser.lexicon import ARTICLES, NOUNS, lexicon
from tavern.parser.parse import parse
from tavern.parser.polite import canonical
from tavern.parser.say import naming
from tavern.parser.slots import read
from tavern.parser.words import Sentence, fold, in_order, split, tidy, words_of

MOST = 8
_MOST_TRIED = 40
_LONGEST = 120
_OFTEN = in_order(
    "look ask talk examine investigate take go go_to search read tell show listen wait watch follow open clues "
    "journal think confront how_know who_told where_stood say_again inventory look_in look_under look_behind "
    "unlock give buy compare knock hide sleep help hint accuse undo note"
)
_VERB_ORDER = sorted((verb.id for verb in VERBS), key=lambda id: _OFTEN.index(id) if id in _OFTEN else len(_OFTEN))
_HOURS = ("midnight", "dawn", "noon", "dusk")
_LENGTHS = ("20 minutes", "an hour")
_ARGUING = ("think", "suppose", "accuse")
_BEGINNINGS = ("look", "investigate", "clues", "help")


def complete(partial: str, scope: Scope) -> list[str]:
    """At most MOST lines that begin with `partial` (or its last word completed), likeliest first.

    Nothing is offered that the player has not met, and nothing that would not be understood now.
    """
    typed = tidy(partial)
    if len(typed) > _LONGEST:
        return []
    fragment = "" if not typed or partial.endswith(" ") else fold(typed.split()[-1])
    before = words_of(typed if not fragment else typed[: len(typed) - len(typed.split()[-1])])
    head = heard(Sentence(before, "", typed), before, scope, lexicon(scope))
    tried = islice(_once(_lines(head, fragment, typed)), _MOST_TRIED)
    return list(islice((line for line in tried if _is_understood(line, Same(scope))), MOST))


@lru_cache(maxsize=512)
def _is_understood(line: str, scope: Same[Scope]) -> bool:
    """Remembered, since the next key mostly leaves the same lines to choose from."""
    return isinstance(parse(line, scope.of), Understood)


def _once(lines: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for line in lines:
        if line not in seen:
            seen.add(line)
            yield line


def _lines(head: Heard, fragment: str, typed: str) -> Iterator[str]:
    yield from (line for line in _staged(head.scope) if fold(line).startswith(fold(typed)))
    if not head.words and not fragment:
        yield from _openings(head)
        return
    yield from (line for line in _arguments(head.scope, fold(typed)) if fold(line).startswith(fold(typed)))
    for form in _forms(head, fragment):
        yield from _continued(head, form, fragment)
    if not head.words:
        yield from (
            naming(id, "TOPIC", head.scope) for id in head.scope.names if head.met(id) and _starts(head, id, fragment)
        )


def _openings(head: Heard) -> Iterator[str]:
    yield from _BEGINNINGS[:1]
    for person in likely(head, "PERSON"):
        yield f"talk to {naming(person, 'PERSON', head.scope)}"
    yield from _BEGINNINGS[1:]


def _staged(scope: Scope) -> Iterator[str]:
    """What can be said only now: an answer to a question of the parser, a card in a hearing, a choice."""
    if scope.question is not None:
        yield from scope.question.labels
    if scope.stage == "hearing":
        yield from (*(str(number) for number in range(len(scope.cards), 0, -1)), "nothing", "withdraw")
    if scope.stage == "judged":
        yield from ("insist", "withdraw")
    if scope.stage == "proved":
        yield from (f"choose {number}" for number in range(1, len(scope.endings) + 1))


def _arguments(scope: Scope, typed: str) -> Iterator[str]:
    """Accusations and conclusions, of answers whose idea was met; none where something else was typed."""
    if not any(verb.startswith(typed) or typed.startswith(verb) for verb in _ARGUING):
        return
    people = [id for ids in scope.answers.values() for id in ids if scope.kinds.get(id) == "actor"]
    yield from (f"accuse {naming(id, 'PERSON', scope)}" for id in dict.fromkeys(people))
    for verb in _ARGUING:
        for question, answers in scope.answers.items():
            yield from (f"{verb} {question} {answer.replace('_', ' ')}" for answer in answers)


def _forms(head: Heard, fragment: str) -> Iterator[Form]:
    """Forms that may go on from the words, the likeliest verb first; of forms with the same slots one a verb."""
    if not head.words:
        fitting = (verb for verb in _VERB_ORDER if any(word.startswith(fragment) for word in _firsts(verb)))
        verbs = sorted(fitting, key=lambda verb: not canonical(verb).startswith(fragment))
        yield from (form for verb in verbs for form in _unlike(forms_of(verb), (), fragment))
        return
    forms = sorted(forms_from(head.words[0]), key=lambda form: (_led_by(form), _VERB_ORDER.index(form.verb.id)))
    for _, of_verb in groupby(forms, key=lambda form: form.verb.id):
        yield from _unlike(of_verb, head.words, fragment)


def _led_by(form: Form) -> int:
    """How many words come before the first slot."""
    return next((at for at, element in enumerate(form.elements) if isinstance(element, Slot)), len(form.elements))


@lru_cache(maxsize=256)
def _firsts(verb: str) -> frozenset[str]:
    firsts = (form.elements[0] for form in forms_of(verb))
    return frozenset(word for first in firsts if isinstance(first, Literal) for word in first.words)


def _unlike(forms: Iterable[Form], words: Sequence[str], fragment: str) -> Iterator[Form]:
    seen: set[tuple[str, ...]] = set()
    for form in forms:
        slots = form.slots()
        kinds = tuple(slot.kind for slot in slots)
        if kinds in seen or any(slot.role == "spare" for slot in slots) or not _begins(form, (*words, fragment)):
            continue
        seen.add(kinds)
        yield form


def _begins(form: Form, words: Sequence[str]) -> bool:
    """The words before the form's first slot go with those typed; the last of them may be half a word."""
    *whole, part = words
    for element, word in zip(form.elements, whole, strict=False):
        if isinstance(element, Slot) or element.optional:
            return True
        if word not in element.words:
            return False
    after = form.elements[len(whole)] if len(whole) < len(form.elements) else None
    return not isinstance(after, Literal) or after.optional or any(word.startswith(part) for word in after.words)


def _continued(head: Heard, form: Form, fragment: str) -> Iterator[str]:
    """The lines that a form makes of the words typed so far and the beginning of a word."""
    waiting: list[tuple[int, int]] = [(0, 0)]
    while waiting:
        at, place = waiting.pop()
        if at == len(form.elements):
            continue
        element = form.elements[at]
        if isinstance(element, Literal):
            if place == len(head.words):
                yield from _from_literal(head, form, at, fragment)
            elif head.words[place] in element.words:
                waiting.append((at + 1, place + 1))
            if element.optional and place < len(head.words):
                waiting.append((at + 1, place))
            continue
        if element.kind in {"TEXT", "LINE", "SUBJECT"} or element.role == "spare":
            continue
        yield from _from_slot(head, form, at, place, fragment)
        ends = range(place + 1, min(len(head.words), place + 5) + 1)
        waiting.extend((at + 1, end) for end in ends if read(head, element.kind, place, end).grade == FOUND)


def _from_literal(head: Heard, form: Form, at: int, fragment: str) -> Iterator[str]:
    element = form.elements[at]
    if isinstance(element, Slot):
        return
    if element.optional:
        yield from _from_literal(head, form, at + 1, fragment) if _is_literal(form, at + 1) else ()
        if at + 1 < len(form.elements) and isinstance(form.elements[at + 1], Slot):
            yield from _from_slot(head, form, at + 1, len(head.words), fragment)
    word = next((word for word in element.words if word.startswith(fragment)), "")
    if word and not (element.optional and not fragment):
        yield from _filled(head, form, at + 1, _typed(head, len(head.words), word))


def _is_literal(form: Form, at: int) -> bool:
    return at < len(form.elements) and isinstance(form.elements[at], Literal)


def _from_slot(head: Heard, form: Form, at: int, place: int, fragment: str) -> Iterator[str]:
    element = form.elements[at]
    if isinstance(element, Literal):
        return
    begun = [word for word in head.words[place:] if word not in ARTICLES]
    for name in _names(head, element.kind, fragment):
        said = split(name)
        rest = [word for word in said if word not in begun]
        if len(said) - len(rest) == len(begun) and any(word.startswith(fragment) for word in rest):
            kept = place + (len(head.words) - place - len(begun) if begun == list(head.words[-len(begun) :]) else 0)
            yield from _filled(head, form, at + 1, _typed(head, kept, name))


def _typed(head: Heard, count: int, more: str) -> str:
    """The first words as typed, and something after them."""
    return f"{head.sentence.line[: head.spans[count - 1].end]} {more}" if count else more


def _filled(head: Heard, form: Form, at: int, line: str) -> Iterator[str]:
    """The line with the rest of the form: several ways to fill its first slot, one for those after."""
    if at == len(form.elements):
        yield line
        return
    element = form.elements[at]
    if isinstance(element, Literal):
        yield from _filled(head, form, at + 1, line if element.optional else f"{line} {element.words[0]}")
        return
    if element.role == "spare" or element.kind in {"TEXT", "LINE", "SUBJECT"}:
        return
    for name in islice(_names(head, element.kind, "", likely_only=True), MOST):
        whole = next(iter(_filled(head, form, at + 1, f"{line} {name}")), "")
        if whole:
            yield whole


def _names(head: Heard, kind: str, fragment: str, *, likely_only: bool = False) -> Iterator[str]:
    """What may stand in a slot, in words; of things and people only those with a name that has a word beginning so."""
    match kind:
        case "DIR":
            yield from head.scope.exits
        case "TIME":
            yield from _HOURS
        case "MINUTES":
            yield from _LENGTHS
        case "VERB":
            yield from (verb.replace("_", " ") for verb in _VERB_ORDER)
        case "ANSWER":
            return
        case _:
            ids = (id for id in _ids(head, kind) if not fragment or _may_begin(head.scope.names[id], id, fragment))
            here = set(likely(head, "PERSON")) if likely_only and kind == "PERSON" else None
            yield from (naming(id, kind, head.scope) for id in ids if here is None or id in here)


def _may_begin(names: Names, id: str, fragment: str) -> bool:
    """Whether a word of a name begins so: told of hundreds, where finding the name that means it alone is the long part."""
    ways = (names.name, names.full, *names.also, f"#{id}")
    return any(word.startswith(fragment) for way in ways for word in split(way))


def _ids(head: Heard, kind: str) -> Iterable[str]:
    scope = head.scope
    first = list(likely(head, kind))
    rooms = [id for id, noun in scope.kinds.items() if noun == "room" and id in scope.names]
    match kind:
        case "THING" | "DOORWAY" | "HIDEOUT":
            more: list[str] = [*scope.held, *likely(head, "PERSON")]
        case "TOPIC" | "NOUN":
            more = [*likely(head, "PERSON"), *(id for id in scope.names if scope.kinds.get(id) in NOUNS)]
        case "PLACE" | "ROOM":
            more = rooms
        case "PERSON" if head.words or not first:
            more = [id for id, noun in scope.kinds.items() if noun == "actor"]
        case _:
            more = []
    return (id for id in dict.fromkeys((*first, *more)) if head.met(id) and id in scope.names)


def _starts(head: Heard, id: str, fragment: str) -> bool:
    return any(word.startswith(fragment) for word in head.lexicon.entries[id].words)
