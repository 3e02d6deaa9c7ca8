"""All ground rules for a command: the built-in ones and the author's, made on demand for play and enumerated for proofs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from tavern.engine.builtin.guards import NEVER, PLAYING, hearers, in_sight, known, person, unminded
from tavern.engine.builtin.moving import MOVING
from tavern.engine.builtin.people import PEOPLE
from tavern.engine.builtin.things import THINGS, is_only_read, no_use
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Accuse, Act, Answer, Choose, Command, Insist, Think, Withdraw
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.rules import ANY, Guard, Rule
from tavern.reasoning.judgement import MOST_CARDS

BUILTIN: Mapping[str, Callable[[Mystery, Act], list[Rule]]] = {**THINGS, **PEOPLE, **MOVING}
THOROUGH = frozenset({"search", "look_in", "look_under", "look_behind", "investigate"})  # find all that `examine` finds
SEEING = THOROUGH | {"examine", "read"}  # needs light, of a room too
WALKING = frozenset({"go", "go_to", "enter"})
ROUTE = 3  # rank of rules that reveal a clue
PERSON_FIRST = frozenset(PEOPLE) - {"give", "show", "say_aloud", "kiss", "hit", "wake"}


@lru_cache(maxsize=4096)
def rules_for(mystery: Mystery, command: Command) -> tuple[Rule, ...]:
    """Every rule for the command. `Act` nouns are ids; an act upon the room names that room."""
    match command:
        case Act():
            act = Act(command.verb, command.noun, command.other)  # how long and until when is no part of a rule
            own = _authored(mystery, act)
            builtin = BUILTIN.get(act.verb, no_use)(mystery, act)
            rules = (*own, *_whatever(mystery, act), *builtin)
            return tuple(_guarded(rule, (PLAYING, *rule.guards)) for rule in rules)
        case Accuse():
            return (_accuse(mystery, command),)
        case Answer():
            return (Rule("answer", command, (Guard(c.OnStage("hearing"), "no_hearing"), *_held(command.card))),)
        case Insist():
            return (Rule("insist", command, (Guard(c.OnStage("judged"), "nothing_to_insist"),)),)
        case Withdraw():
            may = c.Any((c.OnStage("hearing"), c.OnStage("judged"), c.OnStage("proved")))
            return (Rule("withdraw", command, (Guard(may, "nothing_to_withdraw"),)),)
        case Choose(ending):
            proved = Guard(c.OnStage("proved"), "nothing_to_choose")
            return (Rule(f"choose {ending}", command, (proved, Guard(_choice(mystery, ending), "no_such_choice"))),)
        case Think():
            return (Rule("think", command, (PLAYING, *(guard for card in command.cards for guard in _held(card)))),)
        case _:
            return ()


def rules_at(mystery: Mystery, room: str, command: Command) -> tuple[Rule, ...]:
    """The same without rules that are for another room and have no words for this one: they neither fit nor forbid."""
    by_room, anywhere = _by_room(mystery, command)
    return by_room.get(room, anywhere)


@lru_cache(maxsize=4096)
def _by_room(mystery: Mystery, command: Command) -> tuple[Mapping[str, tuple[Rule, ...]], tuple[Rule, ...]]:
    """The rules for the command by the room they ask for next after the stage, each with those for every room; and these alone."""
    by_room: dict[str, list[Rule]] = {}
    anywhere: list[Rule] = []
    for rule in rules_for(mystery, command):
        match rule.guards[:2]:
            case (first, Guard(condition=c.At(rooms), words="")) if first is PLAYING:
                for room in dict.fromkeys(rooms):
                    by_room.setdefault(room, [*anywhere]).append(rule)
            case _:
                anywhere.append(rule)
                for rules in by_room.values():
                    rules.append(rule)
    if not anywhere:  # somebody has to say that the story is not at this
        return {}, rules_for(mystery, command)
    return {room: tuple(rules) for room, rules in by_room.items()}, tuple(anywhere)


def _choice(mystery: Mystery, id: str) -> Condition:
    """What has to be so for the ending to be there to choose: all was proved, or for some endings only part of it."""
    ending = mystery.endings.get(id)
    if ending is None or ending.after not in ("proved", "partly"):
        return NEVER
    partly = c.OnStage("partly")
    return c.All((partly if ending.after == "partly" else c.Not(partly), ending.when))


def _accuse(mystery: Mystery, command: Accuse) -> Rule:
    charges = command.accusation.charges
    cards = {card for charge in charges for card in charge.cards}
    guards = (
        PLAYING,
        hearers(mystery),
        Guard(c.Counter("standing", least=1), "no_standing"),
        Guard(c.NotToday("accuse"), "accused_today"),
        *(guard for card in sorted(cards) for guard in _held(card)),
        *(Guard(NEVER, "too_many_cards") for charge in charges if len(charge.cards) > MOST_CARDS),
    )
    return Rule("accuse", command, guards, (f.DoneToday("accuse"),))


def _held(card: str) -> tuple[Guard, ...]:
    return (Guard(c.Knows(card), "card_not_held"),) if card else ()


def _authored(mystery: Mystery, act: Act) -> list[Rule]:
    """The author's rules for the act, behind the guards that its verb always has."""
    verb = "ask" if act.verb == "tell" and ("tell", act.noun, act.other) not in mystery.rules else act.verb
    own = list(mystery.rules.get((verb, act.noun, act.other)) or mystery.rules.get((verb, act.noun, ""), ()))
    if verb == "confront":  # held against them or held out to them: the card is the same
        own += mystery.rules.get(("show", act.other, act.noun), ())
    if act.verb == "examine" and is_only_read(mystery, act.noun):
        own += mystery.rules.get(("read", act.noun, ""), ())
    if act.verb in THOROUGH:
        examined = mystery.rules.get(("examine", act.noun, ""), ())
        own += [rule for rule in examined if rule.rank >= ROUTE and rule not in own]
    if not own:
        return []
    needs = _needs(mystery, act)
    return [
        replace(rule, guards=(*needs, *rule.guards), minutes=max(rule.minutes, _least_minutes(act))) for rule in own
    ]


