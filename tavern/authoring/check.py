"""`tavern check`: every mistake in some content, as text."""

from collections.abc import Sequence
from pathlib import Path

from tavern.compiler.compile import compile_folder
from tavern.diagnostics.diagnostic import has_errors
from tavern.diagnostics.render import concise, full, json


def check(paths: Sequence[Path], shape: str, roots: Sequence[Path]) -> tuple[str, bool]:
    """What is wrong with the folders, printed in that shape ("full", "concise", "json"), and whether any of it is an error."""
    printed: list[str] = []
    wrong = False
    for path in paths:
        compiled = compile_folder(path, [path.resolve().parent, *roots])
        wrong = wrong or has_errors(compiled.diagnostics)
        match shape:
            case "json":
                printed.append(json(compiled.diagnostics))
            case "concise":
                printed.append(concise(compiled.diagnostics))
            case _:
                printed.append(full(compiled.diagnostics, compiled.sources))
    return "\n".join(filter(None, printed)), wrong
