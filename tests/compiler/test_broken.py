"""Broken content, each with the whole report an author gets for it, and with its fix.

`broken/*.yaml` stands beside a sound house; `broken/whole/*.yaml` stands alone. `mended/` has the same files as an author
would mend them, where the fix leaves something to choose or to write; all other fixes are made as the report says.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tavern.cli import main
from tavern.compiler.compile import Compiled, compile_folder
from tavern.diagnostics import CATALOGUE, Diagnostic, edited, has_errors

CONTENT = Path(__file__).parent.parent / "content"
BROKEN = sorted((CONTENT / "broken").rglob("*.yaml"))
NAMED = [path for path in BROKEN if path.stem.startswith("T")]


def many_files(case: Path) -> None:
    for number in range(501):
        (case / f"part_{number}.yaml").write_text("", encoding="utf-8")


def a_link(case: Path) -> None:
    shutil.copy(CONTENT / "house.yaml", case.parent / "house.yaml")
    (case / "house.yaml").symlink_to(case.parent / "house.yaml")


def a_large_file(case: Path) -> None:
    (case / "case.yaml").write_text("# far too much to say\n" * 50_000, encoding="utf-8")


def nothing(case: Path) -> None:
    (case / "notes.txt").write_text("Gene goes down at midnight.\n", encoding="utf-8")


def a_closed_file(case: Path) -> None:
    (case / "case.yaml").write_text("topics: []\n", encoding="utf-8")
    (case / "case.yaml").chmod(0)


BY_HAND: dict[str, Callable[[Path], None]] = {
    "T101": a_closed_file,
    "T102": a_link,
    "T103": a_large_file,
    "T104": many_files,
    "T105": nothing,
}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("case").mkdir()


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_content_is_reported_as_in_the_file_beside_it(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(path, path.read_bytes())
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    code = main(["check", "case"])
    assert capsys.readouterr().out == expected
    assert code == int("\nerror[" in f"\n{expected}")
    assert path not in NAMED or f"[{path.stem[:4]}]" in expected


@pytest.mark.parametrize("code", BY_HAND)
def test_what_no_text_can_show_is_reported_as_in_its_file(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    if code == "T101" and os.geteuid() == 0:
        pytest.skip("whoever may read everything is refused nothing")
    BY_HAND[code](Path("case"))
    assert main(["check", "case"]) == 1
    assert capsys.readouterr().out == (CONTENT / "broken" / f"{code}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_its_broken_content(code: str) -> None:
    assert code in BY_HAND or code in {path.stem[:4] for path in NAMED}


@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.stem)
def test_the_fix_that_is_printed_mends_it(path: Path) -> None:
    code = path.stem[:4]
    broken = put(path, path.read_bytes())
    told = [diagnostic for diagnostic in broken.diagnostics if diagnostic.code == code]
    typed = CONTENT / "mended" / path.name
    if typed.exists():
        mended = put(path, typed.read_bytes())
    else:
        assert all(diagnostic.edits for diagnostic in told), f"this leaves a choice: mend it in {typed}"
        mended = put(path, as_edited(broken, told))
    assert code not in {diagnostic.code for diagnostic in mended.diagnostics}
    assert code < "T2" or errors(mended) <= errors(broken)


def put(path: Path, content: bytes) -> Compiled:
    """The content beside a sound house, or alone, compiled."""
    Path("case/case.yaml").write_bytes(content)
    if path.parent.name == "broken":
        shutil.copy(CONTENT / "house.yaml", "case/a_house.yaml")
    return compile_folder(Path("case"))


def errors(compiled: Compiled) -> set[str]:
    return {diagnostic.code for diagnostic in compiled.diagnostics if has_errors([diagnostic])}


def as_edited(broken: Compiled, told: list[Diagnostic]) -> bytes:
    edits = {edit for diagnostic in told for edit in diagnostic.edits}
    assert {edit.span.path for edit in edits} == {"case/case.yaml"}
    return edited(broken.sources["case/case.yaml"], edits).encode()
