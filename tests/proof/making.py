"""A small mystery while it is being made: rooms, people and clues that can all be found, until something stands in the way."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from tavern.model.world import DAY
from tavern.narration.wording import hour as clock
from tests.factory import a_clue, a_person, a_room, a_thing

Piece = dict[str, object]
Pieces = dict[str, object]
"""A folder: a list of pieces under each key, and keys of the head."""

PEOPLE = ("ada", "bram", "cole", "dora")
ROOMS = ("hall", "yard", "loft", "shed", "cave")
WAYS = ("north", "east", "south", "west", "up", "down")
BEGINS = (18 * 60, 18 * 60, 18 * 60, DAY - 6, 6 * 60 - 6)  # some go on past midnight, or past six, when a day is over
PROOFS = ("alone", "together", "left over", "two")  # how the answers follow
RARELY = 0.1


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
        many = random.choice((2, 2, 2, 3) if plain else (2, 2, 2, 2, 2, 2, 3))
        self.begins, self.lasts = random.choice(BEGINS), 13 - many + random.randint(-1, 2)
        for id in ROOMS[:many]:
            self.rooms[id] = dict(a_room(id, exits={}))
            if len(self.rooms) > 1:
                self.way(random.choice([*self.rooms][:-1]), id)
        for id in PEOPLE[: 2 if plain else random.choice((2, 2, 2, 2, 3))]:
            self.people[id] = dict(a_person(id, self.room()))
        for id in ("c0", "c1"):
            self.clue(id)
        self.proof()
        self.endings = [{"id": "shown", "after": "proved", "choice": "Tell it.", "text": "It is told.", "good": True}]

    def way(self, here: str, there: str, **keys: object) -> None:
        """Ways there and back; what the keys ask for is asked of the way there."""
        for start, to, asked in ((here, there, keys), (there, here, {})):
            exits = self.exits(start)
            way = next(way for way in WAYS if way not in exits)
            exits[way] = {"to": to, "minutes": self.random.choice((1, 1, 1, 1, 1, 2)), **asked}

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
        """A thing of that name, made when there is none, and given those keys."""
        if id not in self.things:
            self.things[id] = dict(a_thing(id, room or self.room()))
        self.things[id].update(keys)
        return id

    def on(self, id: str, verb: str, *actions: Piece) -> None:
        """Let the verb do this to the thing or person."""
        piece = self.things.get(id) or self.people[id]
        done = piece.setdefault("on", {})
        assert isinstance(done, dict)
        done.setdefault(verb, []).extend(actions)

    def clue(self, id: str) -> None:
        """A clue with one or two plain ways to it."""
        routes = [self.route(id) for _ in range(self.random.choice((1, 1, 1, 2)))]
        self.clues[id] = dict(a_clue(id, routes=routes))

    def third(self) -> str:
        """A clue that nothing rests on, but what asks for it."""
        if "c2" not in self.clues:
            self.clue("c2")
        return "c2"

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
        ways = random.choice((*PROOFS, "together"))
        self.kinds[ways] += 1
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
        """Ask for this at a way to a clue, of a way from room to room, or of an event; now and then for this or that, or not this."""
        if self.random.random() < RARELY:
            self.kinds["any"] += 1
            when = {"any": [when, {"at": self.room()}]}
        elif self.random.random() < RARELY:
            self.kinds["not"] += 1
            when = {"not": when}
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
        return self.thing("token")

    def mood(self, person: str, by: float) -> None:
        """Let there be something to say that changes how somebody stands to the player."""
        topic = f"praise_{person}" if by > 0 else f"insult_{person}"
        if topic not in self.topics:
            self.topics.add(topic)
            replies = self.people[person].setdefault("replies", [])
            assert isinstance(replies, list)
            bound = {"enemy": {person: 0.1}} if by > 0 else {"relationship": {person: -0.3}}  # no mood goes on for ever
            replies.append({"about": topic, "when": bound, "tell": "Well.", "then": {"relationship": {person: by}}})

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


Twist = Callable[[Making], None]
"""Puts something into a mystery that makes it harder to prove."""


def joined(piece: Piece, when: Mapping[str, object]) -> None:
    """Ask the piece for this besides what it asks for already."""
    asked = piece.get("when")
    piece["when"] = {"all": [asked, dict(when)]} if asked else dict(when)
