"""Who and what leads to which clue, which clues to which deduction, and what says which answer."""

from collections.abc import Iterable, Iterator

from tavern.authoring.graph.value import Edge, Graph, Node
from tavern.model.commands import Act
from tavern.model.mystery import Bearing, Clue, Mystery, Route
from tavern.narration.wording import name_of

CLUES = 1  # the column of clues; what gives them stands before


def clues(mystery: Mystery) -> Graph:
    """The graph of a mystery's clues."""
    depth = _depths(mystery)
    last = max([CLUES, *depth.values()]) + 1
    nodes = (*_sources(mystery), *_clues(mystery), *_deductions(mystery, depth), *_answers(mystery, last))
    edges = (*_routes(mystery), *_steps(mystery), *_doubts(mystery))
    used = {end for edge in edges for end in (edge.source, edge.target)}
    shown = tuple(
        node for node in nodes if node.id in used or node.kind in ("clue", "lie", "herring", "deduction", "truth")
    )
    return Graph(f"{mystery.title}: what leads to what", shown, tuple(dict.fromkeys(edges)))


def by_rule(mystery: Mystery) -> dict[str, list[Act]]:
    """Rule → the acts it belongs to."""
    acts: dict[str, list[Act]] = {}
    for (verb, noun, other), rules in mystery.rules.items():
        for rule in rules:
            acts.setdefault(rule.id, []).append(Act(verb, noun, other))
    return acts


def way_of(mystery: Mystery, route: Route, acts: Iterable[Act]) -> str:
    """What the player does on the route: "ask about the rain", "examine"."""
    said = [_act(mystery, act, route.source) for act in acts]
    return ", ".join(dict.fromkeys(said)) or {"gossip": "listen", "hour": "be there"}.get(route.channel, "notice")


def _act(mystery: Mystery, act: Act, source: str) -> str:
    words = act.verb.replace("_", " ")
    if act.verb in ("ask", "tell"):
        return f"{words} about {_name(mystery, act.other)}"
    others = [id for id in (act.noun, act.other) if id and id != source]
    return f"{words} {' '.join(_name(mystery, id) for id in others)}".strip()


def _name(mystery: Mystery, id: str) -> str:
    return name_of(mystery, id).name.replace("*", "")


def _sources(mystery: Mystery) -> Iterator[Node]:
    kinds = (("person", mystery.actors), ("thing", mystery.things), ("place", mystery.rooms))
    for kind, table in kinds:
        yield from (Node(f"from:{id}", table[id].names.name, kind) for id in table)


def _clues(mystery: Mystery) -> Iterator[Node]:
    for clue in mystery.clues.values():
        yield Node(clue.id, clue.name, _kind(clue), CLUES, _by_channel(mystery, clue))


def _kind(clue: Clue) -> str:
    return "lie" if clue.lie else "herring" if clue.red_herring else "clue"


def _by_channel(mystery: Mystery, clue: Clue) -> str:
    channels = sorted({mystery.routes[route].channel for route in clue.routes})
    many = "1 route" if len(clue.routes) == 1 else f"{len(clue.routes)} routes"
    return f"{many} ({', '.join(channels)})" if channels else "no route of its own"


def _depths(mystery: Mystery) -> dict[str, int]:
    """Deduction → its column: after everything it needs."""
    depth: dict[str, int] = {}
    for _ in mystery.deductions:
        for deduction in mystery.deductions.values():
            needs = {need for alternative in deduction.needs for need in alternative}
            depth[deduction.id] = 1 + max([depth.get(need, CLUES) for need in needs if need != deduction.id] or [CLUES])
            depth[deduction.id] = min(depth[deduction.id], CLUES + len(mystery.deductions))
    return depth


def _deductions(mystery: Mystery, depth: dict[str, int]) -> Iterator[Node]:
    yield from (Node(each.id, each.name, "deduction", depth[each.id]) for each in mystery.deductions.values())


def _answers(mystery: Mystery, rank: int) -> Iterator[Node]:
    for question in mystery.questions:
        for answer in question.answers:
            is_true = mystery.solution.answers.get(question.id) == answer.id
            label = f"{question.id}: {answer.names.name.strip('*') or answer.id}"
            yield Node(f"{question.id}={answer.id}", label, "truth" if is_true else "answer", rank, question.ask)


def _routes(mystery: Mystery) -> Iterator[Edge]:
    acts = by_rule(mystery)
    for route in mystery.routes.values():
        if route.source:
            way = way_of(mystery, route, acts.get(route.rule, ()))
            yield Edge(f"from:{route.source}", route.clue, "gives", way)


def _steps(mystery: Mystery) -> Iterator[Edge]:
    for deduction in mystery.deductions.values():
        for need in dict.fromkeys(need for needs in deduction.needs for need in needs):
            numbers = [str(number) for number, needs in enumerate(deduction.needs, 1) if need in needs]
            is_in_all = len(numbers) == len(deduction.needs)
            ways = "" if is_in_all else f"in argument {', '.join(numbers)} of {len(deduction.needs)}"
            yield Edge(need, deduction.id, "carries", ways)
        yield from _bearing(deduction.id, deduction.bearing)
    for clue in mystery.clues.values():
        yield from _bearing(clue.id, clue.bearing)


def _bearing(card: str, bearing: Bearing) -> Iterator[Edge]:
    for question, answer in bearing.establishes.items():
        yield Edge(card, f"{question}={answer}", "establishes")
    for question, answer, what in bearing.supports:
        yield Edge(card, f"{question}={answer}", "supports", what)
    for question, answers in bearing.rules_out.items():
        yield from (Edge(card, f"{question}={answer}", "excludes") for answer in answers)


def _doubts(mystery: Mystery) -> Iterator[Edge]:
    """Contradictions, each pair once, and what exposes a lie."""
    seen: set[frozenset[str]] = set()
    for clue in mystery.clues.values():
        for exposer in clue.lie.exposed_by if clue.lie else ():
            yield Edge(exposer, clue.id, "exposes")
            seen.add(frozenset((clue.id, exposer)))
        for other in clue.contradicts:
            if frozenset((clue.id, other)) not in seen:
                seen.add(frozenset((clue.id, other)))
                yield Edge(clue.id, other, "contradicts")
