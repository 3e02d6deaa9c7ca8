"""Reading content files: places, what stays as typed, and every way a file can be broken."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.compiler.files import LARGEST_FILE, MOST_FILES
from tavern.compiler.nodes import Mapping, Node, Scalar, Sequence, as_bool, as_float, as_int, is_null
from tavern.compiler.source import PARSERS, AnyParser, Source, read, read_text
from tavern.diagnostics import Span

BOTH = pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__)
Found = tuple[str, int, int, int]  # code, line, column, length


def root(text: str, parser: AnyParser = PARSERS[0]) -> Node:
    source = read_text(text, "a.yaml", parser)
    assert source.diagnostics == ()
    node = source.files[0].root
    assert node is not None
    return node


def value(text: str, parser: AnyParser = PARSERS[0]) -> Node:
    """What stands under the only key of the text."""
    node = root(text, parser)
    assert isinstance(node, Mapping)
    [(_, under)] = node.entries
    return under


def found(source: Source) -> list[Found]:
    return [(d.code, d.span.line, d.span.column, d.span.length) for d in source.diagnostics]


def codes(source: Source) -> list[str]:
    return [diagnostic.code for diagnostic in source.diagnostics]


def plain(node: Node) -> object:
    """The node as Python's own values, without places."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(under) for key, under in node.entries}


@BOTH
def test_nodes_know_their_places(parser: AnyParser) -> None:
    text = (
        'clues:\n  - id: clue_01\n    text: "It\'s late"\n    from: [a, b]\n    where: {x: 1}\n    why:\n'
        "    opening: |  \n      Rain\n"
    )
    clues = value(text, parser)
    assert isinstance(clues, Sequence)
    assert clues.span == Span("a.yaml", 2, 3, 1)
    [clue] = clues.items
    assert isinstance(clue, Mapping)
    assert clue.span == Span("a.yaml", 2, 5, 2)
    places = {key.text: (key.span[1:], under.span[1:]) for key, under in clue.entries}
    assert places == {
        "id": ((2, 5, 2), (2, 9, 7)),
        "text": ((3, 5, 4), (3, 11, 11)),
        "from": ((4, 5, 4), (4, 11, 6)),
        "where": ((5, 5, 5), (5, 12, 6)),
        "why": ((6, 5, 3), (6, 9, 0)),
        "opening": ((7, 5, 7), (7, 14, 1)),
    }


@BOTH
@pytest.mark.parametrize(
    "text", ["22:30", "no", "1.10", "010", "2001-01-01", "1e3", ".nan", "0x1F", "12_000", "~", "ÅÄÖ"]
)
def test_plain_text_stays_as_typed(text: str, parser: AnyParser) -> None:
    assert value(f"a: {text}\n", parser) == Scalar(text, True, "a.yaml", 1, 4, len(text))


@pytest.mark.parametrize(
    ("typed", "text", "is_plain"),
    [
        ('"a\\n\\u00e9"', "a\né", False),
        ("'it''s'", "it's", False),
        ("a\n  b", "a b", True),
        ("|\n  a\n   b\n\n  c", "a\n b\n\nc\n", False),
        (">-\n  a\n  b", "a b", False),
        ("cafe\u0301", "café", True),  # the same letter, however an editor stores it
        ("", "", True),
    ],
)
@BOTH
def test_quotes_and_blocks_are_taken_off(typed: str, text: str, is_plain: bool, parser: AnyParser) -> None:
    scalar = value(f"a: {typed}\n", parser)
    assert isinstance(scalar, Scalar)
    assert (scalar.text, scalar.plain) == (text, is_plain)


