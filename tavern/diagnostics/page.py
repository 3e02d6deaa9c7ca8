"""The catalogue as a page of Markdown: `docs/errors.md` is printed from it."""

from collections.abc import Iterator

from tavern.diagnostics.catalogue import CATALOGUE, Entry
from tavern.diagnostics.snippet import visible

HEAD = """# What `tavern check` tells

Every code with what it means and, where a text can make it, the smallest one that does. An *error* keeps a mystery from being
played; a *warning* can be played and is surely not meant. Codes are never used again for something else.
"""


def page() -> str:
    """The whole page; printed by `python -m tavern.diagnostics.page`."""
    return "\n".join([HEAD, *(_entry(code, entry) for code, entry in CATALOGUE.items())])


def _entry(code: str, entry: Entry) -> str:
    parts = [f"## {code}: {entry.title}", "", f"*{entry.severity}.* {entry.explanation}", *_example(entry.example)]
    return "\n".join([*parts, ""])


def _example(text: str) -> Iterator[str]:
    if text:
        yield from ("", "```yaml", *(visible(line) for line in text.rstrip("\n").split("\n")), "```")


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - printing the page is what this is for
