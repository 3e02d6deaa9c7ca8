"""What the documents show works: every piece of content compiles, every command prints what stands below it."""

import re
from pathlib import Path

import pytest

from tavern.cli import COMMANDS
from tests.docs.desk import fits
from tests.docs.follow import begun
from tests.docs.pages import DOCS, EXPLANATIONS, GUIDES, TUTORIAL, Change, Piece, Play, Typed, Written, steps
from tests.places import ROOT

PAGES = [TUTORIAL, *GUIDES, *EXPLANATIONS]
LINKED = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", DOCS / "README.md", DOCS / "architecture.md", *PAGES]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
BLOCK = re.compile(r"```(?:yaml|console)\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_whoever_follows_a_page_gets_what_it_shows(page: Path, tmp_path: Path) -> None:
    desk = begun(page, tmp_path)
    for step in steps(page):
        came = desk.take(step)
        if isinstance(step, Typed):
            place = f"{page.name}:{step.line}: $ {step.command}"
            assert fits(came, step.below), f"{place}\n{came}\n(python -m tests.docs.anew prints it anew)"
        else:
            assert not came, f"{page.name}: {step}\n{came}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_leaves_behind_has_no_mistakes(page: Path, tmp_path: Path) -> None:
    desk = begun(page, tmp_path)
    for step in steps(page):
        if isinstance(step, Written | Piece | Change):
            desk.take(step)
    assert desk.mistakes() == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_block_of_a_page_is_passed_over(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    taken = [step for step in steps(page) if isinstance(step, Written | Piece | Typed)]
    assert len(taken) >= len(BLOCK.findall(text))
    assert text.count("\n$ ") == sum(isinstance(step, Typed) for step in taken)
    assert text.count("```text\n> ") == sum(isinstance(step, Play) for step in steps(page))


def test_every_mistake_of_the_tutorial_is_made_and_mended() -> None:
    changes = [step for step in steps(TUTORIAL) if isinstance(step, Change)]
    assert len(changes) >= 16
    for made, mended in zip(changes[::2], changes[1::2], strict=True):
        assert (made.file, made.old, made.new) == (mended.file, mended.new, mended.old)


def test_the_tutorial_shows_the_commands_a_first_mystery_needs() -> None:
    typed = {step.name for step in steps(TUTORIAL) if isinstance(step, Typed)}
    assert {"check", "watch", "test", "prove"} <= typed <= set(COMMANDS)


def test_the_map_leads_to_every_page() -> None:
    linked = {(DOCS / path).resolve() for path, _ in LINK.findall((DOCS / "README.md").read_text(encoding="utf-8"))}
    pages = {path for path in DOCS.rglob("*.md") if path != DOCS / "README.md"}
    assert pages <= linked


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        target = (page.parent / path) if path else page
        assert target.exists(), path
        if anchor:
            text = target.read_text(encoding="utf-8")
            headings = {
                re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in re.findall(r"(?m)^#+ (.*)$", text)
            }
            assert anchor in headings or f'id="{anchor}"' in text, f"{path}#{anchor}"


def test_what_is_shown_has_to_be_printed_and_dots_stand_for_any_words() -> None:
    assert fits("one\ntwo  \nthree\n", "one\n…\nthree")
    assert fits("", "")
    assert not fits("one\ntwo", "one")
    assert not fits("one", "one\n…\ntwo")
