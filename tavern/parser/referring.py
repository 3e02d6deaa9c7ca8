"""A command understood, and what pronouns mean after it."""

from dataclasses import replace

from tavern.model.commands import Act, Command, Consult, Note, Understood
from tavern.parser.heard import Heard


def understood(heard: Heard, command: Command, took: str = "", more: str = "") -> Understood:
    """The command, with what pronouns mean after it and what of the line is still to do."""
    rest = "" if isinstance(command, Note) else heard.sentence.rest
    result = Understood(command, took=took, rest=". ".join(part for part in (more, rest) if part))
    for id in _mentioned(command):
        result = _referring(heard, result, id)
    return result


def _mentioned(command: Command) -> tuple[str, ...]:
    match command:
        case Act(verb, noun, other):
            return (other, noun) if verb not in {"go", "say_aloud"} else ()
        case Consult("about", noun):
            return (noun,)
        case _:
            return ()


def _referring(heard: Heard, result: Understood, id: str) -> Understood:
    names = heard.scope.names.get(id)
    if names is None:
        return result
    if names.plural:
        return replace(result, them=id, it=id)
    match names.pronoun:
        case "he":
            return replace(result, him=id)
        case "she":
            return replace(result, her=id)
        case "they":
            return replace(result, them=id)
        case _:
            return replace(result, it=id)
