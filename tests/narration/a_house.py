"""A case of three rooms, three people and five clues, small enough to be held in the head."""

from collections.abc import Iterable
from dataclasses import replace

from tavern.engine.begin import first_world
from tavern.engine.remember import fold
from tavern.engine.turn import turn
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model import events as e
from tavern.model.commands import Accusation, Act, Charge, Command
from tavern.model.events import Event
from tavern.model.frozen import Frozen
from tavern.model.mystery import (
    Actor,
    Answer,
    Bearing,
    Clue,
    CounterBounds,
    Deduction,
    Ending,
    Exit,
    Lie,
    Mystery,
    Names,
    Question,
    Room,
    Route,
    Solution,
    Step,
    Thing,
    Topic,
    Vantage,
    Variant,
)
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.rules import Automatic, Guard, Rule
from tavern.model.world import World
from tavern.narration.narrate import narrate

EVENING = 20 * 60

TEXTS = {
    "opening": "Rain. The door sticks.",
    "epilogue": "The river went on.",
    "taproom": "One fire, and a cat.\n\nThe bar runs the length of the wall.",
    "first:taproom": "They all look up.",
    "cellar": "Casks, in a row.",
    "bedroom": "A bed, and a window on the river.",
    "bar": "Oak, with rings.",
    "chest": "An iron-bound chest.",
    "slate": "A slate, with a column of strokes.",
    "slate_read": "Seven, and seven.",
    "mug": "A mug. It holds a pint.",
    "mug_listed": "Your mug stands where it was put.",
    "lamp": "A lamp on a hook.",
    "slate_odd": "The slate hangs with its face to the wall.",
    "casks": "Five casks.",
    "casks_odd": "The third cask has no dust on it.",
    "beats": "A log settles. | The cat turns over.",
    "gene": "A broad man with a cloth.",
    "gene_default": '"Barrels," says Gene.',
    "gene_hello": '"Evening," says Gene.',
    "gene_accused": '"Yes," says Gene. "Mine."',
    "ask_cellar": '"After midnight he goes down," says Jory.',
    "ask_cellar_again": '"After midnight. I told you."',
    "ask_boats": '"Boats," says Marcus. "From the willows."',
    "clue_midnight": "Gene goes to the cellar only after midnight",
    "clue_boats": "Boats come by night",
    "clue_dark": "No light shows at the willows",
    "clue_gate": "The yard gate is grown shut",
    "clue_hands": "It is in Sarah's hand",
    "d_river": "They come by the river.",
    "d_river_why": "No cart has rolled here in six years, and the boats have.",
    "by_cart": '"Could have been a cart," says Stull.',
    "by_boat": "Boats need a landing",
    "proved": "They listen, and then somebody fetches a hat.",
    "gave": "You give the number.",
    "kept": "You keep it.",
    "wrong": "They take the wrong man.",
    "lucky": "You were right, and could not say why.",
    "shut_gate": "The ivy has had it for years.",
    "fuse": "Something knocks under your boots.",
    "dream": "You dream of oars.",
}