@pytest.mark.parametrize(
    ("typed", "integer", "number", "truth", "nothing"),
    [
        ("3", 3, 3.0, None, False),
        ("-3", -3, -3.0, None, False),
        ("010", 10, 10.0, None, False),
        ("1.10", None, 1.1, None, False),
        ("+.5", None, 0.5, None, False),
        ("1e3", None, 1000.0, None, False),
        ("1e999", None, None, None, False),
        (".inf", None, None, None, False),
        (".nan", None, None, None, False),
        ("22:30", None, None, None, False),
        ("9" * 5000, None, None, None, False),
        ("٣", None, None, None, False),  # a digit, but not one of ours
        ("true", None, None, True, False),
        ("False", None, None, False, False),
        ("no", None, None, None, False),
        ("", None, None, None, True),
        ("~", None, None, None, True),
        ("null", None, None, None, True),
        ("'3'", None, None, None, False),
        ("'true'", None, None, None, False),
        ("''", None, None, None, False),
        ("[3]", None, None, None, False),
    ],
)
def test_types_are_those_of_yaml_12(
    typed: str, integer: int | None, number: float | None, truth: bool | None, nothing: bool
) -> None:
    node = value(f"a: {typed}\n")
    assert (as_int(node), as_float(node), as_bool(node), is_null(node)) == (integer, number, truth, nothing)


@BOTH
@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "---\n", "\ufeff", "~\n"])
def test_an_empty_file_says_nothing(text: str, parser: AnyParser) -> None:
    source = read_text(text, parser=parser)
    assert source.diagnostics == ()
    assert source.files[0].root is None


@BOTH
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(ending: str, parser: AnyParser) -> None:
    source = read_text(ending.join(["\ufeffa: b", "c: 'd", "  e'", ""]), "a.yaml", parser)
    assert source.files[0].text == "a: b\nc: 'd\n  e'\n"
    assert source.files[0].root == root("a: b\nc: 'd\n  e'\n")


