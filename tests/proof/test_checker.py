"""The checker of certificates: an honest one holds, and one in which any row of it was altered does not."""

import json
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from tavern.authoring.certificates import Replay
from tavern.model.mystery import Mystery
from tavern.proof.certificate import certificate
from tavern.proof.checker.argument import argument_in
from tavern.proof.checker.check import Finding, check
from tavern.proof.checker.document import NoCertificate, certificate_in, text_of
from tavern.proof.checker.induction import refusals
from tavern.proof.checker.removals import removals
from tavern.proof.checker.spelling import Misspelt, condition_in, spelt
from tavern.proof.checker.verdicts import WHOLE
from tavern.proof.claims.removing import removals as proved_without
from tavern.proof.proving import prove
from tests.proof.unfair import mystery

Content = dict[str, Any]
Alteration = Callable[[Content], object]


@cache
def honest(name: str = "base", *, fair: bool = False) -> str:
    made = mystery(name, fair=fair)
    return certificate(made, prove(made, Replay(made)), Replay(made), "1.0")


def content() -> Content:
    read: Content = deepcopy(_content())
    return read


@cache
def _content() -> Content:
    read: Content = json.loads(honest())
    return read


def findings(altered: Content, made: Mystery | None = None) -> list[Finding]:
    """What the checker says of the content, sealed anew, so that it is not the seal that gives it away."""
    del altered["seal"]
    made = made or mystery("base")
    return list(check(certificate_in(text_of(altered)), made, played(made)))


@cache
def played(made: Mystery) -> Replay:
    return Replay(made)


def refused(altered: Content) -> list[str]:
    return [finding.claim for finding in findings(altered) if finding.kind == "refused"]


def altered(*alterations: Alteration) -> Content:
    changed = content()
    for alteration in alterations:
        alteration(changed)
    return changed


def ill(*alterations: Alteration) -> list[str]:
    """Why the argument does not hold once it is altered."""
    changed = content()["argument"]
    for alteration in alterations:
        alteration({"argument": changed})
    return list(refusals(mystery("base"), argument_in(changed)))


# ── what holds ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_honest_certificate_holds_and_every_claim_is_re_checked() -> None:
    found = findings(content())
    assert [finding.claim for finding in found if finding.kind == "re-checked"] == ["witnesses", *WHOLE]
    assert {finding.claim: finding.says for finding in found if finding.kind != "re-checked"} == {
        "early": "The hour and the number of commands short of which nobody can know it."
    }


def test_the_same_content_makes_the_same_bytes() -> None:
    made = mystery("base")
    assert certificate(made, prove(made, Replay(made)), Replay(made), "1.0") == honest()


@pytest.mark.parametrize("name", ["torch", "eaten", "letter", "stakeouts", "shy", "disjoint"])
def test_the_argument_of_other_fair_cases_holds_too(name: str) -> None:
    made = mystery(name, fair=True)
    found = list(check(certificate_in(honest(name, fair=True)), made, Replay(made)))
    assert [finding.claim for finding in found if finding.kind == "re-checked"] == ["witnesses", *WHOLE]
    assert not [finding for finding in found if finding.kind == "refused"]


UNFAIR = ["eaten", "herring", "insult", "one_move", "two_stand", "none_stands", "oracle", "lie", "one_way", "disjoint"]


@pytest.mark.parametrize("name", UNFAIR)
def test_the_certificate_of_an_unfair_case_holds_as_well(name: str) -> None:
    made = mystery(name)
    found = list(check(certificate_in(honest(name)), made, Replay(made)))
    assert not [finding for finding in found if finding.kind == "refused"]


@pytest.mark.parametrize("name", UNFAIR)
def test_what_is_refuted_cannot_be_written_down_as_proved(name: str) -> None:
    stolen = json.loads(honest(name))
    for claim in stolen["claims"]:
        claim["verdict"] = "PROVED"
    assert [finding for finding in findings(stolen, mystery(name)) if finding.kind == "refused"]


@pytest.mark.parametrize("name", ["eaten", "burnt", "held", "once", "torch", "leaves"])
def test_no_argument_for_the_fair_twin_holds_of_the_unfair_case(name: str) -> None:
    made, stolen = mystery(name), json.loads(honest(name, fair=True))
    stolen["rules"] = made.rules_fingerprint
    if "argument" in stolen:
        assert "stranded" in [finding.claim for finding in findings(stolen, made) if finding.kind == "refused"]


