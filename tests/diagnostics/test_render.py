"""How a mistake looks on the screen, in an editor's list, and to a program."""

from dataclasses import replace
from json import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.diagnostics import (
    Diagnostic,
    Edit,
    Span,
    any_of,
    concise,
    full,
    has_errors,
    in_file_order,
    json,
    quote,
    whole,
)

GENE = "\n" * 13 + "    - topic: celar\n"
CELAR = Diagnostic(
    code="T012",
    span=Span("content/cellar/gene.yaml", 14, 14, 5),
    cause="no topic has the id `celar`",
    fix="write `cellar` (topics.yaml:3), or add a topic `celar`",
    title="gene replies to a topic that does not exist",
)


def at(column: int, length: int, line: str, **more: object) -> list[str]:
    """The excerpt of a one-line file, without its heading and its fix."""
    diagnostic = Diagnostic("T120", Span("a.yaml", 1, column, length), "here", "mend it", **more)  # type: ignore[arg-type]
    return full([diagnostic], {"a.yaml": line}).splitlines()[3:-1]


def test_the_block_has_place_line_caret_cause_and_fix() -> None:
    assert full([CELAR], {"content/cellar/gene.yaml": GENE}) == (
        "error[T012]: gene replies to a topic that does not exist\n"
        "  --> content/cellar/gene.yaml:14:14\n"
        "   |\n"
        "14 |     - topic: celar\n"
        "   |              ^^^^^ no topic has the id `celar`\n"
        "   = fix: write `cellar` (topics.yaml:3), or add a topic `celar`\n"
    )


def test_a_second_place_is_shown_in_its_own_file() -> None:
    second = (Span("b.yaml", 120, 3, 2), "here for the first time")
    clash = Diagnostic(
        "T117", Span("a.yaml", 2, 1, 2), "`id` has a value already", "keep one of the two", second=second
    )
    sources = {"a.yaml": "x: 1\nid: b\n", "b.yaml": "\n" * 119 + "  id: a"}
    assert full([clash], sources) == (
        "error[T117]: the same key twice\n"
        "   --> a.yaml:2:1\n"
        "    |\n"
        "  2 | id: b\n"
        "    | ^^ `id` has a value already\n"
        "   ::: b.yaml:120:3\n"
        "    |\n"
        "120 |   id: a\n"
        "    |   -- here for the first time\n"
        "    = fix: keep one of the two\n"
    )


def test_two_blocks_are_parted_by_an_empty_line() -> None:
    both = full([CELAR, CELAR], {"content/cellar/gene.yaml": GENE})
    assert both.count("\n\n") == 1
    assert both.count("error[T012]") == 2


def test_the_same_mistake_made_many_times_is_shown_once() -> None:
    places = [
        Diagnostic("T012", Span("a.yaml", line, 1, 1), "no topic has the id `x`", "write `y`") for line in range(1, 12)
    ]
    text = full(places, {"a.yaml": "x\n" * 12})
    assert text.count("error[T012]") == 1
    assert (
        "\n  = the same in 10 more places: a.yaml:2:1, a.yaml:3:1, a.yaml:4:1, a.yaml:5:1, a.yaml:6:1, a.yaml:7:1, …\n"
        in text
    )
    assert full(places[:3], {"a.yaml": "x\n" * 12}).count("error[T012]") == 3


def test_a_whole_file_has_no_line() -> None:
    huge = Diagnostic("T103", whole("big.yaml"), "the file has more than 1 MB", "split it")
    assert full([huge], {}) == (
        "error[T103]: a file that is too large\n --> big.yaml\n  = the file has more than 1 MB\n  = fix: split it\n"
    )


def test_every_line_of_a_fix_is_lined_up() -> None:
    two = Diagnostic("T120", Span("a.yaml", 1, 1, 1), "here", "write\n  id: a")
    assert full([two], {"a.yaml": "x"}).splitlines()[-2:] == ["  = fix: write", "           id: a"]


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "carets"),
    [
        ("id: ab", 5, 2, "id: ab", "    ^^"),
        ("名前: ab", 5, 2, "名前: ab", "      ^^"),  # wide letters take two cells each
        ("a: 名前", 4, 2, "a: 名前", "   ^^^^"),
        ("cafe\u0301: ab", 8, 2, "caf\u00e9: ab", "      ^^"),  # a combining accent takes none
        ("\tid: ab", 6, 2, "    id: ab", "        ^^"),
        ("a\tid: ab", 2, 1, "a   id: ab", " ^^^"),
        ("id:", 4, 0, "id:", "   ^"),  # nothing stands there, and one caret shows where
        ("a: \x1b[31m", 4, 1, "a: \ufffd[31m", "   ^"),
        ("a: \u202eb", 4, 1, "a: \ufffdb", "   ^"),
    ],
)
def test_the_caret_stands_under_the_wrong_place(line: str, column: int, length: int, shown: str, carets: str) -> None:
    assert at(column, length, line) == [f"1 | {shown}", f"  | {carets} here"]


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "x" * 500 + "wrong" + "y" * 500
    text, carets = at(501, 5, line)
    assert text == "1 | …" + "x" * 60 + "wrong" + "y" * 35 + "…"
    assert carets == "  |  " + " " * 60 + "^^^^^ here"


