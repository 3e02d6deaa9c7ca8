"""What is sound is not blamed; what is broken stands in `tests/content/broken`."""

from pathlib import Path

import pytest

from tavern.compiler.compile import compile_folder

HOUSE = (Path(__file__).parent.parent / "content" / "house.yaml").read_text(encoding="utf-8")


def codes(folder: Path, addition: str, house: str = HOUSE) -> list[str]:
    (folder / "a_house.yaml").write_text(house, encoding="utf-8")
    (folder / "case.yaml").write_text(addition, encoding="utf-8")
    return [diagnostic.code for diagnostic in compile_folder(folder).diagnostics]


@pytest.mark.parametrize(
    "addition",
    [
        pytest.param(
            "actors: [{id: gene, replies: [{about: river, when: {not: {knows: clue_01}}, tell: No.}]}]\n", id="words"
        ),
        pytest.param("rooms: [{id: yard, listen: [{when: {not: {visited: cellar}}, text: Water.}]}]\n", id="variants"),
        pytest.param(
            "clues: [{id: c, text: d, routes: [{at: yard, when: {not: {with: gene, is: {cellar_door: open}}}}]}]\n",
            id="resources",
        ),
        pytest.param("fuses: [{id: f, at: '20:00', when: {not: {visited: yard}}, tell: A door.}]\n", id="sounds"),
    ],
)
def test_not_knowing_may_choose_words_and_not_having_may_gate(addition: str, tmp_path: Path) -> None:
    assert codes(tmp_path, addition) == []


@pytest.mark.parametrize(
    "route",
    [
        "{ask: gene, about: [river, gene]}",
        "{ask: gene}",
        "{show: slate, to: gene}",
        "{give: slate, to: gene}",
        "{confront: gene, with: clue_01}",
        "{challenge: gene, on: clue_01, how: who}",
        "{follow: gene, to: cellar}",
        "{hide: slate, in: taproom}",
        "{in: cellar}",
        "{at: [yard, cellar], between: ['22:00', '02:00']}",
        "{listen: taproom, at: taproom, when: {with: [gene, sarah]}}",
        "{push: slate}",
    ],
)
def test_routes_with_one_verb_and_what_goes_with_it(route: str, tmp_path: Path) -> None:
    assert codes(tmp_path, f"clues: [{{id: c, text: d, routes: [{route}]}}]\n") == []


def test_a_clue_is_revealed_by_an_effect_or_behind_a_lie_as_well(tmp_path: Path) -> None:
    addition = (
        "clues:\n  - {id: by_effect, text: a}\n  - {id: behind, text: b}\n  - {id: by_plain_key, text: c, revealed_by: gene}\n"
        "  - {id: lie, text: d, said_by: gene, lie: {really: behind, because: e, exposed_by: [clue_01]}, routes: [{ask: gene}]}\n"
        "items: [{id: slate, on: {push: {then: {reveal: by_effect}}}}]\n"
    )
    assert codes(tmp_path, addition) == []


def test_a_room_off_the_map_may_have_people_in_it(tmp_path: Path) -> None:
    addition = "rooms: [{id: hulk, name: Hulk, description: Far.}]\nactors: [{id: sarah, schedule: [{at: '04:00', room: hulk}]}]\n"
    assert codes(tmp_path, addition) == []


def test_the_truth_may_be_established_by_elimination(tmp_path: Path) -> None:
    house = HOUSE.replace("establishes: {how: boats}", "rules_out: {how: [carts]}")
    assert codes(tmp_path, "topics: []\n", house) == []


def test_a_lie_establishes_nothing(tmp_path: Path) -> None:
    house = HOUSE.replace("establishes: {how: boats}", "is_red_herring: true")
    assert codes(tmp_path, "topics: []\n", house) == ["T304"]


def test_an_alternative_that_proves_too_little_is_told_at_its_place(tmp_path: Path) -> None:
    house = HOUSE.replace("[clue_02]}", "[[clue_02], [clue_01]]}")
    assert codes(tmp_path, "topics: []\n", house) == ["T302"]