# ── the file ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_certificate_of_other_rules_is_refused() -> None:
    assert refused(altered(lambda c: c.update(rules="0" * 32))) == ["certificate"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "it has not the keys of one"),
        ('{"seal": 1, "format": 7}', "its format is 7, and this version reads 2"),
        ('{"seal": 1, "format": 2}', "it was changed after it was written: its seal is another"),
    ],
)
def test_what_is_no_certificate_is_told_so(text: str, why: str) -> None:
    with pytest.raises(NoCertificate, match=why):
        certificate_in(text)


def test_a_changed_word_breaks_the_seal() -> None:
    with pytest.raises(NoCertificate, match="its seal is another"):
        certificate_in(honest().replace("and nothing else", "and much else"))


@pytest.mark.parametrize(
    "alteration",
    [
        lambda c: c.update(claims=7),
        lambda c: c["claims"].append(7),
        lambda c: c["claims"][0].pop("verdict"),
        lambda c: c["argument"].update(rows=[7]),
        lambda c: c["argument"].update(last="soon"),
        lambda c: c["argument"]["rows"][0].update(gains=[["Knows"]]),
        lambda c: c["argument"]["rows"][0].update(gains=[["Nonsense", "x"]]),
        lambda c: c["argument"]["invariant"].append([]),
        lambda c: c.update(spared=[7]),
        lambda c: c["spared"][0].pop("without"),
        lambda c: c.update(unspared="thing lamp"),
        lambda c: c["claims"][0]["figures"].update(clues="all"),
    ],
)
def test_what_is_spelt_wrong_is_no_certificate(alteration: Alteration) -> None:
    with pytest.raises(NoCertificate, match="not spelt as it should be"):
        findings(altered(alteration))


def test_conditions_are_read_as_they_are_spelt() -> None:
    made = mystery("base")
    conditions = [guard.condition for rules in made.rules.values() for rule in rules for guard in rule.guards]
    assert [condition_in(json.loads(json.dumps(spelt(condition)))) for condition in conditions] == conditions
    with pytest.raises(Misspelt):
        condition_in(["Not"] * 2)


# ── claims and games ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("id", WHOLE)
def test_a_claim_left_out_or_told_twice_or_refuted_without_reason_is_refused(id: str) -> None:
    [at] = [number for number, claim in enumerate(_content()["claims"]) if claim["claim"] == id]
    assert refused(altered(lambda c: c["claims"].pop(at)))
    assert refused(altered(lambda c: c["claims"].append(c["claims"][at])))
    assert refused(altered(lambda c: c["claims"][at].update(verdict="CERTAIN")))


def parts(of: str = "") -> list[str]:
    """The parts of the claims, or of one of them."""
    return [claim["claim"] for claim in _content()["claims"] if ":" in claim["claim"] and claim["claim"].startswith(of)]


def some(ids: Iterable[str], *, every: bool) -> list[str]:
    """All of them, or two of each kind."""
    kinds: dict[str, list[str]] = {}
    for id in ids:
        kinds.setdefault(id.rpartition(":")[0] or id.partition(" ")[0], []).append(id)
    return [id for several in kinds.values() for id in (several if every else several[:2])]


EVERY = pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.full)])


def one(c: Content, id: str) -> Content:
    found: Content = next(claim for claim in c["claims"] if claim["claim"] == id)
    return found


@EVERY
@pytest.mark.parametrize("verdict", ["REFUTED", "BOUNDED"])
def test_no_verdict_can_be_another(verdict: str, *, every: bool) -> None:
    for id in some([*WHOLE, *parts()], every=every):
        assert refused(altered(lambda c, id=id: one(c, id).update(verdict=verdict))), id  # type: ignore[misc]


@EVERY
def test_no_part_can_be_left_out(*, every: bool) -> None:
    spare = {"early:met:ada", "early:met:slip"}  # the proof could be learnt from others that its game met
    left_out = set()
    for id in some(parts(), every=every):
        if not refused(altered(lambda c, id=id: c["claims"].remove(one(c, id)))):  # type: ignore[misc]
            left_out.add(id)
    assert left_out <= spare


