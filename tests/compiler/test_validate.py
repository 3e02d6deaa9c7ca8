"""The shape of content: what is taken, where its values stand, and that no mistake goes unexplained."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tavern.compiler.explain import explain
from tavern.compiler.explain.nouns import NOUNS
from tavern.compiler.join import join
from tavern.compiler.nodes import Mapping
from tavern.compiler.shape import Folder, Shape
from tavern.compiler.source import read, read_text
from tavern.compiler.uses import find_uses
from tavern.compiler.validate import Places, Plain, plain, validate
from tavern.diagnostics import Diagnostic, Span

CONTENT = Path(__file__).parent.parent / "content"
JUNK: tuple[object, ...] = (
    *("", "x", "gene", "22:30", "25:99", "0.5", "-3", "true", "Thursday", "north", "a b", "{gene}"),
    *(True, False, None, [], ["gene"], [["gene"]], [None], [{}], {}, {"id": "x"}, {"to": "cellar"}, {"when": {}, "text": "x"}),
    *([{"text": "x"}], ["x", {"text": "y"}], {"knows": "gene"}, ["22:00", "02:00"], {"north": "cellar"}),
)  # fmt: skip


def root(text: str) -> Mapping:
    source = read_text(text, "a.yaml")
    assert source.diagnostics == ()
    whole, wrong = join(source.files)
    assert wrong == []
    return whole


def faults(text: str) -> list[Diagnostic]:
    folder, wrong = validate(root(text))
    assert (folder is None) == bool(wrong)
    return wrong


def found(text: str) -> list[tuple[str, int, int, int]]:
    return [(fault.code, *fault.span[1:]) for fault in faults(text)]


def test_every_shape_has_a_name_for_authors() -> None:
    assert set(NOUNS) == set(Shape.__subclasses__())


def test_numbers_hours_and_yes_are_what_the_author_typed() -> None:
    folder, _ = validate(
        root(
            "clues:\n  - {id: a, name: 1.10, text: no, reliability: 0.5, prepared: true, routes: [{at: b, between: [22:30, 02:00]}]}\n"
        )
    )
    assert folder is not None
    [clue] = folder.clues
    assert (clue.name, clue.text, clue.reliability, clue.prepared) == ("1.10", "no", 0.5, True)
    assert clue.routes[0].between == ["22:30", "02:00"]


def test_a_key_with_nothing_after_it_is_left_out() -> None:
    folder, _ = validate(root("clues:\n  - {id: a, text: b, name: , routes: , lie: ~}\n"))
    assert folder is not None
    assert (folder.clues[0].name, folder.clues[0].routes, folder.clues[0].lie) == (None, [], None)


def test_python_names_of_keys_are_no_keys() -> None:
    assert found("items:\n  - {id: a, name: b, in_: c}\n") == [("T201", 2, 22, 3)]
    assert found("rooms:\n  - {id: a, name: b, description: c, dark: {where: {gene: b}}}\n")[0][0] == "T201"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("clues:\n  - {id: a}\n", "T203", (2, 5, 7)),
        ("clues:\n  - id: a\n    text:\n", "T203", (3, 5, 4)),
        ("topics:\n  - {id: a, name: [b]}\n", "T204", (2, 19, 3)),
        ("rooms: {id: a}\n", "T204", (1, 8, 7)),
        ("actors:\n  - {id: a, schedule: [{at: 7, room: b}]}\n", "T207", (2, 29, 1)),
        ("actors:\n  - {id: a, replies: [{about: b, tell: [{text: c, wehn: {}}]}]}\n", "T201", (2, 51, 4)),
        ("actors:\n  - {id: a, replies: [{about: b, tell: [c, {text: d}]}]}\n", "T204", (2, 44, 9)),
        ("solutions: {correct: {description: a, requires_clues: [b], how: [c]}}\n", "T204", (1, 65, 3)),
        ("rooms:\n  - {id: a, name: b, description: c, exits: {up: {to: [d]}}}\n", "T204", (2, 55, 3)),
        ("items:\n  - {id: a, name: b, on: {take: {tell: c, then: [d]}}}\n", "T204", (2, 50, 1)),
    ],
)
def test_a_mistake_is_told_once_at_its_place(text: str, code: str, place: tuple[int, int, int]) -> None:
    assert found(text) == [(code, *place)]


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    assert [fault.fix for fault in faults("topics:\n  - {id: a, nmae: b}\n")] == ["write `name`"]


def test_the_same_unknown_key_of_two_files_is_told_twice() -> None:
    files = [*read_text("rums: []\n", "a.yaml").files, *read_text("rums: []\n", "b.yaml").files]
    whole, wrong = join(files)
    assert wrong == []
    assert [fault.span.path for fault in explain(whole)] == ["a.yaml", "b.yaml"]


def test_places_of_values_and_keys() -> None:
    places = Places(root("clues:\n  - id: a\n    text: b\n    about: [c, d]\n"))
    assert places.of("clues", 0, "about", 1) == Span("a.yaml", 4, 16, 1)
    assert places.key("clues", 0, "about") == Span("a.yaml", 4, 5, 5)
    assert places.key("clues", 0, "about", 1) == Span("a.yaml", 4, 16, 1)
    assert places.of("clues", 0, "routes", 3) == Span("a.yaml", 2, 5, 2)


@pytest.fixture(scope="module")
def sound() -> Plain:
    whole, _ = join([*read(CONTENT / "sample").files])
    return plain(whole)


@given(seed=st.integers(0, 2**32), changes=st.integers(0, 4))
def test_whatever_the_shapes_refuse_is_explained_and_nothing_else(sound: Plain, seed: int, changes: int) -> None:
    broken = json.loads(json.dumps(sound))
    chance = Random(seed)
    for _ in range(changes):
        _break(broken, chance)
    whole = root(json.dumps(broken, ensure_ascii=False))
    assert bool(explain(whole)) == (_refused(whole) or bool(find_uses(whole).stray))


def _refused(whole: Mapping) -> bool:
    try:
        Folder.model_validate(plain(whole), by_alias=True, by_name=False)
    except ValidationError:
        return True
    return False


def _break(value: Plain, chance: Random) -> None:
    """Puts, adds or takes away something anywhere inside."""
    holders = [holder for holder in _holders(value) if holder]
    holder = chance.choice(holders)
    junk = json.loads(json.dumps(chance.choice(JUNK)))
    if isinstance(holder, list):
        holder[chance.randrange(len(holder))] = junk
        return
    key = chance.choice(list(holder))
    action = chance.randrange(3)
    if action == 0:
        holder[key] = junk
    elif action == 1:
        del holder[key]
    else:
        holder[chance.choice(["tell", "id", "clues", "nmae", "when", "names"])] = junk


def _holders(value: Plain) -> Iterator[list[Plain] | dict[str, Plain]]:
    if isinstance(value, list):
        yield value
        for item in value:
            yield from _holders(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _holders(item)
