"""`tavern install`: a pack becomes one of the player's mysteries, whole or not at all.

Each pack has a folder of its own under the player's data, in it a folder a version, named by a number; the highest is the one
that is played (see `tavern.paths`). A new version is written beside, flushed, and put in its place by one rename.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import time

from tavern.authoring.pack.reading import read_pack
from tavern.compiler.compile import compile_folder, compile_sources
from tavern.compiler.library import HEAD, ID, find
from tavern.diagnostics.catalogue import Severity
from tavern.diagnostics.render import full
from tavern.model.mystery import Mystery
from tavern.paths import newest_version, versions
from tavern.problem import BrokenContent, Problem

STAGE = ".new-"  # how the folders begin that are being written
FORGOTTEN = 3600  # seconds after which such a folder was left by an installation that was cut off


@dataclass(frozen=True, slots=True)
class Installed:
    """A mystery that can be played now. path: the folder of its files; replaced: another version went before it."""

    id: str
    title: str
    path: Path
    replaced: bool


def install(file: Path, packs: Path, roots: Sequence[Path], *, replace: bool = False) -> Installed:
    """Take in the pack. packs: where packs are kept; roots: where mysteries are besides. Raises Problem.

    replace: whether it may take the place of a version that is there.
    """
    texts = read_pack(file)
    mystery = _compiled(file, texts)
    home = packs / mystery.id
    before = newest_version(home)
    _check_names(file, mystery, {name.split("/")[0] for name in texts}, home, roots)
    if before and not replace:
        same = _compiled_at(before / mystery.id)
        what = "this very version" if same and _is_same(same, mystery) else "a version"
        raise Problem(
            f"“{mystery.title}” ({mystery.id}) is installed already, in {what}: `--replace` puts this one in its place."
        )
    landed = _land(file, texts, mystery, home)
    return Installed(mystery.id, mystery.title, landed / mystery.id, before is not None)


def _compiled(file: Path, texts: Mapping[str, str]) -> Mystery:
    """The mystery of the pack, compiled in memory before a byte of it is written. Raises Problem."""
    yaml = {name: text for name, text in texts.items() if name.endswith(".yaml")}
    heads = sorted({name.split("/")[0] for name, text in yaml.items() if HEAD.search(text)})
    folders = sorted({name.split("/")[0] for name in texts})
    if len(heads) != 1:
        what = "no mystery" if not heads else f"{len(heads)} mysteries"
        raise Problem(f"{file.name} cannot be installed: it holds {what}, and a pack holds one.")
    if len(folders) > 2:
        raise Problem(f"{file.name} cannot be installed: it holds more than a mystery and its setting.")
    compiled = compile_sources(yaml)
    errors = [diagnostic for diagnostic in compiled.diagnostics if diagnostic.severity is Severity.ERROR]
    if compiled.mystery is None:
        many = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        raise BrokenContent(f"{file.name} cannot be installed: it has {many}.", full(errors, compiled.sources))
    if compiled.mystery.id != heads[0] or not ID.fullmatch(heads[0]):
        raise Problem(
            f"{file.name} cannot be installed: its mystery is called {compiled.mystery.id}, its folder {heads[0]}."
        )
    return compiled.mystery


def _check_names(file: Path, mystery: Mystery, folders: Iterable[str], home: Path, roots: Sequence[Path]) -> None:
    """The ids of what is shipped, of the player's own folders and of other packs are taken. Raises Problem.

    A setting may be called as another setting is, since each pack reads its own; but not as a mystery, which it would hide.
    """
    if there := find(mystery.id, [root for root in roots if not root.is_relative_to(home)]):
        raise Problem(
            f"{file.name} cannot be installed: “{mystery.id}” is the id of something that is there already, in {there}."
        )
    setting = next((name for name in folders if name != mystery.id), "")
    if setting and newest_version(home.parent / setting):
        raise Problem(
            f"{file.name} cannot be installed: its setting has the id of a mystery that is installed, {setting}."
        )


def _land(file: Path, texts: Mapping[str, str], mystery: Mystery, home: Path) -> Path:
    """Write the pack beside its place and move it there; the folder of the new version."""
    home.mkdir(parents=True, exist_ok=True)
    _sweep(home)
    stage = Path(mkdtemp(prefix=STAGE, dir=home))
    try:
        _write(stage, texts)
        staged = _compiled_at(stage / mystery.id)
        if staged is None or not _is_same(staged, mystery):
            raise Problem(f"{file.name} cannot be installed: the setting that the mystery names is not in it.")
        place = home / str(max((number for number, _ in versions(home)), default=0) + 1)
        stage.rename(place)
        _flush(home)
        _flush(home.parent)
    finally:
        rmtree(stage, ignore_errors=True)
    for _, old in versions(home):
        if old != place:
            rmtree(old, ignore_errors=True)
    return place


def _write(stage: Path, texts: Mapping[str, str]) -> None:
    """Every file and folder, on the disk before this returns."""
    for name, text in texts.items():
        path = stage.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(text.encode("utf-8"))
            out.flush()
            os.fsync(out.fileno())
    for folder in {path for path in (stage, *stage.rglob("*")) if path.is_dir()}:
        _flush(folder)


def _flush(folder: Path) -> None:
    """Names of a folder onto the disk, where the system can be asked to."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _sweep(home: Path) -> None:
    """Take away what installations left that were cut off."""
    for path in home.glob(f"{STAGE}*"):
        if time() - path.stat().st_mtime > FORGOTTEN:
            rmtree(path, ignore_errors=True)


def _compiled_at(folder: Path) -> Mystery | None:
    return compile_folder(folder).mystery


def _is_same(one: Mystery, other: Mystery) -> bool:
    return (one.rules_fingerprint, one.text_fingerprint) == (other.rules_fingerprint, other.text_fingerprint)
