"""The tavern on a wet evening, as the parser is told of it: one scope all these tests share."""

from tavern.model.mystery import Names
from tavern.model.scope import Scope

NAMES = {
    "gene": Names("Gene", "Gene Pask", ("innkeeper", "landlord", "gene pask"), proper=True, pronoun="he"),
    "sarah": Names("Sarah", "Sarah Coe", ("brewer", "serving woman"), proper=True, pronoun="she"),
    "marcus": Names("Marcus", "", ("bargeman", "lodger"), proper=True, pronoun="he"),
    "jory": Names("Jory", "", ("kitchen boy",), proper=True, pronoun="he"),
    "hame": Names("Corporal Hame", "", ("night guard", "hame"), proper=True, pronoun="he"),
    "pennock": Names("Mrs Pennock", "", ("widow", "knitter"), proper=True, pronoun="she"),
    "stull": Names("Ephraim Stull", "", ("stull", "chandler"), proper=True, pronoun="he"),
    "taproom": Names("taproom", "", ("tavern", "tap room")),
    "kitchen": Names("kitchen"),
    "cellar": Names("cellar"),
    "yard": Names("yard"),
    "your_room": Names("your room", "", ("number four", "bedroom")),
    "willow_bank": Names("willow bank", "", ("willows",)),
    "mug": Names("mug", "", ("pewter mug",)),
    "slate": Names("slate", "", ("bar slate",)),
    "tankard": Names("iron tankard", "", ("sign",)),
    "cellar_door": Names("cellar door", "", ("oak door",)),
    "brass_key": Names("brass key", "", ("small key",)),
    "iron_key": Names("iron key", "", ("heavy key",)),
    "chest": Names("chest", "", ("box",)),
    "flagstone": Names("flagstone", "", ("bare stone",)),
    "cat": Names("Bailiff", "", ("cat", "tomcat"), proper=True),
    "tag_17": Names("brass tag", "", ("tag 17", "disc")),
    "paper": Names("folded paper", "piece of paper", ("debt paper",)),
    "coat": Names("coat", "", ("my coat",)),
    "genes_coat": Names("Gene's coat"),
    "candle": Names("candle"),
    "rope": Names("wet rope"),
    "window": Names("window", "", ("bullseye glass",)),
    "bell": Names("bell"),
    "mugs": Names("row of mugs", plural=True),
    "ale": Names("ale", "", ("beer",)),
    "stool": Names("stool"),
    "hoist": Names("hoist", "", ("platform",)),
    "cellar_steps": Names("cellar steps", "", ("stairs",), plural=True),
    "pennocks_lamp": Names("Mrs Pennock's lamp"),
    "lantern": Names("storm lantern", "", ("lamp",)),
    "tray": Names("tea tray"),
    "account_book": Names("account book", "", ("ledger",)),
    "kitchen_book": Names("kitchen book", "", ("ledger", "recipes")),
    "scum": Names("line of scum", "", ("marks", "scum")),
    "boats": Names("boats", "", ("boats by night",), plural=True),
    "cellar_noise": Names("cellar noise", "noise in the cellar", ("knocking",)),
    "debt": Names("debt", "gambling debt", ("gambling",)),
    "supplier": Names("ale supplier", "", ("supplier",)),
    "hulk": Names("hulk", "", ("patience", "prison ship")),
    "last_night": Names("last night", "", ("yesterday",), proper=True),
    "clue_01": Names("Gene goes down after midnight"),
    "clue_02": Names("No supplier by day"),
    "clue_03": Names("Lantern under the arch"),
    "clue_04": Names("No light at the willows"),
    "clue_red_02": Names("Two crowns each Thursday", "", ("gambling losses",)),
    "by_water": Names("It comes by water"),
    "how": Names("how", "", ("way",)),
    "what": Names("what"),
    "who": Names("whose", "", ("culprit",)),
    "why": Names("why", "", ("motive",)),
    "river_door": Names("river door", "", ("river", "water gate", "boats")),
    "carts": Names("carts", "carts by night", ("wagons", "road")),
    "crypt": Names("chapel crypt", "", ("crypt",)),
    "walks": Names("nothing comes", "", ("ghost",)),
    "men": Names("men", "", ("prisoners", "debtors")),
    "gold": Names("gold"),
    "buy_out": Names("to buy them out", "", ("freedom", "buy out")),
    "gambling": Names("Gene's debt", "", ("debt", "gambling debt")),
    "profit": Names("profit", "", ("greed", "money")),
    "give_number": Names("Give Mrs Pennock the number", "", ("tell the assessor",)),
    "discharge": Names("Write discharged", "", ("free marcus",)),
    "eighth_seat": Names("Take the eighth seat", "", ("take his place",)),
}
_ACTORS = ("gene", "sarah", "marcus", "jory", "hame", "pennock", "stull")
_ROOMS = ("taproom", "kitchen", "cellar", "yard", "your_room", "willow_bank")
_TOPICS = ("boats", "cellar_noise", "debt", "supplier", "hulk", "last_night")
_QUESTIONS = ("how", "what", "who", "why")
_ENDINGS = ("give_number", "discharge", "eighth_seat")
CARDS = ("clue_01", "clue_02", "clue_03", "clue_04", "clue_red_02", "by_water")
ALL_ANSWERS = {
    "how": ("river_door", "carts", "crypt", "walks"),
    "what": ("men", "gold"),
    "who": ("sarah", "gene", "hame", "stull"),
    "why": ("buy_out", "gambling", "profit"),
}


def _kind(id: str) -> str:
    kinds = {"actor": _ACTORS, "room": _ROOMS, "topic": _TOPICS, "question": _QUESTIONS, "ending": _ENDINGS}
    for kind, ids in kinds.items():
        if id in ids:
            return kind
    if id in CARDS:
        return "deduction" if id == "by_water" else "clue"
    return "answer" if any(id in ids for ids in ALL_ANSWERS.values()) else "thing"


SCOPE = Scope(
    names=NAMES,
    kinds={id: _kind(id) for id in NAMES},
    present=(
        "gene", "sarah", "slate", "tankard", "cellar_door", "chest", "flagstone", "cat", "candle", "window", "genes_coat",
        "mugs", "ale", "stool", "rope", "tag_17", "iron_key", "hoist", "cellar_steps", "pennocks_lamp", "tray", "account_book",
    ),
    held=("mug", "paper", "coat", "brass_key", "lantern"),
    room="taproom",
    exits={"north": "kitchen", "down": "cellar", "out": "yard", "up": "", "in": ""},
    cards=CARDS,
    answers={"how": ("river_door", "carts"), "what": ("men",), "who": ("gene", "sarah"), "why": ("gambling",)},
    all_answers=ALL_ANSWERS,
    endings=(),
    speaker="gene",
    clock=21 * 60 + 40,
    verbs={"quaff": "drink", "have a gander at": "examine"},
    words=frozenset(("wall", "grease", "years", "fire", "rain", "smoke", "old", "battered", "evening", "river", "hook", "marks")),
    loose=("candle", "rope", "tag_17", "iron_key"),
    inside={"chest": ("tag_17",), "slate": ()},
    wares=("ale",),
    worn=("coat",),
    ways={"cellar_door": "down", "hoist": "in"},
    back="north",
    talk={"gene": ("cellar_noise", "debt", "supplier", "hulk"), "sarah": ("hulk", "boats")},
    versed={"gene": frozenset(("boats", "cellar_noise", "debt", "flagstone")), "sarah": frozenset(("hulk", "boats"))},
    hideouts=("chest", "window"),
    here=frozenset(("wall", "grease", "hook", "marks", "smoke")),
)  # fmt: skip