@pytest.mark.parametrize("claim", [*WHOLE])
def test_no_two_parts_can_be_swapped(claim: str) -> None:
    ids = parts(f"{claim}:")
    for first, second in pairwise(ids):
        if weight(first) == weight(second):
            continue

        def swap(c: Content, first: str = first, second: str = second) -> None:
            one(c, second)["claim"], one(c, first)["claim"] = first, "?"
            one(c, "?")["claim"] = second

        assert refused(altered(swap)), (first, second)


def weight(id: str) -> list[object]:
    """What of a part is more than words."""
    keys = [
        "verdict",
        "by",
        "figures",
        *(["witness"] if not id.startswith("guessing:") else []),
    ]  # the games of lies show it as well
    return [_content_of(id).get(key) for key in keys]


def test_no_two_claims_can_be_swapped() -> None:
    for id in WHOLE[1:]:
        changed = content()
        changed["claims"].remove(claim := one(changed, id))
        changed["claims"].insert(0, claim)
        assert refused(changed) == ["certificate"]


LOWER = {
    "lower_clock",
    "lower_commands",
    "acts",
    "accusations",
    "pairs",
}  # counted by the prover alone, or not to the end
ASIDE = {"reachable:aside"}


def test_no_figure_can_be_another() -> None:
    for claim in _content()["claims"]:
        for figure in claim.get("figures", {}).keys() - LOWER if claim["claim"] not in ASIDE else ():
            for more in (-1, 1):

                def change(c: Content, id: str = claim["claim"], figure: str = figure, more: int = more) -> None:
                    one(c, id)["figures"][figure] += more

                assert refused(altered(change)), (claim["claim"], figure, more)


def reasons() -> list[str]:
    return [claim["claim"] for claim in _content()["claims"] if claim.get("by")]


@pytest.mark.parametrize("cards", [[], ["nothing"], ["wet_boots"], ["bram_at_sea"], ["oil_bill"]])
def test_no_reason_can_be_another(cards: list[str]) -> None:
    assert len(reasons()) >= 10
    for id in reasons():
        by = _content_of(id)["by"]
        if cards != by and not (each_is_enough(id) and cards and set(cards) <= set(by)):
            assert refused(altered(lambda c, id=id: one(c, id).update(by=cards))), id  # type: ignore[misc]


def each_is_enough(id: str) -> bool:
    """Whether each card of the reason shows the claim by itself: any of those that expose a lie does."""
    clue = mystery("base").clues.get(id.removeprefix("herrings:"))
    return id == "guessing:one_way" or bool(clue and clue.lie)


def _content_of(id: str) -> Content:
    return one(_content(), id)


def test_nothing_can_be_added_to_a_reason_that_was_not_found() -> None:
    for id in reasons():
        assert refused(altered(lambda c, id=id: one(c, id)["by"].append("nothing"))), id  # type: ignore[misc]


def test_the_game_of_a_lie_has_to_show_the_liar_giving_way() -> None:
    other = _content_of("reachable:clue:salvage")["witness"]
    for id in ("herrings:bram_at_sea", "herrings:ada_in_chair"):
        assert refused(altered(lambda c, id=id: one(c, id).update(witness=other))) == [id]  # type: ignore[misc]
        told = findings(altered(lambda c, id=id: one(c, id).pop("witness")))  # type: ignore[misc]
        assert "herrings" in [finding.claim for finding in told if finding.kind == "taken"]


# ── what is taken away ──────────────────────────────────────────────────────────────────────────────────────────


def test_every_game_that_does_without_something_is_needed() -> None:
    for number in range(len(_content()["spared"])):
        assert refused(altered(lambda c, n=number: c["spared"].pop(n))) == ["redundancy"]  # type: ignore[misc]


@EVERY
def test_everything_taken_away_is_needed_once(*, every: bool) -> None:
    for number, game in enumerate(_content()["spared"]):
        for name in some(game["without"], every=every):
            alterations: dict[str, Alteration] = {
                "gone": lambda c, n=number, name=name: c["spared"][n]["without"].remove(name),  # type: ignore[misc]
                "twice": lambda c, n=number, name=name: c["spared"][n]["without"].append(name),  # type: ignore[misc]
                "both": lambda c, name=name: c["unspared"].append(name),  # type: ignore[misc]
            }
            assert all(refused(altered(alteration)) == ["redundancy"] for alteration in alterations.values()), name


