"""Who answers what: people on one side, what they may be asked about on the other."""

from tavern.authoring.graph.value import Edge, Graph, Node
from tavern.model.effects import Reveal
from tavern.model.mystery import Mystery
from tavern.model.rules import Rule
from tavern.narration.wording import name_of


def topics(mystery: Mystery) -> Graph:
    """The graph of a mystery's talk: asked and told, and what is given away by it."""
    edges: dict[tuple[str, str], Edge] = {}
    for (verb, noun, other), rules in mystery.rules.items():
        if verb in ("ask", "tell") and noun in mystery.actors and other:
            clues = tuple(dict.fromkeys(clue for rule in rules for clue in _clues(rule)))
            kind = "reveals" if clues else "speaks"
            key = (noun, other)
            if key not in edges or kind == "reveals":
                edges[key] = Edge(noun, f"about:{other}", kind, ", ".join(clues))
    asked = dict.fromkeys([*(other for _, other in edges), *mystery.topics])
    people = [Node(id, actor.names.name, "person") for id, actor in mystery.actors.items()]
    subjects = [
        Node(f"about:{id}", name_of(mystery, id).name.replace("*", ""), "topic", 1, _note(edges, id)) for id in asked
    ]
    return Graph(f"{mystery.title}: who answers what", (*people, *subjects), tuple(edges.values()), as_table=True)


def _note(edges: dict[tuple[str, str], Edge], topic: str) -> str:
    return "" if any(other == topic for _, other in edges) else "nobody answers"


def _clues(rule: Rule) -> list[str]:
    return [effect.clue for effect in rule.effects if isinstance(effect, Reveal)]
