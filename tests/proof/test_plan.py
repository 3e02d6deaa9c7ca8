"""Plans: each goal is come to on the real engine, with what it needs done first and without harm where that can be."""

from collections.abc import Sequence

import pytest

from tavern.game import Game
from tavern.logbook import Unkept
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.claim import Claim, Verdict
from tavern.proof.claims.reaching import reaching
from tavern.proof.closure.means import is_so
from tavern.proof.closure.reach import Fact, reach
from tavern.proof.playing.accusing import to_ending
from tavern.proof.playing.plan import Planner
from tavern.proof.playing.play import Play, lines_of, opening
from tavern.proof.playing.search import searched
from tavern.proof.playing.show import Show
from tavern.proof.playing.witness import Replay, shortened, shower, witnessed
from tests.engine.a_whole_case import CASE
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing


def replayed(mystery: Mystery) -> Replay:
    """Plays lines through the real parser and engine."""

    def replay(lines: Sequence[str], seed: int) -> list[World]:
        game = Game(mystery, Unkept(), seed, mystery.title)
        worlds = []
        for line in lines:
            game.feed(line)
            worlds.append(game.state.world)
        return worlds

    return replay


def achieved(mystery: Mystery, *facts: Fact) -> Play:
    """A play that comes to the facts, one after the other."""
    planner = Planner(mystery, reach(mystery))
    play: Play | None = opening(mystery, 1)
    for fact in facts:
        play = planner.achieve(play, fact) if play else None
        assert play is not None, fact
    assert play is not None
    return play


def lines(mystery: Mystery, *facts: Fact) -> list[str]:
    """The lines of that play."""
    play = shortened(
        mystery, achieved(mystery, *facts), lambda world: all(is_so(mystery, world, fact) for fact in facts)
    )
    return list(lines_of(mystery, 1, play.commands()))


@pytest.mark.parametrize("route", sorted(CASE.routes))
def test_every_route_of_a_whole_case_is_come_to(route: str) -> None:
    play = achieved(CASE, ("known", route))
    witness = witnessed(CASE, play, lambda world: route in world.routes, replayed(CASE), route)
    assert witness is not None
    assert route in replayed(CASE)(witness.lines, witness.seed)[-1].routes


def test_a_proof_that_no_cards_carry_is_no_ending() -> None:
    assert ("ending", "proved") not in reach(CASE).why  # nothing says who


@pytest.mark.parametrize("ending", sorted(set(CASE.endings) - {"proved"}))
def test_every_ending_of_a_whole_case_is_come_to(ending: str) -> None:
    play = to_ending(Planner(CASE, reach(CASE)), opening(CASE, 1), ending)
    assert play is not None
    assert is_so(CASE, play.world, ("ending", ending))


def test_a_locked_way_is_walked_when_its_key_was_fetched() -> None:
    mystery = a_mystery(
        rooms=[
            a_room("hall", exits={"down": {"to": "cellar", "door": "hatch"}, "out": "yard"}),
            a_room("cellar", exits={"up": "hall"}),
            a_room("yard", exits={"in": "hall"}),
        ],
        items=[
            {
                "id": "hatch",
                "name": "hatch",
                "kind": "door",
                "rooms": ["hall", "cellar"],
                "key": "k",
                "state": "locked",
            },
            a_thing("chest", "yard", kind="fixed", container="in", openable=True),
            {**a_thing("k", "chest"), "name": "brass key"},
        ],
    )
    assert lines(mystery, ("room", "cellar")) == ["out", "open chest", "take brass key", "in", "down"]


def test_a_room_is_lit_by_doing_away_with_what_makes_it_dark() -> None:
    mystery = a_mystery(
        rooms=[
            a_room("hall", exits={"down": "cellar", "out": "yard"}),
            a_room("cellar", exits={"up": "hall"}, dark={"has": "cloak"}),
            a_room("yard", exits={"in": "hall"}),
        ],
        items=[
            a_thing("note", "cellar", kind="fixed", text="Here."),
            a_thing("cloak", "worn", wearable=True, on={"drop": {"when": {"at": "yard"}, "else": "Not here."}}),
        ],
        clues=[a_clue("c", routes=[{"read": "note"}])],
    )
    assert lines(mystery, ("known", "c")) == ["out", "drop cloak", "in", "down", "read note"]


def test_what_hurts_nobody_is_done_where_it_will_do() -> None:
    asking = {"ask": "gene", "about": "night", "then": {"relationship": {"gene": -0.3}}}
    mystery = a_mystery(
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        actors=[a_person("gene")],
        items=[a_thing("note", "yard", text="Here.")],
        topics=[{"id": "night", "name": "night", "known": True}],
        clues=[a_clue("c", routes=[asking, {"read": "note"}])],
    )
    assert lines(mystery, ("known", "c")) == ["out", "read note"]


