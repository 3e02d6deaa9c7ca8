"""Drawings: what is on them, that they fit, and that every program that should read them can."""

import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tavern.authoring.content import mystery_at
from tavern.authoring.graph.clues import clues
from tavern.authoring.graph.drawing import FORMATS, SUBJECTS, drawn
from tavern.authoring.graph.hours import hours
from tavern.authoring.graph.layout import Box, laid_out
from tavern.authoring.graph.outline import codes_of, outline
from tavern.authoring.graph.rooms import rooms
from tavern.authoring.graph.topics import topics
from tavern.authoring.graph.value import Edge
from tavern.cli import graph as command
from tavern.model.mystery import Mystery
from tests.authoring.an_inn import write_inn
from tests.factory import a_mystery, a_person, a_room, a_thing
from tests.places import CONTENT, ROOT

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def cellar() -> Mystery:
    return mystery_at(CONTENT / "cellar_secret", [CONTENT])


@pytest.fixture
def inn(tmp_path: Path) -> Mystery:
    return mystery_at(write_inn(tmp_path), [])


def tavern(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "tavern", "graph", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)


def test_the_command_draws_and_knows_every_subject_and_format(tmp_path: Path) -> None:
    drawing = tavern(write_inn(tmp_path), "--what", "map", "--format", "mermaid")
    assert (drawing.returncode, drawing.stderr) == (0, "")
    assert "flowchart LR" in drawing.stdout
    assert tavern(tmp_path / "inn", "--what", "weather").returncode == 2
    assert tuple(FORMATS) == command.FORMATS
    assert tuple(SUBJECTS) == command.SUBJECTS


def test_clues_have_their_routes_steps_lies_and_contradictions(inn: Mystery) -> None:
    edges = set(clues(inn).edges)
    assert {
        Edge("from:mug", "chip", "gives", "examine"),
        Edge("from:ada", "chip", "gives", "ask about the rain"),
        Edge("chip", "it_was_ben", "carries"),
        Edge("it_was_ben", "who=ben", "establishes"),
        Edge("chip", "ben_slept", "exposes"),
        Edge("ghost", "chip", "contradicts"),
    } <= edges


def test_the_truth_comes_first_in_the_text(inn: Mystery) -> None:
    text = outline(clues(inn))
    assert text.index("THE TRUTH") < text.index("CLUES") < text.index("PEOPLE")
    assert re.search(r"exposed by +the chip", text)


@pytest.mark.parametrize("what", SUBJECTS)
def test_text_fits_in_80_columns(cellar: Mystery, what: str) -> None:
    assert max(map(len, drawn(cellar, what, "text").splitlines())) <= 80


@pytest.mark.parametrize("what", SUBJECTS)
def test_svg_is_xml_with_every_text_on_the_paper(cellar: Mystery, what: str) -> None:
    root = ET.fromstring(drawn(cellar, what, "svg"))
    wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
    assert "prefers-color-scheme: dark" in (root.findtext(f"{SVG}style") or "")
    texts = [text for text in root.iter(f"{SVG}text") if text.get("x") and text.get("y")]
    assert len(texts) > 20
    for text in texts:
        assert 0 <= float(text.get("x", "0")) <= wide
        assert 0 <= float(text.get("y", "0")) <= high


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@pytest.mark.parametrize("make", [clues, rooms])
def test_no_two_boxes_overlap(cellar: Mystery, make: object) -> None:
    graph = clues(cellar) if make is clues else rooms(cellar)
    boxes = laid_out(graph)
    assert len(boxes) == len(graph.nodes)
    assert not [pair for pair in combinations(boxes.values(), 2) if overlap(*pair)]


def test_rooms_stand_where_their_directions_say() -> None:
    mystery = a_mystery(
        rooms=[
            a_room("hall", exits={"north": "attic", "east": "yard", "west": {"blocked": "No."}}),
            a_room("attic", exits={"south": "hall"}),
            a_room("yard"),
            a_room("island"),
        ]
    )
    graph = rooms(mystery)
    spots = {room: (column, row) for room, column, row in graph.spots}
    assert spots["attic"][1] < spots["hall"][1] == spots["yard"][1]
    assert spots["yard"][0] > spots["hall"][0]
    assert spots["island"][1] > spots["hall"][1]
    assert Edge("hall", "attic", "way", "north") in graph.edges
    assert len(graph.edges) == 3


