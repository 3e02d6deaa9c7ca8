"""A folder of YAML → a Mystery, or what is wrong with it: read, join, validate, resolve, check, ground, prove."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from tavern.compiler.check import check, proof
from tavern.compiler.check.prose import prose
from tavern.compiler.ground import ground
from tavern.compiler.join import join
from tavern.compiler.library import setting_of
from tavern.compiler.resolve import resolve
from tavern.compiler.shape import Folder
from tavern.compiler.source import Source, read, read_text, without_collector
from tavern.compiler.uses import find_uses
from tavern.compiler.validate import Places, child, validate
from tavern.diagnostics import Diagnostic, has_errors, in_file_order
from tavern.model.mystery import Mystery


@dataclass(frozen=True, slots=True)
class Compiled:
    """mystery: None where there are errors. diagnostics: in file order. sources: path as in spans → text, as read."""

    mystery: Mystery | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


def compile_folder(folder: Path, roots: Sequence[Path] = ()) -> Compiled:
    """The mystery in a folder (or a single file). roots: where a setting is looked for, after the folders beside it.

    Whatever the content says is answered with diagnostics, never with an exception.
    """
    with without_collector():
        own = read(folder)
        borrowed, missing = setting_of(own, (_beside(folder), *roots))
        sources = {file.path: file.text for file in (*borrowed.files, *own.files)}
        reading = [*own.diagnostics, *borrowed.diagnostics, *missing]
        mystery, found = _judge(own, borrowed, sources, whole=not has_errors(reading))
        diagnostics = tuple(in_file_order([*reading, *found]))
        return Compiled(None if has_errors(diagnostics) else mystery, diagnostics, sources)


def compile_sources(texts: Mapping[str, str]) -> Compiled:
    """The mystery in texts that a save kept: `Mystery.sources`, of the mystery's folder and of the setting it borrowed."""
    read_ = {path: read_text(text, path) for path, text in texts.items()}
    heads = [path for path, source in read_.items() if source.files[0].root and child(source.files[0].root, "mystery")]
    home = PurePosixPath(heads[0]).parent if heads else None
    own, borrowed = (
        Source(
            tuple(file for path, source in read_.items() if (PurePosixPath(path).parent == home) is mine for file in source.files),
            tuple(found for path, source in read_.items() if (PurePosixPath(path).parent == home) is mine for found in source.diagnostics),
        )
        for mine in (True, False)
    )
    reading = [*own.diagnostics, *borrowed.diagnostics]
    mystery, found = _judge(own, borrowed, texts, whole=not has_errors(reading))
    diagnostics = tuple(in_file_order([*reading, *found]))
    return Compiled(None if has_errors(diagnostics) else mystery, diagnostics, texts)


def _beside(folder: Path) -> Path:
    """Where the neighbours of a folder are, spelt as the folder was: it is shown in diagnostics."""
    return folder.parent if folder.name not in ("", "..") else folder.resolve().parent


def _portable(sources: Mapping[str, str]) -> dict[str, str]:
    """The texts under folder and file name, wherever they were read from."""
    return {"/".join(PurePath(path).parts[-2:]): text for path, text in sources.items()}


def _judge(own: Source, borrowed: Source, sources: Mapping[str, str], *, whole: bool) -> tuple[Mystery | None, list[Diagnostic]]:
    """whole: every file could be read; else ids that are not found may stand in one that could not."""
    root, diagnostics = join(own.files, borrowed.files)
    places = Places(root)
    folder, wrong = validate(root)
    diagnostics += wrong
    if not whole:
        return None, diagnostics
    found = find_uses(root)
    diagnostics += resolve(found)
    diagnostics += prose(found.prose)
    if folder is None:
        return None, diagnostics
    diagnostics += check(folder, places)
    if has_errors(diagnostics):
        return None, diagnostics
    mystery = ground(folder, _portable(sources))
    diagnostics += _proof(mystery, folder, places)
    return mystery, diagnostics


def _proof(mystery: Mystery, folder: Folder, places: Places) -> Iterator[Diagnostic]:
    if folder.solutions:
        yield from proof(mystery, folder.solutions.correct.requires, places)
