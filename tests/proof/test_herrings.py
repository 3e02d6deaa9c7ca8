"""Red herrings refuted and lies exposed, each by something that can be found."""

from tavern.model.mystery import Mystery
from tavern.proof.argument.arguments import Said
from tavern.proof.argument.evidence import Findable
from tavern.proof.claim import Claim, Verdict
from tavern.proof.claims.herrings import herrings, leads_to
from tests.factory import Shape
from tests.proof.a_case import a_case, all_of, firing
from tests.proof.unfair import mystery as unfair

NO_CART: Shape = {"rules_out": {"how": ["cart"]}}
HERRING: Shape = {"is_red_herring": True}
CART: Shape = {"id": "by_cart", "description": "x", "answers": {"how": "cart"}, "requires_clues": ["wheel"]}


def parts(mystery: Mystery, findable: Findable | None = None) -> dict[str, Claim]:
    claims = herrings(mystery, findable or all_of(mystery), firing(mystery))
    return {claim.id.removeprefix("herrings").removeprefix(":"): claim for claim in claims}


def test_a_case_whose_herrings_and_lies_can_all_be_seen_through_is_proved() -> None:
    claims = parts(unfair("base"))
    assert {claim.verdict for claim in claims.values()} == {Verdict.PROVED}
    assert claims[""].says == "One red herring can be refuted and two lies exposed, all by what can be found."
    assert claims["wet_boots"].says == "`wet_boots` is refuted by `fetched_water`."
    assert claims["bram_at_sea"].says == "`bram_at_sea` is exposed by `dry_boat` or `went_up`."


def test_a_herring_leads_to_what_it_is_required_for_about_or_brings_up() -> None:
    answers = {"who": ("gene", "sarah", "hame"), "how": ("boat", {"id": "cart"}, {"id": "ghost", "met": ["wheel"]})}
    mystery = a_case({"wheel": {**HERRING, "about": ["sarah"]}}, answers=answers, false=[CART])
    led = [Said("who", "sarah"), Said("how", "cart"), Said("how", "ghost")]
    assert list(leads_to(mystery, mystery.clues["wheel"])) == led


def test_a_herring_is_refuted_when_every_answer_it_leads_to_is_ruled_out() -> None:
    clues: dict[str, Shape] = {"wheel": HERRING, "no_cart": NO_CART}
    assert parts(a_case(clues, false=[CART]))["wheel"].says == "`wheel` is refuted by `no_cart`."
    about_sarah: dict[str, Shape] = {**clues, "wheel": {**HERRING, "about": ["sarah"]}}
    claim = parts(a_case(about_sarah, false=[CART]))["wheel"]
    assert claim.verdict is Verdict.REFUTED
    assert claim.says == "Nothing that can be found speaks against `wheel`, and it leads to `sarah`."
    assert claim.notes == ("Give a clue that can be found `contradicts: [wheel]`, or let one rule out `sarah`.",)


def test_a_herring_that_leads_nowhere_has_to_be_contradicted() -> None:
    assert parts(a_case({"wheel": HERRING}))["wheel"].verdict is Verdict.REFUTED
    assert parts(a_case({"wheel": HERRING, "hub": {"contradicts": ["wheel"]}}))["wheel"].verdict is Verdict.PROVED


def test_neither_a_lie_nor_another_herring_refutes_a_herring() -> None:
    lie: Shape = {
        "said_by": "gene",
        "contradicts": ["wheel"],
        "lie": {"really": "hub", "because": "x", "exposed_by": ["hub"]},
    }
    herring: Shape = {**HERRING, "contradicts": ["wheel"]}
    claims = parts(a_case({"wheel": HERRING, "hub": {}, "denial": lie, "rim": herring}))
    assert claims["wheel"].verdict is Verdict.REFUTED


def test_what_refutes_has_to_be_found() -> None:
    mystery = a_case({"wheel": HERRING, "hub": {"contradicts": ["wheel"]}})
    every = frozenset(mystery.routes)
    assert parts(mystery, Findable(every - {"hub.1"}, every))["wheel"].verdict is Verdict.BOUNDED
    assert parts(mystery, Findable(every - {"hub.1"}, every - {"hub.1"}))["wheel"].verdict is Verdict.REFUTED


def test_a_herring_that_nobody_finds_need_not_be_refuted() -> None:
    mystery = a_case({"wheel": HERRING})
    assert list(parts(mystery, Findable(frozenset(), frozenset()))) == [""]


def test_a_lie_wants_an_exposer_that_can_be_found_and_a_liar_who_gives_way() -> None:
    lie: Shape = {"said_by": "gene", "lie": {"really": "hub", "because": "x", "exposed_by": ["rim"]}}
    mystery = a_case({"denial": lie, "hub": {}, "rim": {}})
    assert parts(mystery)["denial"].verdict is Verdict.PROVED
    every = frozenset(mystery.routes)
    unfound = every - {"rim.1"}
    claim = parts(mystery, Findable(unfound, unfound))["denial"]
    assert claim.verdict is Verdict.REFUTED
    assert claim.says == "Nothing exposes `denial`: `rim` cannot be found."
    told = frozenset(route for route in every if not mystery.routes[route].rule.startswith("lie:"))
    mute = herrings(mystery, Findable(told, told), Findable(frozenset(), frozenset()))
    assert "cannot be confronted" in next(claim.says for claim in mute if claim.id == "herrings:denial")


def test_the_unfair_ones_fall_where_they_should() -> None:
    assert parts(unfair("herring"))["wet_boots"].verdict is Verdict.REFUTED
    lying = unfair("lie")
    given = frozenset(
        id for id, route in lying.routes.items() if id != "dry_boat.1" and not route.rule.startswith("lie:bram")
    )
    rules = frozenset(rule for rule in firing(lying).surely if not rule.startswith("lie:bram"))
    claims = herrings(lying, Findable(given, given), Findable(rules, rules))
    assert next(claim for claim in claims if claim.id == "herrings:bram_at_sea").verdict is Verdict.REFUTED


def test_hearsay_too_weak_to_carry_refutes_nothing() -> None:
    weak: Shape = {"contradicts": ["wheel"], "reliability": 0.3}
    assert parts(a_case({"wheel": HERRING, "hub": weak}))["wheel"].verdict is Verdict.REFUTED


def test_a_lie_may_be_exposed_by_a_red_herring_which_is_so() -> None:
    lie: Shape = {"said_by": "gene", "lie": {"really": "hub", "because": "x", "exposed_by": ["wheel"]}}
    assert parts(a_case({"denial": lie, "wheel": HERRING, "hub": {}}))["denial"].verdict is Verdict.PROVED


def test_a_lie_is_not_exposed_by_another_lie() -> None:
    def lie(by: str) -> Shape:
        return {"said_by": "gene", "lie": {"really": "hub", "because": "x", "exposed_by": [by]}}

    claim = parts(a_case({"denial": lie("boast"), "boast": lie("denial"), "hub": {}}))["denial"]
    assert claim.verdict is Verdict.REFUTED
    assert claim.says == "Nothing exposes `denial`: `boast` is itself a lie."
