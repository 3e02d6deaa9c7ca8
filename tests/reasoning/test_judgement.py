"""What follows from cards, what the room makes of an accusation, and that neither knows the truth."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tavern.engine.begin import first_world
from tavern.model.commands import Accusation, Charge, Think
from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery, Solution
from tavern.model.world import World
from tavern.reasoning.conclusions import drawn_by, undrawn
from tavern.reasoning.discovery import chances
from tavern.reasoning.inference import closure, established, ruled_out
from tavern.reasoning.judgement import Verdict, judge, meets, objections, provable, right
from tests.factory import Shape, a_clue, a_mystery, a_person, a_thing

WHO, HOW, WHY = ("gene", "sarah", "hame"), ("boat", "cart", "ghost"), ("money", "love")
CLUES: dict[str, Shape] = {
    "oar": {"establishes": {"how": "boat"}},
    "no_cart": {"rules_out": {"how": ["cart"]}},
    "no_ghost": {"rules_out": {"how": ["ghost"]}},
    "key": {"supports": {"who": "gene", "as": "means"}},
    "debt": {"supports": {"who": "gene", "as": "motive"}},
    "alone": {"supports": {"who": "gene", "as": "opportunity"}},
    "sarahs_glove": {"supports": {"who": "sarah", "as": "opportunity"}},
    "ledger": {},
    "purse": {},
    "alibi": {"rules_out": {"who": ["hame", "sarah"]}},
    "lie": {
        "establishes": {"how": "ghost"},
        "said_by": "gene",
        "lie": {"really": "oar", "because": "fear", "exposed_by": ["oar"]},
    },
    "herring": {"establishes": {"how": "cart"}, "is_red_herring": True},
    "rumour": {"establishes": {"why": "love"}, "reliability": 0.5},
}
DEDUCTIONS: list[Shape] = [
    {"id": "not_by_land", "text": "x", "from": ["no_cart", "no_ghost"], "establishes": {"how": "boat"}},
    {
        "id": "paid",
        "text": "x",
        "from": [["ledger", "purse"], ["ledger", "not_by_land"]],
        "establishes": {"why": "money"},
    },
    {"id": "not_for_love", "text": "x", "from": ["paid"], "rules_out": {"why": ["love"]}},
]


def a_case(truth: tuple[str, str, str] = ("gene", "boat", "money")) -> Mystery:
    answers = {
        question: [{"id": answer, "objection": f"{answer}?"} for answer in answers]
        for question, answers in (("who", WHO), ("how", HOW), ("why", WHY))
    }
    who, how, why = truth
    return a_mystery(
        actors=[a_person(id) for id in WHO],
        items=[a_thing(f"stone_{id}") for id in CLUES],
        clues=[a_clue(id, routes=[{"touch": f"stone_{id}"}], **keys) for id, keys in CLUES.items()],
        deductions=DEDUCTIONS,
        questions=["who", "how", "why"],
        answers=answers,
        solutions={"correct": {"description": "x", "who": who, "how": how, "why": why, "requires_clues": ["oar"]}},
    )


CASE = a_case()
KEYS = st.sets(st.sampled_from([*CLUES]))
CITED = st.lists(
    st.sampled_from([*CLUES, *(str(deduction["id"]) for deduction in DEDUCTIONS)]), max_size=3, unique=True
).map(tuple)
ACCUSATIONS = st.tuples(
    *(
        st.one_of(st.none(), st.builds(Charge, st.just(question), st.sampled_from(answers), CITED))
        for question, answers in (("who", WHO), ("how", HOW), ("why", WHY))
    )
).map(lambda charges: Accusation(tuple(charge for charge in charges if charge)))


def holding(
    clues: set[str] | frozenset[str] | tuple[str, ...], drawn: tuple[str, ...] = (), mystery: Mystery = CASE
) -> World:
    world = first_world(mystery, 1)
    met = frozenset((*WHO, *HOW, *WHY))
    return replace(
        world, clues=frozenset(clues), routes=frozenset(f"{id}.1" for id in clues), drawn=frozenset(drawn), met=met
    )


def accusing(**answers: tuple[str, ...]) -> Accusation:
    """accusing(how=("boat", "oar")): the answer, then the cards cited."""
    return Accusation(tuple(Charge(question, answer, tuple(cards)) for question, (answer, *cards) in answers.items()))


def verdict(clues: tuple[str, ...], accusation: Accusation, drawn: tuple[str, ...] = ()) -> tuple[str, str, str]:
    judged = judge(CASE, holding(clues, drawn), accusation)
    return judged.verdict, judged.weakest, judged.against


# ── what follows ────────────────────────────────────────────────────────────────────────────────────────────────


def test_deductions_follow_step_by_step() -> None:
    assert closure(CASE, ["no_cart"]) == {"no_cart"}
    assert closure(CASE, ["no_cart", "no_ghost", "ledger"]) == {
        "no_cart", "no_ghost", "ledger", "not_by_land", "paid", "not_for_love",
    }  # fmt: skip


def test_any_one_set_of_needs_is_enough() -> None:
    assert "paid" in closure(CASE, ["ledger", "purse"])
    assert "paid" not in closure(CASE, ["purse"])


def test_an_answer_is_established_outright_by_elimination_or_by_all_three_marks_of_guilt() -> None:
    assert established(CASE, "how", ["oar"]) == {"boat"}
    assert established(CASE, "how", ["no_cart"]) == frozenset()
    assert established(CASE, "how", ["no_cart", "no_ghost"]) == {"boat"}
    assert established(CASE, "who", ["key", "debt"]) == frozenset()
    assert established(CASE, "who", ["key", "debt", "alone"]) == {"gene"}
    assert established(CASE, "who", ["key", "debt", "sarahs_glove"]) == frozenset()
    assert established(CASE, "who", ["alibi"]) == {"gene"}


def test_a_lie_and_a_red_herring_establish_nothing_whatever_they_claim() -> None:
    assert established(CASE, "how", ["lie", "herring"]) == frozenset()
    assert ruled_out(CASE, "how", ["lie", "herring"]) == frozenset()


# ── the judgement ───────────────────────────────────────────────────────────────────────────────────────────────

WHOLE = accusing(who=("gene", "alibi"), how=("boat", "oar"), why=("money", "ledger", "purse"))
EVIDENCE = ("alibi", "oar", "ledger", "purse")


def test_what_is_right_and_supported_carries_and_with_blanks_it_carries_in_part() -> None:
    assert verdict(EVIDENCE, WHOLE) == ("carried", "", "")
    assert verdict(EVIDENCE, accusing(how=("boat", "oar"))) == ("partly", "", "")


def test_what_was_cited_for_one_question_helps_with_another() -> None:
    spread = accusing(how=("boat", "ledger"), why=("money", "no_cart", "no_ghost"))
    assert verdict(("ledger", "no_cart", "no_ghost"), spread)[0] == "partly"


def test_a_drawn_conclusion_is_a_card() -> None:
    assert verdict((), accusing(how=("boat", "not_by_land")), drawn=("not_by_land",))[0] == "partly"
    assert verdict((), accusing(how=("boat", "not_by_land")))[0] == "open"


def test_what_is_held_but_not_cited_does_not_carry_it() -> None:
    assert verdict(EVIDENCE, accusing(how=("boat",))) == ("open", "how", "")


def test_the_weakest_link_is_the_open_one_with_the_fewest_cards() -> None:
    charge = accusing(who=("gene", "key"), how=("boat",), why=("money", "ledger"))
    assert verdict(("key", "ledger"), charge)[:2] == ("open", "how")
    assert verdict(("key", "ledger"), Accusation()) == ("open", "", "")


def test_cards_that_do_not_carry_count_for_nothing() -> None:
    assert verdict(("rumour",), accusing(why=("love", "rumour"))) == ("open", "why", "")


def test_an_answer_is_broken_by_a_held_card_that_rules_it_out_or_establishes_another() -> None:
    assert verdict(("no_cart",), accusing(how=("cart",))) == ("broken", "how", "no_cart")
    assert verdict(("oar",), accusing(how=("cart",))) == ("broken", "how", "oar")
    assert verdict(("alibi",), accusing(who=("sarah",))) == ("broken", "who", "alibi")


def test_several_cards_may_break_an_answer_that_none_of_them_breaks_alone() -> None:
    assert verdict(("key", "debt", "alone"), accusing(who=("sarah",))) == ("broken", "who", "")


def test_a_conclusion_that_was_not_drawn_is_never_named() -> None:
    assert verdict(("ledger", "purse"), accusing(why=("love",))) == ("broken", "why", "")
    assert verdict(("ledger", "purse"), accusing(why=("love",)), drawn=("paid",)) == ("broken", "why", "paid")


@settings(max_examples=300)
@given(KEYS, KEYS, ACCUSATIONS)
def test_more_evidence_never_takes_a_proof_away_nor_mends_what_is_broken(
    held: set[str], more: set[str], accusation: Accusation
) -> None:
    before = judge(CASE, holding(held), accusation)
    after = judge(CASE, holding(held | more), accusation)
    later = {"carried": {"carried"}, "broken": {"carried", "broken"}, "open": {"carried", "open", "broken"}}
    for one, two in zip(before.links, after.links, strict=True):
        assert two.state in later[one.state]
    if before.verdict in ("carried", "partly"):
        assert after.verdict == before.verdict


@settings(max_examples=200)
@given(KEYS, ACCUSATIONS, st.sampled_from(WHO), st.sampled_from(HOW), st.sampled_from(WHY))
def test_no_word_of_the_room_depends_on_the_truth(
    held: set[str], accusation: Accusation, who: str, how: str, why: str
) -> None:
    other = replace(CASE, solution=Solution("x", Frozen({"who": who, "how": how, "why": why}), ()))
    world = holding(held)
    assert judge(other, world, accusation) == judge(CASE, world, accusation)
    assert objections(other, world, accusation, WHO) == objections(CASE, world, accusation, WHO)
    thought = Think("how", how, tuple(sorted(held)))
    assert drawn_by(other, world, thought) == drawn_by(CASE, world, thought)
    for charge in accusation.charges:
        for card in charge.cards:
            assert meets(other, world, charge, "cart", card) == meets(CASE, world, charge, "cart", card)


@given(KEYS)
def test_lies_and_herrings_change_no_verdict_of_their_own_claims(held: set[str]) -> None:
    assert judge(CASE, holding({"lie"}), accusing(how=("ghost", "lie"))).verdict == "open"
    with_, without = holding(held | {"lie", "herring"}), holding(held - {"lie", "herring"})
    assert judge(CASE, with_, WHOLE) == judge(CASE, without, WHOLE)


def test_only_the_ending_asks_what_is_true() -> None:
    assert right(CASE, accusing(how=("boat",)))
    assert not right(CASE, accusing(how=("boat",), why=("love",)))
    assert not right(CASE, Accusation())


def test_the_case_can_be_known_from_the_moment_all_of_it_follows() -> None:
    assert not provable(CASE, holding(("oar", "alibi", "ledger")[:2]))
    assert provable(CASE, holding(("alibi", "no_cart", "no_ghost", "ledger")))


def test_an_accusation_of_nothing_is_open() -> None:
    assert judge(CASE, holding(()), Accusation()) == Verdict("open", ())


# ── objections ──────────────────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=200)
@given(KEYS, ACCUSATIONS, st.lists(st.sampled_from(WHO), min_size=1, unique=True))
def test_objections_are_few_voiced_by_who_is_there_and_about_what_is_not_ruled_out(
    held: set[str], accusation: Accusation, heard_by: list[str]
) -> None:
    raised = objections(CASE, holding(held), accusation, heard_by)
    accused = {charge.answer for charge in accusation.charges}
    assert len(raised) <= 3
    assert len({question for question, _, _ in raised}) == len(raised)
    for question, alternative, voice in raised:
        charge = next(charge for charge in accusation.charges if charge.question == question)
        assert alternative != charge.answer
        assert voice in heard_by
        assert voice not in accused or set(heard_by) <= accused


def test_what_the_player_has_not_met_is_not_brought_up() -> None:
    world = replace(holding(()), met=frozenset({"gene"}))
    assert [row[:2] for row in objections(CASE, world, accusing(who=("gene",)), WHO)] == []


def test_what_the_cards_rule_out_is_not_brought_up() -> None:
    world = holding(("no_cart", "no_ghost"))
    assert objections(CASE, world, accusing(how=("boat", "no_cart")), WHO) == [("how", "ghost", "gene")]
    assert objections(CASE, world, accusing(how=("boat", "no_cart", "no_ghost")), WHO) == []


def test_a_card_meets_an_objection_alone_or_by_what_it_adds() -> None:
    world = holding(("no_cart", "no_ghost", "oar", "rumour"), ("not_by_land",))
    charge = Charge("how", "boat", ("no_cart",))
    assert meets(CASE, world, charge, "cart", "no_cart")
    assert meets(CASE, world, charge, "ghost", "no_ghost")
    assert meets(CASE, world, charge, "ghost", "oar")
    assert meets(CASE, world, replace(charge, cards=("no_cart", "no_ghost")), "ghost", "not_by_land")
    assert not meets(CASE, world, charge, "ghost", "no_cart")
    assert not meets(CASE, world, charge, "ghost", "rumour")
    assert not meets(CASE, world, charge, "ghost", "")


# ── conclusions and discovery ───────────────────────────────────────────────────────────────────────────────────


def test_a_conclusion_is_drawn_from_cards_that_are_held_and_carry() -> None:
    world = holding(("no_cart", "no_ghost", "rumour"))
    assert drawn_by(CASE, world, Think("how", "boat", ("no_cart", "no_ghost"))) == CASE.deductions["not_by_land"]
    assert drawn_by(CASE, world, Think("how", "boat", ("no_cart",))) is None
    assert drawn_by(CASE, world, Think("how", "cart", ("no_cart", "no_ghost"))) is None
    assert drawn_by(CASE, holding(()), Think("how", "boat", ("no_cart", "no_ghost"))) is None


def test_what_is_ruled_out_can_be_concluded_too_and_a_chain_at_once() -> None:
    world = holding(("ledger", "purse"))
    assert (
        drawn_by(CASE, world, Think("why", "love", ("ledger", "purse"), denied=True)) == CASE.deductions["not_for_love"]
    )
    assert drawn_by(CASE, world, Think("why", "love", ("ledger", "purse"))) is None


def test_what_could_be_drawn_and_is_not_yet_drawn() -> None:
    assert [d.id for d in undrawn(CASE, holding(("no_cart", "no_ghost", "ledger")))] == ["not_by_land"]
    assert [d.id for d in undrawn(CASE, holding(("no_cart", "no_ghost", "ledger"), ("not_by_land",)))] == ["paid"]


def test_every_way_to_a_clue_that_is_left_says_what_is_missing() -> None:
    mystery = a_mystery(
        actors=[a_person("gene")],
        topics=[{"id": "night", "name": "night", "known": True}],
        items=[a_thing("slate")],
        clues=[
            a_clue("sums", routes=[{"read": "slate"}]),
            a_clue(
                "debt",
                routes=[{"ask": "gene", "about": "night", "relationship": 0.3}],
                requires_previous_clues=["sums"],
            ),
            a_clue("boat", routes=[{"at": "hall", "between": ["22:00", "23:00"]}]),
        ],
    )
    left = {chance.route: len(chance.missing) for chance in chances(mystery, first_world(mystery, 1))}
    assert left == {"sums.1": 0, "debt.1": 2, "boat.1": 1}


def test_a_conclusion_answers_an_objection_with_what_it_was_drawn_from() -> None:
    mystery = a_mystery(
        actors=[a_person("gene"), a_person("sarah")],
        clues=[
            a_clue("ledger", rules_out={"why": ["debt"]}, routes=[{"at": "hall", "tell": "Seen."}]),
            a_clue("bell", routes=[{"at": "hall", "tell": "Heard."}]),
            a_clue("hands", establishes={"why": "love"}),
        ],
        questions=[{"id": "why"}, {"id": "wages"}],
        answers={"why": ["debt", "love"], "wages": ["paid", "unpaid"]},
        deductions=[{"id": "bribe", "text": "A bribe.", "from": ["ledger", "bell"], "establishes": {"wages": "paid"}}],
    )
    learnt = frozenset({"ledger", "bell"})
    routes = frozenset(route for clue in learnt for route in mystery.clues[clue].routes)
    world = replace(first_world(mystery, 1), clues=learnt, routes=routes, drawn=frozenset({"bribe"}))
    assert meets(mystery, world, Charge("why", "love"), "debt", "bribe")
    assert not meets(mystery, world, Charge("why", "love"), "debt", "bell")
