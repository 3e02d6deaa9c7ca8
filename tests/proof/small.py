"""Small mysteries made at random, each with some of what makes a mystery hard to prove: guards, losses, hours, events, endings.

Small in time too: a case lasts less than an hour, in steps of a minute, so that everything that can be done in it can be done.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model.mystery import Mystery
from tavern.model.world import DAY
from tavern.proof.moves import moves_of
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing

Piece = dict[str, object]
Pieces = dict[str, object]
"""A folder: a list of pieces under each key, and keys of the head."""

PEOPLE = ("ada", "bram", "cole", "dora")
ROOMS = ("hall", "yard", "loft", "shed", "cave")
WAYS = ("north", "east", "south", "west", "up", "down")
BEGINS = (18 * 60, 18 * 60, 18 * 60, DAY - 12, 6 * 60 - 12)  # some go on past midnight, or past six, when a day is over
PLAIN, TANGLED = 2, 5  # twists in a mystery of odd number, and of even
WHOLE_PIECES, DEEPEST = 2, 9  # how deep the pieces of a folder lie, and their parts
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """The pieces of a mystery, and which kinds of twists went into it."""

    pieces: Pieces
    kinds: frozenset[str]


def made(pieces: Mapping[str, object]) -> Mystery:
    """The mystery of the pieces. ValueError when a condition asks about what there is not."""
    mystery = a_mystery(**deepcopy(dict(pieces)))
    for move in moves_of(mystery):
        for part in parts(move.condition):
            if isinstance(part, c.Is) and part.thing not in {**mystery.things, **mystery.flags}:
                raise ValueError(part)
    answers = {question.id: {answer.id for answer in question.answers} for question in mystery.questions}
    if any(answer not in answers[question] for question, answer in mystery.solution.answers.items()):
        raise ValueError(answers)
    if not all(needs for deduction in mystery.deductions.values() for needs in deduction.needs):
        raise ValueError(mystery.deductions)
    return mystery


@lru_cache(maxsize=512)
def small(seed: int) -> Small:
    """The mystery of that number. Of every len(TWISTS) twists in a row each is there once, so that none is rare."""
    random = Random(seed)
    making = Making(random)
    making.ground(plain=bool(seed % 2))
    first = seed // 2 * (PLAIN + TANGLED) + seed % 2 * TANGLED
    for number in range(first, first + (PLAIN if seed % 2 else TANGLED)):
        turn, place = divmod(number, len(TWISTS))
        names = sorted(TWISTS)
        Random(turn).shuffle(names)
        TWISTS[names[place]](making)
        making.kinds[names[place]] += 1
    apart = json.loads(json.dumps(making.pieces()))  # no part stands in two places
    return Small(apart, frozenset(making.kinds))


@dataclass
class Making:
    """A mystery while it is being made."""

    random: Random
    rooms: dict[str, Piece] = field(default_factory=dict)
    people: dict[str, Piece] = field(default_factory=dict)
    things: dict[str, Piece] = field(default_factory=dict)
    clues: dict[str, Piece] = field(default_factory=dict)
    deductions: list[Piece] = field(default_factory=list)
    fuses: list[Piece] = field(default_factory=list)
    daemons: list[Piece] = field(default_factory=list)
    flags: dict[str, str] = field(default_factory=dict)
    endings: list[Piece] = field(default_factory=list)
    counters: list[Piece] = field(default_factory=list)
    topics: set[str] = field(default_factory=set)
    head: Piece = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    begins: int = 0
    lasts: int = 0

    def ground(self, *, plain: bool) -> None:
        """Rooms with ways between them, people in them, and clues that can all be found; as few as may be, when plain."""
        random = self.random
        self.begins, self.lasts = random.choice(BEGINS), random.randint(14, 24)
        for id in ROOMS[: 3 if plain else random.choice((3, 3, 3, 4, 5))]:
            self.rooms[id] = dict(a_room(id, exits={}))
            if len(self.rooms) > 1:
                self.way(random.choice([*self.rooms][:-1]), id)
        for id in PEOPLE[: 2 if plain else random.choice((2, 2, 2, 3, 4))]:
            self.people[id] = dict(a_person(id, self.room()))
        for number in range(3 if plain else random.choice((3, 3, 3, 4, 6))):
            self.clue(f"c{number}")
        self.proof()
        self.endings = [{"id": "shown", "after": "proved", "choice": "Tell it.", "text": "It is told.", "good": True}]

    def way(self, here: str, there: str, **keys: object) -> None:
        """Ways there and back; what the keys ask for is asked of the way there."""
        for start, to, asked in ((here, there, keys), (there, here, {})):
            exits = self.exits(start)
            way = next(way for way in WAYS if way not in exits)
            exits[way] = {"to": to, "minutes": self.random.choice((1, 1, 1, 2)), **asked}

    def exits(self, room: str) -> dict[str, Piece]:
        found = self.rooms[room]["exits"]
        assert isinstance(found, dict)
        return found

    def room(self) -> str:
        return self.random.choice([*self.rooms])

    def person(self) -> str:
        return self.random.choice([*self.people])

    def hour(self, least: int = 0, most: int = 99) -> str:
        """Some minute of the case, so many minutes after it begins."""
        return clock(self.begins + self.random.randint(least, min(most, self.lasts - 1)))

    def window(self) -> list[str]:
        start = self.random.randint(0, self.lasts - 4)
        return [clock(self.begins + start), clock(self.begins + start + self.random.randint(2, 14))]

    def thing(self, id: str, room: str = "", **keys: object) -> str:
        """A thing of that name, made when there is none."""
        if id not in self.things:
            self.things[id] = dict(a_thing(id, room or self.room(), **keys))
        return id

    def on(self, id: str, verb: str, *actions: Piece) -> None:
        """Let the verb do this to the thing or person."""
        piece = self.things.get(id) or self.people[id]
        done = piece.setdefault("on", {})
        assert isinstance(done, dict)
        done.setdefault(verb, []).extend(actions)

    def clue(self, id: str) -> None:
        """A clue with one or two plain ways to it."""
        routes = [self.route(id) for _ in range(self.random.choice((1, 1, 2)))]
        self.clues[id] = dict(a_clue(id, routes=routes))

    def route(self, id: str) -> Piece:
        number = sum(len(self.routes(clue)) for clue in self.clues) + self.random.randint(100, 999)
        topic = f"t{number}"
        chosen = self.random.randrange(5)
        if chosen < 2:
            return {"examine": self.thing(f"mark{number}", kind="fixed"), "tell": f"{id}."}
        if chosen < 4:
            self.topics.add(topic)
            return {"ask": self.person(), "about": topic, "tell": f"{id}."}
        return {"at": self.room(), "between": self.window(), "tell": f"{id}."}

    def routes(self, clue: str) -> list[Piece]:
        found = self.clues[clue]["routes"]
        assert isinstance(found, list)
        return found

    def some_route(self) -> Piece:
        """A way to a clue, a needed one rather."""
        clue = self.random.choice(["c0", "c0", "c1", *self.clues])
        return self.random.choice(self.routes(clue))

    def proof(self) -> None:
        """What establishes the answers: a clue by itself, two of them together, or what rules out the rest."""
        random = self.random
        ways = random.choice(("alone", "together", "left over", "two"))
        self.head["questions"] = ["who"]
        self.head["answers"] = {"who": [*self.people]}
        truth: Piece = {"who": "ada"}
        needed = ["c0"]
        match ways:
            case "alone":
                self.clues["c0"]["establishes"] = {"who": "ada"}
            case "together":
                needed = ["c0", "c1"]
                self.deductions.append({"id": "d0", "text": "So.", "from": needed, "establishes": {"who": "ada"}})
            case "left over":
                others = [id for id in self.people if id != "ada"]
                needed = ["c0", "c1"][: len(others)]
                for clue, other in zip(needed, others, strict=False):
                    self.clues[clue]["rules_out"] = {"who": [other]}
            case _:
                needed = ["c0", "c1"]
                self.head["questions"] = ["who", "how"]
                self.head["answers"] = {"who": [*self.people], "how": ["rope", "cart"]}
                self.clues["c0"]["establishes"] = {"who": "ada"}
                self.clues["c1"]["establishes"] = {"how": "rope"}
                truth["how"] = "rope"
        self.head["solutions"] = {"correct": {"description": "x", **truth, "requires_clues": needed}}

    def need(self, **when: object) -> None:
        """Ask for this at a way to a clue, of a way from room to room, of what a thing does, or of an event."""
        chosen = self.random.randrange(7)
        if chosen < 4:
            joined(self.some_route(), when)
        elif chosen < 5:
            ways = [way for room in self.rooms for way in self.exits(room).values()]
            joined(self.random.choice(ways), when)
        elif chosen < 6 and self.fuses:
            joined(self.random.choice(self.fuses), when)
        else:
            number = len(self.fuses)
            choices: tuple[Piece, ...] = ({"reveal": "c1"}, {"go": self.room()}, {"set": {"lever": "up"}})
            then = self.random.choice(choices)
            self.flags.setdefault("lever", "down")
            self.fuses.append({"id": f"f{number}", "when": dict(when), "then": then})

    def event(self, then: Piece, **keys: object) -> None:
        """Let this happen at an hour, or as soon as something is so."""
        self.fuses.append({"id": f"f{len(self.fuses)}", **keys, "then": then})

    def lever(self) -> str:
        """A flag, with a thing to set it by."""
        if "lever" not in self.flags or "handle" not in self.things:
            self.flags["lever"] = "down"
            self.thing("handle", kind="fixed")
            back = self.random.choice(({"set": {"lever": "down"}}, {"set": {"lever": "up"}}))
            self.on(
                "handle", "pull", {"when": {"is": {"lever": "down"}}, "tell": "Up.", "then": {"set": {"lever": "up"}}}
            )
            self.on("handle", "pull", {"when": {"is": {"lever": "up"}}, "tell": "It moves.", "then": back})
        return "lever"

    def purse(self) -> str:
        """A counter of coins, with a till that gives one at a time."""
        if not self.counters:
            start = self.random.randint(0, 2)
            self.counters.append({"id": "coin", "name": "coins", "least": 0, "most": 3, "start": start})
            self.thing("till", kind="fixed")
            self.on("till", "touch", {"tell": "A coin.", "then": {"count": {"coin": 1}}, "minutes": 2})
        return "coin"

    def token(self) -> str:
        """A thing that can be carried, left, eaten."""
        return self.thing("token", edible=self.random.random() < 0.3)

    def mood(self, person: str, by: float) -> None:
        """Let there be something to say that changes how somebody stands to the player."""
        topic = f"praise_{person}" if by > 0 else f"insult_{person}"
        if topic not in self.topics:
            self.topics.add(topic)
            replies = self.people[person].setdefault("replies", [])
            assert isinstance(replies, list)
            replies.append({"about": topic, "tell": "Well.", "then": {"relationship": {person: by}}})

    def rows(self, person: str, *rows: Piece) -> None:
        schedule = self.people[person]["schedule"]
        assert isinstance(schedule, list)
        if len(schedule) == 1:
            schedule.extend(rows)

    def pieces(self) -> Pieces:
        return {
            "begins": clock(self.begins),
            "ends": {"day": (self.begins + self.lasts) // DAY + 1, "at": clock(self.begins + self.lasts)},
            **self.head,
            "rooms": [*self.rooms.values()],
            "actors": [*self.people.values()],
            "items": [*self.things.values()],
            "topics": [{"id": topic, "known": True} for topic in sorted(self.topics)],
            "clues": [*self.clues.values()],
            "deductions": self.deductions,
            "fuses": self.fuses,
            "daemons": self.daemons,
            "flags": [{"id": id, "start": start} for id, start in self.flags.items()],
            "counters": self.counters,
            "endings": self.endings,
        }


def clock(minutes: int) -> str:
    """The hour of the day as it is written."""
    return f"{minutes % DAY // 60:02}:{minutes % 60:02}"


def joined(piece: Piece, when: Mapping[str, object]) -> None:
    """Ask the piece for this besides what it asks for already."""
    asked = piece.get("when")
    piece["when"] = {"all": [asked, dict(when)]} if asked else dict(when)


# ── twists: guards ──────────────────────────────────────────────────────────────────────────────────────────────


def _with(making: Making) -> None:
    making.need(**{"with": making.person()})


def _between(making: Making) -> None:
    making.need(between=making.window())


def _days(making: Making) -> None:
    making.need(days=[making.random.choice((1, 1, 2))])


def _relationship(making: Making) -> None:
    person = making.person()
    making.mood(person, 0.1)
    making.need(relationship={person: making.random.choice((0.1, 0.2))})


def _enemy(making: Making) -> None:
    person = making.person()
    making.mood(person, -0.2)
    making.need(enemy={person: -0.2})


def _has(making: Making) -> None:
    making.need(has=making.token())


def _is(making: Making) -> None:
    making.need(**{"is": {making.lever(): making.random.choice(("up", "down"))}})


def _counter(making: Making) -> None:
    making.need(counter={making.purse(): making.random.choice((1, 2, {"most": 0}))})


def _lit(making: Making) -> None:
    room = making.room()
    making.rooms[room]["dark"] = making.random.choice((True, {"between": making.window()}))
    making.thing("lamp", making.random.choice(("hall", "player")), light=True, state="unlit")
    making.need(lit=True)


def _dark(making: Making) -> None:
    room = making.room()
    making.rooms[room]["dark"] = making.random.choice((True, {"between": making.window()}))
    making.need(dark=True)


def _alone(making: Making) -> None:
    making.need(alone=making.random.random() < 0.8)


def _at(making: Making) -> None:
    making.need(at=making.room())


def _watching(making: Making) -> None:
    watched = making.random.choice((making.room(), making.person(), making.token()))
    if making.random.random() < 0.5:
        making.routes(making.random.choice([*making.clues])).append({"watch": watched, "tell": "It is seen."})
    else:
        making.event(
            {"reveal": making.random.choice(("c0", "c1"))}, when={"watching": watched, "between": making.window()}
        )


def _hiding(making: Making) -> None:
    place = making.thing("crate", kind="fixed", hide="behind")
    when = making.random.choice(({}, {"between": making.window()}, {"with": making.person()}))
    making.routes(making.random.choice([*making.clues])).append(
        {"hide": place, "tell": "It is seen.", **({"when": when} if when else {})}
    )


def _following(making: Making) -> None:
    person = making.person()
    making.rows(person, {"at": making.hour(5, 14), "room": making.room()})
    if making.random.random() < 0.5:
        making.routes(making.random.choice([*making.clues])).append(
            {"follow": person, "to": making.room(), "tell": "There."}
        )
    else:
        making.event({"reveal": making.random.choice(("c0", "c1"))}, when={"following": person, "at": making.room()})


def _knows(making: Making) -> None:
    making.need(knows=making.random.choice([*making.clues][1:]))


def _awake(making: Making) -> None:
    person = making.person()
    making.rows(person, {"at": making.hour(4, 16), "room": making.room(), "asleep": True})
    making.need(awake=person)


# ── twists: what can be lost ────────────────────────────────────────────────────────────────────────────────────


def _edible(making: Making) -> None:
    cheese = making.thing("cheese", edible=True)
    making.routes("c0")[0].pop("when", None)
    making.routes("c0")[:1] = [{"examine": cheese, "tell": "Bitten."}]


def _burnable(making: Making) -> None:
    token = making.token()
    verb = making.random.choice(("burn", "eat", "break"))
    making.on(token, verb, {"tell": "Gone.", "then": {"take": token}, "instead": True})
    making.need(has=token)


def _shown(making: Making) -> None:
    making.routes(making.random.choice(("c0", "c1"))).append(
        {"show": making.token(), "to": making.person(), "tell": "So that is where it was."}
    )


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


# ── twists: events ──────────────────────────────────────────────────────────────────────────────────────────────


def _at_an_hour(making: Making) -> None:
    making.event({"set": {making.lever(): making.random.choice(("up", "down"))}}, at=making.hour())


def _delayed(making: Making) -> None:
    thing = making.token()
    fuse = {"id": "burning", "after": making.random.randint(2, 8), "then": {"take": thing}}
    making.fuses.append(fuse)
    making.on(thing, making.random.choice(("touch", "take")), {"tell": "Hm.", "then": {"start": "burning"}})


def _once(making: Making) -> None:
    making.event(
        {"reveal": making.random.choice(("c0", "c2"))},
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
            {"when": {"knows": "c2"}},
            {"when": {"with": person}, "once": False},
        )
    )
    making.event({"send": sending}, **when)


def _goal(making: Making) -> None:
    person = making.person()
    when = making.random.choice(({"is": {making.lever(): "up"}}, {"at": making.room()}, {"between": making.window()}))
    goal: Piece = {"when": when, "go": making.room()}
    if making.random.random() < 0.6:
        goal["for"] = making.random.randint(2, 8)
    making.people[person]["goals"] = [goal]


def _jitter(making: Making) -> None:
    late = making.random.randint(1, 3) if making.begins < DAY - 60 else 0  # at midnight the next row begins
    making.rows(making.person(), {"at": making.hour(6, 14), "room": making.room(), "jitter": late})


def _leaves(making: Making) -> None:
    making.rows(making.person(), {"at": making.hour(4, 24), "room": making.room()})


def _held(making: Making) -> None:
    making.people[making.person()]["holds"] = making.random.randint(2, 8)


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
        ({"knows": "c2"}, {"at": making.room(), "between": making.window()}, {"has": making.token()})
    )
    making.event({"end": "struck"}, when=when)


def _drain(making: Making) -> None:
    person = making.person()
    making.mood(person, 0.1)
    making.event({"relationship": {person: making.random.choice((-0.1, -0.3))}}, at=making.hour())
    making.need(relationship={person: 0.1})


# ── twists: endings, words, the last hour ───────────────────────────────────────────────────────────────────────


def _ending(making: Making) -> None:
    making.endings.append({"id": "late", "after": "time", "text": "It is too late."})
    making.endings.append({"id": "wrong", "after": "insisted", "text": "Nobody says a word."})
    making.endings.append({"id": "lucky", "after": "lucky", "text": "You were right.", "when": {"at": making.room()}})


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
        replies.append({"about": route["about"], "when": {"knows": "c2"}, "tell": "I said so."})


TWISTS: Mapping[str, Callable[[Making], None]] = {
    "with": _with, "between": _between, "days": _days, "relationship": _relationship, "enemy": _enemy, "has": _has, "is": _is,
    "counter": _counter, "lit": _lit, "dark": _dark, "alone": _alone, "at": _at, "watching": _watching, "hiding": _hiding,
    "following": _following, "knows": _knows, "awake": _awake, "edible": _edible, "burnable": _burnable, "shown": _shown,
    "given": _given, "door": _door, "lever": _lever, "two doors": _two_doors, "insult": _insult, "coins": _coins, "one way": _one_way,
    "at an hour": _at_an_hour, "delayed": _delayed, "once": _once, "daily": _daily, "clockwork": _clockwork, "daemon": _daemon,
    "sent": _sent, "goal": _goal, "jitter": _jitter, "leaves": _leaves, "held": _held, "taken": _taken, "put out": _put_out,
    "ending fires": _ending_fires, "drain": _drain, "ending": _ending, "deadline": _deadline, "variant": _variant,
    "shadowed": _shadowed,
}  # fmt: skip


# ── made smaller ────────────────────────────────────────────────────────────────────────────────────────────────


def shrunk(pieces: Pieces, fails: Callable[[Mystery], bool]) -> Pieces:
    """As few of the pieces as still fail: parts are dropped one by one, the large ones first, as long as any can be."""
    while True:
        before = pieces
        for deepest in (WHOLE_PIECES, DEEPEST):
            for path in [path for path in _paths(pieces) if len(path) <= deepest][::-1]:
                pieces = _tried(pieces, path, fails)
        if pieces == before:
            return pieces


def _tried(pieces: Pieces, path: Path, fails: Callable[[Mystery], bool]) -> Pieces:
    """The pieces without that part, if they still fail."""
    less = _without(pieces, path)
    try:
        return less if fails(made(less)) else pieces
    except (ValueError, LookupError, AttributeError, AssertionError, TypeError, RuntimeError):
        return pieces  # what is left is no mystery


def _paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Where the parts are; later ones of a list after earlier ones, so that from the end each can be dropped in its turn."""
    for key, part in (
        [*value.items()] if isinstance(value, dict) else [*enumerate(value)] if isinstance(value, list) else []
    ):
        yield (*path, key)
        yield from _paths(part, (*path, key))


def _without(pieces: Pieces, path: Path) -> Pieces:
    less = deepcopy(pieces)
    part: object = less
    for step in path[:-1]:
        part = part[step]  # type: ignore[index]  # a path leads through lists and mappings only
    del part[path[-1]]  # type: ignore[attr-defined]
    return less
