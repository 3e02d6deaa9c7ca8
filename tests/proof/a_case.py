"""Small cases of pure argument: clues that are all learnt by touching a stone, and what follows from them."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from tavern.model.mystery import Mystery
from tavern.proof.argument.deeds import Deeds
from tavern.proof.argument.evidence import Findable, Obtainable
from tavern.proof.closure.reach import reach
from tavern.proof.transitions.facts import Without
from tests.factory import Shape, a_clue, a_mystery, a_person, a_thing

ANSWERS = {"who": ("gene", "sarah", "hame"), "how": ("boat", "cart", "ghost")}
TRUTH = {"who": "gene", "how": "boat"}
MARKS = ("means", "motive", "opportunity")


def a_case(
    clues: Mapping[str, Shape],
    deductions: Sequence[Shape] = (),
    *,
    requires: Sequence[str] = (),
    answers: Mapping[str, Sequence[object]] = ANSWERS,
    false: Sequence[Shape] = (),
    **keys: object,
) -> Mystery:
    """A case with these clues (routes default to touching a stone of one's own) in which gene did it by boat."""
    return a_mystery(
        actors=[a_person(id) for id in ANSWERS["who"]],
        items=[a_thing(f"stone_{id}") for id in clues],
        clues=[a_clue(id, **{"routes": [{"touch": f"stone_{id}"}], **shape}) for id, shape in clues.items()],
        deductions=[{"text": "x", **shape} for shape in deductions],
        questions=list(answers),
        answers={question: list(those) for question, those in answers.items()},
        solutions={
            "correct": {
                "description": "x",
                **{question: TRUTH[question] for question in answers},
                "requires_clues": list(requires or clues)[:5],
            },
            "false_solutions": list(false),
        },
        **keys,
    )


def all_of(mystery: Mystery) -> Findable:
    """Whatever the case has can surely be found."""
    routes = frozenset(mystery.routes)
    return Findable(routes, routes, Deeds(reach(mystery)))


NAMES = tuple("abcdefg")
LATER = tuple("pqrs")


@st.composite
def cases(draw: st.DrawFn) -> Mystery:
    """Cases of up to seven clues and four deductions, without anything that rules the truth out."""
    clues: dict[str, Shape] = {name: draw(_bearings()) for name in NAMES[: draw(st.integers(2, len(NAMES)))]}
    deductions: list[Shape] = []
    for number in range(draw(st.integers(0, len(LATER)))):
        cards = st.sampled_from([*clues, *LATER[:number]])
        needs = draw(st.lists(st.lists(cards, min_size=1, max_size=3, unique=True), min_size=1, max_size=2))
        deductions.append({"id": LATER[number], "from": needs, **draw(_bearings())})
    return a_case(clues, deductions)


def _bearings() -> st.SearchStrategy[Shape]:
    who, how = st.sampled_from(ANSWERS["who"]), st.sampled_from(ANSWERS["how"])
    wrong = st.fixed_dictionaries({"who": st.lists(st.sampled_from(ANSWERS["who"][1:]), max_size=2, unique=True)})
    ways = st.fixed_dictionaries({"how": st.lists(st.sampled_from(ANSWERS["how"][1:]), max_size=2, unique=True)})
    support = st.fixed_dictionaries({"who": who, "as": st.sampled_from(MARKS)})
    return st.one_of(
        st.just({}),
        st.fixed_dictionaries({"establishes": st.fixed_dictionaries({"how": how})}),
        st.fixed_dictionaries({"rules_out": st.one_of(wrong, ways)}),
        st.fixed_dictionaries({"supports": st.lists(support, min_size=1, max_size=2)}),
    )


def whatever_is_left(mystery: Mystery) -> Obtainable:
    """The routes that do not themselves need what was taken away, as if none opened the way to another."""

    def left(without: Without) -> frozenset[str]:
        gone = without.people | without.things
        routes = (route for route in mystery.routes.values() if route.id not in without.routes)
        return frozenset(route.id for route in routes if not gone & {route.source, route.speaker})

    return left


def firing(mystery: Mystery) -> Findable:
    """Every rule of the case can fire."""
    rules = frozenset(rule.id for own in mystery.rules.values() for rule in own)
    every = rules | {rule.id for rule in mystery.automatics}
    return Findable(every, every)