def a_mystery(**changes: object) -> Mystery:
    """The case; `changes` replaces fields of it."""
    texts = {key: (Variant(tuple(line.strip() for line in told.split("|"))),) for key, told in TEXTS.items()}
    whole = Mystery(
        id="small",
        title="A Small Case",
        description="",
        difficulty="EASY",
        begins=EVENING,
        ends=3 * 24 * 60 + 7 * 60,
        weekday="Thursday",
        start="taproom",
        standing=3,
        opening="opening",
        questions=QUESTIONS,
        solution=Solution("", Frozen({"who": "sarah", "how": "river"}), (("hands",),)),
        rooms={room.id: room for room in ROOMS},
        things={thing.id: thing for thing in THINGS},
        actors={actor.id: actor for actor in ACTORS},
        topics={"barges": Topic("barges", Names("boats", plural=True), known=True)},
        clues={clue.id: clue for clue in CLUES},
        routes={route.id: route for route in ROUTES},
        deductions={"by_river": BY_RIVER},
        false_solutions=(),
        endings={ending.id: ending for ending in ENDINGS},
        counters={
            "coin": CounterBounds("coin", 0, 99, 11, "pence"),
            "standing": CounterBounds("standing", 0, 3, 3),
        },
        rules=RULES,
        automatics=(Automatic("knock", tell="fuse", at=20 * 60 + 10, once=False),),
        texts=texts,
        epilogue="epilogue",
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


ROOMS = (
    Room(
        "taproom",
        Names("taproom"),
        "taproom",
        (Exit("north", "cellar", door="trap"), Exit("up", "bedroom"), Exit("out", blocked="shut_gate")),
        out_of_place=("slate", "casks"),
        beats="beats",
    ),
    Room("cellar", Names("cellar"), "cellar", (Exit("south", "taproom"),), dark=c.All()),
    Room("bedroom", Names("your room"), "bedroom", (Exit("down", "taproom"),), bed=True),
)
THINGS = (
    Thing("bar", Names("bar"), "bar", ("taproom",), holds="on"),
    Thing("slate", Names("slate"), "slate", ("taproom",), kind="fixed", reading="slate_read", odd="slate_odd"),
    Thing(
        "casks", Names("casks", plural=True), "casks", ("taproom",), odd="casks_odd", hide="behind", minded_by=("gene",)
    ),
    Thing("chest", Names("chest"), "chest", ("taproom",), kind="fixed", holds="in", openable=True, state="closed"),
    Thing("coins", Names("coins", plural=True), "", ("chest",), kind="portable"),
    Thing("mug", Names("mug"), "mug", ("bar",), kind="portable", listed="mug_listed", drinkable=True),
    Thing("lamp", Names("lamp"), "lamp", ("player",), kind="portable", light=True, state="unlit"),
    Thing("coat", Names("coat"), "", ("worn",), kind="portable", wearable=True),
    Thing("trap", Names("trapdoor"), "", ("taproom", "cellar"), openable=True, lockable=True, state="closed"),
    Thing("ale", Names("ale"), "", ("gene",), kind="portable", price=2, sold_by="gene"),
)
ACTORS = (
    Actor(
        "gene",
        Names("Gene", "Gene Pask", proper=True, pronoun="he"),
        "gene",
        (
            Step(0, "taproom", "drying a mug"),
            Step(EVENING + 30, "cellar"),
            Step(EVENING + 60, "taproom", "drying a mug"),
        ),
        greeting="gene_hello",
        default="gene_default",
        accused=Frozen({"": "gene_accused"}),
    ),
    Actor("sarah", Names("Sarah", "Sarah Coe", proper=True, pronoun="she"), "", (Step(0, "taproom"),)),
    Actor("jory", Names("Jory", "Jory", proper=True, pronoun="he"), "", (Step(0, "taproom"),)),
)
CLUES = (
    Clue("midnight", "after midnight", "clue_midnight", ("r_midnight", "r_midnight_2"), about=("gene", "cellar")),
    Clue("boats", "boats by night", "clue_boats", ("r_boats",), said_by="jory", about=("boats",)),
    Clue("dark", "willows are dark", "clue_dark", ("r_dark",), contradicts=("boats",)),
    Clue("gate", "gate grown shut", "clue_gate", ("r_gate",), bearing=Bearing(rules_out=Frozen({"how": ("carts",)}))),
    Clue("hands", "Sarah's hand", "clue_hands", ("r_hands",), bearing=Bearing(establishes=Frozen({"who": "sarah"}))),
    Clue("lie", "he was home", "clue_dark", (), lie=Lie("dark", "fear", ("dark",))),
)
ROUTES = (
    Route(
        "r_midnight", "midnight", "ask_jory", "person", 70, "jory", "jory", "jory",
        Vantage("seen", "cellar", 23 * 60, 24 * 60 - 30), "ask_cellar_again",
    ),
    Route("r_midnight_2", "midnight", "see", "thing", 80, "slate", "slate"),
    Route("r_boats", "boats", "ask_boats", "person", 40, "sarah", "jory", "jory", Vantage("told", origin="sarah"), prepared=True),
    Route("r_dark", "dark", "look", "hour", 100, "bar", "bar"),
    Route("r_gate", "gate", "look", "thing", 90, "casks", "casks"),
    Route("r_hands", "hands", "look", "thing", 100, "slate", "slate"),
)  # fmt: skip
BY_RIVER = Deduction(
    "by_river", "by the river", "d_river", (("gate", "midnight"),), "d_river_why",
    Bearing(establishes=Frozen({"how": "river"})),
)  # fmt: skip
QUESTIONS = (
    Question(
        "who",
        "Who sees to it?",
        (Answer("sarah", Names("Sarah", proper=True)), Answer("gene", Names("Gene", proper=True))),
    ),
    Question(
        "how",
        "How do they come and go?",
        (
            Answer("river", Names("by the river door", proper=True), objection="by_boat", voiced_by=("sarah",)),
            Answer("carts", Names("by the carts", proper=True), objection="by_cart", voiced_by=("jory",)),
            Answer("crypt", Names("by the crypt", proper=True), listed=c.Knows("nothing_of_it")),
        ),
    ),
)
ENDINGS = (
    Ending("given", "proved", "gave", "The number", "Give her the number"),
    Ending("kept", "proved", "kept", "Kept", "Keep it"),
    Ending("partly", "partly", "kept", "Half", "Leave it"),
    Ending("wrong", "insisted", "wrong", "Wrong"),
    Ending("lucky", "lucky", "lucky", "Luck"),
)


def _found(clue: str, route: str, command: Act, tell: str, speaker: str = "") -> Rule:
    return Rule(route, command, (), (f.Reveal(clue, route),), 1, tell, speaker, rank=3)


RULES = {
    ("ask", "jory", "cellar"): (_found("midnight", "r_midnight", Act("ask", "jory", "cellar"), "ask_cellar", "jory"),),
    ("ask", "jory", "barges"): (_found("boats", "r_boats", Act("ask", "jory", "barges"), "ask_boats", "jory"),),
    ("examine", "slate", ""): (_found("midnight", "r_midnight_2", Act("examine", "slate"), "slate"),),
    ("push", "bar", ""): (Rule("push", Act("push", "bar"), (Guard(c.Fails(), "shut_gate"),), tell="bar", rank=2),),
}


class Player:
    """Plays commands on the case and keeps what was told."""

    def __init__(self, mystery: Mystery | None = None, world: World | None = None) -> None:
        self.mystery = mystery or a_mystery()
        self.world = world or first_world(self.mystery, 1)
        self.notebook = Notebook()
        self.events: tuple[Event, ...] = ()

    def does(self, command: Command) -> list[Paragraph]:
        """What is told of the command."""
        return self.tells(turn(self.mystery, self.world, command))

    def acts(self, verb: str, noun: str = "", other: str = "", **more: int) -> str:
        """What is told of an act, as one text."""
        return text(self.does(Act(verb, noun, other, **more)))

    def tells(self, events: Iterable[Event]) -> list[Paragraph]:
        """What is told of these events, which happen."""
        self.events = tuple(events)
        world, notebook = fold(self.world, self.notebook, self.events)
        told = narrate(self.mystery, self.world, self.notebook, self.events, world, notebook)
        self.world, self.notebook = world, notebook
        return list(told)

    def holds(self, *clues: str) -> "Player":
        """The player with these clues, by their first routes."""
        self.tells([e.ClueFound(clue, self.mystery.clues[clue].routes[0]) for clue in clues])
        return self

    def moves(self, **changes: object) -> "Player":
        """The player in a changed world."""
        self.world = replace(self.world, **changes)  # type: ignore[arg-type]
        return self


def text(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs as one text."""
    return "\n".join(paragraph.text for paragraph in paragraphs)


def charge(**answers: tuple[str, ...]) -> Accusation:
    """An accusation: question=(answer, cards…)."""
    return Accusation(
        tuple(
            Charge(question, answer, cards) for question, (answer, *rest) in answers.items() for cards in (tuple(rest),)
        )
    )