def test_words_of_the_author_cannot_steer_the_terminal() -> None:
    nasty = Diagnostic("T120", Span("a\x1b]0;.yaml", 1, 1, 1), "see `\x1b[2J`", "delete `\x9b`", "a \u202e title\n")
    for text in (full([nasty], {"a\x1b]0;.yaml": "\x1b"}), concise([nasty]), json([nasty])):
        assert not set(text) & set("\x1b\x9b\u202e")


def test_concise_is_one_line_each() -> None:
    assert concise([CELAR]) == (
        "content/cellar/gene.yaml:14:14: error[T012]: gene replies to a topic that does not exist: "
        "no topic has the id `celar`\n"
    )


def test_json_has_every_part() -> None:
    second = (Span("b.yaml", 1, 2, 3), "there")
    edits = (Edit(Span("a.yaml", 4, 5, 0), "x"),)
    [read] = loads(json([Diagnostic("T117", Span("a.yaml", 4, 5, 6), "cause", "fix", "title", second, edits)]))
    assert read == {
        "code": "T117",
        "severity": "error",
        "title": "title",
        "path": "a.yaml",
        "line": 4,
        "column": 5,
        "length": 6,
        "cause": "cause",
        "fix": "fix",
        "second": {"path": "b.yaml", "line": 1, "column": 2, "length": 3, "cause": "there"},
        "edits": [{"path": "a.yaml", "line": 4, "column": 5, "length": 0, "text": "x"}],
    }


def test_order_is_by_file_line_and_column() -> None:
    spans = [Span("b", 1, 1, 1), Span("a", 10, 1, 1), Span("a", 9, 7, 1), Span("a", 9, 2, 1)]
    found = in_file_order(Diagnostic("T120", span, "", "") for span in spans)
    assert [diagnostic.span for diagnostic in found] == spans[::-1]


def test_an_error_stands_in_the_way() -> None:
    assert has_errors([CELAR])
    assert not has_errors([])


def test_author_words_are_quoted_and_cut() -> None:
    assert quote("celar") == "`celar`"
    assert quote("x" * 99) == f"`{'x' * 39}…`"
    assert any_of(["a"]) == "`a`"
    assert any_of(["a", "b", "c"]) == "`a`, `b` or `c`"


LONG = Diagnostic(
    code="T012",
    span=Span("a.yaml", 1, 71, 5),
    cause="no topic has the id `celar`, though a person speaks of it at great length",
    fix="write `cellar` (topics.yaml:3), or add a topic with the id `celar`\n- id: celar",
    title="gene replies to a topic that does not exist, in a file of the setting",
)


def test_what_is_too_long_for_the_terminal_goes_on_below_and_the_caret_stays_under_its_place() -> None:
    line = f"{'x' * 70}celar{'y' * 40}"
    shown = full([LONG], {"a.yaml": line}, 48).splitlines()
    assert shown == [
        "error[T012]: gene replies to a topic that does",
        "             not exist, in a file of the setting",
        " --> a.yaml:1:71",
        "  |",
        "1 | …xxxxxxxxxxxxxxxxxxxxxxxxxcelaryyyyyyyyyyyy…",
        "  |                           ^^^^^",
        "  | no topic has the id `celar`, though a person",
        "  | speaks of it at great length",
        "  = fix: write `cellar` (topics.yaml:3), or add",
        "         a topic with the id `celar`",
        "         - id: celar",
    ]


def test_a_cause_goes_on_under_its_own_beginning_where_there_is_room() -> None:
    near = replace(LONG, span=Span("a.yaml", 1, 1, 5))
    shown = full([near], {"a.yaml": "celar"}, 60).splitlines()
    assert shown[4:7] == [
        "1 | celar",
        "  | ^^^^^ no topic has the id `celar`, though a person",
        "  |       speaks of it at great length",
    ]


@given(st.integers(0, 120), st.integers(1, 30), st.integers(48, 130))
def test_no_line_but_of_what_is_to_be_typed_is_wider_than_asked(before: int, length: int, width: int) -> None:
    line = "a" * before + "b" * length + "c" * 50
    diagnostic = replace(LONG, span=Span("a.yaml", 1, before + 1, length))
    shown = full([diagnostic], {"a.yaml": line}, width).splitlines()
    assert max(map(len, shown)) <= width
    code = next(number for number, text in enumerate(shown) if text.startswith("1 |"))
    carets = shown[code + 1]
    marked = shown[code][carets.index("^") : carets.rindex("^") + 1]
    assert set(marked) == {"b"}
