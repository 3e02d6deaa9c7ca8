"""A tiny case with something of everything, for laws that have to hold of any play."""

from hypothesis import strategies as st

from tavern.engine.ground import BUILTIN
from tavern.model.commands import (
    Accusation,
    Accuse,
    Act,
    Answer,
    Charge,
    Choose,
    Command,
    Consult,
    Insist,
    Note,
    Suppose,
    Think,
    Withdraw,
)
from tavern.model.mystery import Mystery
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing


def a_whole_case() -> Mystery:
    """Three rooms, two people with hours, a lie, a door, a shop, fuses, a daemon, a deduction and every kind of ending."""
    gene = [
        {"at": "00:00", "room": "loft", "asleep": True},
        {"at": "08:00", "room": "hall"},
        {"at": "20:00", "room": "cellar"},
    ]
    sarah = [{"at": "00:00", "room": "hall"}, {"at": "19:00", "room": "loft", "days": [1, 3]}]
    send = {"actor": "gene", "to": "loft", "for": 20}
    return a_mystery(
        ends={"day": 3, "at": "12:00"},
        rooms=[
            a_room(
                "hall",
                exits={"down": {"to": "cellar", "door": "hatch"}, "up": "loft"},
                on={"pray": {"tell": "x", "then": {"start": "lamp"}}},
            ),
            a_room("cellar", exits={"up": "hall"}, dark={"between": ["19:00", "07:00"]}, out_of_place=["barrel"]),
            a_room("loft", exits={"down": "hall"}, bed=True),
        ],
        items=[
            {
                "id": "hatch",
                "name": "hatch",
                "kind": "door",
                "rooms": ["hall", "cellar"],
                "key": "iron_key",
                "state": "locked",
            },
            a_thing("iron_key"),
            a_thing("lamp", light=True),
            a_thing("coat", wearable=True),
            a_thing("chest", kind="fixed", container="in", openable=True, minded_by=["gene"]),
            a_thing("letter", "chest", text="Dear sir."),
            a_thing("pie", "gene", price=1, sold_by="gene", edible=True),
            a_thing("barrel", "cellar", kind="fixed", odd="Dry."),
            a_thing("curtain", "loft", kind="fixed", hide="behind"),
        ],
        actors=[
            a_person(
                "gene",
                schedule=gene,
                replies=[
                    {"about": "night", "tell": "Away with you.", "then": {"send": send, "relationship": {"gene": -0.3}}}
                ],
            ),
            a_person("sarah", schedule=sarah),
        ],
        topics=[{"id": "night", "name": "night", "known": True}],
        clues=[
            a_clue(
                "in_bed",
                said_by="gene",
                routes=[{"ask": "gene", "about": "night"}],
                lie={"really": "was_out", "because": "x", "exposed_by": ["dry"]},
            ),
            a_clue(
                "dry", routes=[{"examine": "barrel"}, {"ask": "sarah", "about": "night"}], establishes={"how": "boat"}
            ),
            a_clue("debt", routes=[{"read": "letter"}, {"listen": "hall", "when": {"with": ["gene", "sarah"]}}]),
            a_clue("was_out", supports={"who": "gene", "as": "means"}),
            a_clue(
                "steps",
                routes=[
                    {"hide": "curtain"},
                    {"follow": "gene", "to": "cellar"},
                    {"at": "cellar", "between": ["22:00", "02:00"]},
                ],
            ),
        ],
        deductions=[{"id": "by_water", "text": "By water.", "from": ["dry", "debt"], "establishes": {"how": "boat"}}],
        questions=["who", "how"],
        answers={
            "who": [{"id": "gene"}, {"id": "sarah", "objection": "Sarah?"}],
            "how": ["boat", {"id": "cart", "objection": "A cart?"}],
        },
        solutions={"correct": {"description": "x", "who": "gene", "how": "boat", "requires_clues": ["dry"]}},
        endings=[
            {"id": kind, "after": kind, "text": "x"}
            for kind in ("proved", "partly", "lucky", "insisted", "discredited", "time")
        ],
        fuses=[
            {"id": "bell", "at": "18:30", "tell": "Ding."},
            {
                "id": "lamp_out",
                "when": {"between": ["23:00", "01:00"]},
                "once": False,
                "then": {"set": {"lamp": "unlit"}},
            },
            {"id": "put_out", "at": "22:00", "when": {"at": "hall"}, "tell": "Out.", "then": {"go": "loft"}},
            {"id": "lamp", "after": 15, "tell": "Fsst.", "then": {"count": {"coin": -1}}},
        ],
        daemons=[{"id": "tired", "then": {"count": {"steps_taken": 1}}}],
        counters=[{"id": "coin", "start": 2}, {"id": "steps_taken", "most": 50}],
    )


CASE = a_whole_case()
NOUNS = st.sampled_from(("", *CASE.rooms, *CASE.things, *CASE.actors, *CASE.topics, *CASE.clues, "north", "up", "down"))
CARDS = st.lists(st.sampled_from(("dry", "debt", "was_out", "by_water", "in_bed")), max_size=3).map(tuple)
CHARGES = st.lists(
    st.one_of(
        st.builds(Charge, st.just("who"), st.sampled_from(("gene", "sarah")), CARDS),
        st.builds(Charge, st.just("how"), st.sampled_from(("boat", "cart")), CARDS),
    ),
    max_size=2,
    unique_by=lambda charge: charge.question,
).map(lambda charges: Accusation(tuple(charges)))
ACTS = st.builds(
    Act,
    st.sampled_from((*BUILTIN, "push", "pray", "enter")),
    NOUNS,
    NOUNS,
    st.sampled_from((0, 1, 45, 300)),
    st.sampled_from((-1, 0, 1200)),
)
USUAL = st.sampled_from(
    [
        *(Act("go", way) for way in ("up", "down")),
        *(Act("take", thing) for thing in ("iron_key", "lamp", "coat", "letter")),
        *(Act("ask", actor, "night") for actor in CASE.actors),
        Act("open", "chest"), Act("read", "letter"), Act("examine", "barrel"), Act("light", "lamp"), Act("hide", "curtain"),
        Act("wait"), Act("wait", "", "", 300), Act("sleep"), Act("listen"), Act("follow", "gene"), Act("pray"),
        Act("confront", "gene", "dry"), Act("buy", "pie"),
    ]
)  # fmt: skip
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    USUAL,
    USUAL,
    ACTS,
    st.builds(Think, st.sampled_from(("who", "how")), st.sampled_from(("gene", "boat", "cart")), CARDS, st.booleans()),
    st.builds(Accuse, CHARGES),
    st.builds(Answer, st.sampled_from(("", "dry", "by_water"))),
    st.just(Insist()),
    st.just(Withdraw()),
    st.builds(Choose, st.sampled_from(tuple(CASE.endings))),
    st.just(Note("A note.")),
    st.just(Suppose("how", "cart")),
    st.just(Consult("clues")),
)