CLUE = "clues:\n  - id: clue_01\n    "
SLIPS: list[tuple[str, list[Found]]] = [
    # characters
    ("a: Caf\ud800\n", [("T106", 1, 7, 1)]),
    ("a: b\x00c\nd: \x1b[2J\n", [("T107", 1, 5, 1)]),
    ("a: b\u202ec\n", [("T107", 1, 5, 1)]),
    ("a\ufeff: b\n", [("T107", 1, 2, 1)]),
    ("a: b\u2028c\n", [("T107", 1, 5, 1)]),
    ("a: b\x85c\n", [("T107", 1, 5, 1)]),
    ('a: "\\x1b[2J"\n', [("T107", 1, 4, 9)]),
    ('a: "\\u202e"\n', [("T107", 1, 4, 8)]),
    ("clues:\n\t- id: a\n\t- id: b\n", [("T108", 2, 1, 1)]),
    ("mystery:\n  id: a\n\t\ttitle: b\n", [("T108", 3, 1, 2)]),
    ("a:\tb\n", [("T108", 1, 3, 1)]),
    ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", [("T109", 1, 1, 12)]),
    ("a: b\n>>>>>>> x\n", [("T109", 2, 1, 9)]),
    # what is refused
    ("a: &b c\n", [("T110", 1, 4, 2)]),
    ("a: &b {c: d}\n", [("T110", 1, 4, 2)]),
    ("a: & Sons\n", [("T110", 1, 4, 6)]),
    ("a: *b\n", [("T111", 1, 4, 2)]),
    ("a: *Knock* he said\n", [("T111", 1, 4, 15)]),
    ("a: *knock he said\n", [("T111", 1, 4, 6)]),
    ("a:\n  <<: {b: c}\n", [("T112", 2, 3, 2)]),
    ("a: !!python/object:os.system {}\n", [("T113", 1, 4, 25)]),
    ("a: !!set [b]\n", [("T113", 1, 4, 5)]),
    ("a: !!float x\n", [("T113", 1, 4, 7)]),
    ("a: !Help me\n", [("T113", 1, 4, 5)]),
    ("a: !<tag:x me\n", [("T113", 1, 4, 10)]),
    ("a: b\n---\nc: d\n", [("T114", 2, 1, 3)]),
    ("a: b\n...\nc: d\n", [("T114", 3, 1, 4)]),
    ("%YAML 1.2\n---\na: b\n", [("T115", 1, 1, 9)]),
    ("# one\n%FOO\n---\na: b\n", [("T115", 2, 1, 4)]),
    ("[a, b]: c\n", [("T116", 1, 1, 6)]),
    ("{a: b}: c\n", [("T116", 1, 1, 6)]),
    (": c\n", [("T116", 1, 1, 1)]),
    ("? \n: c\n", [("T116", 1, 2, 0)]),
    ("'': c\n", [("T116", 1, 1, 2)]),
    ("a: b\nc: d\na: e\n", [("T117", 3, 1, 1)]),
    ("a: {b: 1, c: 2, b: 3}\n", [("T117", 1, 17, 1)]),
    ("a: b\n'a': c\n", [("T117", 2, 1, 3)]),
    ("a: " + "[" * 19 + "]" * 19 + "\n", []),
    ("a: " + "[" * 20 + "]" * 20 + "\n", [("T118", 1, 23, 1)]),
    # slips of the hand
    (CLUE + "contradicts: [- a]\n", [("T120", 3, 19, 4)]),
    (CLUE + "from: {a: b} c\n", [("T120", 3, 18, 1)]),
    ("mystery\n  id: a\n", [("T121", 1, 1, 7)]),
    ("mystery:\n  id a\n  title: b\n", [("T121", 2, 3, 4)]),
    ("mystery:\n  id: a\n  title b\n", [("T121", 3, 3, 7)]),
    (CLUE + "text Gene # now\n    by: c\n", [("T121", 3, 5, 9)]),
    ("clues:\n  - id a\n    text: Gene\n", [("T121", 2, 5, 4)]),
    ("mystery:\n  id:a\n  title: b\n", [("T122", 2, 3, 4)]),
    (CLUE + "by:gene\n    text: b\n", [("T122", 3, 5, 7)]),
    (CLUE + "text: Gene said: no\n", [("T123", 3, 11, 13)]),
    ("a: {text: Gene said: no, b: c}\n", [("T123", 1, 11, 13)]),
    (CLUE + 'text: "Gene goes\n    by: b\n  - id: c\n    text: "x"\n', [("T124", 3, 11, 10)]),
    (CLUE + "text: 'Tis late\n    by: b\n  - id: c\n    text: I don't\n", [("T124", 3, 11, 9)]),
    (CLUE + 'text: "Gene goes\n', [("T124", 3, 11, 10)]),
    (CLUE + "text: 'It's late'\n    by: b\n", [("T125", 3, 15, 7)]),
    (CLUE + 'text: "He said "no" to me"\n', [("T125", 3, 21, 10)]),
    ("a: |\n  \"one: two\n  it's: three\nb: 'c' d\n", [("T125", 4, 8, 1)]),
    (CLUE + "from: [a, b\n    by: c\n", [("T126", 3, 11, 5)]),
    ("a: [b, c", [("T126", 1, 4, 5)]),
    ("a: {b: c\nd: e\n", [("T126", 1, 4, 5)]),
    ("a: ]\n", [("T127", 1, 4, 1)]),
    (CLUE + "text: b\n      by: c\n", [("T128", 4, 7, 5)]),
    ("clues:\n  - id: a\n   text: b\n    by: c\n", [("T128", 3, 4, 7)]),
    ("clues:\n  - id: a\n     text: b\n    by: c\n", [("T128", 3, 6, 7)]),
    ("mystery:\n    id: a\n  title: b\n  difficulty: c\n", [("T128", 2, 5, 5)]),
    ("clues:\n  - id: a\n - id: b\n", [("T128", 3, 2, 7)]),
    ("clues:\n  - id: a\n    - id: b\n", [("T128", 3, 5, 7)]),
    ("a: b\n- c\n", [("T128", 2, 1, 3)]),
    ("- c\na: b\n", [("T128", 2, 1, 4)]),
    ("a: |\n    one\n  two\nb: c\n", [("T128", 3, 3, 3)]),
    ("a: @home\n", [("T129", 1, 4, 5)]),
    ("a: `b`\n", [("T129", 1, 4, 3)]),
    ("a: %b\n", [("T129", 1, 4, 2)]),
    ('a: "b\\q"\n', [("T130", 1, 6, 2)]),
    ('a: "b\\\\ \\x1"\n', [("T130", 1, 9, 3)]),
    ('a: "\\ud83d\\ude00"\n', [("T130", 1, 5, 6), ("T130", 1, 11, 6)]),
    ('a: "\\U00110000"\n', [("T130", 1, 5, 10)]),
    ("a: | Rain\n", [("T131", 1, 6, 4)]),
    ("a: >-2x\n  b\n", [("T131", 1, 7, 1)]),
    ('a: ["b" "c"]\n', [("T132", 1, 9, 4)]),
    ("a: {b: c]\n", [("T132", 1, 9, 1)]),
]


