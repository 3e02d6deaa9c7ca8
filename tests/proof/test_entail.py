"""One answer: what follows, what stands beside it, how few cards and how shallow a chain it takes."""

from itertools import chain as joined
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tavern.model.commands import Accuse, Think
from tavern.model.mystery import Fair, Mystery
from tavern.proof.argument.arguments import Said, derive, prover
from tavern.proof.argument.evidence import Findable, cards
from tavern.proof.argument.smallest import reduced, smallest
from tavern.proof.claim import Claim, Verdict, Witness
from tavern.proof.claims.entail import truth
from tavern.proof.claims.one_answer import one_answer
from tavern.proof.playing.show import Show
from tavern.reasoning.inference import closure, established, ruled_out
from tests.factory import Shape
from tests.proof.a_case import MARKS, NAMES, a_case, all_of, cases

FAIR: dict[str, Shape] = {
    "key": {"supports": {"who": "gene", "as": "means"}},
    "debt": {"supports": {"who": "gene", "as": "motive"}},
    "alone": {"supports": {"who": "gene", "as": "opportunity"}},
    "alibi": {"rules_out": {"who": ["sarah"]}},
    "no_cart": {"rules_out": {"how": ["cart"]}},
    "no_ghost": {"rules_out": {"how": ["ghost"]}},
}
USUAL = Fair(cards=3, depth=3)
REQUIRED = ("key", "debt", "alone", "no_cart", "no_ghost")


def judged(mystery: Mystery, findable: Findable | None = None, fair: Fair = USUAL) -> dict[str, Claim]:
    claims = one_answer(mystery, findable or all_of(mystery), fair=fair)
    return {claim.id.removeprefix("one_answer").removeprefix(":"): claim for claim in claims}


# ── the index and the engine's own inference ────────────────────────────────────────────────────────────────────


@settings(max_examples=80)
@given(cases(), st.sets(st.sampled_from(NAMES)))
def test_the_index_derives_what_the_engine_infers(mystery: Mystery, held: set[str]) -> None:
    held &= set(mystery.clues)
    known, closed = derive(mystery, held), closure(mystery, held)
    assert {fact for fact in known if isinstance(fact, str)} == closed
    for question in mystery.questions:
        says = {
            fact.answer for fact in known if isinstance(fact, Said) and (fact.question, fact.how) == (question.id, "so")
        }
        out = {
            fact.answer
            for fact in known
            if isinstance(fact, Said) and (fact.question, fact.how) == (question.id, "ruled out")
        }
        assert says == established(mystery, question.id, closed)
        assert out == ruled_out(mystery, question.id, closed)


@settings(max_examples=80)
@given(cases(), st.sets(st.sampled_from(NAMES)))
def test_what_is_asked_often_is_answered_as_what_is_asked_once(mystery: Mystery, held: set[str]) -> None:
    held &= set(mystery.clues)
    goals = truth(mystery)
    assert prover(mystery, goals)(frozenset(held)) == all(goal in derive(mystery, held) for goal in goals)


@settings(max_examples=80)
@given(cases())
def test_no_set_of_clues_smaller_than_the_smallest_proves_the_case(mystery: Mystery) -> None:
    proves = prover(mystery, truth(mystery))
    subsets = joined.from_iterable(combinations(mystery.clues, size) for size in range(len(mystery.clues) + 1))
    first = next((subset for subset in subsets if proves(frozenset(subset))), None)
    found = smallest(proves, mystery.clues)
    assert (found is None) == (first is None)
    if found and first is not None:
        assert (len(found.cards), found.at_least, found.is_exact) == (len(first), len(first), True)
        assert proves(found.cards)


@settings(max_examples=50)
@given(cases())
def test_a_reduced_proof_can_spare_no_card(mystery: Mystery) -> None:
    proves = prover(mystery, truth(mystery))
    if proves(frozenset(mystery.clues)):
        kept = reduced(proves, list(mystery.clues))
        assert proves(kept)
        assert not any(proves(kept - {card}) for card in kept)


def test_a_search_that_is_left_off_says_how_far_it_came() -> None:
    proves = prover(a_case(FAIR), truth(a_case(FAIR)))
    found = smallest(proves, FAIR, stop=lambda: True)
    assert found
    assert not found.is_exact
    assert proves(found.cards)


# ── the claim ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_case_with_one_answer_is_proved_and_its_smallest_proof_shown_with_warrants() -> None:
    deduction: Shape = {
        "id": "by_water",
        "from": ["no_cart", "no_ghost"],
        "because": "So it was.",
        "establishes": {"how": "boat"},
    }
    mystery = a_case(FAIR, [deduction], requires=REQUIRED)
    claims = judged(mystery)
    assert {claim.verdict for claim in claims.values()} == {Verdict.PROVED}
    assert claims["cards"].figures["cards"] == 5
    assert "`who`: `gene`, by `debt`, `alone` and `key`" not in claims["cards"].says
    assert any("by `key`, `debt` and `alone`" in note or "`key`" in note for note in claims["cards"].notes)


def test_a_rival_is_contradicted_or_lacks_something() -> None:
    claims = judged(a_case(FAIR, requires=REQUIRED))
    assert claims["who:sarah"].says == "`who`: `sarah` is ruled out by `alibi`."
    assert claims["who:hame"].says == "`who`: `hame` lacks means, motive and opportunity."


