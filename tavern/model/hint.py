"""A hint: one step, told in three grades of plainness."""

from dataclasses import dataclass

PLAINEST = 3  # the grade that tells the step itself


@dataclass(frozen=True, slots=True)
class Hint:
    """What to do next, as far as it is told.

    kind: "think" (what is held carries a conclusion not drawn: `question`, then `source`, then two `cards`), "find" (`room`
    and, when it is not yet time, `clock`; then `noun`; then the `line` to type), "accuse" (nothing more is needed: `question`,
    then `room`, then `cards` for the question) or "none" (there is no step to tell).
    grade: 1 to 3; what belongs to a higher grade is there all the same. step: by this the same step is known again.
    source: the person whose words, or the thing or room of which something, is to be weighed; "" when it is the detective's
    own conclusion. room: "" when one is there already. clock: clock time at which the step is open, 0 when it is now.
    """

    kind: str
    step: str = ""
    grade: int = 1
    question: str = ""
    source: str = ""
    cards: tuple[str, ...] = ()
    room: str = ""
    noun: str = ""
    clock: int = 0
    line: str = ""
