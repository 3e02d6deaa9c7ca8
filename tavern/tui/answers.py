"""What may be answered at each stage of a game, as lines to pick."""

from tavern.model.report import Choice, View
from tavern.tui.cards import short

AFTER_THE_END = (
    Choice("undo", "Take back the last step"),
    Choice("restart", "Begin anew"),
    Choice("title", "To the title"),
)


def may_be_answered(view: View) -> bool:
    return bool(view.ended or view.choices or view.stage in ("hearing", "judged"))


def asked(view: View) -> tuple[str, list[Choice]]:
    """The question, and the answers: a choice's id is the line it plays."""
    if view.ended:
        return "This story has ended.", list(AFTER_THE_END)
    match view.stage:
        case "hearing":
            return view.objection, [*_cards(view), Choice("nothing", "Nothing: say no word to it")]
        case "judged":
            return "", [Choice("withdraw", "Let it rest"), Choice("insist", "Insist")]
        case "proved":
            return "What will you do with it?", [
                Choice(f"choose {number}", choice.label) for number, choice in enumerate(view.choices, 1)
            ]
        case _:
            return "", list(view.choices)


def _cards(view: View) -> list[Choice]:
    return [Choice(str(card.number), short(card)) for card in view.cards if card.carries]
