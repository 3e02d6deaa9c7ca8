"""An accusation and its hearing: charged, objected to, answered, judged; then insisted on, let rest, or acted upon."""

from dataclasses import replace

from tavern.engine.apply import apply_all
from tavern.engine.effects import happen
from tavern.model import effects as f
from tavern.model import events as e
from tavern.model.commands import Accusation, Answer, Charge
from tavern.model.events import Event
from tavern.model.mystery import Ending, Mystery
from tavern.model.world import Hearing, Judged, World
from tavern.reasoning.judgement import ending_of_insisting, first_ending, judge, meets, objections
from tavern.reasoning.whereabouts import is_asleep, people_here


def open_hearing(mystery: Mystery, world: World, accusation: Accusation) -> list[Event]:
    """The accusation is made before all who are here and awake; they object, and when nobody does, it is judged at once."""
    heard_by = tuple(actor for actor in people_here(mystery, world) if not is_asleep(mystery, world, actor))
    raised = tuple(objections(mystery, world, accusation, heard_by))
    charges = tuple((charge.question, charge.answer, charge.cards) for charge in accusation.charges)
    opened: list[Event] = [e.HearingOpened(charges, heard_by, raised)]
    accused = [charge.answer for charge in accusation.charges if charge.answer in heard_by]
    opened += [e.Told(key, actor) for actor in accused if (key := _reply_to(mystery, actor, accusation))]
    if raised:
        return opened
    return opened + _judgement(mystery, apply_all(world, opened), accusation)


def _reply_to(mystery: Mystery, actor: str, accusation: Accusation) -> str:
    """What the accused answers: to the last of the charges they have words for, which is the gravest."""
    replies = mystery.actors[actor].accused
    named = (replies.get(charge.answer) for charge in reversed(accusation.charges) if charge.answer != actor)
    return next(filter(None, named), replies.get(actor, replies.get("", "")))


def answer(mystery: Mystery, world: World, command: Answer) -> list[Event]:
    """An objection is answered with a card, or with nothing; after the last one the accusation is judged."""
    hearing = world.stage
    assert isinstance(hearing, Hearing)  # noqa: S101 - the rule's guard has seen to it
    question, alternative, _ = hearing.objections[len(hearing.answers)]
    charge = next(charge for charge in hearing.accusation.charges if charge.question == question)
    met = meets(mystery, world, charge, alternative, command.card)
    events: list[Event] = [e.ObjectionAnswered(question, alternative, command.card, met)]
    if len(hearing.answers) + 1 < len(hearing.objections):
        return events
    return events + _judgement(mystery, apply_all(world, events), with_answers(hearing, command.card))


def with_answers(hearing: Hearing, last: str) -> Accusation:
    """The accusation with every card given in answer added to the charge it was given for."""
    given = [*hearing.answers, last]
    extra: dict[str, list[str]] = {}
    for (question, _, _), card in zip(hearing.objections, given, strict=False):
        extra.setdefault(question, []).extend([card] if card else [])
    return Accusation(tuple(_cited(charge, extra.get(charge.question, [])) for charge in hearing.accusation.charges))


def _cited(charge: Charge, cards: list[str]) -> Charge:
    return replace(charge, cards=(*charge.cards, *(card for card in cards if card not in charge.cards)))


def _judgement(mystery: Mystery, world: World, accusation: Accusation) -> list[Event]:
    """The room's answer; one that does not carry costs a point of standing."""
    verdict = judge(mystery, world, accusation)
    judged: list[Event] = [e.Judgement(verdict.verdict, verdict.weakest, verdict.against)]
    if verdict.verdict in ("carried", "partly"):
        return judged
    lost, _ = happen(mystery, apply_all(world, judged), (f.Count("standing", -1),))
    return judged + lost


def insist(mystery: Mystery, world: World) -> list[Event]:
    """The player stands by what did not carry: the story ends, luckily or not."""
    judged = world.stage
    assert isinstance(judged, Judged)  # noqa: S101 - the rule's guard has seen to it
    ending = ending_of_insisting(mystery, world, judged.accusation)
    return conclude(mystery, world, ending)


def rest(mystery: Mystery, world: World) -> list[Event]:
    """The accusation is let rest. Taken back in the hearing, it costs standing like any other; with none left it is over."""
    events: list[Event] = [e.AccusationRested()]
    if isinstance(world.stage, Hearing):
        lost, _ = happen(mystery, world, (f.Count("standing", -1),))
        events = [*events, *lost]
    after = apply_all(world, events)
    if after.counters.get("standing", mystery.standing) > 0:
        return events
    return events + conclude(mystery, after, first_ending(mystery, after, "discredited"))


def choose(mystery: Mystery, world: World, ending: str) -> list[Event]:
    """After the proof: what the player does with it, and how that ends."""
    return conclude(mystery, world, mystery.endings[ending])


def conclude(mystery: Mystery, world: World, ending: Ending | None) -> list[Event]:
    """The events of an ending; none when the mystery has no such ending."""
    if ending is None:
        return []
    events, _ = happen(mystery, world, (f.End(ending.id),))
    return events
