"""Rooms and things."""

from tavern.compiler import shape as s
from tavern.compiler.ground.actions import Owner, add_actions
from tavern.compiler.ground.conditions import condition
from tavern.compiler.ground.desk import Desk, named
from tavern.compiler.ground.texts import put
from tavern.model.conditions import ALWAYS
from tavern.model.mystery import Exit, Names, Room, Thing
from tavern.model.world import NOWHERE, WORN


def room(desk: Desk, shape: s.RoomShape) -> Room:
    """The room as compiled; its texts and rules are filed."""
    id = shape.id
    put(desk, f"first:{id}", shape.first)
    put(desk, f"dark:{id}", shape.in_the_dark)
    put(desk, f"listen:{id}", shape.listen)
    put(desk, f"smell:{id}", shape.smell)
    add_actions(desk, Owner(id, "room", shape.exits), shape.on)
    return Room(
        id=id,
        names=room_names(shape),
        text=put(desk, f"room:{id}", shape.description),
        exits=tuple(_exit(desk, id, direction, way) for direction, way in shape.exits.items()),
        dark=None if shape.dark is None else ALWAYS if shape.dark is True else condition(desk, shape.dark),
        bed=shape.bed,
        out_of_place=tuple(shape.out_of_place),
        minded_by=tuple(shape.minded_by),
        beats=put(desk, f"beats:{id}", shape.beats),
    )


def room_names(shape: s.RoomShape) -> Names:
    """A room is "the taproom" in a sentence, unless its name is a proper one ("Number four")."""
    full = named(shape.name, shape.id)
    name = full if shape.proper else full[:1].lower() + full[1:]
    return Names(name, full=full, also=tuple(shape.names), proper=shape.proper)


def _exit(desk: Desk, room_id: str, direction: str, way: str | s.ExitShape) -> Exit:
    if isinstance(way, str):
        return Exit(direction, way)
    return Exit(
        direction,
        way.to or "",
        way.door or "",
        condition(desk, way.when),
        put(desk, f"blocked:{room_id}:{direction}", way.blocked),
        way.minutes,
        way.hidden,
    )


def scenery_of(shape: s.RoomShape) -> list[s.ThingShape]:
    """The scenery declared inside a room, in its long form."""
    if isinstance(shape.scenery, dict):
        return [
            s.ThingShape(id=scenery_id(shape.id, name), name=name, description=text, kind="scenery", rooms=[shape.id])
            for name, text in shape.scenery.items()
        ]
    return [
        thing.model_copy(
            update={
                "kind": thing.kind or "scenery",
                "rooms": thing.rooms if thing.rooms or thing.in_ else [shape.id],
            }
        )
        for thing in shape.scenery
    ]


def scenery_id(room_id: str, name: str) -> str:
    """The id that scenery of the short form gets: `taproom_bullseye_glass`."""
    word = "".join(sign if sign.isalnum() and sign.isascii() else "_" for sign in name.casefold())
    return f"{room_id}_{word.strip('_')}"


def thing(desk: Desk, shape: s.ThingShape) -> Thing:
    """The thing as compiled; its texts and rules are filed."""
    id = shape.id
    add_actions(desk, Owner(id, "thing"), shape.on)
    is_door = shape.kind == "door"
    opens = is_door or shape.openable or bool(shape.key) or shape.state in ("open", "closed", "locked")
    state = "locked" if shape.key else "closed" if opens else ""
    return Thing(
        id=id,
        names=Names(named(shape.name, id), also=tuple(shape.names), proper=shape.proper, plural=shape.plural),
        text=put(desk, f"thing:{id}", shape.description),
        where=tuple(shape.rooms) or (shape.in_ or NOWHERE,),
        kind="scenery" if is_door else shape.kind or ("portable" if not shape.rooms else "scenery"),
        reading=put(desk, f"read:{id}", shape.text),
        smell=put(desk, f"smell:{id}", shape.smell),
        sound=put(desk, f"listen:{id}", shape.listen),
        holds=shape.container or "",
        openable=opens,
        lockable=bool(shape.key) or shape.state == "locked",
        state=shape.state or state,
        key=shape.key or "",
        wearable=shape.wearable or shape.in_ == WORN,
        edible=shape.edible,
        drinkable=shape.drinkable,
        light=shape.light,
        listed=put(desk, f"listed:{id}", shape.listed),
        hidden=condition(desk, shape.hidden),
        odd=put(desk, f"odd:{id}", shape.odd),
        minded_by=tuple(shape.minded_by),
        price=shape.price,
        sold_by=shape.sold_by or "",
        hide=shape.hide or "",
        known=shape.known,
        beats=put(desk, f"beats:{id}", shape.beats),
    )
