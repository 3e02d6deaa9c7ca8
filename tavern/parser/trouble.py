"""What is said when a line was not understood: what was, and one thing that would work here and now."""

from tavern.model.commands import Misunderstood
from tavern.parser.asking import likely
from tavern.parser.heard import Heard, Reading
from tavern.parser.lexicon import ARTICLES
from tavern.parser.match import Match
from tavern.parser.suggesting import could
from tavern.parser.telling import sentence, told
from tavern.parser.words import these

_MONEY = these("coin coins money cash penny pennies pence shilling shillings crown crowns")
FOR_MONEY = "Money is for what has a price here: *buy* something. Nobody does anything else for it."
ANYTHING_ELSE = "`help` tells what can be done."


def unknown(heard: Heard, word: str, match: Match | None = None) -> Misunderstood:
    """A word nobody met so far goes by."""
    if word in _MONEY:
        return Misunderstood(FOR_MONEY, word)
    return Misunderstood(f"I don't know the word *{word}*.{could(heard, match)}", word)


def unnamed(heard: Heard, reading: Reading, match: Match | None = None) -> Misunderstood:
    """Every word is known, and yet they name nothing."""
    words = reading.words.split()
    said = " ".join(words[1:] if words[0] in ARTICLES and len(words) > 1 else words)
    if not _MONEY.isdisjoint(words):
        return Misunderstood(FOR_MONEY)
    if match and _wants_person(match):
        return Misunderstood(f"Nobody here goes by *{said}*.{could(heard, match)}")
    if reading.text == "printed":
        told_of = f"*{sentence(said)}*: that is only told of, and there is nothing to do with it."
        return Misunderstood(f"{told_of}{could(heard, match)}")
    if reading.text == "absent":
        return Misunderstood(f"Nothing here goes by *{said}*.{could(heard, match)}")
    return Misunderstood(f"Nothing you know of goes by *{said}*.{could(heard, match)}")


def _wants_person(match: Match) -> bool:
    """The part that named nothing is to be a person."""
    return any(slot.kind == "PERSON" and match.slots.get(slot.role) is match.trouble for slot in match.form.slots())


def dangling(heard: Heard, reading: Reading) -> Misunderstood:
    """A pronoun, an ALL, or the number of a card, with nothing behind it."""
    if reading.text == "card":
        return no_card(heard, reading.words)
    if reading.text == "none":
        return Misunderstood(f"There is nothing here that would come to.{could(heard)}")
    return Misunderstood(f"I can't tell whom you mean by *{reading.words}*." if reading.words in {"him", "her", "he", "she"}
                         else f"I can't tell what you mean by *{reading.words}*. Call it by its name.")  # fmt: skip


def no_person(heard: Heard, id: str) -> Misunderstood:
    """Something that does not talk was spoken to, or somebody who is never here."""
    people = [told(person, heard.scope) for person in likely(heard, "PERSON")]
    name = sentence(told(id, heard.scope))
    if heard.scope.kinds.get(id) == "topic":
        instead = f" You could *ask {people[0]} about {told(id, heard.scope)}*." if people else could(heard)
        return Misunderstood(f"{name} {_is(heard, id)} not here to speak to.{instead}")
    instead = f" You could *talk to {people[0]}*." if people else could(heard)
    return Misunderstood(f"{name} {'have' if heard.scope.names[id].plural else 'has'} nothing to say.{instead}")


def _is(heard: Heard, id: str) -> str:
    return "are" if heard.scope.names[id].plural else "is"


def no_thing(heard: Heard, id: str) -> Misunderstood:
    """An idea, or a clue, was to be handled."""
    name = told(id, heard.scope)
    if heard.scope.kinds.get(id) in {"clue", "deduction"}:
        number = heard.scope.cards.index(id) + 1 if id in heard.scope.cards else name
        return Misunderstood(
            f"*{sentence(name)}* stands in your journal; `show {number} to` somebody, or `clue {number}`."
        )
    people = [told(person, heard.scope) for person in likely(heard, "PERSON")]
    instead = f" You could *ask {people[0]} about {name}*." if people else " You could ask somebody about it."
    return Misunderstood(f"Of {name} there is only talk here, nothing to lay a hand on.{instead}")


def nothing_in(heard: Heard, holder: str) -> Misunderstood:
    """ALL of what is in a thing that has nothing in it."""
    where = f" in or on {told(holder, heard.scope)}" if holder else ""
    return Misunderstood(f"There is nothing{where} that you can see to take.")


def no_card(heard: Heard, word: str) -> Misunderstood:
    """A card was cited that is not held."""
    last = len(heard.scope.cards)
    if word.isdecimal():
        return Misunderstood(
            f"You hold no card {word}; " + (f"the last is {last}." if last else "you hold none yet."), word
        )
    return Misunderstood(f"None of your cards goes by *{word}*. Give their numbers; `clues` lists them.", word)


def no_fit(heard: Heard, followed: str, odd: str) -> Misunderstood:
    """A known beginning with an end that says nothing."""
    return Misunderstood(f"I follow *{followed}*, but not *{odd}*.{could(heard)}")


def unknown_verb(heard: Heard, word: str, noun: str) -> Misunderstood:
    """A line whose verb is no verb; `noun` is something in it that was understood, or ""."""
    if not noun:
        return Misunderstood(f"I don't know the word *{word}*. {ANYTHING_ELSE}", word)
    do = {"actor": "talk to", "topic": "ask about", "room": "go to"}.get(heard.scope.kinds.get(noun, ""), "examine")
    return Misunderstood(f"I don't know the word *{word}*. You could *{do} {told(noun, heard.scope)}*.", word)


def too_long() -> Misunderstood:
    return Misunderstood("That is a chapter, not a sentence. Say it in a few words, or in several sentences.")
