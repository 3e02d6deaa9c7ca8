"""What a row of the table of verbs is."""

from dataclasses import dataclass

CLASSES = {
    "in": "in|into|inside|within",
    "on": "on|onto|upon|atop",
    "under": "under|underneath|beneath|below",
    "behind": "behind",
    "with": "with|using",
    "about": "about|on|regarding|concerning|re|of",
    "around": "around|round|about",
    "it": "it|that|this|so|them|those|these",
    "he": "he|she|they|it",
    "him": "him|her|them",
    "until": "until|till|til",
    "know": "knows|know|knew|learn|learned|learnt",
    "see": "saw|see|seen|hear|heard|watch|watched|noticed|notice",
    "who": "who|whom",
}


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: how it may be said, what it comes to, and what `help` and its name tell about it.

    spellings: with commas between. forms: with semicolons between, each a row of words: `*` any spelling of the verb;
    `a|b` one of these words; `[a|b]` the same, or none; `~in` any word of that class in CLASSES; capitals a slot, which
    fills the command's noun first, then other, unless `=noun`, `=other`, `=for` (who gets it then) or `=spare` (dropped)
    follows. Of two forms that fit a line equally well the earlier one is meant; a command is printed by the first that has
    its slots.
    makes: "act", or the kind of command it is: "consult", "meta", "note", "insist", "withdraw", "think"…
    """

    id: str
    spellings: str
    forms: str
    help: str
    makes: str = "act"

    def spelt(self) -> list[str]:
        return [spelling.strip() for spelling in self.spellings.split(",")]

    def shapes(self) -> list[str]:
        return [form.strip() for form in self.forms.split(";") if form.strip()]
