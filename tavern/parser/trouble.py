"""What is said when a line was not understood: what was, and one thing that would work here and now."""

from tavern.model.commands import Misunderstood
from tavern.parser.asking import likely
from tavern.parser.heard import Heard, Reading
from tavern.parser.telling import told

ANYTHING_ELSE = "`help` tells what can be done."


def unknown(word: str, near: list[str], instead: str = "") -> Misunderstood:
    """A word nobody met so far goes by, and what may have been meant; else a line that would work."""
    could = f" You could *{instead}*." if instead else ""
    meant = f" Did you mean {' or '.join(f'*{other}*' for other in near)}?" if near else could
    return Misunderstood(f"I don't know the word *{word}*.{meant}", word)


def unnamed(reading: Reading, instead: str) -> Misunderstood:
    """Every word is known, and yet they name nothing."""
    could = f" You could *{instead}*." if instead else ""
    if reading.text == "printed":
        return Misunderstood(f"That's only part of the telling; there is nothing to do with it.{could}")
    return Misunderstood(f"Nothing you know of goes by *{reading.words}*.{could}")


def dangling(heard: Heard, reading: Reading) -> Misunderstood:
    """A pronoun, or an ALL, with nothing behind it."""
    if reading.text == "none":
        return Misunderstood("There is nothing here that would come to." + _try(heard))
    return Misunderstood(f"I can't tell whom you mean by *{reading.words}*." if reading.words in {"him", "her", "he", "she"}
                         else f"I can't tell what you mean by *{reading.words}*. Call it by its name.")  # fmt: skip


def no_person(heard: Heard, id: str) -> Misunderstood:
    """Something that does not talk was spoken to."""
    people = [told(person, heard.scope) for person in likely(heard, "PERSON")]
    instead = f" You could *talk to {people[0]}*." if people else ""
    return Misunderstood(f"{_capital(told(id, heard.scope))} has nothing to say.{instead}")


def no_thing(heard: Heard, id: str) -> Misunderstood:
    """An idea, or a clue, was to be handled."""
    name = told(id, heard.scope)
    if heard.scope.kinds.get(id) in {"clue", "deduction"}:
        number = heard.scope.cards.index(id) + 1 if id in heard.scope.cards else name
        return Misunderstood(
            f"*{_capital(name)}* stands in your journal; `show {number} to` somebody, or `clue {number}`."
        )
    people = [told(person, heard.scope) for person in likely(heard, "PERSON")]
    instead = f" You could *ask {people[0]} about {name}*." if people else " You could ask somebody about it."
    return Misunderstood(f"{_capital(name)}: that can be talked about, not handled.{instead}")


def no_card(heard: Heard, word: str) -> Misunderstood:
    """A card was cited that is not held."""
    last = len(heard.scope.cards)
    if word.isdecimal():
        return Misunderstood(
            f"You hold no card {word}; " + (f"the last is {last}." if last else "you hold none yet."), word
        )
    return Misunderstood(f"None of your cards goes by *{word}*. Give their numbers; `clues` lists them.", word)


def no_fit(followed: str, odd: str) -> Misunderstood:
    """A known beginning with an end that says nothing."""
    return Misunderstood(f"I follow *{followed}*, but not *{odd}*.")


def unknown_verb(heard: Heard, word: str, noun: str, near: list[str]) -> Misunderstood:
    """A line whose verb is no verb; `noun` is something in it that was understood, or ""."""
    meant = f" Did you mean {' or '.join(f'*{other}*' for other in near)}?" if near else ""
    if noun:
        name = told(noun, heard.scope)
        what = "talk to" if heard.scope.kinds.get(noun) == "actor" else "examine"
        what = "ask about" if heard.scope.kinds.get(noun) == "topic" else what
        return Misunderstood(f"I don't know the word *{word}*.{meant or f' You could *{what} {name}*.'}", word)
    return Misunderstood(f"I don't know the word *{word}*.{meant or ' ' + ANYTHING_ELSE}", word)


def too_long() -> Misunderstood:
    return Misunderstood("That is a chapter, not a sentence. Say it in a few words, or in several sentences.")


def _try(heard: Heard) -> str:
    here = [told(id, heard.scope) for id in likely(heard, "THING")][:1]
    return f" You could *examine {here[0]}*." if here else f" {ANYTHING_ELSE}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
