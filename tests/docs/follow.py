"""Pages followed from their first line: the tutorial in an empty folder, every other page in the folder it leaves behind."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.desk import Desk, write
from tests.docs.pages import TUTORIAL, Change, Written, steps

MYSTERY = "set_fair"


def begun(page: Path, folder: Path) -> Desk:
    """A desk as it is when one begins to read the page."""
    desk = Desk(folder, MYSTERY)
    if page != TUTORIAL:
        for path, text in _finished().items():
            write(folder / path, text)
    return desk


@cache
def _finished() -> dict[str, str]:
    """The files that whoever has followed the tutorial has, by their paths."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder), MYSTERY)
        for step in steps(TUTORIAL):
            if isinstance(step, Written | Change):
                desk.take(step)
        return {
            str(path.relative_to(folder)): path.read_text(encoding="utf-8")
            for path in Path(folder).rglob("*.*")
            if path.is_file()
        }
