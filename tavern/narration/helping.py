"""The page of help: how to say things, with examples from what the player has come across in this story."""

from collections.abc import Iterator

from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.world import World
from tavern.narration.stock_asides import FIRST_STEPS, HELP, HELP_CASE
from tavern.narration.view import people_in_view
from tavern.narration.wording import called
from tavern.reasoning.conversation import would_speak_of
from tavern.reasoning.sight import things_about


def help_page(mystery: Mystery, world: World, notebook: Notebook, _noun: str) -> list[Paragraph]:
    """The help, as much of it as the story has a use for."""
    case = HELP_CASE if mystery.clues else ()
    first = () if world.clues else (FIRST_STEPS,)
    known = _examples(mystery, world, notebook)
    told = ", ".join(f"*{line}*" for line in ("look", *_lines(mystery, world, known)))
    roles = {"lines": told, "person": known.get("person") or "somebody", "about": known.get("about") or "the door"}
    return [Paragraph("note", text.format(**roles)) for text in (*HELP[:-1], *case, HELP[-1], *first)]


def _lines(mystery: Mystery, world: World, known: dict[str, str]) -> Iterator[str]:
    yield f"examine {known['thing']}" if "thing" in known else "examine the floor"
    room = next((way.to for way in mystery.rooms[world.room].exits if way.to in world.met), "")
    yield f"go to {called(mystery, room)}" if room else "go out"
    if "topic" in known:
        yield f"ask {known['person']} about {known['topic']}"
    elif "person" in known:
        yield f"talk to {known['person']}"


def _examples(mystery: Mystery, world: World, notebook: Notebook) -> dict[str, str]:
    """What can be named: role → its name, for the roles for which there is anything."""
    here = [person.id for person in people_in_view(mystery, world, notebook)]
    person = next((id for id in (*here, *mystery.actors) if id in world.met), "")
    thing = next((id for id in things_about(mystery, world) if id in world.met), "")
    asked = list(would_speak_of(mystery, world, notebook.asked, person)) if person in here else []
    subjects = [id for id in asked if id in mystery.topics]
    topic = next((id for id in (*subjects, *asked, *mystery.topics) if id in world.met), "") if person else ""
    found = {"person": person, "thing": thing, "topic": topic, "about": topic or person or thing}
    return {role: called(mystery, id) for role, id in found.items() if id}
