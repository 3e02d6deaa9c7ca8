"""What "that" points back to, in the detective's questions about something that was said."""

from dataclasses import replace

from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.world import World

ABOUT_WHAT_WAS_SAID = frozenset({"how_know", "who_told", "where_stood", "say_again"})


def point_back(mystery: Mystery, world: World, notebook: Notebook, act: Act) -> Act:
    """The act with its speaker and its statement filled in: whoever spoke last, and what they said last or said of it.

    `other` becomes the id of a clue, or the text key of a reply; it stays "" when nothing fits.
    """
    if act.verb not in ABOUT_WHAT_WAS_SAID:
        return act
    actor = act.noun or notebook.last_speaker
    text, clue, _ = notebook.said.get(actor, ("", "", ""))
    if not act.other:
        return replace(act, noun=actor, other=clue or text)
    if act.other in mystery.clues:
        return replace(act, noun=actor)
    return replace(act, noun=actor, other=_said_about(mystery, world, actor, act.other) or clue or text)


def _said_about(mystery: Mystery, world: World, actor: str, topic: str) -> str:
    """The clue that the actor gave and that is about the topic, the latest in the content; else their reply about it."""
    given = [route.clue for route in mystery.routes.values() if route.speaker == actor and route.id in world.routes]
    about = [clue for clue in given if topic in mystery.clues[clue].about]
    if about:
        return about[-1]
    replies = mystery.rules.get(("ask", actor, topic), ())
    return next((rule.tell for rule in replies if rule.tell.startswith("reply:")), "")
