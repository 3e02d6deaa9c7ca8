"""What an author means by a path: a mystery, a part of one, or a folder of several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tavern.compiler.files import ENDINGS
from tavern.compiler.library import contents_of, find, home_of
from tavern.problem import Problem
from tavern.text import nearest


@dataclass(frozen=True, slots=True)
class Subject:
    """A folder (or single file) of content to compile. file: the one of its files that was asked for, None for all."""

    folder: Path
    file: Path | None = None

    @property
    def name(self) -> str:
        """As it was asked for."""
        return str(self.file or self.folder)


def is_path(path: Path, roots: Sequence[Path]) -> bool:
    """Whether a path is meant and not the id of a mystery: something is there.

    A folder without content that only happens to have the name of a mystery does not count.
    """
    if not path.is_dir():
        return path.exists()
    return find(str(path), roots) is None or any(each.suffix.lower() in ENDINGS for each in path.iterdir())


def subjects(path: Path, roots: Sequence[Path]) -> list[Subject]:
    """What stands at the path, or is the mystery of this id under a root. Raises Problem where there is nothing."""
    if not is_path(path, roots):
        found = find(str(path), roots)
        if found is None:
            raise Problem(missing(path), exit_code=2)
        return [Subject(found)]
    if path.is_file():
        if path.suffix.lower() not in ENDINGS:
            raise Problem(f"{path} is no content: content stands in files that end in .yaml or .yml.", exit_code=2)
        home = home_of(path)
        return [Subject(home, path) if home else Subject(path)]
    return [Subject(each) for each in contents_of(path) or [path]]


def missing(path: Path) -> str:
    """The sentence for a path at which nothing is, with what is near."""
    near = nearest(path.name, _names(path.parent))
    hint = f" {' or '.join(str(path.parent / name) for name in near)} is near." if near else ""
    return f"There is nothing at {path}: no file, no folder, and no mystery of that id.{hint}"


def _names(folder: Path) -> Iterator[str]:
    try:
        yield from sorted(path.name for path in folder.iterdir())
    except OSError:  # no folder, or not for us to see: nothing can be offered
        return
