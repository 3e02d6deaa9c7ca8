"""Twists of small mysteries: what happens by itself, how the story ends, and words that change."""

from collections.abc import Mapping

from tavern.model.world import DAY
from tests.proof.making import Making, Piece, Twist


def _at_an_hour(making: Making) -> None:
    making.event({"set": {making.lever(): making.random.choice(("up", "down"))}}, at=making.hour())


def _delayed(making: Making) -> None:
    thing = making.token()
    fuse = {"id": "burning", "after": making.random.randint(2, 8), "then": {"take": thing}}
    making.fuses.append(fuse)
    making.on(thing, making.random.choice(("touch", "take")), {"tell": "Hm.", "then": {"start": "burning"}})


def _restarted(making: Making) -> None:
    """A fuse that can be put out again."""
    then = making.random.choice(({"set": {making.lever(): "up"}}, {"reveal": "c0"}, {"go": making.room()}))
    making.fuses.append({"id": "wick", "after": making.random.randint(2, 4), "then": then})
    making.thing("candle", kind="fixed")
    making.on("candle", "touch", {"tell": "Lit.", "then": {"start": "wick"}})
    making.on("candle", "push", {"tell": "Out.", "then": {"stop": "wick"}})


def _chained(making: Making) -> None:
    """What sets off something else."""
    making.fuses.append({"id": "echo", "after": making.random.randint(1, 3), "then": {"set": {making.lever(): "up"}}})
    making.event({"start": "echo"}, when={"at": making.room()})


def _scene(making: Making) -> None:
    """What breaks off whatever one is at."""
    sent: Piece = {"send": {"actor": making.person(), "to": making.room()}}
    choices: tuple[Piece, ...] = ({"reveal": "c1"}, {"set": {making.lever(): "up"}}, sent)
    when = {"at": making.room(), "between": making.window()}
    making.event(making.random.choice(choices), when=when, tell="A cry.", stops=True)


def _on_a_day(making: Making) -> None:
    day = making.begins // DAY + 1
    choices: tuple[Piece, ...] = ({"set": {making.lever(): "up"}}, {"move": {making.token(): making.room()}})
    dated = {"day": day, "at": making.hour()}
    making.event(
        making.random.choice(choices), **making.random.choice((dated, {"days": [day], "when": {"at": making.room()}}))
    )


def _once(making: Making) -> None:
    making.event(
        {"reveal": making.random.choice(("c0", "c1"))},
        when={"at": making.room()},
        heard={"with": making.person()},
        tell="Seen.",
    )


def _daily(making: Making) -> None:
    making.event({"move": {making.token(): making.room()}}, when={"at": making.room()}, once=False)


def _clockwork(making: Making) -> None:
    lever = making.lever()
    making.event({"set": {lever: "up"}}, at=making.hour(), once=False)
    making.event({"set": {lever: "down"}}, at=making.hour(), once=False)


def _daemon(making: Making) -> None:
    then = making.random.choice(
        ({"count": {making.purse(): -1}}, {"set": {making.lever(): "down"}}, {"move": {making.token(): making.room()}})
    )
    making.daemons.append({"id": f"m{len(making.daemons)}", "when": {"at": making.room()}, "then": then})


def _sent(making: Making) -> None:
    person = making.person()
    sending: Piece = {"actor": person, "to": making.room()}
    if making.random.random() < 0.7:
        sending["for"] = making.random.randint(2, 12)
    when = making.random.choice(
        (
            {"at": making.hour(1, 20)},
            {"when": {"at": making.room()}},
            {"when": {"knows": making.third()}},
            {"when": {"with": person}, "once": False},
        )
    )
    making.event({"send": sending}, **when)


def _goal(making: Making) -> None:
    person = making.person()
    when = making.random.choice(({"is": {making.lever(): "up"}}, {"at": making.room()}, {"between": making.window()}))
    goal: Piece = {"when": when, "go": making.room()}
    chosen = making.random.randrange(5)
    if chosen < 2:
        goal["for"] = making.random.randint(2, 8)
    elif chosen < 3:
        goal["until"] = making.hour()
    elif chosen < 4:
        goal["then"] = {"set": {making.lever(): "down"}}
    making.people[person]["goals"] = [goal]


