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
    Question,
    Understood,
    Withdraw,
)
from tavern.parser import asking, trouble
from tavern.parser.heard import DANGLING, MISFIT, MISSING, SCENERY, UNKNOWN, WHICH, Heard, Reading
from tavern.parser.lexicon import CARDS
from tavern.parser.match import Match
from tavern.parser.nouns import FUNCTION
from tavern.parser.say import say
from tavern.parser.telling import sentence, told
from tavern.parser.words import these

# Verbs whose first noun is somebody; without one it is who is being spoken with, or the only one here.
SPOKEN = these("ask tell ask_for talk greet farewell thank persuade promise order give show confront")
DETECTIVE = frozenset(("how_know", "who_told", "where_stood", "say_again"))
_NEEDS_OTHER = {"ask": ("TOPIC", "about "), "tell": ("TOPIC", "about "), "persuade": ("TOPIC", "about "),
                "compare": ("ITEM", "with "), "tie": ("THING", "to ")}  # fmt: skip
_LOOKING = these("examine investigate read search look_in look_under look_behind analyse")
_TO_PERSON = frozenset(("give", "show"))
MOST_AT_ONCE = 20
_APPLYING = frozenset(("use", "try", "turn", "put", "insert"))
# Verbs that mean nothing without a noun: the slot it fills, how it is asked for.
_NEEDS_NOUN = {"go": ("DIR", "go", "which way"), "hide": ("HIDEOUT", "hide behind", "what"), "eat": ("THING", "eat", "what"),
               "drink": ("THING", "drink", "what"), "hit": ("THING", "hit", "what"), "give": ("HELD", "give", "what"),
               "unlock": ("THING", "unlock", "what")}  # fmt: skip


def meaning(heard: Heard, match: Match) -> Parsed:
    """The command a match comes to, a question for what it lacks, or why it comes to nothing."""
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
        return trouble.unnamed(reading, asking.instead(heard, match))
    return trouble.unknown(reading.words, [], asking.instead(heard, match)) if reading.grade == UNKNOWN else None


def _about_what(heard: Heard, match: Match) -> Parsed:
    noun = match.slots.get("noun")
    if match.form.verb.id == "promise":
        result = completed(heard, Act("promise", noun.ids[0] if noun and noun.ids else ""))
        return understood(heard, result) if isinstance(result, Act) else result
    person = noun.ids[0] if noun and noun.ids else _whom(heard)
    verb = match.form.verb.id if match.form.verb.id in {"ask", "tell"} else "ask"
    if not person:
        return whom(heard, verb, "")
    asked = set(heard.words) - set(heard.words[:2])
    if asked & {"he", "she", "they", "you"} and asked <= FUNCTION | {"you", "doing", "feeling", "old", "well"}:
        return understood(heard, Act(verb, person, person))
    name = told(person, heard.scope)
    return asking.wanting(heard, f"{verb} {name} about what", "TOPIC", f"{verb} {name} about ")


def _misfit(heard: Heard, match: Match, id: str) -> Parsed:
    verb = match.form.verb.id
    kind = heard.scope.kinds.get(id)
    if (kind in CARDS and verb in _LOOKING) or (verb in {"investigate", "examine"} and kind == "topic"):
        return understood(heard, Consult("about", id))
    wants_person = any(slot.kind == "PERSON" for slot in match.form.slots())
    if wants_person and verb in _TO_PERSON:
        return Misunderstood(f"{sentence(told(id, heard.scope))} takes no notice of it.")
    if wants_person and kind != "actor":
        return trouble.no_person(heard, id)
    if verb in DETECTIVE:
        result = completed(heard, Act("ask", "", id))
        return understood(heard, result) if isinstance(result, Act) else result
    if verb == "confront":
        return trouble.no_fit(match.form.verb.spellings.split(",")[0], told(id, heard.scope))
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
        return Misunderstood("There is nothing there that you can see to take.")
    first = completed(heard, acts[0])
    if not isinstance(first, Act):
        return first
    took = ", ".join(reading.took for reading in match.slots.values() if reading.took)
    more = [completed(heard, act) for act in acts[1:]]
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


def completed(heard: Heard, act: Act) -> Act | Question | Misunderstood:
    """The act with whom it concerns filled in, and turned into what is meant by it here; or what is still to be asked."""
    if act.verb in DETECTIVE:
        return replace(act, noun=act.noun or heard.addressee)
    if not act.noun and act.verb in _NEEDS_NOUN:
        return _without_noun(heard, act)
    if act.verb in SPOKEN:
        act = _with_person(heard, act)
        if not (act.other if act.verb in _TO_PERSON else act.noun):
            return whom(heard, act.verb, act.other if act.verb not in _TO_PERSON else act.noun)
    if act.verb in _NEEDS_OTHER and not act.other:
        kind, lead = _NEEDS_OTHER[act.verb]
        name = told(act.noun, heard.scope)
        return asking.wanting(heard, f"{act.verb} {name} {lead}what", kind, f"{act.verb} {name} {lead}")
    return _here(heard, act)


