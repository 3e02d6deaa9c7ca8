"""Print the console blocks of the documents anew: `python -m tests.docs.anew`. What still fits stays as it is."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.desk import fits
from tests.docs.follow import begun
from tests.docs.pages import EXPLANATIONS, GUIDES, TUTORIAL, Typed, steps

PAGES = (TUTORIAL, *GUIDES, *EXPLANATIONS)


def anew(page: Path, folder: Path) -> str:
    """The page, with what its commands print now."""
    lines = page.read_text(encoding="utf-8").splitlines()
    desk = begun(page, folder)
    came = [(step, desk.take(step)) for step in steps(page)]
    for step, printed in reversed(came):
        if isinstance(step, Typed) and not fits(printed, step.below):
            lines[step.line : step.line + _length(step)] = _shown(step, printed).splitlines()
    return "\n".join(lines) + "\n"


def _shown(step: Typed, printed: str) -> str:
    """What is printed; where the page leaves the beginning of a story out, so does this."""
    _, prompt, rest = printed.partition("\n> ")
    return f"…\n\n> {rest}" if step.below.startswith("…") and prompt else printed


def _length(step: Typed) -> int:
    return len(step.below.splitlines())


def _print_all() -> None:
    for page in PAGES:
        with TemporaryDirectory() as folder:
            os.environ |= {"TAVERN_SAVES": f"{folder}/saves", "XDG_DATA_HOME": f"{folder}/data"}
            (Path(folder) / "here").mkdir()
            page.write_text(anew(page, Path(folder) / "here"), encoding="utf-8")


if __name__ == "__main__":
    _print_all()
