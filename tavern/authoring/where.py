"""Which mystery an author means: by the path of its folder or file, or by its id."""

from collections.abc import Sequence
from pathlib import Path

from tavern.authoring.subjects import is_path
from tavern.compiler.files import ENDINGS
from tavern.game import Desk
from tavern.games import Games
from tavern.paths import short


def id_at(where: str, roots: Sequence[Path]) -> tuple[str, list[Path]]:
    """The id, and the roots in which it is the first of that id. A path goes before an id (`is_path`)."""
    path = Path(where)
    if not is_path(path, roots):
        return where, list(roots)
    whole = path.resolve()
    return (whole.stem if whole.suffix.lower() in ENDINGS else whole.name), [short(whole.parent), *roots]


def open_at(where: str, roots: Sequence[Path], desk: Desk | None = None) -> tuple[Games, str]:
    """Games in memory on that mystery, and its id. Raises Problem when it is not there or cannot be played."""
    id, around = id_at(where, roots)
    games = Games(around, None, desk)
    games.mystery(id)
    return games, id
