"""Acts with their missing persons filled in, and turned into what is meant by them here."""

from dataclasses import replace

from tavern.model.commands import Act, Misunderstood, Question
from tavern.parser import asking
from tavern.parser.going import doorway, gone
from tavern.parser.heard import Heard
from tavern.parser.lexicon import CARDS
from tavern.parser.telling import told
from tavern.parser.words import these

# Verbs whose first noun is somebody; without one it is who is being spoken with, or the only one here.
SPOKEN = these("ask tell ask_for talk greet farewell thank persuade promise order give show confront")
DETECTIVE = frozenset(("how_know", "who_told", "where_stood", "say_again"))
_COURTESIES = frozenset(("greet", "farewell", "thank"))  # cost nothing, so nobody is asked to whom
TO_PERSON = frozenset(("give", "show"))
_NEEDS_OTHER = {"persuade": ("TOPIC", "about "), "compare": ("ITEM", "with "), "tie": ("THING", "to ")}
# Verbs that mean nothing without a noun: the slot it fills, how it is asked for.
_NEEDS_NOUN = {"hide": ("HIDEOUT", "hide behind", "what"), "eat": ("THING", "eat", "what"),
               "drink": ("THING", "drink", "what"), "hit": ("THING", "hit", "what"), "give": ("HELD", "give", "what"),
               "unlock": ("THING", "unlock", "what")}  # fmt: skip
_APPLYING = frozenset(("use", "try", "turn", "put", "insert"))


def completed(heard: Heard, act: Act) -> Act | Question | Misunderstood:
    """The act with whom it concerns filled in, and turned into what is meant by it here; or what is still to be asked."""
    if act.verb in DETECTIVE:
        return replace(act, noun=act.noun or heard.addressee)
    if not act.noun and act.verb in _NEEDS_NOUN:
        return _without_noun(heard, act)
    if act.verb in SPOKEN:
        act = _with_person(heard, act)
        if act.verb in _COURTESIES and not act.noun:
            return replace(act, noun=next(iter(asking.likely(heard, "PERSON")), ""))
        if not (act.other if act.verb in TO_PERSON else act.noun):
            return whom(heard, act.verb, act.other if act.verb not in TO_PERSON else act.noun)
    if act.verb in {"ask", "tell"} and not act.other:
        return asking.about_what(heard, act.verb, act.noun)
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
        return act if act.other else replace(act, other=whoever(heard))
    return act if act.noun else replace(act, noun=whoever(heard))


def whoever(heard: Heard) -> str:
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
    if verb in TO_PERSON:
        return asking.wanting(heard, f"{verb} {name} to whom", "PERSON", f"{verb} {name} to ")
    lead = {"ask_for": "ask", "talk": "talk to", "greet": "greet", "farewell": "say goodbye to", "thank": "thank",
            "order": "order"}.get(verb, verb)  # fmt: skip
    link = {"ask_for": "for"}.get(verb, "about")
    asked = asking.wanting(heard, f"{lead} whom{f' {link} {name}' if name else ''}", "PERSON", f"{lead} ")
    return replace(asked, suffix=f" {link} {name}{asked.suffix}") if name else asked


def _here(heard: Heard, act: Act) -> Act | Question:
    scope = heard.scope
    kind = scope.kinds.get(act.noun)
    here = act.noun == scope.room != ""
    match act.verb:
        case "go" | "go_to" | "enter" | "climb" | "stand" | "jump" | "take" | "use":
            return gone(heard, act)
        case "open" | "close" | "unlock" | "lock" | "knock" | "push" | "pull" | "break" if kind == "room":
            return replace(act, noun=doorway(heard, act.noun) or act.noun)
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
