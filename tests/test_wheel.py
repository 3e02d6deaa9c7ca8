"""The installed wheel, started in an empty folder: content comes along, saves go where the platform keeps them."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.places import ROOT


@pytest.mark.full
def test_the_installed_wheel_plays_in_an_empty_folder(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(ROOT)], check=True
    )
    wheel = next(tmp_path.glob("rusted_tankard-*.whl"))
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "-q", "-c", str(ROOT / "tests" / "constraints.txt"), str(wheel)], check=True
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "TAVERN_SAVES")}
    environment["XDG_DATA_HOME"] = str(tmp_path / "data")
    command = tmp_path / "venv" / "bin" / "tavern"
    for clock in ("18:01", "18:02"):
        played = subprocess.run(
            [command, "play", "--plain"],
            input="wait 1 minute\ntime\n",
            capture_output=True,
            text=True,
            cwd=empty,
            env=environment,
            check=False,
        )
        assert (played.returncode, played.stderr) == (0, "")
        assert clock in played.stdout
    assert list(empty.iterdir()) == []
    assert (tmp_path / "data" / "tavern" / "saves" / "tavern.db").is_file()
