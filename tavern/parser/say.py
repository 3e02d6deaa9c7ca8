"""A command printed as a line that is parsed to the same command."""

from typing import assert_never

from tavern.model.commands import (
    Accuse,
    Act,
    Answer,
    Charge,
    Choose,
    Command,
    Consult,
    Insist,
    Meta,
    Note,
    Suppose,
    Think,
    Withdraw,
)
from tavern.model.scope import Scope
from tavern.parser.forms import Form, Literal, Slot, forms_of
from tavern.parser.heard import FOUND, heard
from tavern.parser.lexicon import lexicon
from tavern.parser.slots import read
from tavern.parser.words import Sentence, these, words_of

MAY_BE_A_CARD = frozenset(("CARD", "TOPIC", "ITEM"))


def say(command: Command, scope: Scope) -> str:
    """The line a player would type for the command; parsed in this scope it gives the command back."""
    match command:
        case Act():
            return _act(command, scope)
        case Think(question, answer, cards, denied):
            because = f" because {_numbers(cards, scope)}" if cards else ""
            return f"think {question} {'not ' if denied else ''}{answer}{because}"
        case Suppose(question, answer):
            return f"suppose {question} {answer}" if answer else f"forget {question}"
        case Accuse(accusation):
            return f"accuse {', '.join(_charge(charge, scope) for charge in accusation.charges)}".strip()
        case Answer(card):
            return _numbers((card,), scope) if card else "nothing"
        case Insist():
            return "insist"
        case Withdraw():
            return "withdraw"
        case Choose(ending):
            return f"choose {scope.endings.index(ending) + 1 if ending in scope.endings else ending}"
        case Note(text):
            return f"note that {text}"
        case Consult(page, noun):
            return _consult(page, noun, scope)
        case Meta(verb, words):
            return f"{_META.get(verb, verb)} {words}".strip()
        case _:
            assert_never(command)


_META = {"back": "go back to turn", "challenge-on": "challenge on", "challenge-off": "challenge off"}


def naming(id: str, kind: str, scope: Scope) -> str:
    """A phrase that means this id alone in a slot of this kind; `#id` when no name does.

    Where a card may be meant, "number three" is the last choice: with three cards in the journal it is one of them.
    """
    names = scope.names.get(id)
    ways = (names.name, names.full, *names.also) if names else ()
    if kind in MAY_BE_A_CARD:
        ways = tuple(sorted(ways, key=lambda way: way.startswith("number ")))
    return next((way for way in ways if way and _means(way, id, kind, scope)), f"#{id}")


def _means(way: str, id: str, kind: str, scope: Scope) -> bool:
    words = words_of(way)
    if not words or not way.isprintable() or any(word.quoted or word.text in _STOPS for word in words):
        return False
    reading = read(heard(Sentence(words, "", way), words, scope, lexicon(scope)), kind, 0, len(words))
    return reading.grade == FOUND and reading.ids == (id,) and not reading.took


_STOPS = these(", . ; ! ? … and then or but except")


def _act(command: Act, scope: Scope) -> str:
    has = {role for role in ("noun", "other") if getattr(command, role)}
    has |= {"minutes"} if command.minutes else set()
    has |= {"until"} if command.until >= 0 else set()
    form = next((form for form in forms_of(command.verb) if _prints(form, has)), None)
    if form is None:
        return " ".join(part for part in (command.verb, command.noun, command.other) if part)
    return _filled(form, command, scope)


def _prints(form: Form, has: set[str]) -> bool:
    return {slot.role for slot in form.slots()} == has and not any(slot.role == "spare" for slot in form.slots())


def _filled(form: Form, command: Act, scope: Scope) -> str:
    parts: list[str] = []
    for element in form.elements:
        match element:
            case Literal():
                parts.extend(() if element.optional else [_of_them(element.words[0], command.noun, scope)])
            case Slot(kind, role):
                parts.append(_slot(kind, role, command, scope))
    return " ".join(parts)


def _of_them(word: str, id: str, scope: Scope) -> str:
    """The pronoun of the table as it fits who is spoken of: "she" for "he"."""
    she = id in scope.names and scope.names[id].pronoun == "she"
    return {"he": "she", "him": "her"}.get(word, word) if she else word


def _slot(kind: str, role: str, command: Act, scope: Scope) -> str:
    match role:
        case "minutes":
            return f"{command.minutes} minutes"
        case "until":
            half = {10: " am", 11: " am", 12: " pm"}.get(command.until // 60, "")
            return f"{command.until // 60:02}:{command.until % 60:02}{half}"
        case _:
            id = command.noun if role == "noun" else command.other
            if kind == "DIR":
                return id
            if kind == "ANSWER":
                return id
            in_cards = kind in MAY_BE_A_CARD and id in scope.cards
            return _numbers((id,), scope) if in_cards else naming(id, kind, scope)


def _numbers(cards: tuple[str, ...], scope: Scope) -> str:
    held = {id: str(number) for number, id in enumerate(scope.cards, start=1)}
    return " ".join(held.get(card, f"#{card}") for card in cards)


def _charge(charge: Charge, scope: Scope) -> str:
    cited = f" with {_numbers(charge.cards, scope)}" if charge.cards else ""
    return f"{charge.question} {charge.answer}{cited}"


def _consult(page: str, noun: str, scope: Scope) -> str:
    if page == "accuse":
        return "accuse"
    if page == "about":
        number = scope.cards.index(noun) + 1 if noun in scope.cards else 0
        return f"clue {number}" if number else f"what do i know about {naming(noun, 'TOPIC', scope)}"
    return f"{page} {noun.replace('_', ' ')}".strip() if page == "help" else page