def test_no_game_does_without_what_it_cannot_do_without() -> None:
    first, *others = _content()["spared"]
    assert len(others) > 2
    for number, game in enumerate(others, 1):
        for name in game["without"]:

            def move(c: Content, number: int = number, name: str = name) -> None:
                c["spared"][number]["without"].remove(name)
                c["spared"][0]["without"].append(name)

            assert refused(altered(move)) == ["redundancy"], (name, first["lines"])


@pytest.mark.parametrize("name", ["thing moon", "moon lamp", "person", "hour yard late", "hour moon 20:00-21:00", ""])
def test_what_is_not_there_cannot_be_taken_away(name: str) -> None:
    assert refused(altered(lambda c: c["spared"][0]["without"].append(name))) == ["redundancy"]


def test_what_no_game_does_without_is_said_to_be_taken_as_written() -> None:
    def move(c: Content) -> None:
        c["spared"][0]["without"].remove("thing lamp")
        c["unspared"].append("thing lamp")

    [says] = [
        finding.says for finding in findings(altered(move)) if finding.claim == "redundancy" and finding.kind == "taken"
    ]
    assert says == "That the case can be known without thing lamp."


@pytest.mark.parametrize("name", ["base", "once", "stakeouts", "ferry", "disjoint", "torch", "held"])
def test_the_checker_takes_away_what_the_prover_does(name: str) -> None:
    made = mystery(name)
    assert {removal.name for removal in removals(made)} == {f"{kind} {id}" for kind, id, _ in proved_without(made)}


# ── games ───────────────────────────────────────────────────────────────────────────────────────────────────────


