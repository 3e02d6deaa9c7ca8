"""One command from beginning to end: decided, lived through, its effects, and what they set off."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tavern.engine import hearing, stretch
from tavern.engine.clock import Passage, advance, comings_and_goings, each_turn, go_off
from tavern.engine.decide import Decision, asked_again, decide, told
from tavern.engine.effects import happen
from tavern.engine.meeting import met
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model import events as e
from tavern.model.commands import (
    Accuse,
    Act,
    Answer,
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
from tavern.model.events import Event
from tavern.model.mystery import Mystery
from tavern.model.rules import Rule
from tavern.model.world import Playing, World
from tavern.reasoning.conclusions import drawn_by
from tavern.reasoning.evidence import carries
from tavern.reasoning.holds import holds, holds_all
from tavern.reasoning.inference import established, ruled_out
from tavern.reasoning.path import path

KEEPS_BUSY = frozenset(
    {"wait", "look", "examine", "listen", "smell", "unhide"}
)  # acts that do not break a hiding-place
NEEDED = (c.With, c.InSight, c.At, c.Has, c.OnStage)  # what an act cannot go on without
THOROUGH_WITH_ROOMS = frozenset({"search", "look_in", "look_under", "look_behind"})
ROOM_BY_DEFAULT = frozenset({"look", "investigate", "listen", "smell", "watch"})


def turn(mystery: Mystery, world: World, command: Command) -> list[Event]:
    """Everything that comes of the command, in order; `apply_all` makes the next world of it.

    Events of kinds that change nothing (Refused, Told, Consulted…) are among them, for narration and the notebook. Meta
    commands are not the engine's and come to nothing.
    """
    match command:
        case Act("go_to", room):
            lived = _walk(mystery, world, command, room)
        case Act("enter", room) if room in mystery.rooms:
            lived = _walk(mystery, world, Act("go_to", room), room)
        case Act():
            lived = _act(mystery, world, normalise(mystery, world, command))
        case Think():
            lived = _think(mystery, world, command)
        case Accuse() | Answer() | Insist() | Withdraw() | Choose():
            lived = _argue(mystery, world, command)
        case Note(text):
            return [e.Noted(text, world.room, world.clock)]
        case Suppose(question, answer):
            return [e.Supposed(question, answer)]
        case Consult(page, noun):
            return [e.Consulted(page, noun)]
        case Meta():
            return []
    return [*lived.events, *met(mystery, lived.world, lived.events)]


def normalise(mystery: Mystery, world: World, act: Act) -> Act:
    """The act with what it leaves out filled in: the room one is in, the way a door leads.

    Who is asked for what they only have words about is asked about it.
    """
    if not act.noun and (act.verb in ROOM_BY_DEFAULT or _is_for_room(mystery, world, act)):
        return Act(act.verb, world.room, act.other, act.minutes, act.until)
    if act.verb in THOROUGH_WITH_ROOMS and act.noun in mystery.rooms:
        return Act("investigate", act.noun)
    if act.verb == "ask_for" and ("ask_for", act.noun, act.other) not in mystery.rules:
        return replace(act, verb="ask") if ("ask", act.noun, act.other) in mystery.rules else act
    if act.verb == "enter" and act.noun in mystery.things:
        way = next((way for way in mystery.rooms[world.room].exits if way.door == act.noun), None)
        return Act("go", way.direction) if way else act
    return act


def _is_for_room(mystery: Mystery, world: World, act: Act) -> bool:
    """Whether the room's author has a use for the bare verb: singing, praying, jumping there."""
    return act.verb not in stretch.STRETCHES and (act.verb, world.room, "") in mystery.rules


def _walk(mystery: Mystery, world: World, command: Act, room: str) -> Passage:
    """Way after way until there, stopped by a refusal or by what happens on the way."""
    decision = decide(mystery, world, command)
    if isinstance(decision, e.Refused):
        return Passage(world, [decision])
    passage = Passage(world)

    def truth(part: c.Condition) -> bool:
        return holds(mystery, part, world)

    for direction in path(mystery, world, room, truth) or []:
        before = passage.world.room
        step = _act(mystery, passage.world, Act("go", direction))
        passage.events += step.events
        passage.world = step.world
        if step.world.room == before:
            break
        if any(isinstance(event, e.Told) and not event.speaker for event in step.events):
            if passage.world.room != room and isinstance(passage.world.stage, Playing):
                passage.add(e.Beat("go_to", room, stopped="seen"))
            break
    return passage


def _act(mystery: Mystery, world: World, act: Act) -> Passage:
    decision = decide(mystery, world, act)
    if isinstance(decision, e.Refused):
        return Passage(world, [decision])
    passage = Passage(world)
    if world.doing.kind and act.verb not in KEEPS_BUSY:
        passage.add(e.Busied(""))
    if act.verb in stretch.STRETCHES and not any(rule.replaces for rule in decision.rules):
        before = passage.world
        _tell(mystery, passage, decision.rules, act)
        stretch.live(mystery, passage, act)
        stretch.rest_from(passage, before)
    elif standing := _live_until_done(mystery, passage, decision, act):
        _tell(mystery, passage, standing, act)
    if passage.world.clock > world.clock:
        each_turn(mystery, passage)
    go_off(mystery, passage)
    return passage


