"""Templates of the narrator: names put in with their articles, verbs and pronouns bent to agree with them."""

import re
from collections.abc import Mapping

from tavern.model.mystery import Names
from tavern.narration.wording import a, capital, the

_TOKEN = re.compile(r"\{([^{}]+)\}")
_SUBJECT = {"it": "it", "he": "he", "she": "she", "they": "they", "you": "you"}
_OBJECT = {"it": "it", "he": "him", "she": "her", "they": "them", "you": "you"}
_POSSESSIVE = {"it": "its", "he": "his", "she": "her", "they": "their", "you": "your"}
_PRONOUNS = {"it": _SUBJECT, "him": _OBJECT, "its": _POSSESSIVE}
_IRREGULAR = {"is": "are", "has": "have", "does": "do", "was": "were", "goes": "go"}


def filled(template: str, roles: Mapping[str, Names | str]) -> str:
    """The template with each `{…}` filled in. roles: what a name in braces stands for; a str is put in as it is.

    `{noun}`, `{the noun}`, `{a noun}`: the name. `{it}`, `{him}`, `{its}`: the pronoun as subject, object, possessive.
    `{stays}`: the verb, given in the third person singular, agreeing with the name, or with the pronoun just before it.
    All speak of the role `noun` unless a role follows: `{him other}`, `{stays other}`. A capital makes a capital.
    """
    pieces: list[str] = []
    end = 0
    after_pronoun = False
    for match in _TOKEN.finditer(template):
        between = template[end : match.start()]
        after_pronoun = after_pronoun and not between.strip()
        word, is_pronoun = _filled_in(match[1], roles, after_pronoun=after_pronoun)
        pieces += [between, word]
        end, after_pronoun = match.end(), is_pronoun
    return "".join([*pieces, template[end:]])


def _filled_in(token: str, roles: Mapping[str, Names | str], *, after_pronoun: bool) -> tuple[str, bool]:
    """The words for a token, and whether they are a pronoun."""
    first, _, role = token.partition(" ")
    lower = first[0].lower() + first[1:]
    bend = capital if first != lower else str
    if lower in roles and not role:
        return bend(_plain(roles[lower])), False
    names = _names(roles, role)
    if lower in ("the", "a"):
        return bend(the(names) if lower == "the" else a(names)), False
    if lower in _PRONOUNS:
        return bend(_PRONOUNS[lower][pronoun(names)]), True
    return bend(lower if _takes_singular(names, after_pronoun=after_pronoun) else bare(lower)), False


def _plain(value: Names | str) -> str:
    return value if isinstance(value, str) else value.name


def _names(roles: Mapping[str, Names | str], role: str) -> Names:
    value = roles[role or "noun"]
    return Names(value, proper=True) if isinstance(value, str) else value


def pronoun(names: Names) -> str:
    """The pronoun as a subject: "it", "he", "she", "they" or "you"."""
    if names.name == "you":
        return "you"
    return "they" if names.plural else names.pronoun


def _takes_singular(names: Names, *, after_pronoun: bool) -> bool:
    if names.plural or names.name == "you":
        return False
    return not (after_pronoun and names.pronoun == "they")


def bare(verb: str) -> str:
    """The verb as it goes with "they": "stays" → "stay", "is" → "are", "carries" → "carry"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zes")):
        return verb[:-2]
    return verb.removesuffix("s")
