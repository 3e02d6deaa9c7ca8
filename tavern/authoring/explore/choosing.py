"""What to type next: mostly what is new, now and then what any player types, and what the case has to be brought to."""

from collections.abc import Callable, Iterator

from tavern.authoring.explore.acts import at_hand, outcome
from tavern.authoring.explore.arguing import accusation, in_a_hearing, thought
from tavern.authoring.explore.moment import Moment, spoken
from tavern.model.commands import Act
from tavern.model.world import DAY, Playing
from tavern.reasoning.conclusions import undrawn
from tavern.reasoning.judgement import provable

WITHOUT_END = 2 * DAY  # minutes that are played of a case that has no last hour
PAGES = (
    "clues", "journal", "people", "timeline", "statements", "theory", "topics", "inventory", "exits", "hint", "look",
)  # fmt: skip
BEGUN = ("", "ask ", "tell ", "examine ", "search ", "show ", "confront ", "how do you know", "who told ", "take ", "open ",
         "look ", "give ", "talk to ", "listen ", "follow ", "watch ", "hide ", "buy ", "investigate ", "read ")  # fmt: skip
LOOKED_AT = 50  # acts of those at hand among which one is chosen, and twice as many that the author wrote words for


def next_line(moment: Moment) -> str:
    """The next line of a play."""
    if not isinstance(moment.world.stage, Playing):
        return in_a_hearing(moment)
    ways: list[tuple[float, Callable[[Moment], str]]] = [
        (0.45, _act),
        (0.14, _completed),
        (0.16, _elsewhere),
        (0.45 if _is_late(moment) else 0.04, _time),
        (0.12 if undrawn(moment.mystery, moment.world) else 0.02, thought),
        (0.15 if provable(moment.mystery, moment.world) else 0.02, accusation),
        (0.04, _page),
    ]
    for _ in range(4):
        choose = moment.random.choices([way for _, way in ways], [weight for weight, _ in ways])[0]
        if line := choose(moment):
            return line
    return "wait 10 minutes"


def _is_late(moment: Moment) -> bool:
    """Whether the hours of the case are behind the share of the lines: every hour shall be played in."""
    ends = moment.mystery.ends if moment.mystery.ends >= 0 else moment.mystery.begins + WITHOUT_END
    return moment.world.clock < moment.mystery.begins + moment.share * (ends - moment.mystery.begins) - 60


def _act(moment: Moment) -> str:
    """Something that may be done: rather what the author wrote than what the verb does by itself, and what was done seldom."""
    weighed = [outcome(moment.mystery, moment.world, act) for act in _some(moment)]
    fitting = [found for found in weighed if found.rank >= 0]
    if not fitting:
        return ""
    weights = [(1 + 3 * found.rank) * (1 + 4 * (found.name not in moment.tried)) for found in fitting]
    seldom = [weight / (1 + moment.done[found.name]) ** 2 for found, weight in zip(fitting, weights, strict=True)]
    chosen = moment.random.choices(fitting, seldom)[0]
    moment.done[chosen.name] += 1
    return spoken(chosen.act, moment.scope)


def _some(moment: Moment) -> Iterator[Act]:
    """Some of the acts at hand, most of them with words of the author's."""
    rules = moment.mystery.rules
    acts = list(at_hand(moment.mystery, moment.scope))
    written = [act for act in acts if (act.verb, act.noun, act.other) in rules]
    yield from moment.random.sample(written, min(len(written), 2 * LOOKED_AT))
    yield from moment.random.sample(acts, min(len(acts), LOOKED_AT))


def _completed(moment: Moment) -> str:
    lines = moment.game.complete(moment.random.choice(BEGUN))
    return moment.random.choice(lines) if lines else ""


def _elsewhere(moment: Moment) -> str:
    """To a room, the likelier the seldomer this play went there; mostly by its name, now and then by the way."""
    known = [id for id, kind in moment.scope.kinds.items() if kind == "room" and id != moment.scope.room]
    if moment.scope.exits and (not known or moment.random.random() < 0.5):
        return f"go {moment.random.choice(list(moment.scope.exits))}"
    weights = [1 / (1 + moment.done[f"in {room}"]) for room in known]
    room = moment.random.choices(known, weights)[0] if known else ""
    return spoken(Act("go_to", room), moment.scope) if room else ""


def _time(moment: Moment) -> str:
    """Spend some: wait a while or until an hour, watch, follow, hide, listen, sleep."""
    match moment.random.randrange(6):
        case 0:
            return f"wait {moment.random.choice((5, 20, 60, 120))} minutes"
        case 1 | 2:
            later = (moment.world.minute // 60 + moment.random.randint(1, 5)) % 24
            return f"wait until {later:02}:00{' am' if later in (10, 11) else ' pm' if later == 12 else ''}"
        case 3 if people := [id for id in moment.scope.present if id in moment.mystery.actors]:
            return spoken(Act("follow", moment.random.choice(people)), moment.scope)
        case 4:
            return "sleep" if moment.mystery.rooms[moment.scope.room].bed else "watch"
        case _:
            places = [f"hide {moment.scope.names[id].name}" for id in moment.scope.hideouts if id in moment.scope.names]
            return moment.random.choice(["listen", "watch", *places])


def _page(moment: Moment) -> str:
    return moment.random.choice(PAGES)
