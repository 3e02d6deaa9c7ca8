"""What may be answered at each stage of a game, as lines to pick."""

from tavern.model.report import Choice, View
from tavern.tui.cards import short

AFTER_THE_END = (
    Choice("undo", "Take back the last step"),
    Choice("restart", "Begin anew"),
    Choice("title", "To the title"),
)

OUT_OF_REACH = (
    Choice("yes", "Go back to where it could still be proved"),
    Choice("no", "Go on all the same"),
)

_INSTEAD_OF_A_CARD = (
    Choice("nothing", "Nothing: leave it unanswered"),
    Choice("withdraw", "Let the accusation rest"),
)


def may_be_answered(view: View) -> bool:
    """Whether there is a choice to be offered; what the parser asks is listed in the story, and answered at the prompt."""
    return bool(view.ended) or view.leads_back or view.stage in ("hearing", "judged", "proved")


def asked(view: View) -> tuple[str, list[Choice]]:
    """The question, and the answers: a choice's id is the line it plays."""
    if view.ended:
        return "This story has ended.", list(AFTER_THE_END)
    if view.leads_back:
        return "Go back?", list(OUT_OF_REACH)
    match view.stage:
        case "hearing":
            return "Your answer?", [*_cards(view), *_INSTEAD_OF_A_CARD]
        case "judged":
            return "It does not carry. What now?", [Choice("withdraw", "Let it rest"), Choice("insist", "Insist")]
        case _:
            ways = enumerate(view.choices, 1)
            return "What will you do with it?", [
                Choice(f"choose {number}", f"{number}. {way.label}") for number, way in ways
            ]


def _cards(view: View) -> list[Choice]:
    return [Choice(str(card.number), short(card)) for card in view.cards if card.carries]
