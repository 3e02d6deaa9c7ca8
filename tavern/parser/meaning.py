"""What a sentence that fits a form means: the command, or what still has to be asked."""

from dataclasses import replace

from tavern.model.commands import (
    Act,
    Command,
    Consult,
    Insist,
    Meta,
    Misunderstood,
    Note,
    Parsed,
    Withdraw,
)
from tavern.parser import asking, trouble
from tavern.parser.completing import DETECTIVE, TO_PERSON, completed, whoever, whom
from tavern.parser.heard import DANGLING, FOUND, MISFIT, MISSING, SCENERY, UNKNOWN, WHICH, Heard, Reading
from tavern.parser.lexicon import CARDS
from tavern.parser.match import Match
from tavern.parser.names import FUNCTION, PERSONAL
from tavern.parser.referring import understood
from tavern.parser.say import say
from tavern.parser.telling import sentence, told
from tavern.parser.words import these

_LOOKING = these("examine investigate read search look_in look_under look_behind analyse")
MOST_AT_ONCE = 20


def meaning(heard: Heard, match: Match) -> Parsed:
    """The command a match comes to, a question for what it lacks, or why it comes to nothing."""
    match = _without_the_same_twice(match)
    if match.trouble is not None:
        failed = _trouble(heard, match, match.trouble)
        if failed is not None:
            return failed
    if match.missing is not None:
        return asking.missing(heard, match)
    match match.form.verb.makes:
        case "act":
            return _acts(heard, match)
        case "consult":
            return _consults(heard, match)
        case _:
            return understood(heard, _other(match))


def _without_the_same_twice(match: Match) -> Match:
    """The match with nothing taken for two of its parts: in "fill the mug with ale" the ale is not the mug of ale."""
    doubtful = next(((role, found) for role, found in match.slots.items() if found.grade == WHICH), None)
    if doubtful is None or match.trouble is not doubtful[1]:
        return match
    role, reading = doubtful
    taken = {id for other, found in match.slots.items() if other != role and found.grade > WHICH for id in found.ids}
    left = tuple(id for id in reading.ids if id not in taken)
    if len(left) != 1:
        return match
    return replace(match, slots={**match.slots, role: replace(reading, grade=FOUND, ids=left)}, trouble=None)


def _trouble(heard: Heard, match: Match, reading: Reading) -> Parsed | None:
    if reading.grade == WHICH:
        return asking.which(heard, reading)
    if reading.grade == MISFIT:
        return _misfit(heard, match, reading.ids[0])
    if reading.grade == DANGLING:
        return trouble.dangling(heard, reading)
    if reading.grade == MISSING:
        return _about_what(heard, match)
    if reading.grade == SCENERY:
        return trouble.unnamed(heard, reading, match)
    return trouble.unknown(heard, reading.words, match) if reading.grade == UNKNOWN else None


def _about_what(heard: Heard, match: Match) -> Parsed:
    noun = match.slots.get("noun")
    if match.form.verb.id == "promise":
        result = completed(heard, Act("promise", noun.ids[0] if noun and noun.ids else ""))
        return understood(heard, result) if isinstance(result, Act) else result
    person = noun.ids[0] if noun and noun.ids else whoever(heard)
    verb = match.form.verb.id if match.form.verb.id in {"ask", "tell"} else "ask"
    if not person:
        return whom(heard, verb, "")
    asked = set(heard.words) - set(heard.words[:2])
    if asked & {"he", "she", "they", "you"} and asked <= FUNCTION | PERSONAL | {"feeling", "well"}:
        return understood(heard, Act(verb, person, person))
    return asking.about_what(heard, verb, person)


def _misfit(heard: Heard, match: Match, id: str) -> Parsed:
    verb = match.form.verb.id
    kind = heard.scope.kinds.get(id)
    if (kind in CARDS and verb in _LOOKING) or (verb in {"investigate", "examine"} and kind == "topic"):
        return understood(heard, Consult("about", id))
    wants_person = any(slot.kind == "PERSON" for slot in match.form.slots())
    if wants_person and verb in TO_PERSON and kind != "topic":
        return Misunderstood(f"{sentence(told(id, heard.scope))} takes no notice of it.")
    if wants_person and kind != "actor":
        return trouble.no_person(heard, id)
    if verb in DETECTIVE:
        result = completed(heard, Act("ask", "", id))
        return understood(heard, result) if isinstance(result, Act) else result
    if verb == "confront":
        return trouble.no_fit(heard, match.form.verb.spellings.split(",")[0], told(id, heard.scope))
    return trouble.no_thing(heard, id)


def _acts(heard: Heard, match: Match) -> Parsed:
    verb = match.form.verb.id
    acts = [
        Act(verb, noun, other, _value(match, "minutes", 0), _value(match, "until", -1))
        for other in _ids(match, "other")
        for noun in _ids(match, "noun")
        if not _is_all(match) or _goes_with(heard, verb, noun, other)
    ][:MOST_AT_ONCE]
    if not acts:
        return trouble.nothing_in(heard, _ids(match, "other")[0])
    first = completed(heard, acts[0])
    if not isinstance(first, Act):
        return first
    took = ", ".join(reading.took for reading in match.slots.values() if reading.took)
    if acts[0] == Act("go", "out") != first:
        took = took or first.noun
    more = [completed(heard, act) for act in acts[1:]]
    more += [Act("give", acts[0].noun, person) for person in _ids(match, "for") if person]
    rest = [say(command, heard.scope) for command in more if isinstance(command, Act)]
    return understood(heard, first, took, ". ".join(rest))


def _is_all(match: Match) -> bool:
    return "noun" in match.slots and match.slots["noun"].text == "all"


def _goes_with(heard: Heard, verb: str, noun: str, other: str) -> bool:
    """Of ALL, only what lies in a thing is taken from it, and nothing is put into itself."""
    if verb == "take" and other:
        return noun in heard.scope.inside.get(other, ())
    return noun != other


def _ids(match: Match, role: str) -> tuple[str, ...]:
    reading = match.slots.get(role)
    if reading is None:
        return ("",)
    return reading.ids or ("",)


def _value(match: Match, role: str, default: int) -> int:
    return match.slots[role].value if role in match.slots else default


def _consults(heard: Heard, match: Match) -> Parsed:
    page = match.form.verb.id
    noun = _ids(match, "noun")[0]
    if page == "help":
        return understood(heard, Consult("help", noun))
    if page != "about":
        return understood(heard, Consult(page))
    thing_here = heard.scope.kinds.get(noun) == "thing" and noun in (*heard.scope.present, *heard.scope.held)
    if thing_here and heard.words[0] == "what" and heard.words[1] in {"is", "are"}:
        return understood(heard, Act("examine", noun))
    if noun == heard.scope.room:
        return understood(heard, Act("look"))
    took = match.slots["noun"].took
    return understood(heard, Consult("about", noun), took)


def _other(match: Match) -> Command:
    text = (
        match.slots["text"].text if "text" in match.slots else match.slots["noun"].text if "noun" in match.slots else ""
    )
    match match.form.verb.makes:
        case "note":
            return Note(text)
        case "insist":
            return Insist()
        case "withdraw":
            return Withdraw()
        case _:
            return Meta(match.form.verb.id, text)
