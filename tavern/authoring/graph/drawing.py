"""`tavern graph`: what to draw, and as what."""

from collections.abc import Callable, Mapping

from tavern.authoring.graph.clues import clues
from tavern.authoring.graph.dot import dot
from tavern.authoring.graph.hours import hours
from tavern.authoring.graph.mermaid import mermaid
from tavern.authoring.graph.outline import outline
from tavern.authoring.graph.rooms import rooms
from tavern.authoring.graph.svg import svg
from tavern.authoring.graph.topics import topics
from tavern.authoring.graph.value import Drawing
from tavern.model.mystery import Mystery

SUBJECTS: Mapping[str, Callable[[Mystery], Drawing]] = {"clues": clues, "map": rooms, "people": hours, "topics": topics}
FORMATS: Mapping[str, Callable[[Drawing], str]] = {"text": outline, "mermaid": mermaid, "dot": dot, "svg": svg}


def drawn(mystery: Mystery, what: str, form: str) -> str:
    """One of SUBJECTS of the mystery, in one of FORMATS."""
    return FORMATS[form](SUBJECTS[what](mystery))
