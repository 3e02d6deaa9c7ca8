import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tavern.paths import PACKAGE, checkout_of, content_roots, platform_data, saves_dir

NOTHING_SET: dict[str, str] = {}
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def in_a_checkout(tmp_path: Path) -> Path:
    package = tmp_path / "checkout" / "tavern"
    package.mkdir(parents=True)
    (package.parent / "pyproject.toml").touch()
    return package


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    package = tmp_path / "site-packages" / "tavern"
    package.mkdir(parents=True)
    return package


def test_a_checkout_has_its_content_and_saves_beside_the_package(in_a_checkout: Path, data: Path) -> None:
    checkout = in_a_checkout.parent
    assert content_roots(environ=NOTHING_SET, package=in_a_checkout, data=data) == [
        checkout / "content",
        data / "content",
    ]
    assert saves_dir(environ=NOTHING_SET, package=in_a_checkout, data=data) == checkout / "saves"


def test_an_installed_package_brings_its_content_and_saves_in_the_data_folder(installed: Path, data: Path) -> None:
    assert content_roots(environ=NOTHING_SET, package=installed, data=data) == [
        installed / "_content",
        data / "content",
    ]
    assert saves_dir(environ=NOTHING_SET, package=installed, data=data) == data / "saves"


def test_the_current_folder_decides_nothing(
    in_a_checkout: Path, installed: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(in_a_checkout.parent)
    assert saves_dir(environ=NOTHING_SET, package=installed, data=data) == data / "saves"


def test_the_environment_beats_the_place_of_the_code(in_a_checkout: Path, data: Path, tmp_path: Path) -> None:
    environ = {"TAVERN_SAVES": str(tmp_path / "mine"), "TAVERN_CONTENT": str(tmp_path / "written")}
    assert saves_dir(environ=environ, package=in_a_checkout, data=data) == tmp_path / "mine"
    assert content_roots(environ=environ, package=in_a_checkout, data=data)[0] == tmp_path / "written"


def test_the_command_line_beats_the_environment(in_a_checkout: Path, data: Path, tmp_path: Path) -> None:
    environ = {"TAVERN_SAVES": str(tmp_path / "mine"), "TAVERN_CONTENT": str(tmp_path / "written")}
    chosen = tmp_path / "chosen"
    assert saves_dir(chosen, environ=environ, package=in_a_checkout, data=data) == chosen
    roots = content_roots(chosen, environ=environ, package=in_a_checkout, data=data)
    assert roots[0] == chosen
    assert tmp_path / "written" not in roots


def test_an_empty_variable_counts_as_none(installed: Path, data: Path) -> None:
    assert saves_dir(environ={"TAVERN_SAVES": ""}, package=installed, data=data) == data / "saves"


def test_a_relative_choice_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert saves_dir(Path("here")) == tmp_path / "here"


def test_a_folder_named_twice_is_searched_once(in_a_checkout: Path, data: Path) -> None:
    shipped = in_a_checkout.parent / "content"
    assert content_roots(shipped, environ=NOTHING_SET, package=in_a_checkout, data=data).count(shipped) == 1


def test_saves_that_are_a_file_are_not_written_to(in_a_checkout: Path, data: Path) -> None:
    (in_a_checkout.parent / "saves").touch()
    assert saves_dir(environ=NOTHING_SET, package=in_a_checkout, data=data) == data / "saves"


@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_a_read_only_checkout_saves_in_the_data_folder(in_a_checkout: Path, data: Path) -> None:
    in_a_checkout.parent.chmod(0o555)
    assert saves_dir(environ=NOTHING_SET, package=in_a_checkout, data=data) == data / "saves"


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms name their own folder")
def test_the_platforms_folder_follows_its_own_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert platform_data() == tmp_path / "tavern"


@pytest.mark.full
def test_a_wheel_carries_the_content_and_finds_it_there(tmp_path: Path) -> None:
    checkout = checkout_of(PACKAGE)
    assert checkout is not None
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=checkout, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    asked = "from tavern.paths import content_roots; print(content_roots()[0])"
    environ = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    found = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, env=environ, check=True, capture_output=True, text=True
    )
    assert found.stdout.strip() == str(tmp_path / "installed" / "tavern" / "_content")
    shipped = {path.relative_to(checkout / "content") for path in (checkout / "content").rglob("*.yaml")}
    carried = tmp_path / "installed" / "tavern" / "_content"
    assert {path.relative_to(carried) for path in carried.rglob("*.yaml")} == shipped
