"""The mystery that an author's command is about, compiled."""

from collections.abc import Sequence
from pathlib import Path

from tavern.authoring.subjects import is_path, missing
from tavern.compiler.compile import compile_folder, is_setting
from tavern.compiler.library import find
from tavern.diagnostics.catalogue import Severity
from tavern.diagnostics.render import full
from tavern.model.mystery import Mystery
from tavern.problem import BrokenContent, Problem


def folder_at(path: Path, roots: Sequence[Path]) -> Path:
    """The folder or file that is meant: the path, or the mystery of that id where no such path is there. Raises Problem."""
    found = path if is_path(path, roots) else find(path.as_posix(), roots)
    if found is None:
        raise Problem(missing(path), exit_code=2)
    return found


def mystery_at(path: Path, roots: Sequence[Path]) -> Mystery:
    """The mystery in a folder or file, or of an id. Raises Problem for a setting, BrokenContent where there are errors."""
    path = folder_at(path, roots)
    compiled = compile_folder(path, [path.resolve().parent, *roots])
    if compiled.mystery is not None:
        return compiled.mystery
    if is_setting(compiled.diagnostics):
        raise Problem(f"{path} is a setting, which mysteries borrow: name the folder of a mystery.")
    errors = [diagnostic for diagnostic in compiled.diagnostics if diagnostic.severity is Severity.ERROR]
    many = "1 error has" if len(errors) == 1 else f"{len(errors)} errors have"
    raise BrokenContent(f"{path} cannot be played: {many} to be mended first.", full(errors, compiled.sources))
