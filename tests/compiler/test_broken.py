"""Broken content, each with the whole report an author gets for it.

`broken/*.yaml` stands beside a sound house; `broken/whole/*.yaml` stands alone.
"""

import shutil
from pathlib import Path

import pytest

from tavern.compiler.compile import compile_folder
from tavern.diagnostics import full

CONTENT = Path(__file__).parent.parent / "content"
BROKEN = sorted((CONTENT / "broken").rglob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_content_is_reported_as_in_the_file_beside_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert report(path, Path("case")) == expected
    code = path.stem.partition("_")[0]
    assert not code.startswith("T") or f"[{code}]" in expected


def report(path: Path, folder: Path) -> str:
    folder.mkdir()
    shutil.copy(path, folder / "case.yaml")
    if path.parent.name == "broken":
        shutil.copy(CONTENT / "house.yaml", folder / "a_house.yaml")
    compiled = compile_folder(folder)
    return full(compiled.diagnostics, compiled.sources)
