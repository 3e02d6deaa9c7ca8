"""Time passing: what falls due, in which order, who comes and goes, and that no minute is skipped in which anything would happen."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.clock import Passage, advance, live_moment
from tavern.engine.turn import turn
from tavern.model.commands import Act
from tavern.model.events import (
    Arrived,
    Beat,
    Busied,
    ClueFound,
    CounterSet,
    Departed,
    Event,
    StateSet,
    StoryEnded,
    TimePassed,
    Told,
    WentOff,
)
from tavern.model.mystery import Mystery
from tavern.model.world import Ended, World
from tavern.reasoning.holds import within
from tests.factory import Shape, a_clue, a_mystery, a_person, a_room, acted, kinds, refused, walked

ROOMS = (
    a_room("hall", exits={"out": "yard"}, bed=True),
    a_room("yard", exits={"in": "hall", "out": "lane"}),
    a_room("lane", exits={"in": "yard"}),
)
EVENING = 18 * 60
DAY = 24 * 60


def told_at(events: list[Event]) -> list[tuple[int, str]]:
    """(clock, key) of every text told."""
    clock, told = -1, []
    for event in events:
        if isinstance(event, TimePassed):
            clock = event.clock
        elif isinstance(event, Told):
            told.append((clock, event.text.removeprefix("fuse:")))
    return told


def slept(mystery: Mystery, world: World, until: int) -> list[Event]:
    """What happens until then to somebody who does nothing."""
    return advance(mystery, world, until).events


# ── windows ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_window_holds_from_its_first_minute_up_to_its_last() -> None:
    assert [within(minute, 100, 102) for minute in (99, 100, 101, 102)] == [False, True, True, False]


def test_a_window_may_cross_midnight() -> None:
    assert [within(minute, 1380, 120) for minute in (1379, 1380, 1439, 0, 119, 120)] == [
        False,
        True,
        True,
        True,
        True,
        False,
    ]


def test_a_window_that_ends_where_it_begins_is_the_whole_day() -> None:
    assert within(0, 600, 600)
    assert within(599, 600, 600)


# ── fuses and daemons ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_fuse_goes_off_at_its_hour_every_day() -> None:
    mystery = a_mystery(fuses=[{"id": "bell", "at": "06:09", "tell": "A bell."}])
    events = slept(mystery, first_world(mystery, 1), 3 * DAY)
    assert told_at(events) == [(DAY + 369, "bell"), (2 * DAY + 369, "bell")]


def test_a_fuse_for_one_day_goes_off_on_that_day_alone() -> None:
    mystery = a_mystery(fuses=[{"id": "bell", "at": "06:09", "day": 3, "tell": "A bell."}])
    assert told_at(slept(mystery, first_world(mystery, 1), 5 * DAY)) == [(2 * DAY + 369, "bell")]


def test_what_falls_due_at_the_end_of_an_action_belongs_to_it_and_at_its_start_does_not() -> None:
    mystery = a_mystery(rooms=ROOMS, fuses=[{"id": "bell", "at": "18:02", "tell": "A bell."}])
    world, events = acted(mystery, "go out")
    assert told_at(events) == [(EVENING + 2, "bell")]
    assert told_at(acted(mystery, "go in", world=world)[1]) == []


def test_a_fuse_without_its_condition_at_its_hour_stays_silent_that_day() -> None:
    mystery = a_mystery(fuses=[{"id": "bell", "at": "20:00", "when": {"days": [2]}, "tell": "A bell."}])
    assert told_at(slept(mystery, first_world(mystery, 1), 3 * DAY)) == [(DAY + 1200, "bell")]


def test_a_started_fuse_goes_off_after_its_delay_counted_from_the_end_of_the_action() -> None:
    mystery = a_mystery(
        rooms=[a_room("hall", on={"pull": {"tell": "Click.", "minutes": 5, "then": {"start": "lamp"}}})],
        fuses=[{"id": "lamp", "after": 30, "tell": "It goes out."}],
    )
    world, _ = acted(mystery, "pull hall")
    assert world.pending == {"lamp": EVENING + 35}
    world, events = acted(mystery, "wait 60", world=world)
    assert told_at(events) == [(EVENING + 35, "lamp")]
    assert world.pending == {}


def test_a_stopped_fuse_does_not_go_off() -> None:
    mystery = a_mystery(
        rooms=[
            a_room(
                "hall",
                on={"pull": {"tell": "x", "then": {"start": "lamp"}}, "push": {"tell": "x", "then": {"stop": "lamp"}}},
            )
        ],
        fuses=[{"id": "lamp", "after": 30, "tell": "It goes out."}],
    )
    world, _ = acted(mystery, "pull hall", "push hall")
    assert told_at(acted(mystery, "wait 60", world=world)[1]) == []


def test_a_fuse_lit_by_a_fuse_goes_off_at_its_own_minute_within_the_same_wait() -> None:
    mystery = a_mystery(
        fuses=[
            {"id": "spark", "at": "18:10", "then": {"start": "bang"}},
            {"id": "bang", "after": 7, "tell": "Bang."},
        ]
    )
    assert told_at(slept(mystery, first_world(mystery, 1), EVENING + 60)) == [(EVENING + 17, "bang")]


def test_a_condition_fuse_goes_off_once_as_soon_as_it_holds() -> None:
    mystery = a_mystery(fuses=[{"id": "dusk", "when": {"between": ["18:30", "19:00"]}, "tell": "Dusk."}])
    assert told_at(slept(mystery, first_world(mystery, 1), 3 * DAY)) == [(EVENING + 30, "dusk")]


def test_a_recurring_condition_fuse_goes_off_once_from_dawn_to_dawn() -> None:
    mystery = a_mystery(fuses=[{"id": "calm", "when": {"stage": "playing"}, "once": False, "tell": "Calm."}])
    world, _ = acted(mystery, "look")
    assert told_at(slept(mystery, world, 3 * DAY)) == [(DAY + 360, "calm"), (2 * DAY + 360, "calm")]


def test_what_falls_due_sees_what_fell_due_before_it() -> None:
    mystery = a_mystery(
        fuses=[
            {"id": "third", "when": {"is": {"flag": "b"}}, "tell": "3"},
            {"id": "second", "when": {"is": {"flag": "a"}}, "then": {"set": {"flag": "b"}}, "tell": "2"},
            {"id": "first", "at": "18:10", "then": {"set": {"flag": "a"}}, "tell": "1"},
        ],
        flags=[{"id": "flag"}],
    )
    events = slept(mystery, first_world(mystery, 1), EVENING + 60)
    assert [key for _, key in told_at(events)] == ["first", "second", "third"]


def test_what_one_does_is_followed_at_once_by_what_it_sets_off() -> None:
    mystery = a_mystery(
        rooms=[a_room("hall", on={"pull": {"tell": "x", "then": {"set": {"rope": "pulled"}}}})],
        fuses=[{"id": "bell", "when": {"is": {"rope": "pulled"}}, "tell": "Ding."}],
        flags=[{"id": "rope"}],
    )
    _, events = acted(mystery, "pull hall")
    assert kinds(events, StateSet, WentOff) == [StateSet("rope", "pulled"), WentOff("bell", once=True)]


def test_a_daemon_runs_after_every_turn_that_took_time() -> None:
    mystery = a_mystery(
        rooms=ROOMS, daemons=[{"id": "wear", "then": {"count": {"steps": 1}}}], counters=[{"id": "steps"}]
    )
    world, _ = acted(mystery, "look", "go out", "look", "go in", "wait 30")
    assert world.counters["steps"] == 3


def test_what_a_daemon_brings_about_is_followed_at_once_too() -> None:
    mystery = a_mystery(
        daemons=[{"id": "wear", "then": {"count": {"steps": 1}}}],
        fuses=[{"id": "worn", "when": {"counter": {"steps": 2}}, "tell": "Worn."}],
        counters=[{"id": "steps"}],
    )
    assert kinds(acted(mystery, "wait", "wait")[1], Told) == [Told("fuse:worn")]


def test_a_window_that_closes_sets_off_what_waits_for_that() -> None:
    mystery = a_mystery(fuses=[{"id": "over", "when": {"not": {"between": ["17:00", "19:17"]}}, "tell": "Over."}])
    assert told_at(slept(mystery, first_world(mystery, 1), EVENING + 600)) == [(19 * 60 + 17, "over")]


def test_light_that_changes_by_the_hour_sets_off_what_asks_for_it() -> None:
    mystery = a_mystery(
        rooms=[a_room("hall", dark={"between": ["20:00", "06:00"]})],
        fuses=[{"id": "night", "when": {"dark": True}, "tell": "Night."}],
    )
    assert told_at(slept(mystery, first_world(mystery, 1), EVENING + 600)) == [(20 * 60, "night")]


# ── what reaches the player ─────────────────────────────────────────────────────────────────────────────────────


def test_what_is_not_heard_happens_all_the_same() -> None:
    mystery = a_mystery(
        rooms=ROOMS,
        fuses=[
            {
                "id": "knock",
                "at": "18:10",
                "heard": {"at": "yard"},
                "tell": "Knock.",
                "then": {"set": {"knocked": "yes"}, "say": "Who is it?"},
            }
        ],
        flags=[{"id": "knocked"}],
    )
    world, events = acted(mystery, "wait 30")
    assert kinds(events, Told) == []
    assert world.states["knocked"] == "yes"
    assert kinds(acted(mystery, "go out", "wait 30")[1], Told) == [Told("fuse:knock"), Told("say:knock:0")]


def test_a_sleeper_hears_nothing_but_what_asks_for_sleep() -> None:
    mystery = a_mystery(
        begins="22:00",
        rooms=ROOMS,
        fuses=[
            {"id": "knock", "at": "01:00", "tell": "Knock."},
            {"id": "dream", "at": "02:00", "when": {"asleep": True}, "tell": "A dream."},
        ],
        clues=[a_clue("noise", routes=[{"at": "hall", "between": ["03:00", "04:00"]}])],
    )
    world, events = acted(mystery, "sleep")
    assert told_at(events) == [(DAY + 120, "dream")]
    assert world.clues == set()
    assert world.clock == DAY + 7 * 60
    assert kinds(events, Beat) == [Beat("sleep", "")]
    world, _ = acted(mystery, "wait @03:30")
    assert told_at(acted(mystery, "wait @03:30")[1]) == [(DAY + 60, "knock")]


def test_sleep_wants_a_bed_and_an_evening() -> None:
    mystery = a_mystery(rooms=ROOMS)
    assert refused(acted(mystery, "sleep")[1]) == "not_tired"
    assert refused(acted(mystery, "go out", "sleep")[1]) == "no_bed"
    assert acted(mystery, "wait @21:00", "sleep @05:00")[0].clock == DAY + 300


# ── coming and going ────────────────────────────────────────────────────────────────────────────────────────────


def passing_through() -> Mystery:
    hours = [{"at": "00:00", "room": "lane"}, {"at": "18:10", "room": "hall"}, {"at": "18:20", "room": "lane"}]
    return a_mystery(rooms=ROOMS, actors=[a_person("gene", schedule=hours), a_person("sarah", "yard")])


def test_people_are_seen_arriving_and_leaving_by_the_way_they_take() -> None:
    mystery = passing_through()
    world, events = acted(mystery, "wait", "wait")
    assert kinds(events, Arrived, Departed)[0] == Arrived("gene", "out")
    assert kinds(events, Beat)[-1] == Beat("wait", "", stopped="seen")
    assert world.clock == EVENING + 11
    world, events = acted(mystery, "wait", world=world)
    assert kinds(events, Arrived, Departed) == [Departed("gene", "out")]
    assert world.clock == EVENING + 20


def test_a_wait_that_has_its_end_goes_on_when_people_come_and_go() -> None:
    mystery = passing_through()
    world, events = acted(mystery, "wait 60")
    assert kinds(events, Arrived, Departed) == [Arrived("gene", "out"), Departed("gene", "out")]
    assert kinds(events, Beat) == [Beat("wait", "", stopped="")]
    assert world.clock == EVENING + 60


def test_waiting_for_somebody_lasts_until_they_come() -> None:
    mystery = passing_through()
    assert acted(mystery, "wait gene")[0].clock == EVENING + 11
    assert refused(acted(mystery, "wait gene", "wait gene")[1]) == "already_with"
    world, _ = acted(mystery, "wait sarah")
    assert world.clock == EVENING + 4 * 60
    assert world.doing.kind == ""


def test_waiting_passes_a_minute_at_least_and_ten_when_nothing_is_said() -> None:
    mystery = a_mystery()
    assert acted(mystery, "wait")[0].clock == EVENING + 10
    assert acted(mystery, "wait 1")[0].clock == EVENING + 1
    assert acted(mystery, "wait @18:00")[0].clock == EVENING + DAY


def test_watching_what_is_there_to_be_seen_at_once_takes_a_minute() -> None:
    mystery = a_mystery(clues=[a_clue("rat", routes=[{"watch": "hall", "between": ["17:00", "19:00"]}])])
    world, events = acted(mystery, "watch")
    assert kinds(events, TimePassed, ClueFound, Beat) == [
        TimePassed(EVENING + 1),
        ClueFound("rat", "rat.1"),
        Beat("watch", "hall", stopped="seen"),
    ]
    assert world.doing.kind == ""


def test_watching_ends_in_the_minute_in_which_something_shows() -> None:
    mystery = a_mystery(clues=[a_clue("rat", routes=[{"watch": "hall", "between": ["18:07", "18:09"]}])])
    assert acted(mystery, "watch")[0].clock == EVENING + 7


def test_listening_hears_gossip_while_it_lasts() -> None:
    mystery = a_mystery(
        actors=[a_person("gene"), a_person("sarah")],
        clues=[a_clue("gossip", routes=[{"listen": "hall", "when": {"with": ["gene", "sarah"]}}])],
    )
    world, _ = acted(mystery, "listen")
    assert world.clues == {"gossip"}
    assert world.clock == EVENING + 1


def test_following_goes_along_room_after_room() -> None:
    mystery = passing_through()
    world, events = acted(mystery, "wait gene", "follow gene")
    assert walked(events) == ["yard", "lane"]
    assert world.room == "lane"
    assert world.doing.kind == ""


def test_following_somebody_who_stays_comes_to_nothing() -> None:
    mystery = a_mystery(actors=[a_person("gene")])
    world, events = acted(mystery, "follow gene")
    assert kinds(events, Beat) == [Beat("follow", "gene", stopped="stays")]
    assert world.clock == EVENING + 30
    assert refused(acted(a_mystery(actors=[a_person("gene", "")]), "follow gene")[1]) == "not_with"


def test_a_follower_is_left_behind_by_a_way_that_is_barred_to_them() -> None:
    rooms = (
        a_room("hall", exits={"down": {"to": "cellar", "when": {"has": "key"}, "blocked": "No."}}),
        a_room("cellar", exits={"up": "hall"}),
    )
    hours = [{"at": "00:00", "room": "hall"}, {"at": "18:05", "room": "cellar"}]
    mystery = a_mystery(rooms=rooms, actors=[a_person("gene", schedule=hours)], items=[{"id": "key", "name": "key"}])
    world, events = acted(mystery, "follow gene")
    assert world.room == "hall"
    assert kinds(events, Beat)[0] == Beat("follow", "gene", stopped="lost")
    assert world.clock == EVENING + 5


def test_a_route_by_following_is_found_where_it_leads() -> None:
    hours = [{"at": "00:00", "room": "hall"}, {"at": "18:05", "room": "lane"}]
    mystery = a_mystery(
        rooms=ROOMS,
        actors=[a_person("gene", schedule=hours)],
        clues=[a_clue("boat", routes=[{"follow": "gene", "to": "lane"}])],
    )
    world, events = acted(mystery, "follow gene")
    assert kinds(events, ClueFound) == [ClueFound("boat", "boat.1")]
    assert (world.room, world.clock) == ("lane", EVENING + 6)


# ── hiding ──────────────────────────────────────────────────────────────────────────────────────────────────────


def a_hiding_place(**keys: object) -> Mystery:
    curtain = {"id": "curtain", "name": "curtain", "kind": "fixed", "in": "hall", "hide": "behind"}
    clues = [a_clue("whisper", routes=[{"hide": "curtain", "between": ["18:30", "19:00"]}])]
    return a_mystery(rooms=ROOMS, items=[curtain], clues=clues, **keys)


def test_hiding_lasts_through_waiting_and_shows_what_goes_on() -> None:
    mystery = a_hiding_place()
    world, _ = acted(mystery, "hide curtain", "wait 20", "look")
    assert world.doing.kind == "hide"
    world, events = acted(mystery, "wait 30", world=world)
    assert kinds(events, ClueFound) == [ClueFound("whisper", "whisper.1")]
    assert world.clock == EVENING + 30
    assert world.doing.kind == "hide"


def test_listening_from_a_hiding_place_does_not_give_it_up() -> None:
    world, events = acted(a_hiding_place(), "hide curtain", "listen")
    assert world.doing.kind == "hide"
    assert kinds(events, Busied) == [Busied("listen", "hall"), Busied("hide", "curtain")]


def test_doing_anything_else_comes_out_of_hiding() -> None:
    mystery = a_hiding_place()
    assert acted(mystery, "hide curtain", "go out")[0].doing.kind == ""
    world, _ = acted(mystery, "hide curtain", "unhide")
    assert world.doing.kind == ""
    assert refused(acted(mystery, "unhide", world=world)[1]) == "not_hiding"


def test_nobody_hides_before_somebodys_eyes() -> None:
    assert refused(acted(a_hiding_place(actors=[a_person("gene")]), "hide curtain")[1]) == "seen_hiding"
    asleep = [{"at": "00:00", "room": "hall", "asleep": True}]
    assert refused(acted(a_hiding_place(actors=[a_person("gene", schedule=asleep)]), "hide curtain")[1]) == ""


def test_being_dragged_out_ends_the_hiding() -> None:
    mystery = a_hiding_place(fuses=[{"id": "found", "at": "18:20", "tell": "A hand.", "then": {"go": "yard"}}])
    world, events = acted(mystery, "hide curtain", "wait 60")
    assert (world.room, world.doing.kind, world.clock) == ("yard", "", EVENING + 20)
    assert kinds(events, Beat) == [Beat("wait", "", stopped="moved")]


# ── the end of things ───────────────────────────────────────────────────────────────────────────────────────────


def a_deadline() -> Mystery:
    return a_mystery(
        rooms=ROOMS,
        ends={"day": 1, "at": "19:00"},
        fuses=[{"id": "late", "at": "19:00", "tell": "Never."}],
        endings=[{"id": "too_late", "after": "time", "text": "It is over.", "then": {"set": {"over": "yes"}}}],
        flags=[{"id": "over"}],
    )


def test_the_last_hour_ends_the_story() -> None:
    world, events = acted(a_deadline(), "wait @22:00")
    assert world.stage == Ended("too_late")
    assert world.clock == 19 * 60
    assert kinds(events, StateSet, StoryEnded, Told) == [StateSet("over", "yes"), StoryEnded("too_late")]
    assert refused(acted(a_deadline(), "wait", world=world)[1]) == "stage"


def test_the_last_hour_cuts_an_act_short() -> None:
    world, events = acted(a_deadline(), "wait @18:59", "go out")
    assert world.room == "hall"
    assert kinds(events, Beat) == [Beat("go", "out", stopped="ended")]


def test_a_fuse_may_end_the_story_and_only_once() -> None:
    mystery = a_mystery(
        fuses=[
            {"id": "fire", "at": "18:30", "tell": "Fire.", "then": {"end": "burnt"}},
            {"id": "flood", "at": "18:30", "then": {"end": "drowned"}},
        ],
        endings=[
            {"id": "burnt", "after": "event", "text": "x", "then": {"set": {"ash": "yes"}}},
            {"id": "drowned", "after": "event", "text": "y"},
        ],
        flags=[{"id": "ash"}],
    )
    world, events = acted(mystery, "wait 60")
    assert kinds(events, StoryEnded) == [StoryEnded("burnt")]
    assert (world.states["ash"], world.clock) == ("yes", EVENING + 30)


def test_a_fuse_that_stops_everything_ends_the_act() -> None:
    mystery = a_mystery(rooms=ROOMS, fuses=[{"id": "shout", "at": "18:01", "tell": "Stop!", "stops": True}])
    world, events = acted(mystery, "go out")
    assert (world.room, world.clock) == ("hall", EVENING + 1)
    assert kinds(events, Beat) == [Beat("go", "out", stopped="moved")]


# ── no minute skipped ───────────────────────────────────────────────────────────────────────────────────────────

HOURS = st.sampled_from(
    ["18:00", "18:05", "19:59", "20:00", "23:59", "00:00", "00:01", "01:30", "05:59", "06:00", "06:01", "12:00"]
)
TALLY = st.sampled_from(["a", "b", "c"])
WHEN = st.one_of(
    st.builds(lambda start, end: {"between": [start, end]}, HOURS, HOURS),
    st.builds(lambda day: {"days": [day]}, st.integers(1, 3)),
    st.builds(lambda day, at: {"after": {"day": day, "at": at}}, st.integers(1, 3), HOURS),
    st.builds(lambda day, at: {"before": {"day": day, "at": at}}, st.integers(1, 3), HOURS),
    st.builds(lambda counter, least: {"counter": {counter: least}}, TALLY, st.integers(1, 3)),
    st.just({"with": "gene"}),
    st.builds(lambda start, end: {"not": {"between": [start, end]}}, HOURS, HOURS),
    st.builds(lambda dark: {"dark": dark}, st.booleans()),
    st.just({"not": {"with": "sarah"}}),
    st.just({"awake": "gene"}),
)
THEN = st.one_of(
    st.builds(lambda counter: {"count": {counter: 1}}, TALLY),
    st.just({"start": "slow"}),
    st.just({"start": "slow", "count": {"a": 1}}),
    st.just({"stop": "slow"}),
    st.just({"send": {"actor": "gene", "to": "lane", "for": 45}}),
    st.just({"send": {"actor": "sarah", "to": "hall"}}),
)
FUSE = st.one_of(
    st.builds(lambda at, then: {"at": at, "then": then, "tell": "x"}, HOURS, THEN),
    st.builds(lambda at, day, then: {"at": at, "day": day, "then": then}, HOURS, st.integers(1, 3), THEN),
    st.builds(lambda when, then, once: {"when": when, "then": then, "once": once}, WHEN, THEN, st.booleans()),
    st.builds(lambda one, two, then: {"when": [one, two], "then": then, "tell": "x"}, WHEN, WHEN, THEN),
)
ROWS = st.lists(
    st.builds(
        lambda at, room, asleep, jitter: {"at": at, "room": room, "asleep": asleep, "jitter": jitter},
        HOURS,
        st.sampled_from(["hall", "yard", "lane"]),
        st.booleans(),
        st.sampled_from([0, 0, 4, 60]),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda row: row["at"],
)
GOALS = st.lists(
    st.builds(
        lambda when, room, ends, priority, then: {"when": when, "go": room, "priority": priority, "then": then, **ends},
        WHEN,
        st.sampled_from(["hall", "yard", "lane"]),
        st.sampled_from([{}, {"for": 7}, {"until": "20:00"}]),
        st.sampled_from([2, 5, 9]),
        THEN,
    ),
    max_size=2,
)


def a_busy_case(
    fuses: list[dict[str, object]], gene: list[Shape], sarah: list[Shape], slow: int, goals: list[Shape]
) -> Mystery:
    rooms = [
        a_room("hall", exits={"out": "yard"}, dark={"between": ["20:00", "06:01"]}),
        a_room("yard", exits={"in": "hall", "out": "lane"}),
        a_room("lane", exits={"in": "yard"}),
    ]
    numbered = [{**fuse, "id": f"fuse_{number}"} for number, fuse in enumerate(fuses)]
    return a_mystery(
        rooms=rooms,
        actors=[a_person("gene", schedule=gene, goals=goals), a_person("sarah", schedule=sarah, goals=goals[:1])],
        fuses=[*numbered, {"id": "slow", "after": slow, "then": {"count": {"b": 1}}, "tell": "x"}],
        counters=[{"id": id} for id in "abc"],
    )


def minute_by_minute(mystery: Mystery, world: World, until: int) -> list[Event]:
    """The same as `advance`, living through every single minute."""
    passage = Passage(world)
    while passage.world.clock < until:
        before = passage.world
        passage.pass_to(before.clock + 1)
        live_moment(mystery, before, passage)
    return passage.events


@settings(max_examples=60)
@given(st.lists(FUSE, max_size=5), ROWS, ROWS, GOALS, st.sampled_from([1, 7, 90]), st.integers(1, 3 * DAY))
def test_no_minute_is_skipped_in_which_something_would_happen(
    fuses: list[dict[str, object]], gene: list[Shape], sarah: list[Shape], goals: list[Shape], slow: int, minutes: int
) -> None:
    mystery = a_busy_case(fuses, gene, sarah, slow, goals)
    world = apply_all(first_world(mystery, 1), turn(mystery, first_world(mystery, 1), Act("look")))
    assert slept(mystery, world, world.clock + minutes) == minute_by_minute(mystery, world, world.clock + minutes)


@settings(max_examples=40)
@given(st.lists(FUSE, max_size=5), ROWS, ROWS, GOALS, st.lists(st.integers(1, 500), min_size=1, max_size=5))
def test_a_time_lived_in_pieces_is_the_same_time(
    fuses: list[dict[str, object]], gene: list[Shape], sarah: list[Shape], goals: list[Shape], pieces: list[int]
) -> None:
    mystery = a_busy_case(fuses, gene, sarah, 7, goals)
    world = apply_all(first_world(mystery, 1), turn(mystery, first_world(mystery, 1), Act("look")))
    whole = advance(mystery, world, world.clock + sum(pieces)).world
    for piece in pieces:
        world = advance(mystery, world, world.clock + piece).world
    assert world == whole


def test_counting_goes_on_while_nobody_looks() -> None:
    mystery = a_mystery(
        fuses=[{"id": "drip", "at": "03:00", "then": {"count": {"drops": 1}}}], counters=[{"id": "drops"}]
    )
    events = slept(mystery, first_world(mystery, 1), 4 * DAY)
    assert kinds(events, CounterSet) == [
        CounterSet("drops", 1, 0),
        CounterSet("drops", 2, 1),
        CounterSet("drops", 3, 2),
    ]