def _guarded(rule: Rule, guards: tuple[Guard, ...]) -> Rule:
    """The rule behind these guards; `replace` takes three times as long, which tells where every rule is made."""
    return Rule(
        rule.id,
        rule.command,
        guards,
        rule.effects,
        rule.minutes,
        rule.tell,
        rule.speaker,
        rule.rank,
        rule.check,
        rule.replaces,
        rule.at_once,
    )


def _whatever(mystery: Mystery, act: Act) -> list[Rule]:
    """The author's rules for whatever is done to a noun or tried in a room, unless it has rules of its own for the verb.

    Walking is no such act: ways have their own conditions, and where there is none a room's rules for `go` say so.
    """
    if act.verb in WALKING:
        return []
    noun = [replace(rule, guards=(*_needs(mystery, act), *rule.guards)) for rule in _any(mystery, act, act.noun)]
    rooms = [rule for room in _ruled(mystery) if room != act.noun for rule in _any(mystery, act, room)]
    return [*noun, *rooms]


@lru_cache(maxsize=16)
def _ruled(mystery: Mystery) -> tuple[str, ...]:
    """The rooms with rules for whatever is tried in them."""
    return tuple(room for room in mystery.rooms if (ANY, room, "") in mystery.rules)


def _any(mystery: Mystery, act: Act, id: str) -> tuple[Rule, ...]:
    rules = mystery.rules.get((ANY, id, ""), ())
    return () if rules and (act.verb, id, "") in mystery.rules else rules


def _needs(mystery: Mystery, act: Act) -> tuple[Guard, ...]:
    """What an act needs before anything of the author's is asked: the person, or the thing in sight."""
    if act.verb in ("go", "say_aloud"):
        return ()
    if act.verb in PERSON_FIRST:
        return (*person(mystery, act.noun), *known(mystery, act.other))
    if act.verb in ("give", "show"):
        is_thing = act.noun in mystery.things
        held = (Guard(c.Has(act.noun), "not_carried"),) if is_thing else known(mystery, act.noun)
        return (*person(mystery, act.other), *held)
    if act.noun in mystery.rooms:
        minders = mystery.rooms[act.noun].minded_by if act.verb in THOROUGH else ()
        lit = (Guard(c.Lit(), "dark"),) if act.verb in SEEING else ()
        return (Guard(c.At((act.noun,)), "not_in_room"), *lit, *unminded(minders))
    thing = mystery.things.get(act.noun)
    minded = unminded(thing.minded_by) if thing and act.verb in THOROUGH | {"open", "take", "unlock"} else ()
    shut = act.verb in ("search", "look_in") and thing and thing.holds == "in" and thing.openable
    open_first = (Guard(c.Is(act.noun, "open"), "shut"),) if shut else ()
    other = in_sight(act.other) if act.other in mystery.things else ()
    return (*(in_sight(act.noun) if act.noun else ()), *other, *minded, *open_first)


def _least_minutes(act: Act) -> int:
    if act.verb in PERSON_FIRST or act.verb in ("give", "show"):
        return 1
    return 20 if act.verb == "investigate" else 0


def all_rules(mystery: Mystery) -> Iterator[Rule]:
    """Every ground rule that play could ever ask for, built-in and authored, without repeats."""
    yield from dict.fromkeys(rule for act in all_acts(mystery) for rule in rules_for(mystery, act))


def all_acts(mystery: Mystery) -> Iterator[Act]:
    """Every act that may make a difference: those the author wrote rules for, and the built-in verbs on what they can touch."""
    nouns = (*mystery.things, *mystery.actors)
    for verb, noun, other in mystery.rules:
        if verb == ANY:
            continue
        yield Act(verb, noun, other)
        if verb == "examine":
            yield from (Act(thorough, noun) for thorough in sorted(THOROUGH))
    for room in mystery.rooms:
        yield from (Act(verb, room) for verb in ("look", "investigate", "listen", "smell", "watch"))
    for direction in sorted({way.direction for room in mystery.rooms.values() for way in room.exits}):
        yield Act("go", direction)
    for noun in nouns:
        verbs = BUILTIN if noun in mystery.actors else BUILTIN.keys() - PEOPLE.keys()
        yield from (
            Act(verb, noun)
            for verb in BUILTIN
            if verb in verbs and verb not in ("go", "ask", "tell", "put_in", "put_on", "give", "show")
        )
    for actor in mystery.actors:
        yield from (Act("show", thing, actor) for thing in mystery.things if mystery.things[thing].kind == "portable")
        yield from (Act("confront", actor, clue) for clue in mystery.clues)
    holders = [thing.id for thing in mystery.things.values() if thing.holds]
    portable = [thing.id for thing in mystery.things.values() if thing.kind == "portable"]
    yield from (Act(f"put_{mystery.things[holder].holds}", thing, holder) for thing in portable for holder in holders)
    yield from (Act("say_aloud", answer.id) for question in mystery.questions for answer in question.answers)
    yield from (Act("wait"), Act("sleep"), Act("unhide"))
