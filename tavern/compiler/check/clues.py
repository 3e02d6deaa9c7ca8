"""Clues: what they may bear on, and the ways to learn them."""

from collections.abc import Iterator

from tavern.compiler import shape as s
from tavern.compiler.check.guards import Loc, actions, thens
from tavern.compiler.ground.desk import each
from tavern.compiler.ground.people import replies_of
from tavern.compiler.ground.routes import ACTS
from tavern.compiler.ground.short import topics_of
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, any_of, instead, quote

BEARING = ("establishes", "rules_out", "supports")
VERBS = ("ask", "show", "give", "confront", "challenge", *ACTS, "listen", "watch", "follow", "hide")
IS_VERB = frozenset(VERBS)
GOES_WITH = {
    "about": ("ask",),
    "to": ("show", "give", "follow"),
    "with": ("confront",),
    "on": ("challenge",),
}
NEEDS = {"show": "to", "give": "to", "confront": "with", "challenge": "on"}


def clues(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """Lies and red herrings used as evidence, routes that are none, clues that nobody reveals."""
    untrue = {clue.id for clue in folder.clues if clue.lie or clue.is_red_herring}
    revealed = {clue for effect in thens(folder) for clue in each(effect.reveal)}
    revealed |= {clue.lie.really for clue in folder.clues if clue.lie and clue.said_by}
    for i, clue in enumerate(folder.clues):
        if clue.id in untrue:
            yield from _bearing(clue, ("clues", i), places)
        if clue.lie and clue.lie.really == clue.id:
            cause = f"{quote(clue.id)} is the lie itself"
            fix = "write the clue that says what is so; without `routes:` it is learnt by exposing the lie"
            yield Diagnostic("T341", places.of("clues", i, "lie", "really"), cause, fix)
        for j, route in enumerate(clue.routes):
            yield from _route(route, ("clues", i, "routes", j), places)
        if clue.id not in revealed and not clue.routes and not clue.revealed_by:
            cause = "it has no route, and no effect reveals it"
            fix = "add `routes:` with a way to learn it"
            yield Diagnostic("T307", places.of("clues", i, "id"), cause, fix, f"nobody reveals {quote(clue.id)}")
    yield from _premises(folder, untrue, places)
    yield from _topics(folder, places)


def _bearing(clue: s.ClueShape, loc: Loc, places: Places) -> Iterator[Diagnostic]:
    what = "a lie" if clue.lie else "a red herring"
    for key in BEARING:
        if getattr(clue, key):
            cause = f"{quote(clue.id)} is {what}"
            fix = f"take `{key}:` away, or give it to a clue that is so"
            yield Diagnostic("T304", places.key(*loc, key), cause, fix)


def _premises(folder: s.Folder, untrue: set[str], places: Places) -> Iterator[Diagnostic]:
    """Lies and red herrings from which something is concluded."""
    lists: list[tuple[Loc, list[str] | list[list[str]]]] = [
        (("deductions", i, "from"), deduction.from_) for i, deduction in enumerate(folder.deductions)
    ]
    if folder.solutions:
        correct = folder.solutions.correct
        lists.append((("solutions", "correct", "requires_clues"), correct.requires_clues))
        lists += [
            (("solutions", "correct", "requires", question), alternatives)
            for question, alternatives in correct.requires.items()
        ]
    for loc, premises in lists:
        for place, card in _cards(loc, premises):
            if card in untrue:
                cause = f"{quote(card)} is a lie or a red herring, and proves nothing"
                yield Diagnostic("T304", places.of(*place), cause, "write a clue that is so, or leave it out")


def _cards(loc: Loc, premises: list[str] | list[list[str]]) -> Iterator[tuple[Loc, str]]:
    for number, part in enumerate(premises):
        if isinstance(part, str):
            yield (*loc, number), part
        else:
            yield from (((*loc, number, place), card) for place, card in enumerate(part))


def _route(route: s.RouteShape, loc: Loc, places: Places) -> Iterator[Diagnostic]:
    verbs = [verb for verb in sorted(route.model_fields_set & IS_VERB, key=VERBS.index) if getattr(route, verb)]
    if not verbs and not route.in_ and not route.at:
        fix = "add what the player does: `ask: PERSON`, `examine: ITEM`, `watch: ROOM` or another verb"
        yield Diagnostic("T305", places.of(*loc), "no key of it says what the player does", fix)
        return
    if len(verbs) > 1:
        cause = f"it has {any_of(verbs)} besides".replace(" or ", " and ")
        fix = "keep one verb, and write another route for the other"
        yield Diagnostic(
            "T305", places.key(*loc, verbs[1]), f"{quote(verbs[0])} is a verb already", fix, "a route with two verbs"
        )
        return
    verb = verbs[0] if verbs else "in" if route.in_ else "at"
    for key, wanted in GOES_WITH.items():
        if getattr(route, {"with": "with_"}.get(key, key)) is not None and verb not in wanted:
            cause = f"`{key}` goes with {any_of(wanted)}, and this route has {quote(verb)}"
            yield Diagnostic("T306", places.key(*loc, key), cause, f"take `{key}:` away")
    if route.in_ and verbs and verb != "hide":
        cause, span = f"`in` is where one hides, and this route has {quote(verb)}", places.key(*loc, "in")
        yield Diagnostic("T306", span, cause, "write `at:`", edits=instead(span, "at"))
    needed = NEEDS.get(verb)
    if needed and getattr(route, {"with": "with_"}.get(needed, needed)) is None:
        cause = f"{quote(verb)} needs `{needed}`"
        yield Diagnostic(
            "T306", places.key(*loc, verb), cause, f"add `{needed}: …`", f"a route with `{verb}` but without `{needed}`"
        )


def _topics(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """Topics that no reply and no route is about."""
    answered = {topic for actor in folder.actors for reply in replies_of(actor) for topic in each(reply.about)}
    answered |= {topic for clue in folder.clues for route in clue.routes for topic in each(route.about)}
    spoken_of = [action for actor in folder.actors for action in actions(actor.on)]
    answered |= {topic for action in spoken_of for topic in (action.about, action.what) if topic}
    answered |= {topic for clue in folder.clues if clue.revealed_by and not clue.routes for topic in clue.about}
    for i, topic in enumerate(topics_of(folder)):
        if topic.id not in answered:
            cause = "no reply and no route is about it"
            fix = f"add a reply with `about: {topic.id}`, or take the topic away"
            yield Diagnostic(
                "T308", places.of("topics", i, "id"), cause, fix, f"nobody answers about {quote(topic.id)}"
            )
