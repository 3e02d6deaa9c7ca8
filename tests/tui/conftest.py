"""The app over a canned game."""

import pytest

from tavern.tui.app import TavernApp
from tests.tui.canned import CannedGames


@pytest.fixture
def games() -> CannedGames:
    return CannedGames()


@pytest.fixture
def app(games: CannedGames) -> TavernApp:
    return TavernApp(lambda: games)
