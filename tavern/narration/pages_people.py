"""The pages about people: whom one has met, and what one might ask whoever is here."""

from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.world import World
from tavern.narration.people import last_heard, manner_of
from tavern.narration.stock_asides import EMPTY
from tavern.narration.text import rows, told_as
from tavern.narration.view import people_in_view, room_name
from tavern.narration.wording import called, capital, listed, when
from tavern.reasoning.conversation import would_speak_of


def people(mystery: Mystery, world: World, notebook: Notebook, _noun: str) -> list[Paragraph]:
    """Everybody met: who they are, where they are or were last heard, how they stand to one."""
    met = [actor for actor in mystery.actors if actor in world.met]
    if not met:
        return told_as("prose", EMPTY["people"])
    return [Paragraph("heading", "People"), *rows(known_of(mystery, world, notebook, actor) for actor in met)]


def known_of(mystery: Mystery, world: World, notebook: Notebook, actor: str) -> str:
    """What the journal has of somebody, in a line."""
    names = mystery.actors[actor].names
    here = next((person for person in people_in_view(mystery, world, notebook) if person.id == actor), None)
    if here:
        place = f"here, {here.doing}" if here.doing else "here"
    elif entry := last_heard(mystery, notebook, actor):
        place = f"in the journal last from {room_name(mystery, entry.room)}, {when(mystery, entry.clock)}"
    else:
        place = "not here"
    stands = manner_of(world, notebook, actor)
    return f"*{capital(names.full or names.name)}*: {place}{f'; {stands} with you' if stands else ''}."


def topics(mystery: Mystery, world: World, notebook: Notebook, noun: str) -> list[Paragraph]:
    """What one might ask somebody, four things at most; of everybody here when nobody is named."""
    here = [person.id for person in people_in_view(mystery, world, notebook)]
    if noun in mystery.actors and noun not in here:
        return told_as("prose", f"{capital(called(mystery, noun))} is not here to be asked.")
    asked = [noun] if noun in here else here
    if not asked:
        return told_as("prose", "There is nobody here to ask.")
    return rows(_topics(mystery, world, notebook, actor) for actor in asked)


def _topics(mystery: Mystery, world: World, notebook: Notebook, actor: str) -> str:
    found = [called(mystery, topic) for topic in would_speak_of(mystery, world, notebook.asked, actor)]
    who = capital(called(mystery, actor))
    return (
        f"{who} might speak of {listed(found, 'or')}."
        if found
        else f"{who}: ask about whatever you like. Nothing waits to be asked."
    )
