"""Guessing does not pay: no word depends on the truth, no failure teaches, nobody gives themselves away, a guess seldom wins."""

from dataclasses import replace

from tavern.engine.begin import first_world
from tavern.model.commands import Accusation, Act, Charge
from tavern.model.effects import Relate
from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery, Variant
from tavern.model.rules import Rule
from tavern.proof.claim import Claim, Verdict, Witness
from tavern.proof.claims.guessing import guessing, pointing
from tavern.proof.claims.leaking import accuser, before_people, differing, vary
from tavern.proof.claims.singled import singled
from tavern.proof.closure.reach import reach
from tavern.proof.playing.show import Show
from tavern.reasoning.judgement import right
from tests.proof.a_case import all_of, firing
from tests.proof.unfair import mystery as unfair


def parts(mystery: Mystery) -> dict[str, Claim]:
    claims = guessing(mystery, all_of(mystery), firing(mystery))
    return {claim.id.removeprefix("guessing").removeprefix(":"): claim for claim in claims}


def test_a_fair_case_is_proved_and_its_chance_printed() -> None:
    claims = parts(unfair("base"))
    assert {claim.verdict for claim in claims.values()} == {Verdict.PROVED}
    assert claims[""].figures["one_in"] == 3
    assert claims[""].figures["one_in_all"] == 9
    assert claims[""].says == (
        "Insisting blindly is lucky once in 3 times with `who` alone, once in 9 with two answers charged, "
        "and that is no good ending."
    )


def test_no_word_of_a_hearing_depends_on_the_truth() -> None:
    mystery = unfair("base")
    trial = vary(mystery, [frozenset(), frozenset(mystery.routes)])
    assert trial.leak is None
    assert trial.made > 40


def test_a_word_that_depends_on_the_truth_is_found_out() -> None:
    mystery = unfair("base")
    key = mystery.actors["bram"].accused[""]
    blushing = replace(mystery, texts={**mystery.texts, key: (Variant(("Bram blushes.",)),)})
    made = accuser(mystery, frozenset())
    accusing_bram = Accusation((Charge("who", "bram"),))
    world = (replace(made[0], room="yard"), made[1])
    told = differing([mystery, blushing], world, accusing_bram)
    assert told
    assert "Bram blushes." in told[1]
    assert "Bram blushes." not in told[0]
    assert differing([mystery, blushing], world, Accusation((Charge("who", "cole"),))) is None


def test_the_chance_counts_against_the_case_when_luck_ends_well() -> None:
    mystery = unfair("base")
    lucky = replace(mystery.endings["lucky"], good=True)
    claim = parts(replace(mystery, endings={**mystery.endings, "lucky": lucky}))["chance"]
    assert claim.verdict is Verdict.REFUTED
    assert claim.says.endswith("and that is the good ending `lucky`.")


def test_a_clue_to_be_had_by_accusing_is_refuted() -> None:
    shown: list[Show] = []

    def show(wanted: Show) -> Witness:
        shown.append(wanted)
        return Witness(1, (), wanted.ends)

    mystery = unfair("accusing_teaches")
    claims = guessing(mystery, all_of(mystery), firing(mystery), found=reach(mystery), show=show)
    assert claims[0].verdict is Verdict.REFUTED
    assert claims[0].says == "Accusing in vain teaches `salvage`: its route `salvage.4` is open to nobody else."
    assert not right(mystery, shown[0].then[0].accusation)  # type: ignore[union-attr]
    assert shown[0].routes == ("salvage.4",)


def test_whoever_alone_never_gives_way_is_given_away() -> None:
    claim = parts(unfair("never_cracks"))["gives_away"]
    assert claim.verdict is Verdict.REFUTED
    assert claim.says.startswith("Everybody but `bram` gives way")


def test_whoever_is_moved_by_what_is_held_against_them_gives_way_too() -> None:
    made = unfair("never_cracks")
    moved = Rule("on:bram:confront:1", Act("confront", "bram", "salvage"), effects=(Relate("bram", -10),))
    claim = parts(replace(made, rules={**made.rules, ("confront", "bram", "salvage"): (moved,)}))["gives_away"]
    assert claim.verdict is Verdict.PROVED


def test_the_only_liar_is_given_away_as_well() -> None:
    mystery = unfair("base")
    honest = replace(mystery.clues["ada_in_chair"], lie=None)
    claim = parts(replace(mystery, clues={**mystery.clues, "ada_in_chair": honest}))["gives_away"]
    assert claim.says.startswith("Nobody but `bram` gives way")


def test_when_every_clue_points_one_way_the_first_one_wins() -> None:
    claims = parts(unfair("one_way"))
    assert claims["one_way"].verdict is claims[""].verdict is Verdict.REFUTED
    assert parts(unfair("base"))["one_way"].says == "`oil_bill` and `wet_boots` point at somebody else."


def test_a_clue_points_where_it_says_or_leads() -> None:
    mystery = unfair("base")
    assert pointing(mystery, mystery.clues["salvage"], "who") == {"bram"}
    assert pointing(mystery, mystery.clues["wet_boots"], "who") == {"ada"}
    assert pointing(mystery, mystery.clues["bram_at_sea"], "who") == frozenset()
    assert pointing(mystery, mystery.clues["square_cut"], "how") == frozenset()


def test_accusations_are_made_where_people_are_awake() -> None:
    mystery = unfair("base")
    asleep = {
        id: replace(actor, itinerary=tuple(replace(step, asleep=id != "cole") for step in actor.itinerary))
        for id, actor in mystery.actors.items()
    }
    world = first_world(replace(mystery, actors=asleep), 0)
    assert before_people(replace(mystery, actors=asleep), world).room == "lamp_room"


def test_a_turned_truth_is_another_truth() -> None:
    mystery = unfair("base")
    other = replace(mystery, solution=replace(mystery.solution, answers=Frozen({"who": "ada", "how": "water"})))
    assert parts(other)["leaks"].verdict is Verdict.PROVED


def test_a_hearing_that_is_alike_for_all_answers_singles_none_out() -> None:
    assert [*singled(unfair("base"))] == []
    claim = parts(unfair("base"))["singled_out"]
    assert claim.verdict is Verdict.PROVED


def test_who_alone_answers_otherwise_is_singled_out_whatever_their_name() -> None:
    mystery = unfair("base")
    key = mystery.actors["bram"].accused[""]
    other = replace(mystery, texts={**mystery.texts, key: (Variant(("Bram runs.",)),)})
    assert "answers otherwise than `ada` and `cole`" in parts(other)["singled_out"].says
    third = mystery.actors["cole"].accused[""]
    each_their_own = replace(other, texts={**other.texts, third: (Variant(("Cole laughs.",)),)})
    assert parts(each_their_own)["singled_out"].verdict is Verdict.PROVED


def test_words_for_the_right_answer_alone_single_it_out() -> None:
    mystery = unfair("base")
    ada = mystery.actors["ada"]
    knowing = replace(ada, accused=Frozen({**ada.accused, "wick": "accused:ada:wick"}))
    texts = {**mystery.texts, "accused:ada:wick": (Variant(("How do you know?",)),)}
    other = replace(mystery, actors={**mystery.actors, "ada": knowing}, texts=texts)
    assert "`ada` has words for `how`: `wick`" in parts(other)["singled_out"].says


def test_an_answer_that_is_never_listed_makes_no_guess_rarer() -> None:
    claim = guessing(
        unfair("padded"), all_of(unfair("padded")), firing(unfair("padded")), found=reach(unfair("padded"))
    )[0]
    assert claim.figures["one_in"] == 3
    assert claim.figures["one_in_all"] == 9
