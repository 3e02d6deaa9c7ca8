"""Knowledge only grows: nothing that reveals, opens or ends may ask that something is not known."""

from collections.abc import Iterator

from tavern.compiler import shape as s
from tavern.compiler.check.guards import Loc, guarded
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic


def knowledge(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """Every condition that not knowing fulfils, where something decisive depends on it."""
    for when, loc, what in guarded(folder):
        if when is None or not what:
            continue
        for at in _absences(when, loc, negated=False):
            cause = f"what depends on this {what}, and the player may know it by then"
            fix = "leave it out, or ask for a state with `is:` instead"
            yield Diagnostic("T301", places.key(*at), cause, fix)


def _absences(when: s.When, loc: Loc, *, negated: bool) -> Iterator[Loc]:
    """Places where something not known or seen makes the condition hold."""
    if isinstance(when, list):
        for number, part in enumerate(when):
            yield from _absences(part, (*loc, number), negated=negated)
        return
    if negated:
        yield from ((*loc, key) for key in ("knows", "visited") if getattr(when, key) is not None)
    for key, parts in (("any", when.any_), ("all", when.all_)):
        yield from _absences(parts or [], (*loc, key), negated=negated)
    if when.not_ is not None:
        yield from _absences(when.not_, (*loc, "not"), negated=not negated)
