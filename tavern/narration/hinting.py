"""Hints in the story's voice."""

from tavern.model.hint import Hint
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.world import DAY, Proved, World
from tavern.narration.cards import title
from tavern.narration.questions import ask_of
from tavern.narration.stock_hints import ALONE, AT_STAGE, HERE, HINTS
from tavern.narration.wording import called, hour, listed, one_of, weekday
from tavern.reasoning.holds import stage_name


def at_stage(world: World) -> str:
    """What is waited for where there is no step to hint at: in a hearing, after a verdict, at the end; "" while one plays."""
    return AT_STAGE.get("proved" if isinstance(world.stage, Proved) else stage_name(world.stage), "")


def hinted(mystery: Mystery, world: World, notebook: Notebook, hint: Hint, count: int = 0) -> str:
    """The hint in a sentence or two. count: how many hints were taken before; the wording changes with it."""
    options = HINTS[(hint.kind, hint.grade if hint.kind != "none" else 1)]
    if hint.kind == "think" and hint.grade == 3 and len(hint.cards) < 2:
        options = ALONE
    cards = [title(mystery, notebook, card) for card in hint.cards]
    first, *rest = cards or [""]
    said = one_of(options, count).format(
        question=ask_of(mystery, hint.question) if hint.question else "",
        noun=_noun(mystery, hint),
        card=listed(cards) if hint.kind == "accuse" else first,
        other=listed(rest),
        go=_go(mystery, world, hint, count),
        line=hint.line,
    )
    return " ".join(said.split())


def _noun(mystery: Mystery, hint: Hint) -> str:
    """What the hint is about: a person, a thing, somebody's words, or what one concluded oneself."""
    if hint.kind == "find":
        return called(mystery, hint.noun) if hint.noun else "the place itself"
    if hint.source in mystery.actors:
        return f"what {called(mystery, hint.source)} said"
    if hint.source in mystery.rooms:
        return f"what came your way in {called(mystery, hint.source)}"
    return f"what you have from {called(mystery, hint.source)}" if hint.source else "what you concluded yourself"


def _go(mystery: Mystery, world: World, hint: Hint, count: int) -> str:
    """Where to be, and from when on; the plainest grade need not say that one is there already, nor one whose step leads away."""
    towards = _hour(mystery, world, hint)
    if hint.room:
        return f"Go to {called(mystery, hint.room)}{f', and be there {towards}' if towards else ''}."
    if towards:
        return f"Be here {towards}."
    leads_away = " " in hint.noun  # a way is named in words, all else by its id
    return "" if hint.kind == "find" and (hint.grade > 1 or leads_away) else one_of(HERE, count)


def _hour(mystery: Mystery, world: World, hint: Hint) -> str:
    """The hour at which the step is open, with its day when that is not today."""
    if not hint.clock:
        return ""
    later = hint.clock - world.clock > DAY // 2
    return f"towards {hour(hint.clock)}{f' on {weekday(mystery, hint.clock)}' if later else ''}"
