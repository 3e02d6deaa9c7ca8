"""What every test stands on: folders of its own for whatever the game would write."""

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure: laws are about results, the benchmarks about time.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the player's saves, wherever the platform keeps them."""
    monkeypatch.setenv("TAVERN_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("TAVERN_CONTENT", raising=False)
