"""The catalogue for reading: as a page of Markdown, from which `docs/errors.md` is printed, and for a terminal."""

from collections.abc import Iterable, Iterator
from json import dumps
from textwrap import wrap

from tavern.diagnostics.catalogue import CATALOGUE, Entry
from tavern.diagnostics.snippet import visible
from tavern.diagnostics.wording import any_of, quote
from tavern.text.nearest import nearest

HEAD = """# What `tavern check` tells

Every code with what it means and, where a text can make it, the smallest one that does. An *error* keeps a mystery from being
played; a *warning* can be played and is surely not meant. Codes are never used again for something else. `tavern explain T012`
prints the same in a terminal.
"""
FAMILIES = {
    "T0": "Names that lead nowhere",
    "T1": "Files that cannot be read",
    "T2": "Values of the wrong shape",
    "T3": "What can be read, but not played or surely not meant",
}
WIDTH = 78  # columns of a sentence in the terminal


def page() -> str:
    """The whole page; printed by `python -m tavern.diagnostics.page`."""
    parts = [HEAD]
    for family, title in FAMILIES.items():
        parts += [
            f"## {title}\n",
            *(_entry(code, entry) for code, entry in CATALOGUE.items() if code.startswith(family)),
        ]
    return "\n".join(parts)


def listed() -> str:
    """All codes with their titles, a line each."""
    rows = (f"{code}  {str(entry.severity).ljust(8)} {visible(entry.title)}" for code, entry in CATALOGUE.items())
    return "\n".join(rows)


def explained(codes: Iterable[str], *, as_json: bool) -> str:
    """These codes for a terminal, an empty line between two; as JSON, of no codes all."""
    if as_json:
        entries = [_as_object(code, CATALOGUE[code]) for code in codes] or [
            _as_object(*item) for item in CATALOGUE.items()
        ]
        return dumps(entries, indent=2)
    return "\n\n".join("\n".join(_in_terminal(code, CATALOGUE[code])) for code in codes)


def unknown(code: str) -> str:
    """That there is no such code, with those that may be meant."""
    near = nearest(code, CATALOGUE)
    hint = f"Near are {any_of(near)}." if len(near) > 1 else f"Near is {quote(near[0])}." if near else ""
    return f"No code is called {quote(code)}. {hint or '`tavern explain` lists them all.'}"


def _entry(code: str, entry: Entry) -> str:
    parts = [f"### {code}: {entry.title}", "", f"*{entry.severity}.* {entry.explanation}", *_example(entry.example)]
    return "\n".join([*parts, ""])


def _example(text: str) -> Iterator[str]:
    if text:
        yield from ("", "```yaml", *_lines(text), "```")


def _in_terminal(code: str, entry: Entry) -> Iterator[str]:

    yield f"{entry.severity}[{code}]: {visible(entry.title)}"
    yield from wrap(
        visible(entry.explanation), WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )
    if entry.example:
        yield from ("", *(f"    {line}".rstrip() for line in _lines(entry.example)))


def _lines(example: str) -> list[str]:
    return [visible(line) for line in example.rstrip("\n").split("\n")]


def _as_object(code: str, entry: Entry) -> dict[str, str]:
    example = "\n".join(_lines(entry.example)) + "\n" if entry.example else ""
    return {
        "code": code,
        "severity": str(entry.severity),
        "title": entry.title,
        "explanation": entry.explanation,
        "example": example,
    }


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - printing the page is what this is for
