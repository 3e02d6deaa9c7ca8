"""A folder of YAML → a Mystery, or what is wrong with it: read, join, validate, resolve, check, ground, prove."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tavern.compiler import nodes
from tavern.compiler.check import check, idle, proof, prose
from tavern.compiler.explain import explain
from tavern.compiler.ground import ground
from tavern.compiler.join import join
from tavern.compiler.library import setting_of
from tavern.compiler.resolve import resolve
from tavern.compiler.shape import Folder
from tavern.compiler.source import Source, read, read_text, without_collector
from tavern.compiler.uses import Found, find_uses
from tavern.compiler.validate import Places, child, validate
from tavern.diagnostics import Diagnostic, has_errors, in_file_order
from tavern.model.mystery import Mystery
from tavern.text import nearest

WITHOUT_MYSTERY = "T314"
WITHOUT_KEYS = "T204"
MISSING_KEY = "T203"  # what adds to a part that cannot be read looks as if something were missing
SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Compiled:
    """mystery: None where there are errors. diagnostics: in file order. sources: path as in spans → text, as read."""

    mystery: Mystery | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


def is_setting(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether what was compiled is content that begins no mystery, but may be borrowed by one."""
    codes = {diagnostic.code for diagnostic in diagnostics}
    return WITHOUT_MYSTERY in codes and WITHOUT_KEYS not in codes


def compile_folder(folder: Path, roots: Sequence[Path] = ()) -> Compiled:
    """The mystery in a folder (or a single file). roots: where a setting is looked for, after the folders beside it.

    Whatever the content says is answered with diagnostics, never with an exception.
    """
    with without_collector():
        around = (_beside(folder), *roots)
        own = read(folder)
        borrowed, missing = setting_of(own, folder, around)
        kept = _kept(own, borrowed, folder, around)
        return _compiled(own, borrowed, missing, kept)


def compile_sources(texts: Mapping[str, str]) -> Compiled:
    """The mystery in texts that a save kept: `Mystery.sources`, of the mystery's folder and of the setting it borrowed."""
    with without_collector():
        in_order = sorted(texts.items(), key=lambda text: text[0].split("/"))  # as `read` goes through folders
        files = {path: read_text(text, path) for path, text in in_order}
        heads = (
            path
            for path, source in files.items()
            if any(file.root and child(file.root, "mystery") for file in source.files)
        )
        home = _top(next(heads, ""))
        own, borrowed = (
            _together(source for path, source in files.items() if (_top(path) == home) is mine)
            for mine in (True, False)
        )
        return _compiled(own, borrowed, (), texts)


def _compiled(own: Source, borrowed: Source, missing: Iterable[Diagnostic], kept: Mapping[str, str]) -> Compiled:
    reading = [*own.diagnostics, *borrowed.diagnostics, *missing]
    sources = {file.path: file.text for file in (*borrowed.files, *own.files)}
    root, joining = join(own.files, borrowed.files)
    mystery, found = _judge(root, sources, kept, whole=not has_errors(reading))
    diagnostics = tuple(in_file_order(_own([*reading, *joining, *found], borrowed)))
    return Compiled(None if has_errors(diagnostics) else mystery, diagnostics, sources)


def _own(found: Iterable[Diagnostic], borrowed: Source) -> Iterator[Diagnostic]:
    """What concerns whoever borrows: a setting's own doubts are told when the setting itself is checked."""
    elsewhere = {file.path for file in borrowed.files}
    for diagnostic in found:
        if has_errors([diagnostic]) or diagnostic.span.path not in elsewhere:
            yield diagnostic


def _together(sources: Iterable[Source]) -> Source:
    several = list(sources)
    files = tuple(file for source in several for file in source.files)
    return Source(files, tuple(found for source in several for found in source.diagnostics))


def _beside(folder: Path) -> Path:
    """Where the neighbours of a folder are, spelt as the folder was: it is shown in diagnostics."""
    return folder.parent if folder.name not in ("", "..") else folder.resolve().parent


def _kept(own: Source, borrowed: Source, folder: Path, roots: Sequence[Path]) -> dict[str, str]:
    """The texts by the name of their folder and their path in it, wherever they were read from."""
    name, prefix = folder.resolve().name, f"{folder.as_posix()}/"
    kept = {
        name if file.path == folder.as_posix() else f"{name}/{file.path.removeprefix(prefix)}": file.text
        for file in own.files
    }
    for file in borrowed.files:
        root = next((root for root in roots if file.path.startswith(f"{root.as_posix()}/")), None)
        kept[file.path.removeprefix(f"{root.as_posix()}/") if root else file.path] = file.text
    return kept


def _top(path: str) -> str:
    return path.partition("/")[0]


def _judge(
    root: nodes.Mapping, texts: Mapping[str, str], kept: Mapping[str, str], *, whole: bool
) -> tuple[Mystery | None, list[Diagnostic]]:
    """The mystery, where nothing stands in its way, and all that does.

    texts: by their path, as shown; kept: as a save keeps them. whole: every file could be read; else ids that are not
    found may stand in one that could not.
    """
    places, found = Places(root), find_uses(root)
    folder, diagnostics = validate(root) if not found.stray else (None, explain(root))
    if not whole or _lacks_its_setting(root, found):
        return None, [diagnostic for diagnostic in diagnostics if diagnostic.code != MISSING_KEY]
    lost = resolve(found, texts)
    diagnostics += [*lost, *prose(found, texts)]
    if folder is None:
        return None, diagnostics
    diagnostics += check(folder, places, found, texts)
    if not has_errors(lost):
        diagnostics += idle(folder, places, found)
    if has_errors(diagnostics):
        return None, diagnostics
    mystery = ground(folder, kept)
    diagnostics += _proof(mystery, folder, places)
    return mystery, diagnostics


def _lacks_its_setting(root: nodes.Mapping, found: Found) -> bool:
    """Whether a key of the top that nothing has is surely `setting:`, misspelt: then nothing of it is known here."""
    top = [key.text for key, _ in root.entries]
    return SETTING not in top and any(key.text in top and nearest(key.text, [SETTING]) for key in found.stray)


def _proof(mystery: Mystery, folder: Folder, places: Places) -> Iterator[Diagnostic]:
    if folder.solutions:
        yield from proof(mystery, folder.solutions.correct.requires, places)
