"""Words for whoever can no longer prove the case, or is about to let the last safe hour pass."""

from tavern.model import events as e
from tavern.model.commands import Question
from tavern.model.events import Event
from tavern.narration.wording import one_of

BACK = "go back to turn"  # and a number: the line that leads back there
STRANDED, LATE = "stranded", "late"  # under these keys it is remembered that it was said
OUT_OF_REACH = (
    "Nothing that is left here can prove it any more. You may go on, and see how it ends.",
    "That was the last of what could have shown it. You may go on, but no proof lies that way.",
    "From here nobody can be shown who did it, whatever you still find. You may go on all the same.",
)
GO_BACK = "Go back to before you did it?"
GO_BACK_TO = "Go back to before you typed *{line}*?"
LAST_HOUR = (
    "So far the case could be made from anywhere. After this that is no longer sure: what you still lack may take more time "
    "than there is."
)
ALL_THE_SAME = "Do it all the same?"


def out_of_reach(count: int, back: str, line: str) -> tuple[Event, ...]:
    """That nothing can prove the case any more, and the offer to go back.

    count: how often it was said before. back: the line that leads back to the last good turn. line: what was typed then, ""
    when that was just now.
    """
    ask = GO_BACK_TO.format(line=line) if line else GO_BACK
    return (
        e.Told(STRANDED),
        e.Replied("note", one_of(OUT_OF_REACH, count)),
        e.Asking("confirm", ask, prefix=back),
    )


def leads_back(question: Question | None) -> bool:
    """Whether the question is the offer to go back to where the case could still be proved."""
    return question is not None and (question.prefix == "undo" or question.prefix.startswith(BACK))


def last_hour(line: str) -> tuple[Event, ...]:
    """The question before the last safe hour is let pass. line: what would let it pass."""
    return (e.Told(LATE), e.Replied("note", LAST_HOUR), e.Asking("confirm", ALL_THE_SAME, prefix=line))
