"""The mysteries there are under some folders, and each of them compiled, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from os.path import isdir
from pathlib import Path
from shlex import quote

from tavern.compiler.compile import Compiled, compile_folder, is_setting
from tavern.compiler.library import find, list_mysteries
from tavern.diagnostics.catalogue import Severity
from tavern.diagnostics.render import full
from tavern.model.mystery import Mystery
from tavern.problem import BrokenContent, Problem
from tavern.text.nearest import nearest
from tavern.text.sanitise import one_line

LONGEST_ID = 60  # letters of what was typed that are shown again


@dataclass(frozen=True, slots=True)
class MysteryCard:
    """A mystery that can be begun."""

    id: str
    title: str
    description: str
    difficulty: str


class Mysteries:
    """All mysteries under some content roots. What was compiled is kept."""

    def __init__(self, content: Sequence[Path]) -> None:
        """Opens nothing yet."""
        self._content = content
        self._compiled: dict[str, Mystery] = {}

    def cards(self) -> list[MysteryCard]:
        """Every mystery there is, in the order of the content roots."""
        return [
            MysteryCard(head.id, head.title, head.description, head.difficulty)
            for head in list_mysteries(self._content)
        ]

    def one(self, id: str) -> Mystery:
        """The mystery, compiled. Raises Problem when there is none, BrokenContent when it cannot be played."""
        if id not in self._compiled:
            self._compiled[id] = self._compile(id)
        return self._compiled[id]

    def reread(self, id: str) -> Mystery:
        """The mystery as its files are now; where they cannot be played, it is raised and the old one stays."""
        self._compiled[id] = self._compile(id)
        return self._compiled[id]

    def folders(self, case: Mystery) -> list[Path]:
        """Where its files are: its own folder, and that of the setting it borrows. A single file stands for itself."""
        tops = sorted({Path(source).parts[0] for source in case.sources})
        found = (find(Path(top).stem, self._content) for top in tops)
        return [path for path in found if path is not None]

    def _compile(self, id: str) -> Mystery:
        folder = find(id, self._content)
        if folder is None:
            raise Problem(_no_such_mystery(id, [card.id for card in self.cards()]))
        compiled = compile_folder(folder, self._content)
        if compiled.mystery is None:
            raise _unplayable(folder, compiled, [card.id for card in self.cards()])
        return compiled.mystery


def _no_such_mystery(id: str, known: Sequence[str]) -> str:
    near = nearest(id, known) or list(known)[:3]
    hint = f" There is {', '.join(near)}." if near else " There is none at all: name a folder of them with --content."
    if isdir(id) and Path(id).name:  # noqa: PTH112 - False for what is no path
        hint = f" A folder of that name is there: add `--content {quote(str(Path(id).parent))}`."
    return f"There is no mystery “{one_line(id, LONGEST_ID)}”.{hint}"


def _unplayable(folder: Path, compiled: Compiled, known: Sequence[str]) -> Problem:
    """Why the content of a folder cannot be played."""
    if is_setting(compiled.diagnostics):
        there_is = f" There is {', '.join(known[:3])}." if known else ""
        return Problem(f"“{folder.name}” is a setting, which mysteries borrow, and no mystery itself.{there_is}")
    errors = [diagnostic for diagnostic in compiled.diagnostics if diagnostic.severity is Severity.ERROR]
    mistakes = "1 mistake" if len(errors) == 1 else f"{len(errors)} mistakes"
    check = f"`tavern check {quote(str(folder))}` shows them again"
    return BrokenContent(
        f"{folder.name} cannot be played: {mistakes} in its files. {check}.", full(errors, compiled.sources)
    )