def test_somebody_is_made_a_friend_first_where_only_a_friend_is_told() -> None:
    kind = {"about": "rain", "tell": "Wet.", "then": {"relationship": {"gene": 0.1}}}
    mystery = a_mystery(
        actors=[a_person("gene", replies=[kind])],
        topics=[{"id": "night", "name": "night", "known": True}, {"id": "rain", "name": "rain", "known": True}],
        clues=[a_clue("c", routes=[{"ask": "gene", "about": "night", "relationship": 0.2}])],
    )
    assert lines(mystery, ("known", "c")) == ["ask Gene about rain", "ask Gene about rain", "ask Gene about night"]


def test_a_conclusion_is_drawn_from_cards_that_carry() -> None:
    route = {"ask": "gene", "about": "night", "reliability": 0.5}
    mystery = a_mystery(
        actors=[a_person("gene"), a_person("sarah")],
        topics=[{"id": "night", "name": "night", "known": True}],
        clues=[a_clue("c", routes=[route, {**route, "ask": "sarah"}])],
        deductions=[{"id": "d", "text": "x", "from": ["c"], "establishes": {"how": "boat"}}],
        questions=["how"],
        answers={"how": ["boat", "cart"]},
    )
    play = achieved(mystery, ("known", "d"))
    assert len(play.world.routes) == 2  # either alone is heard of, and carries nothing
    assert play.world.drawn == {"d"}


def test_a_witness_loses_what_it_does_not_need() -> None:
    play = achieved(CASE, ("known", "steps.3"), ("known", "dry"))
    short = shortened(CASE, play, lambda world: "dry" in world.clues)
    assert short.length < play.length
    assert "dry" in short.world.clues


def test_what_no_plan_comes_to_is_searched_for() -> None:
    mystery = a_mystery(
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        items=[a_thing("note", "yard", text="Here.")],
        clues=[a_clue("c", routes=[{"read": "note"}])],
    )
    play, looked = searched(mystery, reach(mystery), opening(mystery, 1), ("known", "c"), lambda: False)
    assert play is not None
    assert looked > 0


def test_a_showing_holds_the_cards_it_is_asked_for() -> None:
    witness = shower(CASE, replayed(CASE))(Show(clues=("dry", "debt"), ends="both held"))
    assert witness is not None
    assert {"dry", "debt"} <= replayed(CASE)(witness.lines, witness.seed)[-1].clues


# ── the claim ───────────────────────────────────────────────────────────────────────────────────────────────────────


def claims(mystery: Mystery) -> dict[str, Claim]:
    """The claims about what is within reach, by id."""
    return {claim.id: claim for claim in reaching(mystery, replayed(mystery))}


def test_everything_else_of_a_whole_case_is_shown_to_be_within_reach() -> None:
    found = claims(CASE)
    lost = {claim.id for claim in found.values() if claim.verdict is not Verdict.PROVED}
    assert lost == {"reachable", "reachable:ending:proved"}  # nothing says who
    assert found["reachable"].verdict is Verdict.REFUTED


def test_what_is_out_of_reach_is_refuted_with_the_reason() -> None:
    mystery = a_mystery(
        items=[
            a_thing("chest", kind="fixed", container="in", openable=True, key="k", state="locked"),
            {**a_thing("k", "chest"), "name": "brass key"},
            a_thing("letter", "chest", text="Dear sir."),
        ],
        clues=[a_clue("c", routes=[{"read": "letter"}])],
    )
    claim = claims(mystery)["reachable:clue:c"]
    assert claim.verdict is Verdict.REFUTED
    assert "letter" in claim.says
    assert claim.witness is None


def test_what_the_seed_has_a_say_in_is_shown_for_several() -> None:
    gene = [{"at": "00:00", "room": "hall"}, {"at": "19:00", "room": "yard", "jitter": 20}]
    mystery = a_mystery(
        ends={"day": 2, "at": "12:00"},
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        actors=[a_person("gene", schedule=gene)],
        clues=[a_clue("c", routes=[{"at": "yard", "between": ["19:00", "19:12"], "when": {"with": "gene"}}])],
    )
    claim = claims(mystery)["reachable:clue:c"]
    assert claim.verdict is Verdict.BOUNDED or claim.assumptions
    assert "seed" in (claim.says if claim.verdict is Verdict.BOUNDED else claim.assumptions[0])


def test_a_claim_is_written_as_json_with_its_witness() -> None:
    mystery = a_mystery(items=[a_thing("note", text="Here.")], clues=[a_clue("c", routes=[{"read": "note"}])])
    written = claims(mystery)["reachable:clue:c"].as_json()
    assert written["claim"] == "reachable:clue:c"
    assert written["verdict"] == "PROVED"
    assert written["witness"] == {"seed": 1, "lines": ("read note",), "ends": "clue c"}
