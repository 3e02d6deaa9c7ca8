"""Where something stands that the prover speaks of."""

from tavern.authoring.declared import declared
from tests.proof.unfair import mystery as unfair
from tests.proof.unfair import text_of

LINES = text_of("base").splitlines()


def line_of(beginning: str) -> int:
    return next(number for number, line in enumerate(LINES, 1) if line.strip().startswith(beginning))


def test_a_clue_is_found_by_its_id_and_a_route_with_its_clue() -> None:
    place = f"mystery.yaml:{line_of('- id: wet_boots')}"
    assert declared(unfair("base"), "Nothing speaks against `wet_boots`.") == place
    assert declared(unfair("base"), "The route `wet_boots.1` is open to nobody else.") == place


def test_what_is_said_comes_before_who_and_what_is_there() -> None:
    place = f"mystery.yaml:{line_of('- id: keeps_shears')}"
    assert declared(unfair("base"), "Without the person `ada`, `who` stays open for want of `keeps_shears`.") == place


def test_a_thing_on_one_line_is_found_too() -> None:
    assert (
        declared(unfair("base"), "Without the thing `lamp`, it is open.") == f"mystery.yaml:{line_of('- {id: lamp,')}"
    )


def test_what_has_no_line_of_its_own_is_nowhere() -> None:
    assert declared(unfair("base"), "`who` alone is one in 3; `insisted` is no id.") == ""
