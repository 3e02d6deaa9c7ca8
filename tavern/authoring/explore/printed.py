"""What exploring found, for reading and for programs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from tavern.authoring.explore.exploring import Found
from tavern.authoring.explore.gaps import Gap
from tavern.authoring.explore.prose import Line, first_words, prose_of
from tavern.authoring.explore.tally import KINDS, there_is

WIDTH = 80
MOST_SHOWN = 12  # of what was never reached, of each kind
MOST_GAPS = 20
COUNTED = ("room", "clue", "deduction", "ending")  # kinds whose counts are printed; those of the others are in the JSON
NAMES = {
    "room": "Rooms", "clue": "Clues", "route": "Routes", "reply": "Replies", "deduction": "Deductions", "ending": "Endings",
}  # fmt: skip


def text(found: Found, seconds: float, transcripts: Sequence[str] = ()) -> str:
    """The findings in 80 columns. transcripts: the files the crashes were written to, in their order."""
    speed = round(found.lines / seconds) if seconds else found.lines
    head = (
        f"{found.mystery.title}: {found.lines:,} lines in {_plays(found)}, seed {found.plan.seed}, "
        f"{seconds:.1f} seconds, {speed:,} lines a second."
    )
    tried = f"Acts: {found.acts_tried:,} of {found.acts:,} were tried wherever they came to something new."
    parts = [_wrapped(head), _wrapped(tried), _crashes(found, transcripts), *(_kind(found, kind) for kind in KINDS)]
    return "\n\n".join([*parts, _dead(found), _gaps(found)])


def _plays(found: Found) -> str:
    plays = "1 play" if found.runs == 1 else f"{found.runs} plays"
    if not found.transcripts:
        return plays
    return f"{plays} and your {found.transcripts} transcript{'' if found.transcripts == 1 else 's'}"


def as_json(found: Found, transcripts: Sequence[str] = ()) -> dict[str, object]:
    """The findings as one value: every count, every line never told, every gap."""
    counts = {kind: {id: found.tally[kind, id] for id in ids} for kind, ids in there_is(found.mystery).items()}
    crashes = [
        {"what": crash.what, "where": crash.where, "seed": crash.seed, "lines": list(crash.lines)}
        for crash in found.crashes.values()
    ]
    for crash, file in zip(crashes, transcripts, strict=False):
        crash["transcript"] = file
    gaps = [
        {"word": gap.word, "room": gap.room, "text": gap.text, "meant": gap.meant, "read": read}
        for gap, read in _ranked(found)
    ]
    return {
        "mystery": found.mystery.id,
        "seed": found.plan.seed,
        "plays": found.runs,
        "transcripts": found.transcripts,
        "lines": found.lines,
        "acts": found.acts,
        "acts_tried": found.acts_tried,
        "reached": counts,
        "dead_text": [line.name for line in never_told(found)],
        "gaps": gaps,
        "crashes": crashes,
    }


def never_told(found: Found) -> list[Line]:
    """The author's lines that no play read."""
    return [line for name, line in prose_of(found.mystery).lines.items() if not found.tally["line", name]]


def _crashes(found: Found, transcripts: Sequence[str]) -> str:
    if not found.crashes:
        return "Nothing broke."
    lines = [f"{found.crashed} lines broke the game, in {len(found.crashes)} ways:"]
    for number, crash in enumerate(found.crashes.values()):
        file = f": {transcripts[number]}" if number < len(transcripts) else ""
        lines += _indented(f"{crash.what}, in {crash.where}, after {len(crash.lines)} lines{file}")
    return "\n".join(lines)


def _kind(found: Found, kind: str) -> str:
    ids = there_is(found.mystery)[kind]
    counts = {id: found.tally[kind, id] for id in ids}
    never = [id for id, count in counts.items() if not count]
    lines = [f"{NAMES[kind]}: {len(ids) - len(never)} of {len(ids)} reached."]
    if kind in COUNTED:
        lines += _columns({id: count for id, count in counts.items() if count})
    if never:
        lines += _never(found, kind, never)
    return "\n".join(lines)


def _never(found: Found, kind: str, never: Sequence[str]) -> Iterator[str]:
    shown = [_shown(found, kind, id) for id in never[:MOST_SHOWN]]
    yield "  never:"
    yield from (f"    {line}"[:WIDTH] for line in shown)
    if len(never) > MOST_SHOWN:
        yield f"    and {len(never) - MOST_SHOWN} more; --json has all."


def _shown(found: Found, kind: str, id: str) -> str:
    mystery = found.mystery
    match kind:
        case "clue":
            return f"{id}  {mystery.clues[id].name}"
        case "route":
            route = mystery.routes[id]
            return f"{id}  {route.channel}: {route.source}"
        case "reply":
            told = [line for variant in mystery.texts.get(id, ()) for line in variant.lines]
            return f"{id}  {first_words(told[0])}" if told else id
        case _:
            return id


def _dead(found: Found) -> str:
    lines, never = prose_of(found.mystery).lines, never_told(found)
    head = f"Prose: {len(lines) - len(never)} of {len(lines)} lines were read."
    if not never:
        return head
    kinds: dict[str, list[Line]] = {}
    for line in never:
        kinds.setdefault(line.key.split(":")[0], []).append(line)
    rows = [f"    {kind}: {len(of_kind)}, such as {of_kind[0].name}" for kind, of_kind in kinds.items()]
    return "\n".join([head, "  never read:", *(row[:WIDTH] for row in rows)])


def _gaps(found: Found) -> str:
    ranked = _ranked(found)
    if not ranked:
        return "Words: every noun that was read can be named."
    acts = f"Words: {len(ranked)} nouns were read that name nothing where they stand. The most read:"
    rows = [_wrapped(acts)]
    for gap, read in ranked[:MOST_GAPS]:
        rows.append(f"  {gap.word:<14} {read:>4}x in {gap.room}: {_proposal(gap)}"[:WIDTH])
    return "\n".join(rows)


def _proposal(gap: Gap) -> str:
    return f"`names: [{gap.word}]` of {gap.meant}?" if gap.meant else "scenery of the room?"


def _ranked(found: Found) -> list[tuple[Gap, int]]:
    """Each word once in a room, with its likeliest meaning, the most read first."""
    best: dict[tuple[str, str], tuple[Gap, int]] = {}
    for reached, count in sorted(found.tally.items()):
        if reached[0] == "gap":
            gap = Gap(*reached[1:])
            before = best.get((gap.word, gap.room), (gap, 0))
            likelier = gap if count > before[1] or (gap.meant and not before[0].meant) else before[0]
            best[gap.word, gap.room] = (likelier, before[1] + count)
    return sorted(best.values(), key=lambda pair: (-pair[1], pair[0].word, pair[0].room))


def _columns(counts: Mapping[str, int]) -> Iterator[str]:
    """Ids with their counts, in as many columns as fit."""
    if not counts:
        return
    cells = [f"{id} {count}" for id, count in counts.items()]
    wide = max(map(len, cells)) + 2
    across = max(1, (WIDTH - 2) // wide)
    for at in range(0, len(cells), across):
        yield "  " + "".join(cell.ljust(wide) for cell in cells[at : at + across]).rstrip()


def _indented(text: str) -> Iterable[str]:
    return wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def _wrapped(text: str) -> str:
    return "\n".join(wrap(text, WIDTH, break_on_hyphens=False))