CHANGES: dict[str, Alteration] = {
    "a line less": lambda game: game["lines"].pop(),
    "a line that is not understood": lambda game: game["lines"].append("examine the moon"),
    "another beginning": lambda game: game["lines"].insert(0, "wait until 11:00"),
    "less shown": lambda game: game["shows"].pop(),
    "more shown": lambda game: game["shows"].append("ended shown"),
    "another seed": lambda game: game.update(seed=game["seed"] + 1),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_game_that_is_changed_is_refused(change: str) -> None:
    changed = content()
    games = {claim["claim"]: claim["witness"] for claim in changed["claims"] if claim.get("witness", {}).get("lines")}
    assert len(games) > 40
    for game in games.values():
        CHANGES[change](game)
    held = games.keys() - set(refused(changed))
    assert len(held) <= (2 if change == "another beginning" else 0)  # to be too late one may wait from the beginning


def test_a_game_for_something_else_is_refused() -> None:
    ids = {claim["claim"]: claim for claim in _content()["claims"]}
    one, other = ids["reachable:clue:salvage"]["witness"], ids["reachable:ending:wrong"]["witness"]
    [at] = [n for n, claim in enumerate(_content()["claims"]) if claim["claim"] == "reachable:clue:salvage"]
    assert one != other
    assert "reachable:clue:salvage" in refused(altered(lambda c: c["claims"][at].update(witness=other)))


def test_that_everything_can_be_reached_needs_a_game_for_everything() -> None:
    def forget(c: Content) -> None:
        c["claims"] = [
            claim for claim in c["claims"] if "ended too_late" not in claim.get("witness", {}).get("shows", ())
        ]

    assert refused(altered(forget)) == ["reachable"]


# ── the argument ────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_fact_of_the_invariant_is_needed() -> None:
    for number in range(len(_content()["argument"]["invariant"])):
        assert ill(lambda c, number=number: c["argument"]["invariant"].pop(number))  # type: ignore[misc]


def rows() -> Iterator[tuple[str, Alteration]]:
    for number in range(len(_content()["argument"]["rows"])):

        def row(c: Content, number: int = number) -> Content:
            one: Content = c["argument"]["rows"][number]
            return one

        def step(c: Content, row: Callable[[Content], Content] = row) -> Content:
            one: Content = row(c)["steps"][0]
            return one

        yield f"{number} gone", lambda c, n=number: c["argument"]["rows"].pop(n)  # type: ignore[misc]
        yield f"{number} gains", lambda c, row=row: row(c).update(gains=[["Knows", "bram_did"]])  # type: ignore[misc]
        yield f"{number} needs", lambda c, row=row: row(c)["needs"].append(["Knows", "still_more"])  # type: ignore[misc]
        yield f"{number} thing", lambda c, row=row: row(c)["needs"].append(["Has", "lamp"])  # type: ignore[misc]
        yield f"{number} free", lambda c, row=row: row(c).update(steps=[])  # type: ignore[misc]
        yield f"{number} twice", lambda c, row=row: row(c)["steps"].append(row(c)["steps"][0])  # type: ignore[misc]
        yield f"{number} rule", lambda c, step=step: step(c).update(rule="wet_boots.1")  # type: ignore[misc]
        yield f"{number} act", lambda c, step=step: step(c).update(act=["examine", "boots", ""])  # type: ignore[misc]
        yield f"{number} no act", lambda c, step=step: step(c).update(act=None)  # type: ignore[misc]
        yield f"{number} room", lambda c, step=step: step(c).update(room="cellar")  # type: ignore[misc]
        yield f"{number} door", lambda c, step=step: step(c).update(door="cellar")  # type: ignore[misc]
        yield f"{number} path", lambda c, step=step: step(c).update(path=[["cellar", step(c)["begins"]]])  # type: ignore[misc]
        yield f"{number} early", lambda c, step=step: step(c).update(begins=step(c)["begins"] - 100)  # type: ignore[misc]
        yield f"{number} late", lambda c, step=step: step(c).update(begins=step(c)["begins"] + 100_000)  # type: ignore[misc]
        yield f"{number} quick", lambda c, step=step: step(c).update(ends=step(c)["begins"] - 1)  # type: ignore[misc]
        yield f"{number} slow", lambda c, step=step: step(c).update(ends=step(c)["begins"] + 100_000)  # type: ignore[misc]
        yield f"{number} place", lambda c, step=step: step(c).update(place="yard")  # type: ignore[misc]


def test_every_row_that_is_altered_is_refused() -> None:
    held = [name for name, alteration in rows() if not ill(alteration)]
    assert not held


@pytest.mark.parametrize(
    "alteration",
    [
        lambda a: a.update(until=a["until"] + 60),
        lambda a: a.update(until=a["until"] - 60),
        lambda a: a.update(last=a["last"] + 30),
        lambda a: a.update(last=a["last"] // 3),
        lambda a: a["heart"].append("cellar"),
        lambda a: a["heart"].remove("kitchen"),
        lambda a: a["given"].append(["Knows", "salvage"]),
        lambda a: a["given"].append(["Has", "lamp"]),
        lambda a: a["routes"].append("dry_boat.1"),
        lambda a: a["routes"].pop(),
        lambda a: a["accusation"].pop(),
        lambda a: a["accusation"][0].__setitem__(1, "cole"),
        lambda a: a["accusation"][0].__setitem__(2, ["wet_boots"]),
        lambda a: a["rows"].reverse(),
    ],
)
def test_an_argument_that_is_altered_elsewhere_is_refused(alteration: Alteration) -> None:
    assert ill(lambda c: alteration(c["argument"]))


def test_an_argument_that_does_not_hold_is_told_with_its_claim() -> None:
    assert refused(altered(lambda c: c["argument"]["rows"].pop())) == ["stranded"]


def test_an_argument_for_another_last_hour_is_refused() -> None:
    assert refused(altered(lambda c: c["argument"].update(last=c["argument"]["last"] - 1))) == ["stranded"]


def test_an_argument_for_what_is_not_proved_is_refused() -> None:
    [at] = [number for number, claim in enumerate(_content()["claims"]) if claim["claim"] == "stranded"]
    assert refused(altered(lambda c: c["claims"][at].update(verdict="BOUNDED"))) == ["stranded"]


def test_without_its_argument_the_claim_is_taken_as_written() -> None:
    kinds = [finding.kind for finding in findings(altered(lambda c: c.pop("argument"))) if finding.claim == "stranded"]
    assert kinds == ["taken"]


def test_the_checker_shares_rules_and_engine_only() -> None:
    """No module of it imports anything of the prover's."""
    import ast
    from pathlib import Path

    import tavern.proof.checker as package

    allowed = ("tavern.model", "tavern.engine", "tavern.reasoning", "tavern.narration", "tavern.proof.checker")
    for file in Path(package.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("tavern"):
                assert str(node.module).startswith(allowed), f"{file.name} imports {node.module}"
