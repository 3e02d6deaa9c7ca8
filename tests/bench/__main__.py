"""`python -m tests.bench [topic…]`: measures, prints, and writes the table to docs/performance.md when all were measured."""

import platform
import sys
from datetime import UTC, datetime

from tests.bench.measure import Figure
from tests.bench.topics import TOPICS
from tests.places import ROOT

HEAD = """# Performance

Medians of interleaved rounds on one machine, in one run, in milliseconds unless a row says otherwise; quote ratios, not
times. Made by `python -m tests.bench`.

"""


def table(figures: list[Figure]) -> str:
    rows = [
        "| what | ours | beside | theirs | ratio | spread | aim |",
        "| --- | --: | --- | --: | --: | --: | --- |",
    ]
    for figure in figures:
        ratio = f"{figure.ratio:.2f}" if figure.yardstick != "-" else "–"
        rows.append(
            f"| {figure.what} | {figure.ours:.3f} | {figure.yardstick} | {figure.theirs:.3f} | {ratio} "
            f"| {figure.spread:.1f} | {figure.aim} |"
        )
    return "\n".join(rows)


def main(wanted: list[str]) -> None:
    figures = [figure for topic in (wanted or TOPICS) for figure in TOPICS[topic]()]
    print(table(figures))
    if not wanted:
        stamp = f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}.\n\n"
        (ROOT / "docs" / "performance.md").write_text(HEAD + stamp + table(figures) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