@BOTH
@pytest.mark.parametrize(("text", "expected"), SLIPS, ids=[ascii(text)[:60] for text, _ in SLIPS])
def test_a_slip_is_told_at_its_place(text: str, expected: list[Found], parser: AnyParser) -> None:
    assert found(read_text(text, parser=parser)) == expected


def test_a_doubled_key_shows_where_it_stood_first() -> None:
    [diagnostic] = read_text("a: b\nc: d\na: e\n", "x.yaml").diagnostics
    assert diagnostic.second == (Span("x.yaml", 1, 1, 1), "here for the first time")


def test_of_a_doubled_key_the_first_value_is_kept() -> None:
    node = read_text("a: b\na: e\n").files[0].root
    assert node is not None
    assert plain(node) == {"a": "b"}


def test_one_mistake_does_not_hide_the_next() -> None:
    text = "a: b\na: c\nd: &e f\ng: *h\ni: \x07\nj: [k\n"
    assert sorted(codes(read_text(text))) == ["T107", "T110", "T111", "T117", "T126"]


def test_past_a_slip_that_can_be_mended_it_is_read_on() -> None:
    text = "a: [b\nx: 1\nc d\ny: 2\ne: 'it's'\nf: g: h\nz: 3\ni: 'j\n"
    found = read_text(text).diagnostics
    assert [(diagnostic.code, diagnostic.span.line) for diagnostic in found] == [
        ("T126", 1), ("T121", 3), ("T125", 5), ("T123", 6), ("T124", 8)
    ]  # fmt: skip


def test_a_tab_before_words_is_told_once_with_its_count() -> None:
    [diagnostic] = read_text("a:\n\tb: c\n\td: e\n\tf: g\n").diagnostics
    assert diagnostic.cause == "a tab stands here, and on 2 more lines"


# Without `?` and `|#`, where the two parsers are known to differ; no author writes them.
PIECES = [
    "a",
    "b: ",
    "key: ",
    "- ",
    ": ",
    ":",
    "-",
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    " ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    '"',
    "'",
]
PIECES += [
    "|\n   t\n",
    ">-\n   t\n",
    "&a ",
    "*a",
    "!t ",
    " # c",
    "%",
    "@",
    "\\n",
    "é",
    "---\n",
    "<<: ",
    "1.0",
    '"q"',
    "'s'",
    "\t",
    "🙂",
]


@pytest.mark.skipif(len(PARSERS) == 1, reason="the C library is not there")
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_both_parsers_read_the_same(text: str) -> None:
    fast, slow = (read_text(text, parser=parser) for parser in PARSERS)
    assert bool(fast.diagnostics) == bool(slow.diagnostics)
    if not fast.diagnostics:
        assert fast == slow


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda content: content.decode("utf-8", "surrogateescape")))
@BOTH
def test_nothing_raises(parser: AnyParser, text: str) -> None:
    source = read_text(text, parser=parser)
    assert len(source.files) == 1


LEVELS = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))
MERGES = "\n".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 15))
HOSTILE = {
    **{
        f"{count} of {sign!r}": sign * count
        for sign in ("[", "{", "- ", "? ", "[{", "{a: ")
        for count in (500, 5_000, 50_000)
    },
    "alias bomb": f"a0: &a0 [x]\n{LEVELS}\n",
    "merge bomb": f"a0: &a0 {{x: y}}\n{MERGES}\n",
    "itself": "a: &a [*a]\n",
    "long line": "a: " + "x" * 900_000 + "\n",
    "long number": "a: " + "9" * 900_000 + "\n",
    "open quote": 'a: "' + "b c: d\n" * 100_000,
    "open quotes": "a: 'b\n" * 100_000 + "]",
    "wide gap": "a: b" + " " * 900_000 + ": c\n",
    "wide gaps": f"a: {{b: c{(' ' * 90_000 + ',') * 9} d: e: f}}\n",
    "wide comment": f"a: |{' ' * 400_000}x{' ' * 400_000}#\n",
    "many colons": "a: {" + "b: " * 300_000 + "\n",
    "many bars": "a: 'b\n  " + "| " * 300_000 + "\n",
    "escapes": 'a: "' + "\\" * 500_001,
}


