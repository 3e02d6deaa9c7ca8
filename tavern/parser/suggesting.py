"""One thing that would work here and now, for whoever was not understood."""

from collections.abc import Iterable
from zlib import crc32

from tavern.parser.asking import likely, talk_of
from tavern.parser.forms import Literal, Slot
from tavern.parser.heard import Heard
from tavern.parser.lexicon import stem
from tavern.parser.match import Match
from tavern.parser.names import FUNCTION
from tavern.parser.telling import told
from tavern.text.nearest import edits

_SHORT, _LONG = 4, 7  # letters from which a word may be part of what is meant, and may be two edits from it


def could(heard: Heard, match: Match | None = None) -> str:
    """The sentence that tells what would work: the same with a thing of a like name, else any one thing; not always the same."""
    line = (like(heard, match) if match else "") or plainly(heard)
    return f" You could *{line}*."


def like(heard: Heard, match: Match) -> str:
    """The same form with a thing near whose name is like the words that said nothing, "" when there is none."""
    if match.trouble is None or not any(isinstance(element, Literal) for element in match.form.elements):
        return ""
    wrong = next((role for role, reading in match.slots.items() if reading is match.trouble), "")
    slot = next((slot for slot in match.form.slots() if slot.role == wrong), None)
    if slot is None:
        return ""
    said = [word for word in heard.words[slice(*match.trouble.span)] or [match.trouble.words] if word not in FUNCTION]
    near = next((id for id in _candidates(heard, slot) if _is_like(heard, id, said[-1:])), "")
    near = near or (_topic_for(heard, match) if slot.kind == "TOPIC" else "")
    return _filled(heard, match, wrong, near) if near else ""


def plainly(heard: Heard) -> str:
    """A person to talk to or a way to go, another for another line; LOOK where there is neither."""
    people = [f"talk to {told(id, heard.scope)}" for id in likely(heard, "PERSON") if id != heard.scope.speaker]
    options = people + [f"go {direction}" for direction in heard.scope.exits]
    return options[crc32(heard.sentence.line.encode()) % len(options)] if options else "look"


def _candidates(heard: Heard, slot: Slot) -> Iterable[str]:
    scope = heard.scope
    if slot.kind in {"TOPIC", "NOUN"}:
        return (id for id in scope.names if heard.met(id))
    return likely(heard, slot.kind)


def _is_like(heard: Heard, id: str, said: Iterable[str]) -> bool:
    entry = heard.lexicon.entries.get(id)
    return entry is not None and any(_are_like(word, other) for word in said for other in entry.words)


def _are_like(word: str, other: str) -> bool:
    if stem(word) == stem(other):
        return True
    shorter = min(len(word), len(other))
    if shorter < _SHORT:
        return False
    limit = 0 if shorter == _SHORT else 1 if shorter < _LONG else 2
    return word in other or other in word or edits(word, other, limit) <= limit


def _topic_for(heard: Heard, match: Match) -> str:
    """Something else to ask the same person about."""
    noun = match.slots.get("noun")
    person = noun.ids[0] if noun and noun.ids else heard.scope.speaker
    ideas = [id for id in talk_of(heard, person) if id != person] if person in heard.scope.present else []
    return ideas[crc32(heard.sentence.line.encode()) % len(ideas)] if ideas else ""


def _filled(heard: Heard, match: Match, wrong: str, near: str) -> str:
    """The form in words, with something else in the slot that was wrong; "" when another part of it is missing too."""
    parts: list[str] = []
    for element in match.form.elements:
        if isinstance(element, Literal):
            said = next(
                (word for word in element.words if word in heard.words), "" if element.optional else element.words[0]
            )
            parts.append(said)
            continue
        if element.role == "spare":
            continue
        reading = match.slots.get(element.role)
        ids = (near,) if element.role == wrong else reading.ids if reading else ()
        if not ids:
            return ""
        parts.append(told(ids[0], heard.scope))
    return " ".join(part for part in parts if part)
