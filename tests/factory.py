"""Tiny mysteries made in code: every key is the author's key, and what is left out is as plain as can be."""

from collections.abc import Iterable, Mapping

from tavern.compiler.ground import ground
from tavern.compiler.shape import Folder
from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.turn import turn
from tavern.model.commands import Act, Command
from tavern.model.events import Event, Told, Walked
from tavern.model.mystery import Mystery
from tavern.model.world import World

Shape = Mapping[str, object]
HALL: Shape = {"id": "hall", "name": "Hall", "description": "A hall."}


def a_mystery(**keys: object) -> Mystery:
    """A mystery of whatever the keys of a folder say (rooms, items, actors, clues, fuses…); one room, the hall, without any.

    Keys of the head may stand among them: `ends`, `standing`, `opening`; and `begins`, the hour on day one (a Thursday), in
    the hall.
    """
    head: dict[str, object] = {key: keys.pop(key) for key in ("ends", "standing", "opening", "epilogue") if key in keys}
    begins = {"weekday": "Thursday", "at": keys.pop("begins", "18:00"), "room": "hall"}
    mystery: Shape = {"id": "tiny", "title": "Tiny", "description": "A tiny case.", "begins": begins, **head}
    return ground(Folder.model_validate({"mystery": mystery, "rooms": [HALL], **keys}), {})


def a_room(id: str, /, **keys: object) -> Shape:
    """A room with a name and a description of its own."""
    return {"id": id, "name": id.capitalize(), "description": f"The {id}.", **keys}


def a_thing(id: str, place: str = "hall", /, **keys: object) -> Shape:
    """A thing that lies in a place; portable unless `kind` says otherwise."""
    return {"id": id, "name": id.replace("_", " "), "description": f"A {id}.", "in": place, **keys}


def a_person(id: str, room: str = "hall", /, **keys: object) -> Shape:
    """Somebody who is always in that room, unless `schedule` says otherwise."""
    schedule = [{"at": "00:00", "room": room}] if room else []
    return {"id": id, "name": id.capitalize(), "default": f"{id} shrugs.", "schedule": schedule, **keys}


def a_clue(id: str, /, **keys: object) -> Shape:
    """A clue that says only its own id."""
    return {"id": id, "text": f"It is {id}.", **keys}


def played(mystery: Mystery, *commands: Command, world: World | None = None) -> tuple[World, list[Event]]:
    """The world after the commands, and the events of the last one."""
    world = world or first_world(mystery, 1)
    events: list[Event] = []
    for command in commands:
        events = turn(mystery, world, command)
        world = apply_all(world, events)
    return world, events


def acted(mystery: Mystery, *lines: str, world: World | None = None) -> tuple[World, list[Event]]:
    """The same for acts spelt "verb noun other"."""
    return played(mystery, *(act(line) for line in lines), world=world)


def act(line: str) -> Act:
    """ "take mug" → Act("take", "mug"); "wait @20:00" waits until then, "wait 30" for minutes."""
    words = line.split()
    minutes = next((int(word) for word in words[1:] if word.isdecimal()), 0)
    until = next((_minute(word[1:]) for word in words if word.startswith("@")), -1)
    nouns = [word for word in words[1:] if not word.isdecimal() and not word.startswith("@")]
    noun, other, *_ = (*nouns, "", "")
    return Act(words[0], noun, other, minutes, until)


def _minute(hour: str) -> int:
    return int(hour[:2]) * 60 + int(hour[3:])


def kinds(events: Iterable[Event], *wanted: type) -> list[Event]:
    """Those events that are of one of the kinds."""
    return [event for event in events if isinstance(event, wanted)]


def refused(events: Iterable[Event]) -> str:
    """The words of the refusal among the events, "" when there is none."""
    return next((words for event in events if (words := getattr(event, "words", ""))), "")


def walked(events: Iterable[Event]) -> list[str]:
    """The rooms the player came into, in order."""
    return [event.room for event in events if isinstance(event, Walked)]


def told(events: Iterable[Event]) -> list[str]:
    """The keys of the texts that were told, in order."""
    return [event.text for event in events if isinstance(event, Told)]
