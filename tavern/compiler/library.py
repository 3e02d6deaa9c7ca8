"""The mysteries there are, and the settings they borrow, found by id under content roots."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from tavern.compiler.files import ENDINGS, contents, is_folder
from tavern.compiler.files import find as content_files
from tavern.compiler.nodes import Mapping, Scalar
from tavern.compiler.shape import MysteryShape
from tavern.compiler.source import Source, read, read_text
from tavern.compiler.validate import child, plain
from tavern.diagnostics import Diagnostic, any_of, instead, quote
from tavern.text import nearest, sanitise

ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
HEAD = re.compile(r"^mystery:.*\n(?:(?:[ \t#].*)?\n)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A mystery as it stands in a list. broken: its head cannot be read; then title is its id, and the rest is empty."""

    id: str
    title: str
    description: str
    difficulty: str
    path: Path
    broken: bool = False


def find(mystery_id: str, roots: Sequence[Path]) -> Path | None:
    """The folder (or file) of this name under the first root that has one; None where none has."""
    if not ID.fullmatch(mystery_id):
        return None
    names = (mystery_id, *(mystery_id + ending for ending in ENDINGS))
    return next((root / name for root in roots for name in names if os.path.exists(root / name)), None)  # noqa: PTH110 - False where one may not look


def list_mysteries(roots: Sequence[Path]) -> list[Listed]:
    """Every mystery under the roots, by id; of two with one id that of the first root. Only their heads are read."""
    listed: dict[str, Listed] = {}
    for path in _candidates(roots):
        found = _listed(path)
        if found and found.id not in listed:
            listed[found.id] = found
    return [listed[id] for id in sorted(listed)]


def contents_of(folder: Path) -> list[Path]:
    """The content in a folder of several mysteries and settings; [] for a folder that is one of them itself.

    It is one of several where mysteries in it can be found by their ids: they have the names of their folders or files.
    """
    inside = list(_candidates([folder]))
    found = [path for path in inside if (head := _listed(path)) and head.id == path.stem]
    files = [path for path in inside if not is_folder(path)]
    if found and (not files or len([path for path in found if path in files]) > 1):
        return [path for path in inside if content_files(path)[0]]
    return []


def home_of(file: Path) -> Path | None:
    """The folder whose mystery or setting a file is a part of; None for a file that is content by itself."""
    if _listed(file) or contents_of(file.parent):
        return None
    return file.parent if len(content_files(file.parent)[0]) > 1 else None


def setting_of(own: Source, folder: Path, roots: Sequence[Path]) -> tuple[Source, list[Diagnostic]]:
    """The setting that the files of a folder name, read; nothing where they name none."""
    named = next((value for file in own.files if file.root and (value := child(file.root, "setting"))), None)
    if not isinstance(named, Scalar) or not named.text:
        return Source((), ()), []
    path = find(named.text, roots)
    if path is not None and path.resolve() != folder.resolve():
        return read(path), []
    cause = f"no folder has the name {quote(named.text)}" if path is None else "this is the folder itself"
    near = nearest(
        named.text, [candidate.stem for candidate in _candidates(roots) if candidate.stem != folder.resolve().stem]
    )
    fix = (
        f"write {any_of(near)}"
        if near
        else "write the name of a folder that stands beside this one, or take the key away"
    )
    edits = instead(named.span, near[0]) if len(near) == 1 else ()
    return Source((), ()), [Diagnostic("T005", named.span, cause, fix, edits=edits)]


def _candidates(roots: Iterable[Path]) -> Iterator[Path]:
    for root in roots:
        try:
            paths = sorted(path for path in root.iterdir() if not path.name.startswith("."))
        except OSError:  # not there, no folder, or not for us to see: nothing is offered from it
            continue
        yield from (path for path in paths if is_folder(path) or path.suffix.lower() in ENDINGS)


def _listed(path: Path) -> Listed | None:
    """The mystery at this path; None where no file begins one, as in a setting."""
    found, _ = content_files(path)
    for file in found:
        content = contents(file)
        if isinstance(content, Diagnostic) or b"mystery:" not in content:
            continue
        head = HEAD.search(content.decode("utf-8", "replace").replace("\r\n", "\n") + "\n")
        if head:
            return _read_head(head[0], path)
    return None


def _read_head(text: str, path: Path) -> Listed:
    root = read_text(text).files[0].root
    node = child(root, "mystery") if isinstance(root, Mapping) else None
    try:
        head = MysteryShape.model_validate(plain(node), by_alias=True, by_name=False) if node else None
    except ValidationError:
        head = None
    if head is None:
        name = sanitise(path.stem)
        return Listed(name, name, "", "", path, broken=True)
    return Listed(head.id, head.title, head.description, head.difficulty, path)
