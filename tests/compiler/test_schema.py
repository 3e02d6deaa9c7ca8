"""The schema takes what the compiler takes, and refuses what an editor can know to be wrong."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from tavern.compiler.compile import compile_folder
from tavern.compiler.examples import FOLDER as EXAMPLES
from tavern.compiler.nodes import Mapping, Node, Sequence
from tavern.compiler.schema import modeline, schema
from tavern.compiler.source import read, read_text
from tavern.compiler.uses import find_uses
from tavern.compiler.validate import validate
from tavern.compiler.values import Json, as_json
from tavern.diagnostics.diagnostic import has_errors
from tests.places import CONTENT, ROOT

SCHEMA = json.loads(schema())
VALIDATOR = Draft7Validator(SCHEMA)
GAMES = [path for path in (ROOT / "tests" / "content").iterdir() if (path / "mystery.yaml").is_file()]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
FILES = sorted(path for folder in (CONTENT, EXAMPLES, *GAMES) for path in folder.rglob("*.yaml"))
BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def complaints(value: Json) -> list[str]:
    """What the schema has against a value, with the way to it."""
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in VALIDATOR.iter_errors(value)]


def value_of(text: str) -> Json:
    source = read_text(text)
    assert not has_errors(source.diagnostics)
    return as_json(source.files[0].root)


def blocks() -> Iterator[tuple[str, str]]:
    for path in DOCUMENTS:
        if path.name != "errors.md":  # each of its blocks has a mistake
            for number, block in enumerate(BLOCK.findall(path.read_text(encoding="utf-8")), 1):
                yield f"{path.name}:{number}", block


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_only_keywords_that_editors_know_are_used() -> None:
    known = {
        "$schema", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "propertyNames",
        "items", "minItems", "maxItems", "anyOf", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum",
        "default", "examples", "definitions",
    }  # fmt: skip
    assert set(_keywords(SCHEMA)) <= known


def _keywords(schema: dict[str, object]) -> Iterator[str]:
    yield from schema
    for keyword, value in schema.items():
        if keyword in ("properties", "definitions") and isinstance(value, dict):
            for inner in value.values():
                yield from _keywords(inner)
        elif keyword in ("items", "additionalProperties", "propertyNames") and isinstance(value, dict):
            yield from _keywords(value)
        elif keyword == "anyOf" and isinstance(value, list):
            for inner in value:
                yield from _keywords(inner)


def test_every_key_says_what_it_means() -> None:
    wholes = {"": SCHEMA, **SCHEMA["definitions"]}
    silent = [
        f"{name}.{key}"
        for name, whole in wholes.items()
        if whole.get("additionalProperties") is not True
        for key, said in whole.get("properties", {}).items()
        if name != "actions" and not said.get("description")
    ]
    assert silent == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_schema_takes_what_is_played(path: Path) -> None:
    (file,) = read(path).files
    assert complaints(as_json(file.root)) == []


@pytest.mark.parametrize(("place", "block"), list(blocks()))
def test_the_schema_takes_the_examples_of_the_documents(place: str, block: str) -> None:
    assert complaints(value_of(block)) == []


def test_the_example_mystery_has_no_mistakes() -> None:
    assert list(compile_folder(EXAMPLES).diagnostics) == []


BROKEN = sorted((ROOT / "tests" / "content" / "broken").glob("T*.yaml"))
SEEN_BY_EDITORS = {*(f"T{number}" for number in range(201, 214)), "T012"}  # T012: there an id is spelt with a blank


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_schema_refuses_what_can_be_known_of_one_file_and_nothing_else(path: Path) -> None:
    (file,) = read(path).files
    assert bool(complaints(as_json(file.root))) is (path.stem[:4] in SEEN_BY_EDITORS)


WRONG = {
    "a key that is not there": ("rooms: [{id: hall, nmae: Hall, description: A hall.}]", "nmae"),
    "a key at the top that is not there": ("room: []", "'room' was unexpected"),
    "a key at the wrong level": ("rooms: [{id: hall, description: A hall., begins: {at: '10:00'}}]", "begins"),
    "a room without its id": ("rooms: [{description: A hall.}]", "'id' is a required property"),
    "a clue without its text": ("clues: [{id: boots}]", "'text' is a required property"),
    "an id with a capital": ("rooms: [{id: Hall, description: A hall.}]", "'Hall' does not match"),
    "an id with a blank": ("rooms: [{id: my hall, description: A hall.}]", "'my hall' does not match"),
    "a reference that is no id": ("clues: [{id: a, text: A., said_by: Mrs Bell}]", "'Mrs Bell' does not match"),
    "an hour that is none": ("fuses: [{id: a, at: '25:00'}]", "'25:00' does not match"),
    "an hour with a dot": ("fuses: [{id: a, at: 22.30}]", "not of type 'string'"),
    "a window of one hour": ("fuses: [{id: a, when: {between: ['10:00']}}]", ""),
    "a direction that is none": (
        "rooms: [{id: hall, description: A hall., exits: {left: hall}}]",
        "'left' was unexpected",
    ),
    "a verb that is none": ("items: [{id: cup, on: {juggle: It falls.}}]", "'juggle' was unexpected"),
    "a word of no list": ("actors: [{id: ann, pronoun: her}]", "'her' is not one of"),
    "a number out of bounds": ("clues: [{id: a, text: A., reliability: 1.5}]", "greater than the maximum"),
    "a number in words": ("clues: [{id: a, text: A., reliability: high}]", "'high' is not of type 'number'"),
    "half a number": ("counters: [{id: coin, start: 0.5}]", ""),
    "yes for true": ("rooms: [{id: hall, description: A hall., bed: yes}]", "'yes' is not of type 'boolean'"),
    "true for words": ("rooms: [{id: hall, name: true}]", "True is not of type"),
    "one where a list belongs": ("actors: [{id: ann, names: Annie}]", "'Annie' is not of type 'array'"),
    "a list where one belongs": ("rooms: [{id: hall, name: [Hall]}]", "not of type"),
    "a mapping where a list belongs": ("rooms: {id: hall}", "not of type 'array'"),
    "a condition that is none": ("fuses: [{id: a, when: {know: a}}]", ""),
    "an effect that is none": ("fuses: [{id: a, then: {revael: a}}]", ""),
    "a difficulty that is none": (
        "mystery: {id: a, title: A, description: A., difficulty: FAIR}",
        "'FAIR' is not one of",
    ),
    "words without any": ("clues: [{id: a, text: ''}]", "non-empty"),
    "a name without end": (f"rooms: [{{id: hall, name: {'o' * 81}}}]", "too long"),
    "nothing under a key": ("rooms:", "None is not of type 'array'"),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_schema_refuses(name: str) -> None:
    text, words = WRONG[name]
    found = complaints(value_of(text))
    assert found
    assert any(words in complaint for complaint in found), found


TAKEN = {
    "an hour without quotes": "fuses: [{id: a, at: 22:30, when: {between: [22:00, 24:00]}}]",
    "a number for words": "rooms: [{id: hall, name: 1984, description: 12}]",
    "no as a word": "flags: [{id: bell, start: no}]",
    "a number with a plus": "fuses: [{id: a, then: {relationship: {ann: +0.1}}}]",
    "a whole number for a fraction": "clues: [{id: a, text: A., reliability: 1}]",
    "a borrowed room that is added to": "rooms: [{id: taproom, out_of_place: [mug]}]",
    "a question of the author's own": "solutions: {correct: {description: A., requires_clues: [], where: cellar}}",
}


@pytest.mark.parametrize("name", TAKEN)
def test_the_schema_takes(name: str) -> None:
    assert complaints(value_of(TAKEN[name])) == []


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_of_the_content_names_the_schema_for_editors(path: Path) -> None:
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    assert first == modeline("/".join([".."] * (len(path.relative_to(CONTENT).parts) - 1)))
    assert (path.parent / first.partition("=")[2]).resolve().is_file()


EXAMPLE_FILES = [file.root for file in read(EXAMPLES).files if isinstance(file.root, Mapping)]
REPLACEMENTS = [
    "hut",
    "7",
    "0.5",
    "-1",
    "true",
    "22:30",
    "no",
    "[hut]",
    "{hut: hut}",
    "[]",
    "[{hut: hut}]",
    "[22:00, 23:00]",
]


def places(node: Node, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value in a file."""
    if way:
        yield way
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from places(value, (*way, key.text))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from places(item, (*way, number))