def _live_until_done(mystery: Mystery, passage: Passage, decision: Decision, act: Act) -> tuple[Rule, ...]:
    """Let the act's minutes pass; the rules that fit to the end.

    None do when something took away what the act needs, or moved the player, before it was done.
    """
    begun = passage.bring_about(mystery, (effect for rule in decision.rules for effect in rule.at_once))
    if not decision.minutes:
        return decision.rules
    world = passage.world
    needed = [guard for rule in decision.rules[:1] for guard in rule.guards if isinstance(guard.condition, NEEDED)]
    lived = advance(mystery, world, world.clock + decision.minutes, needed=needed, begun=bool(begun))
    passage.events += lived.events
    passage.world = lived.world
    if lived.stopped:
        passage.add(e.Beat(act.verb, act.noun, stopped=lived.stopped))
        return ()
    standing = tuple(rule for rule in decision.rules if holds_all(mystery, asked_again(rule), passage.world))
    if not standing:
        passage.add(e.Beat(act.verb, act.noun, stopped="otherwise"))
    return standing


def _tell(mystery: Mystery, passage: Passage, rules: Sequence[Rule], act: Act) -> None:
    """The words of the act, then the effects of every rule that fits; the author's come last, and so hold."""
    spoken = told(mystery, passage.world, rules)
    authored = any(rule.rank > 0 for rule, _ in spoken)
    for rule, words in spoken:
        passage.add(*_words(rule, words, act))
    if not spoken and not any(_describes(rule) for rule in rules) and act.verb not in stretch.STRETCHES:
        passage.add(e.Plain(act.verb, act.noun, act.other))
    before = passage.world
    events: list[Event] = []
    for rule in sorted(rules, key=lambda rule: rule.rank):
        plain = authored and rule.rank == 0
        events += passage.bring_about(
            mystery, [effect for effect in rule.effects if not (plain and isinstance(effect, f.Describe))]
        )
    if any(isinstance(event, e.ActorSent) for event in events):
        comings_and_goings(mystery, before, passage)
    if any(isinstance(event, e.Walked) for event in events):
        passage.bring_about(mystery, (f.Describe(passage.world.room, "look"),))


def _words(rule: Rule, words: str, act: Act) -> Iterator[Event]:
    about = act.other if act.verb in ("ask", "tell") else act.noun
    yield e.Told(words, rule.speaker, about)
    if rule.speaker:
        revealed = next((effect for effect in rule.effects if isinstance(effect, f.Reveal)), None)
        again = act.verb in ("how_know", "who_told", "where_stood", "say_again")
        if not again and words:
            yield e.Spoke(rule.speaker, words, revealed.clue if revealed else "", revealed.route if revealed else "")


def _describes(rule: Rule) -> bool:
    return any(isinstance(effect, f.Describe | f.Go) for effect in rule.effects)


def _think(mystery: Mystery, world: World, thought: Think) -> Passage:
    """A conclusion costs no time. It follows from the cards, or it does not follow yet; nothing else is said."""
    decision = decide(mystery, world, thought)
    if isinstance(decision, e.Refused):
        return Passage(world, [decision])
    drawn = drawn_by(mystery, world, thought)
    verdict = (
        _said_outright(mystery, world, thought) if drawn is None else "drawn" if drawn.id in world.drawn else "follows"
    )
    concluded = e.Concluded(thought.question, thought.answer, thought.cards, verdict, thought.denied)
    new = [e.Drawn(drawn.id)] if drawn and verdict == "follows" else []
    return _settled(mystery, world, [concluded, *new])


def _said_outright(mystery: Mystery, world: World, thought: Think) -> str:
    """Says "plain" when one of the cards says so by itself, and nothing is left to draw; else "not yet"."""
    cards = [card for card in thought.cards if carries(mystery, world, card)]
    said = ruled_out if thought.denied else established
    return "plain" if thought.answer in said(mystery, thought.question, cards) else "not yet"


def _settled(mystery: Mystery, world: World, events: Iterable[Event]) -> Passage:
    """The events, and what they set off at once."""
    passage = Passage(world)
    passage.add(*events)
    go_off(mystery, passage)
    return passage


def _argue(mystery: Mystery, world: World, command: Accuse | Answer | Insist | Withdraw | Choose) -> Passage:
    decision = decide(mystery, world, command)
    if isinstance(decision, e.Refused):
        return Passage(world, [decision])
    return _settled(mystery, world, _argued(mystery, world, command, decision))


def _argued(
    mystery: Mystery, world: World, command: Accuse | Answer | Insist | Withdraw | Choose, decision: Decision
) -> list[Event]:
    match command:
        case Accuse(accusation):
            events, after = happen(mystery, world, (effect for rule in decision.rules for effect in rule.effects))
            return events + hearing.open_hearing(mystery, after, accusation)
        case Answer():
            return hearing.answer(mystery, world, command)
        case Insist():
            return hearing.insist(mystery, world)
        case Withdraw():
            return hearing.rest(mystery, world)
        case Choose(ending):
            return hearing.choose(mystery, world, ending)


def begin(mystery: Mystery, world: World) -> list[Event]:
    """What happens as the story opens: the room is described and those in it are met."""
    told: list[Event] = [e.Told(mystery.opening)] if mystery.opening else []
    described, _ = happen(mystery, world, (f.Describe(world.room, "look"),))
    events = [*told, *described]
    return [*events, *met(mystery, world, events)]
