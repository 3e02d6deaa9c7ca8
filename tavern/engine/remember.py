"""Events folded into the notebook, which decides nothing."""

from collections.abc import Iterable

from tavern.engine.apply import apply
from tavern.model import events as e
from tavern.model.commands import Question
from tavern.model.events import Event
from tavern.model.frozen import replace
from tavern.model.notebook import Entry, Notebook, attempt
from tavern.model.world import World


def fold(world: World, notebook: Notebook, events: Iterable[Event]) -> tuple[World, Notebook]:
    """World and notebook after the events."""
    for event in events:
        world = apply(world, event)
        notebook = remember(world, notebook, event)
    return world, notebook


def remember(world: World, notebook: Notebook, event: Event) -> Notebook:
    """The notebook after one event; `world` is the world after it."""
    match event:
        case e.Told(text, speaker, about):
            asked = notebook.asked | {f"{speaker}/{about}"} if speaker and about else notebook.asked
            return replace(_counted(notebook, text), asked=asked)
        case e.Refused(words=words):
            return _counted(notebook, words)
        case e.Described(id, how, _):
            return _counted(notebook, f"{how}:{id}")
        case e.Beat(kind, object, _, _):
            return _counted(notebook, f"beat:{kind}:{object}")
        case e.Spoke(actor, text, clue, route):
            return replace(notebook, said=notebook.said.set(actor, (text, clue, route)), last_speaker=actor)
        case e.ClueFound(clue, route):
            return _entered(world, notebook, "clue", clue, route)
        case e.ClueCorroborated(clue, route):
            return _entered(world, notebook, "corroborated", clue, route)
        case e.Drawn(deduction):
            return _entered(world, notebook, "deduction", deduction)
        case e.Noted(text, _, _):
            return _entered(world, notebook, "note", text)
        case e.HearingOpened(charges, _, _):
            return _entered(
                world, notebook, "accused", " ".join(f"{question}={answer}" for question, answer, _ in charges)
            )
        case e.Supposed(question, answer):
            supposed = notebook.supposed.set(question, answer) if answer else notebook.supposed.without(question)
            return replace(_entered(world, notebook, "supposed", f"{question}={answer}"), supposed=supposed)
        case e.Concluded(question, answer, cards, "not yet", _):
            held = len(world.clues) + len(world.drawn)
            return replace(notebook, tried=notebook.tried.set(attempt(question, answer, cards), held))
        case e.Attended(it, him, her, them):
            return replace(
                notebook,
                it=it or notebook.it,
                him=him or notebook.him,
                her=her or notebook.her,
                them=them or notebook.them,
            )
        case e.Asking(kind, ask, choices, labels, prefix, suffix):
            question_ = Question(kind, ask, choices, labels, prefix, suffix) if kind else None
            return replace(notebook, question=question_)
        case e.Walked(back=back) if back:
            return replace(notebook, came_from=back)
        case e.Misheard(line, unknown):
            return replace(notebook, misheard=(line, unknown))
        case _:
            return notebook


def _counted(notebook: Notebook, key: str) -> Notebook:
    return replace(notebook, told=notebook.told.set(key, notebook.told.get(key, 0) + 1))


def _entered(world: World, notebook: Notebook, kind: str, id: str, route: str = "") -> Notebook:
    entry = Entry(kind, id, world.room, world.clock, route)
    return replace(notebook, timeline=(*notebook.timeline, entry))
