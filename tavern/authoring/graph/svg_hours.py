"""The hours of a house as SVG: a row a person, a band a stay, to the minute."""

from collections.abc import Iterator
from colorsys import hls_to_rgb
from xml.sax.saxutils import escape

from tavern.authoring.graph.colours import PAPER
from tavern.authoring.graph.layout import MARGIN, TITLE, width_of
from tavern.authoring.graph.paper import both, ground, head
from tavern.authoring.graph.value import Day, Hours, Stay
from tavern.model.world import DAY
from tavern.narration.wording import hour

HOUR, BAND = 44.0, 26.0  # pixels
NAMES = 150.0  # pixels for the names before the bands
GOLDEN = 0.381966  # turns between the hues of two rooms, so that neighbours differ


def timetable(table: Hours) -> str:
    """The table as an SVG file."""
    return "\n".join(_timetable(table))


def _timetable(table: Hours) -> Iterator[str]:
    numbers = {id: number for number, (id, _) in enumerate(table.rooms)}
    tall = [_height(day) for day in table.days]
    wide = MARGIN * 2 + NAMES + 24 * HOUR
    legend = list(_legend(table, wide))
    yield from head(wide, TITLE + MARGIN + sum(tall) + 22 * (len(legend) + 1), table.title, _style(len(numbers)))
    y = TITLE + MARGIN
    for day, height in zip(table.days, tall, strict=True):
        yield from _day(day, y, numbers, dict(table.rooms))
        y += height
    yield from (
        f'<g transform="translate({MARGIN:.0f},{y + 22 * row:.0f})">{marks}</g>' for row, marks in enumerate(legend)
    )
    yield "</svg>"


def _height(day: Day) -> float:
    return 44 + BAND * len(day.rows) + 18


def _day(day: Day, y: float, numbers: dict[str, int], rooms: dict[str, str]) -> Iterator[str]:
    left = MARGIN + NAMES
    yield f'<text class="day" x="{MARGIN:.0f}" y="{y + 12:.0f}">{escape(day.title)}</text>'
    bottom = y + 40 + BAND * len(day.rows)
    for number in range(25):
        x = left + number * HOUR
        yield f'<path class="hour" d="M{x:.0f},{y + 36:.0f} L{x:.0f},{bottom:.0f}"/>'
        if number < 24:
            yield f'<text class="small" x="{x:.0f}" y="{y + 32:.0f}" text-anchor="middle">{number:02}</text>'
    for row, (person, stays) in enumerate(day.rows):
        top = y + 40 + row * BAND
        yield f'<text x="{MARGIN:.0f}" y="{top + 16:.0f}">{escape(person[:20])}</text>'
        yield from (_band(stay, left, top, numbers[stay.room], rooms[stay.room]) for stay in stays)


def _band(stay: Stay, left: float, top: float, number: int, room: str) -> str:
    x, wide = left + stay.start / 60 * HOUR, (stay.end - stay.start) / 60 * HOUR
    until = hour(stay.end % DAY)
    tip = f"<title>{hour(stay.start)} to {until}: {escape(room)}{', asleep' if stay.asleep else ''}</title>"
    rect = f'<rect x="{x:.1f}" y="{top + 2:.1f}" width="{max(wide, 1.5):.1f}" height="{BAND - 5:.1f}" rx="3"/>'
    words = f"{room}, asleep" if stay.asleep else room
    fits = next((text for text in (words, room) if width_of(text) + 6 <= wide), "")
    label = f'<text class="small" x="{x + 4:.1f}" y="{top + 16:.1f}">{escape(fits)}</text>' if fits else ""
    kind = f"room{number} asleep" if stay.asleep else f"room{number}"
    return f'<g class="{kind}">{tip}{rect}{label}</g>'


def _legend(table: Hours, wide: float) -> Iterator[str]:
    """The rooms with their colours, in as many rows as they need."""
    x, parts = 0.0, list[str]()
    for number, (_, name) in enumerate(table.rooms):
        if x + 26 + width_of(name) > wide - 2 * MARGIN:
            yield "".join(parts)
            x, parts = 0.0, []
        mark = f'<g class="room{number}"><rect width="16" height="13" rx="3"/></g>'
        parts.append(f'<g transform="translate({x:.0f},0)">{mark}<text x="22" y="11">{escape(name)}</text></g>')
        x += 26 + width_of(name) + 14
    yield "".join(parts)


def _style(rooms: int) -> str:
    return both(_scheme("light", rooms), _scheme("dark", rooms))


def _scheme(scheme: str, rooms: int) -> str:
    _, ink = PAPER[scheme]
    bands = "".join(f".room{number} rect{{fill:{_colour(scheme, number)}}}" for number in range(rooms))
    lines = f".hour{{stroke:{ink};stroke-opacity:.15}}.asleep rect{{fill-opacity:.45}}"
    return f"{ground(scheme)}.small{{font-size:11px}}.day{{font-weight:600}}{lines}{bands}"


def _colour(scheme: str, number: int) -> str:
    light = 0.80 if scheme == "light" else 0.30
    red, green, blue = hls_to_rgb(number * GOLDEN % 1, light, 0.45)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
