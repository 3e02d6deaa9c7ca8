"""What looks ahead for a game: the prover, brought in when it is first needed and not before, and the certificate it left."""

import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tavern.counsel import Advice
from tavern.engine.losses import is_gone, may_cost
from tavern.model.hint import Hint
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.world import World
from tavern.reasoning.holds import evening

if TYPE_CHECKING:
    from tavern.proof.hinter import Hinter

CERTIFICATE = "certificate.json"  # beside the content
NEVER, ALWAYS = -1, 10**9  # clock times
SMALL = 300  # rules of a case in which one can look ahead as often as a quarter of an hour passes
QUARTER, HOUR = 15, 60  # minutes

Folders = Callable[[Mystery], Iterable[Path]]


def advice(folders: Folders) -> Advice:
    """For games of any mystery. folders: where its files are.

    Nothing of the prover is loaded before a hint is asked for, or something may be lost that no certificate speaks of.
    """

    @lru_cache(maxsize=16)
    def safe(mystery: Mystery) -> int:
        return max((safe_until(mystery, folder / CERTIFICATE) for folder in folders(mystery)), default=NEVER)

    def may_strand(mystery: Mystery, before: World, after: World) -> bool:
        return after.clock > safe(mystery) and _may_strand(mystery, before, after, safe(mystery))

    def last_hour(mystery: Mystery) -> int:
        return _last_hour(mystery) if safe(mystery) == NEVER else safe(mystery)

    return Advice(_hint, may_strand, _is_lost, last_hour)


def safe_until(mystery: Mystery, certificate: Path) -> int:
    """The clock time up to which the certificate says that a proof is always within reach.

    ALWAYS where the case has no last hour; NEVER where the certificate is not there, is of other rules, or does not prove it.
    """
    try:
        content = json.loads(certificate.read_text(encoding="utf-8"))
        if content["rules"] != mystery.rules_fingerprint:
            return NEVER
        claim = next(claim for claim in content["claims"] if claim["claim"] == "stranded")
        if claim["verdict"] != "PROVED":
            return NEVER
        return ALWAYS if mystery.ends < 0 else int(claim["figures"]["last"])
    except (OSError, ValueError, LookupError, TypeError, StopIteration, RecursionError):
        return NEVER


def _hint(mystery: Mystery, world: World, notebook: Notebook, last: Hint | None) -> Hint:
    return _hinter(mystery)(world, notebook, last)


@lru_cache(maxsize=4)
def _hinter(mystery: Mystery) -> "Hinter":
    from tavern.compiler.source import without_collector
    from tavern.proof.hinter import hinter

    with without_collector():
        return hinter(mystery)


def _may_strand(mystery: Mystery, before: World, after: World, safe: int) -> bool:
    """In a small case whatever may be missed, and each quarter of an hour; in a large one what is gone for good, and each dawn.

    Where it is known until when all is well: when that is past, and each hour after it.
    """
    if before.clock <= safe or is_gone(mystery, before, after):
        return True
    if _is_small(mystery):
        return may_cost(mystery, before, after) or before.clock // QUARTER != after.clock // QUARTER
    if safe != NEVER:
        return before.clock // HOUR != after.clock // HOUR
    return evening(before) != evening(after)


@lru_cache(maxsize=16)
def _is_small(mystery: Mystery) -> bool:
    return sum(map(len, mystery.rules.values())) <= SMALL


@lru_cache(maxsize=256)
def _is_lost(mystery: Mystery, world: World) -> bool:
    from tavern.compiler.source import without_collector
    from tavern.proof.loss.stranding import is_dead_end

    with without_collector():
        return is_dead_end(mystery, world)


@lru_cache(maxsize=4)
def _last_hour(mystery: Mystery) -> int:
    """The last clock time at which a proof that can always be had can be begun; NEVER where there is none, or no last hour."""
    if mystery.ends < 0:
        return NEVER
    from tavern.proof.claims.stranded import always_proved
    from tavern.proof.closure.reach import reach
    from tavern.proof.ranking.attain import attain
    from tavern.proof.ranking.touring import timely

    proof = always_proved(timely(attain(reach(mystery).facts)))
    return proof.last if proof else NEVER
