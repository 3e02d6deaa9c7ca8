"""What is loaded when, looked at in fresh interpreters; the contracts in pyproject.toml say what may import what."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PURE = ("text", "model", "diagnostics", "reasoning", "parser", "engine", "narration")
SLOW = {"textual", "rich", "pydantic", "sqlite_utils", "sqlite3", "yaml", "platformdirs"}


def modules_of(*names: str) -> list[str]:
    """Every module of these parts of the package, dotted."""
    files = [path for name in names for path in (CHECKOUT / "tavern" / name).rglob("*.py")]
    files += [path for name in names for path in (CHECKOUT / "tavern").glob(f"{name}.py")]
    dotted = (".".join(path.relative_to(CHECKOUT).with_suffix("").parts) for path in files)
    return sorted(module.removesuffix(".__init__") for module in dotted)


def loaded_by(module: str, *options: str) -> set[str]:
    """The top-level packages a fresh interpreter holds after importing the module."""
    code = f"import json, sys, {module}; print(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    run = subprocess.run(
        [sys.executable, *options, "-c", code],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout))


@pytest.mark.parametrize("module", modules_of(*PURE))
def test_the_pure_part_needs_nothing_but_the_standard_library(module: str) -> None:
    # -S leaves the installed packages out: importing one of them fails.
    assert not loaded_by(module, "-S") & {"sqlite3", "asyncio", "random"}


@pytest.mark.parametrize("module", ["tavern", "tavern.bootstrap", "tavern.paths", "tavern.cli"])
def test_what_every_start_loads_is_quick_to_load(module: str) -> None:
    assert not loaded_by(module) & SLOW


@pytest.mark.parametrize("module", ["tavern", "tavern.bootstrap"])
def test_what_runs_before_the_installation_needs_nothing_installed(module: str) -> None:
    assert loaded_by(module, "-S")


def test_the_import_contracts_are_kept() -> None:
    run = lint_imports(CHECKOUT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.full
@pytest.mark.parametrize(
    ("file", "planted", "broken"),
    [
        ("text/width.py", "import tavern.model", "Layers"),
        ("parser/parse.py", "import tavern.engine", "Layers"),
        ("engine/turn.py", "import tavern.narration", "Layers"),
        ("games.py", "import tavern.tui", "Layers"),
        ("storage.py", "import tavern.compiler", "Layers"),
        ("model/world.py", "import random", "The pure part"),
        ("engine/turn.py", "import pathlib", "The pure part"),
        ("engine/turn.py", "import tavern.paths", "The pure part"),
        ("compiler/compile.py", "import tavern.engine", "The compiler does not play"),
        ("compiler/compile.py", "import yaml", "Only compiler.source reads YAML"),
        ("games.py", "import pydantic", "Only the compiler uses pydantic"),
        ("games.py", "import sqlite_utils", "Only storage touches the database"),
        ("game.py", "import rich", "Only the screens use Textual and Rich"),
        ("tui/app.py", "import tavern.model.world", "The screens know"),
        ("tui/app.py", "import tavern.storage", "The screens know"),
        ("stray.py", "", "Layers"),
    ],
)
def test_a_planted_import_breaks_its_contract(file: str, planted: str, broken: str, tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "tavern", tmp_path / "tavern", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    with (tmp_path / "tavern" / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{planted}\n")
    run = lint_imports(tmp_path)
    assert run.returncode == 1, run.stdout + run.stderr
    verdicts = [line for line in run.stdout.splitlines() if " BROKEN" in line]
    assert any(line.startswith(broken) for line in verdicts), run.stdout


def lint_imports(root: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
