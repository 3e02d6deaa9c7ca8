import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tavern.bootstrap import (
    LOG,
    STATE,
    UNFINISHED,
    CannotSetUp,
    fingerprint,
    make_venv,
    prepare,
    run_quietly,
    suitable_python,
)

CHECKOUT = Path(__file__).resolve().parent.parent
THIS_PYTHON = (sys.version_info[0], sys.version_info[1])
NOT_PART_OF_IT = shutil.ignore_patterns(".venv", ".git", "saves", "__pycache__", ".*_cache", ".hypothesis", "dist")
on_posix = pytest.mark.skipif(os.name != "posix", reason="stands a shell script in for a Python")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with just what the set-up reads."""
    root = tmp_path / "checkout"
    (root / "tests").mkdir(parents=True)
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (root / "tests" / "constraints.txt").write_text("rich==15.0.0\n", encoding="utf-8")
    return root


def set_up_before(checkout: Path, extras: str) -> None:
    python = checkout / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    (checkout / ".venv" / STATE).write_text(f"{extras} {fingerprint(checkout, THIS_PYTHON)}", encoding="utf-8")


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def bootstrap(root: Path, *args: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tavern.bootstrap", *args],
        cwd=root,
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["__init__.py", "bootstrap.py"])
def test_an_old_python_can_read_what_tells_it_that_it_is_old(name: str) -> None:
    source = (CHECKOUT / "tavern" / name).read_text(encoding="utf-8")
    imported = [
        node for node in ast.walk(ast.parse(source, feature_version=(3, 6))) if isinstance(node, ast.ImportFrom)
    ]
    assert {node.module for node in imported} <= {"pathlib", "typing"}


@pytest.mark.parametrize("args", [(), ("dance",), ("--play",)])
def test_other_words_are_a_usage_error(args: tuple[str, ...]) -> None:
    run = bootstrap(CHECKOUT, *args)
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.startswith("usage: python3 -m tavern.bootstrap play")


def test_help_is_no_error() -> None:
    run = bootstrap(CHECKOUT, "--help")
    assert run.returncode == 0
    assert run.stdout.startswith("usage:")


def test_a_python_that_is_new_enough_is_used_itself() -> None:
    assert suitable_python((3, 11)) == (sys.executable, (3, 11))


@on_posix
def test_an_old_python_hands_over_to_a_newer_one_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script(tmp_path / "python3.13", "exit 127")
    newer = script(tmp_path / "python3.12", "echo 3 12")
    assert suitable_python((3, 9), str(tmp_path)) == (str(newer), (3, 12))
    assert capsys.readouterr().err == "This Python is 3.9, which is too old; using python3.12 instead.\n"


def test_an_old_python_without_a_newer_one_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(CannotSetUp, match=r"needs Python 3\.11 or newer, and this is Python 3\.8"):
        suitable_python((3, 8), str(tmp_path))


@on_posix
def test_a_python_without_venv_names_the_package_to_install(tmp_path: Path) -> None:
    bare = script(tmp_path / "python3", "exit 1")
    with pytest.raises(CannotSetUp, match="sudo apt install python3-venv"):
        make_venv(str(bare), tmp_path / ".venv")


def test_a_program_that_fails_leaves_its_last_error_and_the_log(tmp_path: Path) -> None:
    failing = "import sys; print('ERROR: No matching distribution found for rich'); print('more'); sys.exit(1)"
    with pytest.raises(CannotSetUp) as told:
        run_quietly([sys.executable, "-c", failing], tmp_path / LOG, "pip could not install it.")
    assert str(told.value).splitlines() == [
        "pip could not install it.",
        "  ERROR: No matching distribution found for rich",
        f"  (all of it: {tmp_path / LOG})",
    ]


@pytest.mark.parametrize(("installed", "wanted"), [("core", "core"), ("dev", "dev"), ("dev", "core")])
def test_the_second_start_installs_nothing(
    checkout: Path, installed: str, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_before(checkout, installed)
    assert prepare(checkout, wanted).parent.parent == checkout / ".venv"
    assert capsys.readouterr().err == ""


def test_what_was_installed_is_known_by_python_place_requirements_and_pins(checkout: Path, tmp_path: Path) -> None:
    seen = {fingerprint(checkout, (3, 11)), fingerprint(checkout, (3, 12))}
    shutil.copytree(checkout, tmp_path / "elsewhere")
    seen.add(fingerprint(tmp_path / "elsewhere", (3, 11)))
    for name in ("pyproject.toml", "tests/constraints.txt"):
        (checkout / name).write_text("changed", encoding="utf-8")
        seen.add(fingerprint(checkout, (3, 11)))
    assert len(seen) == 5


def test_an_incomplete_checkout_is_told_by_name(checkout: Path) -> None:
    (checkout / "tests" / "constraints.txt").unlink()
    with pytest.raises(CannotSetUp, match=r"Cannot read .*constraints\.txt.* fetch it again"):
        prepare(checkout, "core")


def test_a_place_that_cannot_be_written_is_told_with_the_way_out(checkout: Path) -> None:
    (checkout / ".venv").write_text("not a folder", encoding="utf-8")
    with pytest.raises(CannotSetUp, match=r"Cannot write .*\.venv.* copy the checkout to a folder that is"):
        prepare(checkout, "core")


@pytest.mark.full
def test_a_fresh_checkout_is_set_up_repaired_and_started_again_at_once(tmp_path: Path) -> None:
    root = tmp_path / "checkout"
    shutil.copytree(CHECKOUT, root, ignore=NOT_PART_OF_IT)
    state = root / ".venv" / STATE
    some_tests = ("test", "-q", "tests/text/test_nearest.py")

    offline = bootstrap(root, *some_tests, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path), PIP_CONFIG_FILE=os.devnull)
    assert offline.returncode == 1
    assert "pip could not install what the game needs" in offline.stderr
    assert "Traceback" not in offline.stderr

    first = bootstrap(root, *some_tests)
    assert first.returncode == 0, first.stderr
    assert "Setting up in" in first.stderr
    assert " passed" in first.stdout

    second = bootstrap(root, *some_tests)
    assert (second.returncode, second.stderr) == (0, "")

    failing = bootstrap(root, "test", "-q", "tests/no_such_file.py")
    assert failing.returncode != 0

    shutil.rmtree(next((root / ".venv").rglob("site-packages")) / "pytest")
    state.write_text(UNFINISHED, encoding="utf-8")
    repaired = bootstrap(root, *some_tests)
    assert repaired.returncode == 0, repaired.stderr
    assert "Setting up in" in repaired.stderr