def _without_noun(heard: Heard, act: Act) -> Question:
    kind, lead, ask = _NEEDS_NOUN[act.verb]
    if act.verb == "give" and act.other:
        name = told(act.other, heard.scope)
        return replace(asking.wanting(heard, f"give {name} what", kind, "give "), suffix=f" to {name}")
    return asking.wanting(heard, f"{lead} {ask}", kind, f"{lead} ")


def _with_person(heard: Heard, act: Act) -> Act:
    if act.verb == "give":
        return act if act.other else replace(act, other=heard.addressee)
    if act.verb == "show":
        return act if act.other else replace(act, other=_whom(heard))
    return act if act.noun else replace(act, noun=_whom(heard))


def _whom(heard: Heard) -> str:
    """Who is meant when nobody is named: who is addressed, who was spoken with, or the only one here; "" otherwise."""
    people = list(asking.likely(heard, "PERSON"))
    speaker = heard.scope.speaker if heard.scope.speaker in people else ""
    return heard.addressee or speaker or (people[0] if len(people) == 1 else "")


def whom(heard: Heard, verb: str, noun: str) -> Question | Misunderstood:
    """To whom something is to be said, asked or given."""
    people = list(asking.likely(heard, "PERSON"))
    if not people:
        return Misunderstood("There is nobody here to hear it.")
    name = told(noun, heard.scope) if noun else ""
    if verb in _TO_PERSON:
        return asking.wanting(heard, f"{verb} {name} to whom", "PERSON", f"{verb} {name} to ")
    lead = {"ask_for": "ask", "talk": "talk to", "greet": "greet", "farewell": "say goodbye to", "thank": "thank",
            "order": "order"}.get(verb, verb)  # fmt: skip
    link = {"ask_for": "for"}.get(verb, "about")
    asked = asking.wanting(heard, f"{lead} whom{f' {link} {name}' if name else ''}", "PERSON", f"{lead} ")
    return replace(asked, suffix=f" {link} {name}{asked.suffix}") if name else asked


def _here(heard: Heard, act: Act) -> Act:
    scope = heard.scope
    kind = scope.kinds.get(act.noun)
    here = act.noun == scope.room != ""
    match act.verb:
        case "go_to" if kind != "room":
            return _gone_to(heard, act.noun)
        case "go" if kind == "room":
            return Act("go", "out")
        case "unlock" if heard.words[0] in _APPLYING and not _is_key(heard, act.other):
            return _applied(heard, act)
        case "confront" if act.other and scope.kinds.get(act.other) not in CARDS:
            return (
                Act("show", act.other, act.noun) if scope.kinds.get(act.other) == "thing" else replace(act, verb="ask")
            )
        case "show" if kind == "topic":
            return Act("tell", act.other, act.noun)
        case "remove" if heard.words[0] == "remove" and act.noun not in scope.held:
            return Act("take", act.noun)
        case "examine" | "look_in" if here:
            return Act("look")
        case "search" | "investigate" if here:
            return Act("investigate")
        case "watch" | "listen" | "smell" | "knock" if here:
            return replace(act, noun="")
        case "wait" | "watch" if act.minutes == 0 and act.until < 0 and not act.noun:
            return Act(act.verb)
        case "order":
            return Act("order", act.noun)
        case _:
            return act


def _is_key(heard: Heard, id: str) -> bool:
    return (
        bool({"key", "keys", "pick", "lockpick"} & heard.lexicon.entries[id].words)
        if id in heard.lexicon.entries
        else False
    )


def _applied(heard: Heard, act: Act) -> Act:
    """Something that is no key opens no lock: "use the rope on the window"."""
    verb = {"put": "put_in", "insert": "put_in", "turn": "turn"}.get(heard.words[0], "use")
    return Act(verb, act.other, "" if verb == "turn" else act.noun)


def _gone_to(heard: Heard, id: str) -> Act:
    """Walking up to what is no room: to talk to somebody who is here, to follow who is not, to look at a thing."""
    if heard.scope.kinds.get(id) == "actor":
        return Act("talk" if id in heard.scope.present else "follow", id)
    return Act("examine", id)


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


def understood(heard: Heard, command: Command, took: str = "", more: str = "") -> Understood:
    """The command, with what pronouns mean after it and what of the line is still to do."""
    rest = "" if isinstance(command, Note) else heard.sentence.rest
    result = Understood(command, took=took, rest=". ".join(part for part in (more, rest) if part))
    for id in _mentioned(command):
        result = _referring(heard, result, id)
    return result


def _mentioned(command: Command) -> tuple[str, ...]:
    match command:
        case Act(verb, noun, other):
            return (other, noun) if verb not in {"go", "say_aloud"} else ()
        case Consult("about", noun):
            return (noun,)
        case _:
            return ()


def _referring(heard: Heard, result: Understood, id: str) -> Understood:
    names = heard.scope.names.get(id)
    if names is None:
        return result
    if names.plural:
        return replace(result, them=id, it=id)
    match names.pronoun:
        case "he":
            return replace(result, him=id)
        case "she":
            return replace(result, her=id)
        case "they":
            return replace(result, them=id)
        case _:
            return replace(result, it=id)
