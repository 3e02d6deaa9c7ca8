"""`tavern check`: every mistake in some content, as text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tavern.authoring.certificates import staleness
from tavern.authoring.subjects import Subject, subjects
from tavern.compiler.compile import Compiled, compile_folder, is_setting
from tavern.diagnostics.diagnostic import Diagnostic, has_errors
from tavern.diagnostics.render import UNBROKEN, concise, full, json

REFERENCES = {f"T0{number}" for number in (*range(10, 21), 22)}
INCOMPLETE = {"T307", "T308", "T309", "T314", "T321", "T322", "T327"}
LEFT_TO_THE_MYSTERY = REFERENCES | INCOMPLETE  # what a setting may lack, since the mystery that borrows it can bring it


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to say. text: for the shape that was asked for, without its last line's end; folders: what was read."""

    text: str
    has_errors: bool
    folders: tuple[Path, ...]


def check(paths: Sequence[Path], shape: str, roots: Sequence[Path], width: int = UNBROKEN) -> Checked:
    """What is wrong with the content, printed in that shape: "full", "concise" or "json".

    A path may be a folder or file of content, a folder of several mysteries, or the id of a mystery under a root. Of content
    without mistakes "full" says so, and whether its certificate is stale, "concise" nothing. A setting is judged by what it
    has, not by what only a mystery needs. "json" is one list for all. width: of a line in "full", in cells.

    Raises Problem for a path where there is nothing to check.
    """
    asked = [subject for path in paths for subject in subjects(path, roots)]
    checked = [
        (subject, compile_folder(subject.folder, [subject.folder.resolve().parent, *roots])) for subject in asked
    ]
    found = [diagnostic for subject, compiled in checked for diagnostic in mistakes(subject, compiled)]
    match shape:
        case "json":
            printed = json(found)
        case "concise":
            printed = concise(found)
        case _:
            printed = "\n".join(_in_full(subject, compiled, width) for subject, compiled in checked)
    return Checked(printed.rstrip("\n"), has_errors(found), tuple(_folders(checked)))


def mistakes(subject: Subject, compiled: Compiled) -> list[Diagnostic]:
    """What its author should mend, in file order."""
    setting = is_setting(compiled.diagnostics)
    return [
        diagnostic
        for diagnostic in compiled.diagnostics
        if not (setting and diagnostic.code in LEFT_TO_THE_MYSTERY)
        and (subject.file is None or diagnostic.span.path == subject.file.as_posix())
    ]


def _folders(checked: Iterable[tuple[Subject, Compiled]]) -> Iterator[Path]:
    """The folders asked for, and those of the settings that they borrow."""
    seen: set[Path] = set()
    for subject, compiled in checked:
        for folder in (subject.folder, *(Path(path).parent for path in compiled.sources)):
            if not seen & {folder, *folder.parents}:
                seen.add(folder)
                yield folder


def _in_full(subject: Subject, compiled: Compiled, width: int) -> str:
    found = mistakes(subject, compiled)
    if found:
        return f"{full(found, compiled.sources, width)}\n{_sum(found)} in {subject.name}.\n"
    if subject.file:
        return f"{subject.name} is a part of {subject.folder}. It has no mistakes.\n"
    if is_setting(compiled.diagnostics):
        what = "a setting, without `mystery:`. What it leaves to a mystery is checked with the mystery"
    else:
        what = "a mystery"
    stale = staleness(subject.folder, compiled.mystery) if compiled.mystery else ""
    return f"{subject.name} is {what}. It has no mistakes.\n" + (f"{stale}\n" if stale else "")


def _sum(found: Iterable[Diagnostic]) -> str:
    """How many: "2 errors and 1 warning"."""
    count = Counter(str(diagnostic.severity) for diagnostic in found)
    parts = [f"{count[kind]} {kind}{'s' if count[kind] > 1 else ''}" for kind in ("error", "warning") if count[kind]]
    return " and ".join(parts)
