"""What the author's keys come to: itineraries, conditions, effects, routes, fuses, texts, fingerprints."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tavern.compiler.ground import ground
from tavern.compiler.shape import Folder
from tavern.engine.begin import first_world
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.mystery import Mystery, Names, Route, Step, Vantage
from tavern.model.rules import Automatic
from tavern.model.world import DAY
from tavern.reasoning.holds import holds
from tavern.reasoning.whereabouts import doing_of, is_asleep, room_of
from tests.factory import Shape, a_clue, a_mystery, a_person, a_room, a_thing

ROOMS = (
    a_room("hall", exits={"east": "one"}),
    a_room("one", exits={"west": "hall", "east": "two"}),
    a_room("two", exits={"west": "one", "east": "three"}),
    a_room("three", exits={"west": "two"}),
    a_room("island"),
)


def walking(*rows: Shape, days: int = 3) -> Mystery:
    """Gene, with these hours, on a case that ends on that day; day one is a Thursday."""
    return a_mystery(rooms=ROOMS, actors=[a_person("gene", schedule=list(rows))], ends={"day": days, "at": "23:59"})


def row(at: str, room: str, **keys: object) -> Shape:
    return {"at": at, "room": room, **keys}


def at(day: int, hour: str) -> int:
    return (day - 1) * DAY + int(hour[:2]) * 60 + int(hour[3:])


def where(mystery: Mystery, day: int, hour: str) -> str:
    return room_of(mystery, replace(first_world(mystery, 1), clock=at(day, hour)), "gene")


# ── itineraries ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_way_is_walked_a_room_a_minute() -> None:
    mystery = walking(row("08:00", "hall"), row("20:00", "three", doing="fishing"))
    steps = [step for step in mystery.actors["gene"].itinerary if at(1, "20:00") <= step.at < at(2, "00:00")]
    sets_out = at(1, "20:00")
    assert steps == [
        Step(at(1, "20:00"), "one", sets_out=sets_out),
        Step(at(1, "20:01"), "two", sets_out=sets_out),
        Step(at(1, "20:02"), "three", "fishing", sets_out=sets_out),
    ]


def test_from_midnight_on_somebody_is_where_the_day_before_left_them() -> None:
    mystery = walking(row("08:00", "hall"), row("20:00", "three"))
    assert where(mystery, 1, "00:00") == "three"
    assert where(mystery, 1, "07:59") == "three"
    assert where(mystery, 2, "07:59") == "three"
    assert where(mystery, 3, "23:59") == "three"


def test_a_row_for_a_day_beats_the_daily_one_at_its_hour() -> None:
    mystery = walking(row("08:00", "hall"), row("20:00", "one"), row("20:00", "two", days=[2]))
    assert [where(mystery, day, "21:00") for day in (1, 2, 3)] == ["one", "two", "one"]


def test_a_row_for_a_day_at_another_hour_stands_beside_the_daily_ones() -> None:
    mystery = walking(row("08:00", "hall"), row("12:00", "one", days=[2]), row("20:00", "two"))
    assert [where(mystery, day, "13:00") for day in (1, 2, 3)] == ["hall", "one", "hall"]
    assert [where(mystery, day, "21:00") for day in (1, 2, 3)] == ["two", "two", "two"]


def test_weekdays_are_days_counted_from_the_first() -> None:
    mystery = walking(row("08:00", "hall"), row("20:00", "two", days=["Friday"]))
    assert [where(mystery, day, "21:00") for day in (1, 2, 3)] == ["hall", "two", "hall"]


def test_the_small_hours_belong_to_the_day_that_has_begun() -> None:
    mystery = walking(row("08:00", "hall"), row("01:00", "two", days=[2]))
    assert where(mystery, 1, "01:30") == "hall"
    assert where(mystery, 2, "00:59") == "hall"
    assert where(mystery, 2, "01:30") == "two"


def test_whoever_is_called_away_on_the_way_turns_round_where_they_are() -> None:
    mystery = walking(row("08:00", "hall"), row("20:00", "three"), row("20:02", "hall"))
    assert [where(mystery, 1, f"20:0{minute}") for minute in range(5)] == ["one", "two", "one", "hall", "hall"]


def test_nobody_ever_skips_a_room() -> None:
    mystery = walking(
        row("08:00", "hall"), row("20:00", "three"), row("20:01", "hall"), row("20:02", "three", days=[2])
    )
    ways = {room.id: {way.to for way in room.exits} for room in mystery.rooms.values()}
    itinerary = mystery.actors["gene"].itinerary
    for before, after in pairwise(itinerary):
        assert before.at < after.at
        assert after.room == before.room or after.room in ways[before.room]


def test_where_no_way_leads_somebody_simply_is() -> None:
    mystery = walking(row("08:00", "hall"), row("20:00", "island"))
    assert where(mystery, 1, "19:59") == "hall"
    assert where(mystery, 1, "20:00") == "island"


def test_who_sleeps_sleeps_on_arriving_and_not_on_the_way() -> None:
    mystery = walking(row("08:00", "hall"), row("20:00", "two", asleep=True, doing="snoring"))
    world = first_world(mystery, 1)
    asleep = [
        is_asleep(mystery, replace(world, clock=at(1, hour)), "gene") for hour in ("19:59", "20:00", "20:01", "23:59")
    ]
    assert asleep == [False, False, True, True]
    assert doing_of(mystery, replace(world, clock=at(1, "23:59")), "gene") == "snoring"


def test_somebody_without_hours_is_nowhere() -> None:
    assert where(walking(), 1, "12:00") == "nowhere"


# ── conditions ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("when", "condition"),
    [
        ({"knows": "sums"}, c.Knows("sums")),
        ({"knows": ["sums", "gene"]}, c.All((c.Knows("sums"), c.Knows("gene")))),
        ({"at": ["hall", "one"]}, c.At(("hall", "one"))),
        ({"in": {"gene": "hall"}}, c.In("gene", "hall")),
        ({"alone": False}, c.Not(c.Alone())),
        ({"between": ["22:00", "02:00"]}, c.Between(1320, 120)),
        ({"days": [1, "Saturday"]}, c.OnDays((1, 3, 10, 17, 24, 31, 38, 45, 52, 59))),
        ({"after": {"day": 2, "at": "06:00"}}, c.Since(DAY + 360)),
        ({"before": {"day": 2, "at": "06:00"}}, c.Not(c.Since(DAY + 360))),
        ({"relationship": {"gene": 0.35}}, c.Relationship("gene", least=35)),
        ({"enemy": {"gene": -0.4}}, c.Relationship("gene", most=-40)),
        ({"is": {"lamp": "lit"}}, c.Is("lamp", "lit")),
        ({"counter": {"coin": 3}}, c.Counter("coin", least=3)),
        ({"counter": {"coin": {"most": 4}}}, c.Counter("coin", most=4)),
        ({"watching": "lamp"}, c.IsDoing("watch", "lamp")),
        ({"listening": True}, c.IsDoing("listen")),
        ({"asleep": True}, c.Not(c.Awake("player"))),
        ({"dark": True}, c.Not(c.Lit())),
        ({"stage": "proved"}, c.OnStage("proved")),
        ({"any": [{"at": "hall"}, {"lit": True}]}, c.Any((c.At(("hall",)), c.Lit()))),
        ({"not": {"has": "lamp"}}, c.Not(c.Has("lamp"))),
        ([{"has": "lamp"}, {"lit": True}], c.All((c.Has("lamp"), c.Lit()))),
        ({}, ALWAYS),
    ],
)
def test_every_key_of_a_condition_has_its_meaning(when: object, condition: Condition) -> None:
    mystery = a_mystery(rooms=ROOMS, fuses=[{"id": "fuse", "when": when, "tell": "x"}])
    assert mystery.automatics[0].when == condition


def test_a_friend_or_an_enemy_is_told() -> None:
    mystery = a_mystery(
        actors=[a_person("gene", replies=[{"about": "gene", "relationship": 0.3, "enemy": -0.4, "tell": "x"}])]
    )
    (rule,) = mystery.rules["ask", "gene", "gene"]
    assert rule.guards[0].condition == c.Any((c.Relationship("gene", least=30), c.Relationship("gene", most=-40)))


# ── effects ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("then", "effects"),
    [
        ({"teach": ["gene", "hall"]}, [f.Teach("gene"), f.Teach("hall")]),
        ({"give": "lamp"}, [f.Move("lamp", "player")]),
        ({"take": "lamp"}, [f.Move("lamp", "nowhere")]),
        ({"move": {"lamp": "hall"}}, [f.Move("lamp", "hall")]),
        ({"unlock": "door"}, [f.SetState("door", "closed")]),
        ({"lock": "door"}, [f.SetState("door", "locked")]),
        ({"set": {"flag": "up"}}, [f.SetState("flag", "up")]),
        ({"relationship": {"gene": -0.1}}, [f.Relate("gene", -10)]),
        ({"count": {"coin": -1}}, [f.Count("coin", -1)]),
        ({"say": "Oh."}, [f.Say("say:fuse:0")]),
        ({"start": "other"}, [f.Start("other")]),
        (
            {"send": {"actor": "gene", "to": "hall", "for": 30, "doing": "waiting"}},
            [f.Send("gene", "hall", 30, "waiting")],
        ),
        ({"send": {"actor": "gene", "to": "hall"}}, [f.Send("gene", "hall", 0)]),
        ({"go": "hall"}, [f.Go("hall")]),
        ({"end": "over"}, [f.End("over")]),
        ({"reveal": "sums"}, [f.Reveal("sums", "sums.1")]),
        ([{"go": "hall"}, {"give": "lamp"}], [f.Go("hall"), f.Move("lamp", "player")]),
    ],
)
def test_every_key_of_an_effect_has_its_meaning(then: object, effects: list[object]) -> None:
    mystery = a_mystery(fuses=[{"id": "fuse", "at": "20:00", "then": then}])
    assert list(mystery.automatics[0].effects) == effects


# ── what goes off by itself ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"at": "18:06"}, {"at": 1086, "once": False}),
        ({"at": "18:06", "day": 2}, {"at": 1086, "day": 2, "once": True}),
        ({"at": "00:00"}, {"at": 0, "once": False}),
        ({"after": 15}, {"delay": 15, "once": False}),
        ({"when": {"lit": True}}, {"when": c.Lit(), "once": True}),
        ({"when": {"lit": True}, "once": False}, {"when": c.Lit(), "once": False}),
        (
            {"at": "18:06", "days": ["Saturday"]},
            {"at": 1086, "once": False, "when": c.OnDays((3, 10, 17, 24, 31, 38, 45, 52, 59))},
        ),
        ({"at": "18:06", "stops": True}, {"at": 1086, "once": False, "stops": True}),
    ],
)
def test_a_fuse_goes_off_as_often_as_its_keys_say(keys: Shape, expected: Shape) -> None:
    mystery = a_mystery(fuses=[{"id": "fuse", **keys}])
    assert mystery.automatics == (Automatic("fuse", **expected),)  # type: ignore[arg-type]


# ── routes ──────────────────────────────────────────────────────────────────────────────────────────────────────


def routed(**route: object) -> Mystery:
    return a_mystery(
        rooms=ROOMS,
        actors=[a_person("gene"), a_person("sarah")],
        items=[a_thing("slate"), a_thing("curtain")],
        clues=[a_clue("sums", routes=[route]), a_clue("other")],
    )


@pytest.mark.parametrize(
    ("route", "acts"),
    [
        ({"ask": "gene", "about": "slate"}, [("ask", "gene", "slate")]),
        ({"ask": "gene", "about": ["slate", "sarah"]}, [("ask", "gene", "slate"), ("ask", "gene", "sarah")]),
        ({"show": "slate", "to": "gene"}, [("show", "slate", "gene")]),
        ({"give": "slate", "to": "gene"}, [("give", "slate", "gene")]),
        ({"confront": "gene", "with": "other"}, [("confront", "gene", "other")]),
        ({"challenge": "gene", "on": "other", "how": "knows"}, [("how_know", "gene", "other")]),
        ({"challenge": "gene", "on": "other", "how": "who"}, [("who_told", "gene", "other")]),
        ({"challenge": "gene", "on": "other", "how": "where"}, [("where_stood", "gene", "other")]),
        ({"examine": ["slate", "hall"]}, [("examine", "slate", ""), ("examine", "hall", "")]),
        ({"taste": "slate"}, [("drink", "slate", "")]),
        ({"look_under": "slate"}, [("look_under", "slate", "")]),
    ],
)
def test_a_route_becomes_a_rule_for_its_act(route: Shape, acts: list[tuple[str, str, str]]) -> None:
    mystery = routed(**route)
    assert [rule.command for rules in mystery.rules.values() for rule in rules] == [Act(*act) for act in acts]
    assert {rule.effects for rules in mystery.rules.values() for rule in rules} == {(f.Reveal("sums", "sums.1"),)}


@pytest.mark.parametrize(
    ("route", "when"),
    [
        ({"watch": "slate"}, c.IsDoing("watch", "slate")),
        ({"watch": ["slate", "hall"]}, c.Any((c.IsDoing("watch", "slate"), c.IsDoing("watch", "hall")))),
        ({"follow": "gene"}, c.IsDoing("follow", "gene")),
        ({"follow": "gene", "to": "one"}, c.All((c.IsDoing("follow", "gene"), c.At(("one",))))),
        ({"listen": "hall"}, c.IsDoing("listen", "hall")),
        ({"hide": "curtain"}, c.IsDoing("hide", "curtain")),
        ({"in": "one"}, c.All((c.IsDoing("hide"), c.At(("one",))))),
        (
            {"at": "one", "between": ["22:00", "23:00"]},
            c.All((c.At(("one",)), c.Between(1320, 1380), c.Awake("player"))),
        ),
        ({"at": "one", "when": {"asleep": True}}, c.All((c.At(("one",)), c.Not(c.Awake("player"))))),
    ],
)
def test_what_is_noticed_goes_off_by_itself(route: Shape, when: Condition) -> None:
    assert routed(**route).automatics == (Automatic("sums.1", when, (f.Reveal("sums", "sums.1"),), "route:sums.1"),)


def test_a_route_knows_its_channel_origin_and_speaker() -> None:
    mystery = routed(
        ask="gene",
        about="slate",
        reliability=0.45,
        **{"from": "sarah"},
        vantage={"room": "one", "between": ["22:00", "23:00"], "by": "told"},
    )
    assert mystery.routes["sums.1"] == Route(
        "sums.1", "sums", "sums.1", "person", 45, "sarah", "gene", "gene", Vantage("told", "one", 1320, 1380), ""
    )
    assert routed(watch="hall", between=["22:00", "23:00"]).routes["sums.1"].origin == "hall@22:00"
    assert routed(examine="hall").routes["sums.1"].channel == "place"
    assert mystery.clues["sums"].routes == ("sums.1",)


def test_what_is_needed_before_guards_every_way() -> None:
    mystery = a_mystery(
        items=[a_thing("slate")],
        clues=[a_clue("sums", requires_previous_clues=["other"], routes=[{"read": "slate"}]), a_clue("other")],
    )
    (rule,) = mystery.rules["read", "slate", ""]
    assert [guard.condition for guard in rule.guards] == [c.Knows("other")]


def test_a_clue_without_routes_is_found_as_its_plain_keys_say() -> None:
    mystery = a_mystery(
        actors=[a_person("gene")],
        items=[a_thing("slate")],
        topics=[{"id": "night", "name": "night"}],
        clues=[
            a_clue("one", revealed_by="gene", about=["night"], requires_relationship=0.3),
            a_clue("two", revealed_by="slate"),
            a_clue("three", revealed_by="observation", about=["hall"]),
            a_clue("four", revealed_by="gossip", about=["hall"]),
        ],
    )
    (asked,) = mystery.rules["ask", "gene", "night"]
    assert [guard.condition for guard in asked.guards] == [c.Relationship("gene", least=30)]
    assert ("investigate", "slate", "") in mystery.rules
    assert ("investigate", "hall", "") in mystery.rules
    assert [rule.when for rule in mystery.automatics] == [c.IsDoing("watch", "hall"), c.IsDoing("listen", "hall")]


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_text_in_turn_has_lines_and_one_with_conditions_has_variants() -> None:
    mystery = a_mystery(
        rooms=[
            a_room(
                "hall",
                description=["First.", "Later."],
                smell=[{"when": {"dark": True}, "text": "Damp."}, {"text": ["Soap.", "Still soap."]}],
            )
        ]
    )
    assert [variant.lines for variant in mystery.texts["room:hall"]] == [("First.", "Later.")]
    assert [(variant.lines, variant.when) for variant in mystery.texts["smell:hall"]] == [
        (("Damp.",), c.Not(c.Lit())),
        (("Soap.", "Still soap."), ALWAYS),
    ]


def test_to_read_of_somebody_is_to_have_met_them() -> None:
    people = [a_person("gene", name="Gene Pask", called="Gene"), a_person("sarah", name="Sarah Coe", called="Sarah")]
    mystery = a_mystery(
        actors=people,
        topics=[{"id": "ale", "name": "friday ale"}],
        rooms=[a_room("hall", description="Gene Pask, Generous host. The Friday Ale; sarahs.", first="{sarah} pours.")],
    )
    assert mystery.mentions["room:hall"] == ("gene", "ale")
    assert mystery.mentions["first:hall"] == ("sarah",)


def test_people_are_called_by_the_short_name_and_known_by_more() -> None:
    mystery = a_mystery(actors=[{"id": "pennock", "name": "Mrs Ada Pennock", "names": ["widow"], "pronoun": "she"}])
    assert mystery.actors["pennock"].names == Names(
        "Ada", "Mrs Ada Pennock", ("Mrs Ada Pennock", "Pennock", "widow"), proper=True, pronoun="she"
    )


def test_an_answer_about_somebody_is_listed_once_they_are_met() -> None:
    mystery = a_mystery(
        actors=[a_person("gene")],
        questions=["who", {"id": "how", "ask": "By what way?", "charged": False}],
        answers={"who": ["gene"], "how": [{"id": "boat", "met": ["hall", "gene"]}, "cart"]},
    )
    who, how = mystery.questions
    assert (who.ask, who.charged, how.ask, how.charged) == ("Who is behind it?", True, "By what way?", False)
    assert [answer.listed for answer in (*who.answers, *how.answers)] == [
        c.Knows("gene"),
        c.Any((c.Knows("hall"), c.Knows("gene"))),
        ALWAYS,
    ]


# ── fingerprints ────────────────────────────────────────────────────────────────────────────────────────────────


def stamped(text: str, *, portable: bool = True) -> Mystery:
    folder = {
        "mystery": {"id": "tiny", "title": "T", "description": text, "begins": {"at": "18:00", "room": "hall"}},
        "rooms": [a_room("hall", description=text)],
        "items": [a_thing("slate", name=text, kind="portable" if portable else "fixed")],
        "actors": [a_person("gene", wants=text, replies=[{"about": "gene", "tell": text}])],
        "clues": [a_clue("sums", name=text, routes=[{"read": "slate", "tell": text}])],
    }
    return ground(Folder.model_validate(folder), {"a.yaml": text})


def test_a_mended_word_changes_only_the_fingerprint_of_the_text() -> None:
    one, two = stamped("One."), stamped("Two.")
    assert one.rules_fingerprint == two.rules_fingerprint
    assert one.text_fingerprint != two.text_fingerprint


def test_another_rule_changes_the_fingerprint_of_the_rules() -> None:
    assert stamped("One.").rules_fingerprint != stamped("One.", portable=False).rules_fingerprint


def test_a_folder_without_a_head_cannot_be_grounded() -> None:
    with pytest.raises(ValueError, match="mystery"):
        ground(Folder.model_validate({}), {})


def test_a_place_can_be_asked_of_whatever_holds_it() -> None:
    mystery = a_mystery(items=[a_thing("box", container="in"), a_thing("letter", "box")])
    world = first_world(mystery, 1)
    assert holds(mystery, c.In("letter", "box"), world)
    assert holds(mystery, c.In("letter", "hall"), world)
    assert not holds(mystery, c.In("letter", "player"), world)
