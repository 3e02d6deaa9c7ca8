"""The printed pages say what is so, and leave nothing out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tavern.cli import COMMANDS
from tavern.cli.reference import ROOT, pages
from tavern.compiler import shape as s
from tavern.compiler.examples import FOLDER
from tavern.compiler.explain.nouns import NOUNS
from tavern.compiler.forms import Either, Form, Many, Number, OneOf, Record, Table, Truth, Words, keys_of
from tavern.compiler.nodes import Mapping, Node, Sequence
from tavern.compiler.reference import SECTIONS, page
from tavern.compiler.schema import shapes
from tavern.compiler.source import read

PAGES = pages()
ANCHOR = re.compile(r"[^a-z0-9 _-]")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_page_is_fresh(path: Path) -> None:
    kept = path.read_text(encoding="utf-8") if path.is_file() else ""
    assert kept == PAGES[path], f"print it anew: python -m tavern.cli.reference (it writes {path.relative_to(ROOT)})"


def test_every_shape_has_its_place_in_the_reference() -> None:
    told = [shape for section in SECTIONS for shape in section.shapes]
    assert len(told) == len(set(told))
    assert set(told) == set(shapes())


def test_every_shape_has_a_noun_by_which_an_author_is_spoken_to() -> None:
    assert set(shapes()) <= set(NOUNS)


def test_every_link_of_the_reference_leads_somewhere() -> None:
    text = page()
    headings = {ANCHOR.sub("", line.lower()).replace(" ", "-") for line in re.findall(r"(?m)^#+ (.*)$", text)}
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= headings


def test_every_file_of_the_example_mystery_is_shown() -> None:
    assert {section.example for section in SECTIONS} - {""} == {path.stem for path in FOLDER.glob("*.yaml")}


def test_every_key_stands_in_an_example() -> None:
    """All but `setting`, of which there is one in `content`: the example mystery borrows nothing."""
    used = {use for file in read(FOLDER).files if file.root for use in uses(Record(s.Folder), file.root)}
    declared = {(shape, key) for shape in shapes() for key in keys_of(shape)}
    assert {f"{shape.__name__}.{key}" for shape, key in declared - used} == {"Folder.setting"}


def uses(form: Form, node: Node) -> Iterator[tuple[type, str]]:
    """The keys a node uses of the shapes that may stand in its place."""
    match form, node:
        case Record(shape), Mapping():
            for key, value in node.entries:
                if key.text in keys_of(shape):
                    yield shape, key.text
                    yield from uses(keys_of(shape)[key.text].form, value)
        case Table(_, inner), Mapping():
            for _, value in node.entries:
                yield from uses(inner, value)
        case Many(inner), Sequence():
            for item in node.items:
                yield from uses(inner, item)
        case Either(forms), _:
            for part in forms:
                yield from uses(part, node)
        case ((Words() | Number() | Truth() | OneOf() | Record() | Table() | Many()), _):
            return


def test_every_command_is_in_the_reference() -> None:
    text = PAGES[ROOT / "docs" / "reference" / "commands.md"]
    assert all(f"## `tavern {name}`" in text for name in COMMANDS)


def test_every_command_shows_how_it_is_typed() -> None:
    text = PAGES[ROOT / "docs" / "reference" / "commands.md"]
    without = [name for name in COMMANDS if f"`tavern {name}" not in text.replace(f"## `tavern {name}`", "")]
    assert without == []