def test_two_answers_that_both_stand_are_refuted_with_what_would_part_them() -> None:
    marks = {f"hame_{mark}": {"supports": {"who": "hame", "as": mark}} for mark in MARKS}
    claim = judged(a_case({**FAIR, **marks}, requires=REQUIRED))["who:hame"]
    assert claim.verdict is Verdict.REFUTED
    assert "`hame_means`" in claim.says
    of_hame = (
        "the means of `hame` (by `hame_means`), the motive of `hame` (by `hame_motive`) "
        "and the opportunity of `hame` (by `hame_opportunity`)"
    )
    assert claim.notes == (f"They are parted when one of these no longer holds of `hame`: {of_hame}.",)


def test_an_answer_that_does_not_follow_is_refuted_with_what_is_lacking() -> None:
    short = {id: shape for id, shape in FAIR.items() if id != "debt"}
    claims = judged(a_case(short, requires=("no_cart", "no_ghost")))
    assert claims[""].verdict is Verdict.REFUTED
    assert claims["who:gene"].says == (
        "`who`: `gene` does not follow from all that can be found. It would, with a clue with `rules_out: {who: [hame]}`."
    )
    assert claims["who:gene"].notes == ("Still open: `gene` and `hame`.",)


def test_a_truth_that_something_rules_out_is_refuted() -> None:
    claims = judged(a_case({**FAIR, "slip": {"rules_out": {"who": ["gene"]}}}, requires=REQUIRED))
    assert claims["who:gene"].verdict is Verdict.REFUTED
    assert "no answer stands" in claims["who:gene"].says


def test_what_may_be_found_but_was_not_shown_to_be_leaves_the_claim_open() -> None:
    mystery = a_case(FAIR, requires=REQUIRED)
    every = frozenset(mystery.routes)
    claims = judged(mystery, Findable(every - {"debt.1"}, every))
    assert claims["who:gene"].verdict is Verdict.BOUNDED
    assert claims[""].verdict is Verdict.BOUNDED
    assert judged(mystery, Findable(every - {"debt.1"}, every - {"debt.1"}))["who:gene"].verdict is Verdict.REFUTED


def test_hearsay_of_one_origin_does_not_carry() -> None:
    heard: Shape = {
        **FAIR["key"],
        "routes": [
            {"touch": "stone_key", "reliability": 0.4},
            {"touch": "stone_debt", "from": "stone_key", "reliability": 0.4},
        ],
    }
    mystery = a_case({**FAIR, "key": heard}, requires=REQUIRED)
    assert "key" not in cards(mystery, mystery.routes)
    assert judged(mystery)["who:gene"].verdict is Verdict.REFUTED


def test_an_oracle_is_refuted_by_the_number_of_cards_and_by_depth() -> None:
    oracle: dict[str, Shape] = {"told": {"establishes": {"who": "gene", "how": "boat"}}, **FAIR}
    shown: list[Show] = []

    def show(wanted: Show) -> Witness:
        shown.append(wanted)
        return Witness(1, ("x",), wanted.ends)

    mystery = a_case(oracle, requires=("told",))
    claims = {claim.id: claim for claim in one_answer(mystery, all_of(mystery), fair=Fair(), show=show)}
    assert claims["one_answer:cards"].verdict is claims["one_answer:depth"].verdict is Verdict.REFUTED
    assert claims["one_answer"].witness
    assert shown[0].clues == ("told",)
    assert isinstance(shown[0].then[-1], Accuse)
    assert judged(mystery, fair=Fair(1, 2))[""].verdict is Verdict.PROVED


def test_a_witness_draws_what_has_to_be_concluded_before_it_accuses() -> None:
    deductions: list[Shape] = [
        {"id": "p", "from": ["key", "debt"], "establishes": {"how": "boat"}},
        {"id": "q", "from": ["p", "alone"], "rules_out": {"who": ["sarah", "hame"]}},
    ]
    shown: list[Show] = []
    mystery = a_case({"key": {}, "debt": {}, "alone": {}}, deductions)

    def show(wanted: Show) -> None:
        shown.append(wanted)

    one_answer(mystery, all_of(mystery), fair=Fair(4, 3), show=show)
    assert [type(command) for command in shown[0].then] == [Think, Think, Accuse]
    assert shown[0].then[1] == Think("who", "sarah", ("p", "alone"), denied=True)


def test_the_declared_clues_hold_a_proof_or_the_rest_is_required_question_by_question() -> None:
    mystery = a_case(FAIR, requires=("no_cart", "no_ghost"))
    assert judged(mystery)["required"].verdict is Verdict.REFUTED
    parts = {"who": (("key", "debt", "alone"),)}
    claims = one_answer(mystery, all_of(mystery), fair=Fair(), parts=parts)
    assert claims[0].verdict is Verdict.PROVED


def test_an_answer_that_takes_four_cards_to_say_is_refuted() -> None:
    crowd = ["gene", *(f"x{number}" for number in range(4))]
    clues: dict[str, Shape] = {f"no_{id}": {"rules_out": {"who": [id]}} for id in crowd[1:]}
    mystery = a_case(clues, answers={"who": crowd})
    assert judged(mystery)["fits:who"].verdict is Verdict.REFUTED
    drawn = a_case(clues, [{"id": "only", "from": list(clues), "establishes": {"who": "gene"}}], answers={"who": crowd})
    assert judged(drawn)["fits:who"].verdict is Verdict.PROVED
