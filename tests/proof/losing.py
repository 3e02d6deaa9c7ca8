"""Twists of small mysteries: what can be lost, spent, shut or taken the wrong way."""

from collections.abc import Mapping

from tests.proof.making import RARELY, Making, Piece, Twist, joined


def _edible(making: Making) -> None:
    making.routes("c0")[:1] = [{"examine": making.thing("token", edible=True), "tell": "Bitten."}]


def _burnable(making: Making) -> None:
    token = making.token()
    verb = making.random.choice(("burn", "eat", "break"))
    making.on(token, verb, {"tell": "Gone.", "then": {"take": token}, "instead": True})
    making.need(has=token)


def _shown(making: Making) -> None:
    making.routes(making.random.choice(("c0", "c1"))).append(
        {"show": making.token(), "to": making.person(), "tell": "So that is where it was."}
    )


def _pocketed(making: Making) -> None:
    """What one gives away is kept."""
    token, person = making.token(), making.person()
    making.on(person, "give", {"what": token, "tell": "Thank you.", "then": {"move": {token: person}}})
    making.need(has=token)


def _worn(making: Making) -> None:
    cloak = making.thing("token", wearable=True)
    making.need(**making.random.choice(({"in": {cloak: "worn"}}, {"has": cloak})))


def _chest(making: Making) -> None:
    """A thing in something that may be shut, and the key to it anywhere."""
    state = making.random.choice(("open", "closed", "locked"))
    where = making.random.choice((making.room(), making.person(), "chest"))
    key = making.thing("key", where) if state == "locked" or making.random.random() < RARELY else None
    keys = {"key": key} if key else {}
    making.thing("chest", kind="fixed", container="in", openable=True, state=state, **keys)
    letter = making.thing("token", **{"in": "chest"})
    making.routes("c0")[:1] = [{"examine": letter, "tell": "Read."}]


def _given(making: Making) -> None:
    """Given away for one clue, and wanted for another."""
    token, person = making.token(), making.person()
    making.routes("c1").append(
        {"give": token, "to": person, "tell": "Thank you.", "then": {"move": {token: making.room()}}}
    )
    making.routes("c0").append({"show": token, "to": making.person(), "tell": "So that is where it was."})


def _door(making: Making) -> None:
    here, there = making.random.sample([*making.rooms], 2)
    where = making.random.choice((here, "hall", "ada", "nowhere"))
    key = making.thing("key", where) if making.random.random() < 0.7 else None
    state = making.random.choice(("open", "closed", "locked"))
    making.things["door"] = {
        "id": "door", "name": "door", "kind": "door", "rooms": [here, there], "openable": True, "state": state,
        "description": "A door.",
        **({"key": key} if key else {}),
    }  # fmt: skip
    ways = [way for way in making.exits(here).values() if way["to"] == there]
    if not ways:
        making.way(here, there)
    for start, to in ((here, there), (there, here)):
        for way in making.exits(start).values():
            if way["to"] == to:
                way["door"] = "door"


def _lever(making: Making) -> None:
    here, there = making.random.sample([*making.rooms], 2)
    state = making.random.choice(("up", "down"))
    making.way(here, there, when={"is": {making.lever(): state}}, blocked="Shut.")


def _two_doors(making: Making) -> None:
    """What opens one way shuts another."""
    lever = making.lever()
    room = making.room()
    ways = [*making.exits(room).values()]
    for state, way in zip(("up", "down"), ways, strict=False):
        joined(way, {"is": {lever: state}})


def _insult(making: Making) -> None:
    person = making.person()
    making.mood(person, -0.4)
    for route in [route for clue in making.clues for route in making.routes(clue) if route.get("ask") == person][:1]:
        route["relationship"] = making.random.choice((-0.3, 0.0))


def _coins(making: Making) -> None:
    coin = making.purse()
    box = making.thing("box", kind="fixed")
    paid: Piece = {
        "when": {"counter": {coin: 1}},
        "tell": "It falls.",
        "then": [{"count": {coin: -1}}, {"reveal": "c1"}],
    }
    making.on(box, "push", making.random.choice((paid, {**paid, "then": {"count": {coin: -1}}})))


def _one_way(making: Making) -> None:
    ways = [(room, way) for room in making.rooms for way, exit_ in making.exits(room).items() if room != "hall"]
    if ways:
        room, way = making.random.choice(ways)
        del making.exits(room)[way]


LOSING: Mapping[str, Twist] = {
    "edible": _edible,
    "burnable": _burnable,
    "shown": _shown,
    "given": _given,
    "door": _door,
    "lever": _lever,
    "two doors": _two_doors,
    "insult": _insult,
    "coins": _coins,
    "one way": _one_way,
    "pocketed": _pocketed,
    "worn": _worn,
    "chest": _chest,
}
