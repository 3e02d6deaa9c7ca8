"""What a line's answer ends with, where there is occasion: a warning, the pages of the day, the challenge, the account at the end."""

from dataclasses import replace

from tavern.chronicle import State
from tavern.model import events as e
from tavern.narration.challenge import challenge, is_due
from tavern.narration.collecting import dawned
from tavern.narration.epilogue import audit
from tavern.narration.stock_asides import CHALLENGED
from tavern.reasoning.judgement import provable
from tavern.storyteller import Played, Storyteller


def with_aftermath(teller: Storyteller, before: State, played: Played) -> Played:
    """What was played from the state before, with all that is to be said after it."""
    played = _with_pages(teller, before, played)
    played = _with_challenge(teller, before, played)
    played = _with_warning(teller, before, played)
    return with_account(teller, played)


def with_account(teller: Storyteller, played: Played) -> Played:
    """If the story has ended: with the account of what this player had, and since when it was enough."""
    if not any(isinstance(event, e.StoryEnded) for event in played.events):
        return played
    mystery, chronicle = teller.mystery, teller.chronicle
    states = [chronicle.state_after(entry.number) for entry in chronicle.lineage()]
    known = next((state for state in states if provable(mystery, state.world)), None)
    events = [event for entry in chronicle.all() for event in entry.events] + list(played.events)
    account = audit(
        mystery,
        played.after.world,
        played.after.notebook,
        (known.turn, known.world) if known else None,
        accusations=sum(isinstance(event, e.HearingOpened) for event in events),
        hints=teller.counsel.hints,
    )
    return replace(played, paragraphs=played.paragraphs + account)


def _with_pages(teller: Storyteller, before: State, played: Played) -> Played:
    """At a dawn that came without anybody going to bed: with the list of what the journal took in meanwhile."""
    after, loudness = played.after, teller.counsel.loudness
    told = dawned(teller.mystery, before.world, after.world, after.notebook, loudness)
    return replace(played, paragraphs=played.paragraphs + told)


def _with_challenge(teller: Storyteller, before: State, played: Played) -> Played:
    """At a dawn after which the case could be known: with the page that says so."""
    after = played.after
    if not (teller.counsel.challenges and is_due(teller.mystery, before.world, after.world, after.notebook)):
        return played
    shown = teller.tell(after, (e.Told(CHALLENGED),), played.outcome)
    return played.then(replace(shown, paragraphs=challenge(teller.mystery)))


def _with_warning(teller: Storyteller, before: State, played: Played) -> Played:
    """After a line that put the case out of reach: with the words that say so, and the offer to go back."""
    warned = teller.counsel.warning(before, played.after)
    if not warned:
        return played
    story = tuple(paragraph for paragraph in played.paragraphs if paragraph.kind != "question")
    return replace(played, paragraphs=story).then(teller.tell(played.after, warned, played.outcome))