def test_doors_are_told_and_numbered(inn: Mystery) -> None:
    assert "north     Kitchen, by the oak door, open" in outline(rooms(inn))
    assert "1  Hall – Kitchen, by the oak door, open" in drawn(inn, "map", "svg")


def test_hours_are_to_the_minute_and_alike_days_are_one() -> None:
    mystery = a_mystery(
        begins="18:00",
        ends={"day": 3, "at": "06:00"},
        rooms=[a_room("hall"), a_room("attic")],
        actors=[
            a_person(
                "ada", schedule=[{"at": "06:00", "room": "hall"}, {"at": "22:30", "room": "attic", "asleep": True}]
            ),
            a_person("ghost", ""),
        ],
    )
    table = hours(mystery)
    assert [day.title for day in table.days] == ["Thursday, day 1; Friday, day 2; Saturday, day 3"]
    (name, stays), (_, nowhere) = table.days[0].rows
    assert name == "Ada"
    assert [(stay.start, stay.end, stay.room, stay.asleep) for stay in stays] == [
        (0, 360, "attic", True),
        (360, 1350, "hall", False),
        (1350, 1440, "attic", True),
    ]
    assert nowhere == ()
    text = outline(table)
    assert "Ada     at at at at at at HA HA" in text
    assert "Ghost   -- --" in text
    assert "06:00 hall; 22:30 attic, asleep" in text


def test_rooms_with_like_names_have_codes_of_their_own() -> None:
    names = ["attic", "attics", "at", "a"]
    people = [a_person(f"p{number}", name) for number, name in enumerate(names)]
    table = hours(a_mystery(rooms=[a_room("hall"), *map(a_room, names)], actors=people))
    codes = codes_of(table)
    assert len(set(codes.values())) == len(codes) == 4
    assert all(len(code) == 2 for code in codes.values())


def test_topics_are_a_table_of_who_has_words_and_who_gives_a_clue(inn: Mystery) -> None:
    lines = outline(topics(inn)).splitlines()
    assert re.fullmatch(r"the rain +clue", next(line for line in lines if line.startswith("the rain")))
    assert re.fullmatch(r"the evening {21}clue", next(line for line in lines if line.startswith("the evening")))


def test_a_topic_without_words_says_so() -> None:
    mystery = a_mystery(actors=[a_person("ada")], topics=[{"id": "rain", "name": "rain"}])
    assert "rain                       nobody answers" in outline(topics(mystery))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("what", SUBJECTS)
def test_names_full_of_signs_break_no_drawing(what: str, form: str) -> None:
    wild = 'a "quoted" <b>name</b> & #1; \\'
    mystery = a_mystery(
        rooms=[a_room("hall", exits={"north": {"to": "attic", "door": "gate"}}), a_room("attic")],
        items=[a_thing("gate", name=wild, kind="door", rooms=["hall", "attic"], **{"in": None})],
        actors=[a_person("ada", name=wild, replies=[{"about": "rain", "tell": "Wet."}])],
        topics=[{"id": "rain", "name": wild}],
        clues=[{"id": "wet", "name": wild, "text": "It is.", "routes": [{"ask": "ada", "about": "rain"}]}],
    )
    text = drawn(mystery, what, form)
    if form == "svg":
        ET.fromstring(text)
    if form in ("dot", "mermaid"):
        plain = re.sub(r'\\\\|\\"', "", text) if form == "dot" else text  # only dot knows a backslash
        assert all(line.count('"') % 2 == 0 for line in plain.splitlines())


def test_an_empty_mystery_can_be_drawn() -> None:
    for what in SUBJECTS:
        for form in FORMATS:
            assert drawn(a_mystery(), what, form)
