"""`tavern check`: every mistake in some content, as text."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tavern.compiler.compile import Compiled, compile_folder, is_setting
from tavern.diagnostics.diagnostic import Diagnostic, has_errors
from tavern.diagnostics.render import concise, full, json

REFERENCES = {f"T0{number}" for number in (*range(10, 21), 22)}
INCOMPLETE = {"T307", "T308", "T309", "T314", "T321", "T322"}
LEFT_TO_THE_MYSTERY = REFERENCES | INCOMPLETE  # what a setting may lack, since the mystery that borrows it can bring it


def check(paths: Sequence[Path], shape: str, roots: Sequence[Path]) -> tuple[str, bool]:
    """What is wrong with the folders, printed in that shape ("full", "concise", "json"), and whether any of it is an error.

    Of a folder without mistakes "full" says so, "concise" nothing. A setting is judged by what it has, not by what only a
    mystery needs. "json" is one list for all folders.
    """
    checked = [(path, compile_folder(path, [path.resolve().parent, *roots])) for path in paths]
    found = [diagnostic for _, compiled in checked for diagnostic in mistakes(compiled)]
    match shape:
        case "json":
            printed = json(found)
        case "concise":
            printed = concise(found)
        case _:
            printed = "\n".join(_in_full(path, compiled) for path, compiled in checked)
    return printed.rstrip("\n"), has_errors(found)


def mistakes(compiled: Compiled) -> Iterable[Diagnostic]:
    """What its author should mend, in file order."""
    if not is_setting(compiled.diagnostics):
        return compiled.diagnostics
    return [diagnostic for diagnostic in compiled.diagnostics if diagnostic.code not in LEFT_TO_THE_MYSTERY]


def _in_full(path: Path, compiled: Compiled) -> str:
    found = list(mistakes(compiled))
    if is_setting(compiled.diagnostics):
        what = "a setting, without `mystery:`. What it leaves to a mystery is checked with the mystery"
    else:
        what = "a mystery"
    verdict = "" if found else f"{path} is {what}. It has no mistakes.\n"
    return full(found, compiled.sources) + verdict