@BOTH
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_answered_at_once(name: str, parser: AnyParser) -> None:
    start = time.perf_counter()
    source = read_text(HOSTILE[name], parser=parser)
    assert name.startswith("long") or source.diagnostics
    if parser is PARSERS[0]:  # the slow parser takes seconds for a megabyte of anything
        assert time.perf_counter() - start < 2


def test_a_folder_is_read_in_order_of_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "content" / "cellar"
    (folder / "people").mkdir(parents=True)
    for name, text in {
        "b.yaml": "b: 1",
        "a.yml": "a: [",
        "people/gene.yaml": "c: 1",
        "notes.txt": "[",
        ".b.yaml": "[",
    }.items():
        (folder / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    source = read(Path("content/cellar"))
    assert [file.path for file in source.files] == [
        f"content/cellar/{name}" for name in ("a.yml", "b.yaml", "people/gene.yaml")
    ]
    assert [diagnostic.span.path for diagnostic in source.diagnostics] == ["content/cellar/a.yml"]
    monkeypatch.chdir(folder)
    assert [file.path for file in read(Path()).files] == ["a.yml", "b.yaml", "people/gene.yaml"]


def test_a_single_file_is_shown_as_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_text("a: b")
    [file] = read(Path("case.yaml")).files
    assert (file.path, file.text) == ("case.yaml", "a: b")


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    assert codes(read(tmp_path / "nowhere")) == ["T101"]


def test_a_folder_without_content_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("a: b")
    assert codes(read(tmp_path)) == ["T105"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_only_ordinary_files_are_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("a: b")
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "good.yaml").write_text("a: b")
    os.mkfifo(folder / "pipe.yaml")
    (folder / "link.yaml").symlink_to(outside / "secret.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "rooms").symlink_to(outside)
    (folder / "odd.yaml").mkdir()
    source = read(folder)
    assert [file.path for file in source.files] == [f"{folder.as_posix()}/good.yaml"]
    assert codes(source) == ["T102"] * 4


def test_a_device_is_not_read() -> None:
    assert codes(read(Path(os.devnull))) == ["T102"]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yaml").write_text("a: b")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    source = read(tmp_path / "link")
    assert [file.path for file in source.files] == [f"{tmp_path.as_posix()}/link/a.yaml"]


def test_a_file_may_have_a_megabyte(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("#" * LARGEST_FILE)
    assert codes(read(tmp_path)) == []
    (tmp_path / "b.yaml").write_text("#" * (LARGEST_FILE + 1))
    assert codes(read(tmp_path)) == ["T103"]
    assert codes(read(tmp_path / "b.yaml")) == ["T103"]


def test_a_pack_has_a_largest_size_and_number_of_files(tmp_path: Path) -> None:
    for n in range(11):
        (tmp_path / f"{n}.yaml").write_bytes(b"#" * 950_000)
    source = read(tmp_path)
    assert (source.files, codes(source)) == ((), ["T104"])
    for n in range(MOST_FILES + 1):
        (tmp_path / f"{n}.yaml").write_bytes(b"")
    assert codes(read(tmp_path)) == ["T104"]
    (tmp_path / "0.yaml").unlink()
    assert codes(read(tmp_path)) == []


def test_folders_go_four_deep(tmp_path: Path) -> None:
    deep = tmp_path / "1" / "2" / "3"
    deep.mkdir(parents=True)
    (deep / "a.yaml").write_text("a: b")
    assert codes(read(tmp_path)) == []
    (deep / "4").mkdir()
    assert codes(read(tmp_path)) == ["T104"]


def test_a_file_that_is_not_utf8_says_which_byte(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: b\r\nc: Caf\xe9\r\n")
    (tmp_path / "b.yaml").write_bytes("a: b".encode("utf-16"))
    first, second = read(tmp_path).diagnostics
    assert (first.code, first.span[1:]) == ("T106", (2, 7, 1))
    assert "0xE9" in first.cause
    assert "UTF-16" in second.fix


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing can be kept from this user")
def test_a_file_of_somebody_else_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: b")
    (tmp_path / "a.yaml").chmod(0)
    assert codes(read(tmp_path)) == ["T101"]
