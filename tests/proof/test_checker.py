"""The checker of certificates: an honest one holds, and one in which anything that is looked into was altered does not."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest

from tavern.authoring.certificates import Replay
from tavern.model.mystery import Mystery
from tavern.proof.certificate import certificate
from tavern.proof.checker.argument import argument_in
from tavern.proof.checker.check import WHOLE, Finding, check
from tavern.proof.checker.document import NoCertificate, certificate_in, text_of
from tavern.proof.checker.induction import refusals
from tavern.proof.checker.spelling import Misspelt, condition_in, spelt
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
    return list(check(certificate_in(text_of(altered)), made, Replay(made)))


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


def test_an_honest_certificate_holds_and_says_what_is_taken_as_written() -> None:
    kinds = {finding.claim: finding.kind for finding in findings(content())}
    assert kinds == {
        "witnesses": "re-checked",
        "reachable": "re-checked",
        "one_answer": "re-checked",
        "stranded": "re-checked",
        "redundancy": "taken",
        "herrings": "taken",
        "guessing": "taken",
        "early": "taken",
    }


def test_the_same_content_makes_the_same_bytes() -> None:
    made = mystery("base")
    assert certificate(made, prove(made, Replay(made)), Replay(made), "1.0") == honest()


@pytest.mark.parametrize("name", ["torch", "eaten", "letter", "stakeouts", "shy", "disjoint"])
def test_the_argument_of_other_fair_cases_holds_too(name: str) -> None:
    made = mystery(name, fair=True)
    found = list(check(certificate_in(honest(name, fair=True)), made, Replay(made)))
    assert "re-checked" in [finding.kind for finding in found if finding.claim == "stranded"]
    assert not [finding for finding in found if finding.kind == "refused"]


@pytest.mark.parametrize("name", ["eaten", "herring", "insult", "one_move"])
def test_the_certificate_of_an_unfair_case_holds_as_well(name: str) -> None:
    made = mystery(name)
    found = list(check(certificate_in(honest(name)), made, Replay(made)))
    assert not [finding for finding in found if finding.kind == "refused"]


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
        ('{"seal": 1, "format": 7}', "its format is 7, and this version reads 1"),
        ('{"seal": 1, "format": 1}', "it was changed after it was written: its seal is another"),
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


def _without_games(c: Content) -> None:
    for claim in c["claims"]:
        claim.pop("witness", None)


def test_a_claim_cannot_be_better_than_its_parts() -> None:
    for claim in _content()["claims"]:
        whole = claim["claim"].partition(":")[0]
        if ":" in claim["claim"] and whole != "reachable":
            changed = altered(_without_games)
            next(c for c in changed["claims"] if c["claim"] == claim["claim"])["verdict"] = "REFUTED"
            assert whole in refused(changed)


CHANGES: dict[str, Alteration] = {
    "a line less": lambda game: game["lines"].pop(),
    "a line that is not understood": lambda game: game["lines"].append("examine the moon"),
    "another beginning": lambda game: game["lines"].insert(0, "wait until 11:00"),
    "less shown": lambda game: game["shows"].pop(),
    "more shown": lambda game: game["shows"].append("ended shown"),
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
    kinds = {finding.claim: finding.kind for finding in findings(altered(lambda c: c.pop("argument")))}
    assert kinds["stranded"] == "taken"


def test_the_checker_shares_rules_and_engine_only() -> None:
    """No module of it imports anything of the prover's."""
    import ast
    from pathlib import Path

    import tavern.proof.checker as package

    allowed = ("tavern.model", "tavern.engine", "tavern.reasoning", "tavern.proof.checker")
    for file in Path(package.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("tavern"):
                assert str(node.module).startswith(allowed), f"{file.name} imports {node.module}"
