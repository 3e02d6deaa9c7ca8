"""Every code is explained, and its example makes it."""

from pathlib import Path

import pytest

from tavern.compiler.source import read
from tavern.diagnostics import CATALOGUE, full

GOLDEN = Path(__file__).parent / "golden"
WITHOUT_EXAMPLE = {"T002", "T101", "T102", "T103", "T104", "T105"}  # no single text can make them; tests/compiler does
READING = [code for code in CATALOGUE if code.startswith("T1") and code not in WITHOUT_EXAMPLE]


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_entry_is_complete(code: str) -> None:
    entry = CATALOGUE[code]
    assert entry.title
    assert not entry.title.endswith(".")
    assert entry.explanation.endswith(".")
    assert bool(entry.example) != (code in WITHOUT_EXAMPLE)


def test_codes_stand_in_order() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)


@pytest.mark.parametrize("code", READING)
def test_an_example_is_reported_as_in_its_golden_file(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("example.yaml")
    path.write_bytes(CATALOGUE[code].example.encode("utf-8", "surrogateescape"))
    source = read(path)
    assert [diagnostic.code for diagnostic in source.diagnostics] == [code]
    sources = {file.path: file.text for file in source.files}
    assert full(source.diagnostics, sources) == (GOLDEN / f"{code}.txt").read_text(encoding="utf-8")
