"""People as the player knows them: how they stand to one, and where they were last heard."""

from tavern.model.mystery import Mystery
from tavern.model.notebook import Entry, Notebook
from tavern.model.world import World

GUARDED, CIVIL, OPEN = "guarded", "civil", "open"
CIVIL_FROM, OPEN_FROM = 0, 20  # hundredths


def manner(relationship: int) -> str:
    """How somebody stands to the player, in a word, from hundredths: "guarded", "civil" or "open"."""
    return OPEN if relationship >= OPEN_FROM else CIVIL if relationship >= CIVIL_FROM else GUARDED


def manner_of(world: World, notebook: Notebook, actor: str) -> str:
    """The same of an actor; "" as long as they have not spoken with the player."""
    return manner(world.relationships.get(actor, 0)) if actor in notebook.said else ""


def last_heard(mystery: Mystery, notebook: Notebook, actor: str) -> Entry | None:
    """The last entry of the journal that was had from this person, or from watching them."""
    return next((entry for entry in reversed(notebook.timeline) if _is_from(mystery, entry, actor)), None)


def _is_from(mystery: Mystery, entry: Entry, actor: str) -> bool:
    route = mystery.routes.get(entry.route)
    return route is not None and actor in (route.speaker, route.source)