def _jitter(making: Making) -> None:
    late = making.random.randint(1, 3) if making.begins < DAY - 60 else 0  # at midnight the next row begins
    making.rows(making.person(), {"at": making.hour(6, 14), "room": making.room(), "jitter": late})


def _leaves(making: Making) -> None:
    making.rows(making.person(), {"at": making.hour(4, 24), "room": making.room()})


def _held(making: Making) -> None:
    """In talk, or by one answer alone."""
    told = [route for clue in making.clues for route in making.routes(clue) if "ask" in route]
    held: Piece = making.random.choice((making.people[making.person()], *told))
    held["holds"] = making.random.randint(2, 8)


def _taken(making: Making) -> None:
    place = making.random.choice((making.room(), making.person(), "nowhere"))
    when = making.random.choice(({"at": making.hour()}, {"when": {"has": making.token(), "at": making.room()}}))
    making.event({"move": {making.token(): place}}, **when)


def _put_out(making: Making) -> None:
    when = {"at": making.room(), "between": making.window()}
    making.event({"go": making.room()}, when=when, **making.random.choice(({}, {"once": False})))


def _ending_fires(making: Making) -> None:
    making.endings.append({"id": "struck", "text": "It is over.", "after": "event"})
    when = making.random.choice(
        (
            {"when": {"knows": making.random.choice(("c0", making.third()))}},
            {"when": {"at": making.room(), "between": making.window()}},
            {"when": {"has": making.token()}},
            {"at": making.hour(), "when": {"not": {"at": making.room()}}},
        )
    )
    making.event({"end": "struck"}, **when)


def _drain(making: Making) -> None:
    person = making.person()
    making.mood(person, 0.1)
    making.event({"relationship": {person: making.random.choice((-0.1, -0.3))}}, at=making.hour())
    making.need(relationship={person: 0.1})


def _ending(making: Making) -> None:
    making.endings.append({"id": "late", "after": "time", "text": "It is too late."})
    making.endings.append({"id": "wrong", "after": "insisted", "text": "Nobody says a word."})
    making.endings.append({"id": "lucky", "after": "lucky", "text": "You were right.", "when": {"at": making.room()}})


def _standing(making: Making) -> None:
    """A word that costs all the standing one has."""
    making.head["standing"] = 1
    cost: Piece = {"count": {"standing": -1}}
    if making.random.random() < 0.5:
        making.event(cost, **making.random.choice(({"at": making.hour()}, {"when": {"at": making.room()}})))
    else:
        making.some_route()["then"] = cost


def _deadline(making: Making) -> None:
    making.lasts = making.random.randint(7, 11)


def _variant(making: Making) -> None:
    room = making.rooms[making.room()]
    room["description"] = [{"when": {"knows": "c1"}, "text": "It is known."}, {"text": "A room with {ada} in mind."}]
    making.some_route()["tell"] = ["The first time.", "And again."]


def _shadowed(making: Making) -> None:
    """Somebody who knows what one knows has other words for it."""
    route = making.some_route()
    if "ask" in route:
        replies = making.people[str(route["ask"])].setdefault("replies", [])
        assert isinstance(replies, list)
        replies.append({"about": route["about"], "when": {"knows": making.third()}, "tell": "I said so."})


HAPPENING: Mapping[str, Twist] = {
    "at an hour": _at_an_hour,
    "delayed": _delayed,
    "once": _once,
    "daily": _daily,
    "clockwork": _clockwork,
    "daemon": _daemon,
    "sent": _sent,
    "goal": _goal,
    "jitter": _jitter,
    "leaves": _leaves,
    "held": _held,
    "taken": _taken,
    "put out": _put_out,
    "ending fires": _ending_fires,
    "drain": _drain,
    "ending": _ending,
    "deadline": _deadline,
    "variant": _variant,
    "shadowed": _shadowed,
    "restarted": _restarted,
    "chained": _chained,
    "scene": _scene,
    "on a day": _on_a_day,
    "standing": _standing,
}
