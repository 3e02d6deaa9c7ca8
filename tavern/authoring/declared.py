"""Where in an author's files something stands that a sentence of the prover names between backticks."""

import re
from collections.abc import Iterator

from tavern.model.mystery import Mystery

NAMED = re.compile(r"`([a-z_][\w.]*)`")


def declared(mystery: Mystery, sentence: str) -> str:
    """File and line of the first clue, deduction or ending that the sentence names, as `clues.yaml:12`; else of a thing, person, room.

    A route stands with its clue. "" where the sentence names nothing that has a line of its own.
    """
    return next((place for id in _named(mystery, sentence) if (place := _place(mystery, id))), "")


def _named(mystery: Mystery, sentence: str) -> Iterator[str]:
    ids = NAMED.findall(sentence)
    named = [mystery.routes[id].clue if id in mystery.routes else id for id in ids]
    for kinds in (
        (mystery.clues, mystery.deductions, mystery.endings),
        (mystery.things, mystery.actors, mystery.rooms),
    ):
        yield from (id for id in named if any(id in kind for kind in kinds))


def _place(mystery: Mystery, id: str) -> str:
    mark = re.compile(rf"^(?: *- \{{? *| {{4,}})id: *{re.escape(id)}\b", re.MULTILINE)
    for name, text in mystery.sources.items():
        if found := mark.search(text):
            line = text.count("\n", 0, found.end()) + 1
            return f"{name.split('/', 1)[-1]}:{line}"
    return ""
