"""Refusals of the world, and acts that go as one would expect, in the narrator's words or the author's."""

from collections.abc import Mapping

from tavern.model import events as e
from tavern.model.mystery import Names
from tavern.model.report import Paragraph
from tavern.narration.grammar import filled
from tavern.narration.stock import NO_USE, NO_USE_BARE, NOTHING_COMES, OFTEN, PLAIN, PLAIN_BARE, REFUSALS, STAGES
from tavern.narration.telling import Telling
from tavern.narration.text import told_as
from tavern.narration.vantage import QUESTIONS, answered, said_something
from tavern.narration.wording import FROM_HERE, one_of
from tavern.reasoning.holds import stage_name

OF_A_PERSON = frozenset({"not_with", "no_person", "asleep", "hostile"})


def refused(t: Telling, event: e.Refused) -> list[Paragraph]:
    """Why it did not come to that: one paragraph at least."""
    return told_as("refusal", _refusal(t, event))


def _refusal(t: Telling, event: e.Refused) -> str:
    key, _, about = event.words.partition(":")
    roles = _roles(t, event)
    if event.words in t.mystery.texts:
        return t.words(event.words, t.before) or NOTHING_COMES
    if key == "minded":
        return _fitting(REFUSALS["minded"], {**roles, "minder": t.names(about)})
    if key == "door_locked":
        return filled(REFUSALS["door_locked"], {"noun": t.names(about)})
    if key == "stage":
        return STAGES.get(stage_name(t.before.stage), NOTHING_COMES)
    if key == "no_use":
        return _no_use(event, roles)
    if key == "no_way":
        return filled(REFUSALS["no_way"], {"way": FROM_HERE.get(event.noun, "there")})
    if event.verb in QUESTIONS and not event.noun:
        return REFUSALS["nobody_said"]
    return _fitting(REFUSALS.get(key, NOTHING_COMES), roles)


def _no_use(event: e.Refused, roles: Mapping[str, Names | str]) -> str:
    if not event.noun:
        return NO_USE_BARE.get(event.verb, NO_USE_BARE[""])
    return _fitting(NO_USE.get(event.verb, NO_USE[""]), roles)


def _fitting(template: str, roles: Mapping[str, Names | str]) -> str:
    """The template filled, or the one thing to be said where it speaks of what was not named."""
    try:
        return filled(template, roles)
    except KeyError:
        return NOTHING_COMES


def went_well(t: Telling, event: e.Plain) -> list[Paragraph]:
    """An ordinary act, done."""
    if event.verb in QUESTIONS:
        if not said_something(t, event):
            return told_as("prose", filled(REFUSALS["said_nothing"], _roles(t, event)))
        return told_as("speech", answered(t, event))
    if not event.noun:
        return told_as("prose", PLAIN_BARE.get(event.verb, PLAIN_BARE[""]))
    often = OFTEN.get(event.verb)
    words = one_of(often, sum(map(ord, event.noun)) + t.clock) if often else PLAIN.get(event.verb, PLAIN[""])
    return told_as("prose", _fitting(words, _roles(t, event)))


def _roles(t: Telling, event: e.Refused | e.Plain) -> dict[str, Names | str]:
    if isinstance(event, e.Refused) and event.verb in ("give", "show") and event.words in OF_A_PERSON:
        return {"noun": t.names(event.other)}  # of a hand-over it is the taker who may be away, asleep or hostile
    roles: dict[str, Names | str] = {}
    if event.noun:
        roles["noun"] = t.names(event.noun)
    if event.other:
        roles["other"] = t.names(event.other)
    return roles
