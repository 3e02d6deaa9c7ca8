"""Events → paragraphs: each event of a line told in its turn."""

from collections.abc import Iterable
from typing import assert_never

from tavern.model import events as e
from tavern.model.events import Event
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.world import World
from tavern.narration import collecting, hearing, journal, passing
from tavern.narration.acts import refused, went_well
from tavern.narration.asking import asked
from tavern.narration.grammar import filled
from tavern.narration.pages import page
from tavern.narration.people import manner
from tavern.narration.rooms import room_now
from tavern.narration.settings import EASY
from tavern.narration.stock import PLAIN
from tavern.narration.stock_asides import BEDTIME
from tavern.narration.telling import Telling
from tavern.narration.text import told_as
from tavern.narration.things import described
from tavern.narration.wording import capital, counted, one_of


def narrate(  # noqa: PLR0913 - the state before and after is two things each
    mystery: Mystery,
    before: World,
    notebook: Notebook,
    events: Iterable[Event],
    after: World,
    notebook_after: Notebook,
    *,
    loudness: str = EASY,
) -> tuple[Paragraph, ...]:
    """The paragraphs of a line: what its events come to in words, in order. before, after: the worlds around it.

    loudness: the difficulty, as set; how clues announce themselves.
    """
    return _told(Telling(mystery, before, after, notebook, notebook_after, tuple(events), loudness))


def opening(mystery: Mystery, world: World, events: Iterable[Event], after: World) -> tuple[Paragraph, ...]:
    """The first page of a game: its title, how it opens, and the room one is in."""
    t = Telling(mystery, world, after, Notebook(), Notebook(), tuple(events), fresh=world.room)
    opens = any(isinstance(event, e.Told) and event.text == mystery.opening for event in t.events)
    words = "" if opens else t.words(mystery.opening, after)
    return (Paragraph("heading", mystery.title), *told_as("prose", words), *_told(t))


def _told(t: Telling) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    for event in t.events:
        paragraphs += _tell(t, event)
        t.went_by(event)
    return (*(paragraphs or journal.only_found(t)), *_moved_unseen(t), *hearing.waiting(t))


def _moved_unseen(t: Telling) -> list[Paragraph]:
    """The room one ends in, where something else than one's own feet brought one there and no event describes it."""
    seen = any(isinstance(event, e.Described) and (event.id, event.how) == (t.after.room, "look") for event in t.events)
    over = any(isinstance(event, e.StoryEnded) for event in t.events)
    if t.after.room == t.before.room or seen or over:
        return []
    return room_now(t)


def _tell(t: Telling, event: Event) -> list[Paragraph]:
    match event:
        case e.Told(key, speaker, _):
            return collecting.pages(t, key) or told_as(
                "speech" if speaker else "prose", _text(t, key) or _no_words(t, speaker)
            )
        case e.Plain():
            return went_well(t, event)
        case e.Refused():
            return refused(t, event)
        case e.Described():
            return described(t, event)
        case e.StateSet():
            return passing.opened(t, event)
        case e.Arrived():
            return passing.arrived(t, event)
        case e.Departed():
            return passing.departed(t, event)
        case e.Busied():
            return passing.busied(t, event)
        case e.Beat():
            return passing.passed(t, event)
        case e.ClueFound():
            return journal.found(t, event)
        case e.ClueCorroborated():
            return journal.corroborated(t, event)
        case e.Drawn():
            return journal.drawn(t, event)
        case e.Concluded():
            return journal.concluded(t, event)
        case e.Noted():
            return journal.noted(t, event)
        case e.Supposed():
            return journal.supposed(t, event)
        case e.RelationshipSet():
            return _warmed(t, event)
        case e.CounterSet("standing", _, _):
            return hearing.standing(t, event)
        case e.CounterSet():
            return _counted(t, event)
        case e.HearingOpened():
            return hearing.opened(t, event)
        case e.ObjectionAnswered():
            return hearing.answered(t, event)
        case e.Judgement():
            return hearing.judged(t, event)
        case e.AccusationRested():
            return hearing.rested(t)
        case e.StoryEnded():
            return hearing.ended(t, event)
        case e.Consulted(name, noun):
            return page(t.mystery, t.after, t.notebook_after, name, noun)
        case e.Asking():
            return asked(event)
        case e.Replied(kind, text):
            return told_as(kind, text)
        case (
            e.TimePassed() | e.ThingMoved() | e.Walked() | e.Met() | e.ActorSent() | e.ActorFreed() | e.FuseStarted()
            | e.FuseStopped() | e.WentOff() | e.Lapsed() | e.DoneOnDay() | e.Attended() | e.Spoke() | e.Misheard()
        ):  # fmt: skip
            return []
        case _:
            assert_never(event)


def _text(t: Telling, key: str) -> str:
    if key.startswith("bedtime:"):
        nights = sum(told.startswith("bedtime:") for told in t.notebook.told)
        return one_of(BEDTIME, nights)
    return t.words(key, t.before)


def _no_words(t: Telling, speaker: str) -> str:
    """Of somebody whose author gives them nothing to say now."""
    return filled(PLAIN["ask"], {"noun": t.names(speaker)}) if speaker else ""


def _warmed(t: Telling, event: e.RelationshipSet) -> list[Paragraph]:
    """Somebody stands differently to one now; told when there is another word for it."""
    now = manner(event.value)
    if now == manner(event.before) or event.actor not in t.met:
        return []
    return [Paragraph("note", f"{capital(t.person(event.actor))}: {now} with you now.")]


def _counted(t: Telling, event: e.CounterSet) -> list[Paragraph]:
    """What one has left of something that is counted."""
    name = t.mystery.counters[event.counter].name
    return [Paragraph("note", f"You have {counted(event.value, name)} now.")] if name else []