def replaced(node: Node, way: tuple[str | int, ...], value: Node) -> Node:
    """The file with another value at that place."""
    if not way:
        return value
    first, *rest = way
    if isinstance(node, Mapping):
        entries = [(key, replaced(old, tuple(rest), value) if key.text == first else old) for key, old in node.entries]
        return Mapping(tuple(entries), node.span)
    assert isinstance(node, Sequence)
    items = [replaced(old, tuple(rest), value) if number == first else old for number, old in enumerate(node.items)]
    return Sequence(tuple(items), node.span)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_one_value_in_place_of_another_is_taken_by_both_or_by_neither(data: st.DataObject) -> None:
    root = data.draw(st.sampled_from(EXAMPLE_FILES))
    way = data.draw(st.sampled_from(list(places(root))))
    text = data.draw(st.sampled_from(REPLACEMENTS))
    whole = replaced(root, way, node_of(text))
    assert isinstance(whole, Mapping)
    folder, _ = validate(whole)
    is_taken = folder is not None and not find_uses(whole).stray
    found = complaints(as_json(whole))
    if is_taken and not spells_an_id(found):
        assert found == [], (way, text)
    elif not is_taken:
        assert found, (way, text)


def node_of(text: str) -> Node:
    root = read_text(f"a: {text}").files[0].root
    assert isinstance(root, Mapping)
    return root.entries[0][1]


def spells_an_id(found: list[str]) -> bool:
    """Whether it is about how an id is spelt: that one leads nowhere, the compiler says later."""
    signs = ("does not match '^[a-z]", "is not of type 'string'", "any of the given schemas")
    return any(sign in complaint for sign in signs for complaint in found)


@pytest.mark.parametrize("name", [name for name, whole in SCHEMA["definitions"].items() if "examples" in whole])
def test_an_example_of_the_schema_is_one(name: str) -> None:
    whole = {"definitions": SCHEMA["definitions"], **SCHEMA["definitions"][name]}
    for shown in whole["examples"]:
        assert list(Draft7Validator(whole).iter_errors(shown)) == []
