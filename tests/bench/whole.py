"""`python -m tests.bench.whole CLUES`: the whole certificate of a made-up mystery, in a process that has done nothing else.

Prints seconds of the processor, and the most memory that was in use, in megabytes.
"""

import json
import resource
import sys
from pathlib import Path
from time import process_time

from tavern.authoring.certificates import Replay
from tavern.compiler.source import without_collector
from tavern.proof.certificate import certificate
from tavern.proof.proving import prove
from tests.bench.proofs import a_large_case

STATUS = Path("/proc/self/status")
PER_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000  # of what `ru_maxrss` counts in


def main(clues: int) -> None:
    case = a_large_case(clues)
    with without_collector():  # as `tavern prove` does
        start = process_time()
        replay = Replay(case)
        certificate(case, prove(case, replay), replay, "bench")
        seconds = process_time() - start
    print(json.dumps({"seconds": seconds, "megabytes": round(_most() / PER_MEGABYTE)}))


def _most() -> int:
    """The most memory this process had; `ru_maxrss` may be that of the one which began it."""
    if not STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = (line.split() for line in STATUS.read_text(encoding="ascii").splitlines())
    return next(int(words[1]) for words in lines if words[0] == "VmHWM:")


if __name__ == "__main__":
    main(int(sys.argv[1]))
