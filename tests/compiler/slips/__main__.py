"""`python -m tests.compiler.slips [times]`: so many slips of every kind in every file, and a table of what came of them."""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.compiler.slips.judge import Case, Outcome, a_copy, judged, slips
from tests.compiler.slips.kinds import KINDS

HEAD = "slip".ljust(40) + "".join(outcome.rjust(10) for outcome in Outcome) + "   on the line"


def table(case: Case, times: int) -> dict[str, Counter[Outcome]]:
    """For each kind, how often each outcome came."""
    return {kind: Counter(judged(case, slip) for slip in slips(case, kind, times)) for kind in KINDS}


def line(kind: str, found: Counter[Outcome]) -> str:
    """A row of the table; the share is of those that are told at all."""
    counts = "".join(str(found[outcome] or "").rjust(10) for outcome in Outcome)
    return f"{kind.ljust(40)}{counts}{share(found):13.0%}"


def share(found: Counter[Outcome]) -> float:
    """How many of the reported slips are reported first of all at the damaged line."""
    told = sum(found[outcome] for outcome in (Outcome.FIRST, Outcome.ANY, Outcome.ELSEWHERE))
    return found[Outcome.FIRST] / told if told else 1.0


def main(times: int) -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder:
        case = a_copy(Path(folder) / "cellar_secret")
        print(HEAD)  # noqa: T201 - printing is what this is for
        whole: Counter[Outcome] = Counter()
        for kind, found in table(case, times).items():
            print(line(kind, found))  # noqa: T201 - printing is what this is for
            whole += found
        print(line("all", whole))  # noqa: T201 - printing is what this is for


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
