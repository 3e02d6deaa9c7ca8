"""What an author may leave out or say in short, and what it comes to."""

from pathlib import Path

from tavern.compiler.compile import Compiled, compile_folder
from tavern.engine.begin import first_world
from tavern.engine.turn import turn
from tavern.model.commands import Act
from tavern.model.events import Refused, ThingMoved, Told
from tavern.model.mystery import Mystery
from tavern.reasoning.whereabouts import room_of
from tests.factory import a_mystery, a_person, a_room, a_thing, acted, refused, told

HEAD = "mystery: {id: tiny, title: Tiny, description: A tiny case.}\n"


def compiled(folder: Path, text: str, setting: str = "") -> Compiled:
    (folder / "tiny").mkdir()
    (folder / "tiny" / "case.yaml").write_text(HEAD + text, encoding="utf-8")
    if setting:
        (folder / "inn").mkdir()
        (folder / "inn" / "house.yaml").write_text(setting, encoding="utf-8")
    return compile_folder(folder / "tiny", [folder])


def mystery_of(folder: Path, text: str, setting: str = "") -> Mystery:
    found = compiled(folder, text, setting)
    assert found.mystery, [diagnostic.cause for diagnostic in found.diagnostics]
    return found.mystery


def test_without_a_beginning_it_begins_in_the_first_room_at_six_in_the_evening(tmp_path: Path) -> None:
    mystery = mystery_of(tmp_path, "rooms: [{id: tea_room, description: Steam.}]")
    assert (mystery.start, mystery.begins, mystery.weekday) == ("tea_room", 18 * 60, "Monday")


def test_what_has_no_name_is_called_by_its_id_in_words() -> None:
    mystery = a_mystery(
        rooms=[{"id": "hall", "description": "A hall."}],
        items=[{"id": "milk_jug", "in": "hall"}],
        topics=["old_debt"],
    )
    named = [mystery.named(id).name for id in ("hall", "milk_jug", "old_debt")]
    assert named == ["hall", "milk jug", "old debt"]


def test_an_item_under_a_room_is_in_that_room(tmp_path: Path) -> None:
    mystery = mystery_of(tmp_path, "rooms: [{id: hall, description: A hall., items: [{id: mug}, {id: pin, in: worn}]}]")
    assert mystery.things["mug"].where == ("hall",)
    assert mystery.things["pin"].where == ("worn",)
    assert mystery.things["pin"].wearable


def test_a_case_adds_to_an_item_that_its_setting_lists_under_a_room(tmp_path: Path) -> None:
    setting = "rooms: [{id: hall, description: A hall., items: [{id: mug, description: Tin.}]}]"
    mystery = mystery_of(tmp_path, "setting: inn\nitems: [{id: mug, on: {touch: Cold.}}]", setting)
    assert ("touch", "mug", "") in mystery.rules


def test_a_mistake_in_an_item_under_a_room_is_told_at_its_place(tmp_path: Path) -> None:
    found = compiled(
        tmp_path, "rooms:\n  - id: hall\n    description: A hall.\n    items:\n      - {id: mug, colour: red}\n"
    )
    assert [(diagnostic.code, diagnostic.span.line) for diagnostic in found.diagnostics] == [("T201", 6)]


def test_somebody_is_always_where_in_says_until_a_row_has_them_elsewhere() -> None:
    rows = [{"at": "20:00", "room": "yard"}]
    people = [a_person("gene", "", **{"in": "hall"}), a_person("sarah", "", schedule=rows, **{"in": "hall"})]
    mystery = a_mystery(rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard")], actors=people, begins="21:00")
    world = first_world(mystery, 1)
    assert [room_of(mystery, world, actor) for actor in ("gene", "sarah")] == ["hall", "yard"]


def test_replies_in_short_are_what_is_said_about_each_topic() -> None:
    gene = a_person("gene", replies={"gene": "I keep the house.", "hall": ["A hall.", "Still a hall."]})
    _, events = acted(a_mystery(actors=[gene]), "ask gene hall")
    assert told(events) == ["reply:gene:2"]


def test_replies_in_short_are_added_to_those_of_the_setting(tmp_path: Path) -> None:
    setting = """
rooms: [{id: hall, description: A hall.}]
actors: [{id: gene, name: Gene, in: hall, replies: [{about: hall, tell: Mine.}]}]
"""
    mystery = mystery_of(tmp_path, "setting: inn\nactors: [{id: gene, replies: {gene: Me.}}]", setting)
    assert {about for verb, _, about in mystery.rules if verb == "ask"} == {"hall", "gene"}


def test_an_id_alone_declares_a_topic_a_flag_and_a_counter(tmp_path: Path) -> None:
    mystery = a_mystery(topics=["debt"], flags=["bell"], counters=["score"])
    assert not mystery.topics["debt"].known
    assert (mystery.flags["bell"], mystery.counters["score"].start) == ("", 0)


def test_a_case_without_questions_asks_those_that_its_solution_answers_and_everybody_may_be_who() -> None:
    mystery = a_mystery(
        actors=[a_person("gene"), a_person("sarah")],
        solutions={"correct": {"description": "Gene did.", "who": "gene", "requires_clues": []}},
    )
    asked = [(question.id, [answer.id for answer in question.answers]) for question in mystery.questions]
    assert asked == [("who", ["gene", "sarah"])]


def test_endings_that_are_left_out_are_told_in_plain_words_where_the_case_needs_them() -> None:
    assert not a_mystery().endings
    assert set(a_mystery(ends={"day": 2}).endings) == {"time"}
    asking = a_mystery(actors=[a_person("gene"), a_person("sarah")], answers={"who": ["gene", "sarah"]})
    assert {ending.after for ending in asking.endings.values()} == {"insisted", "lucky", "discredited"}


def test_an_ending_without_an_id_is_called_after_what_it_follows_upon() -> None:
    endings = [{"after": "proved", "text": "One."}, {"after": "proved", "text": "Two."}, {"id": "out", "text": "Out."}]
    mystery = a_mystery(endings=endings)
    assert [(ending.id, ending.after) for ending in mystery.endings.values()] == [
        ("proved", "proved"),
        ("proved_2", "proved"),
        ("out", "event"),
    ]


def test_fuses_and_daemons_need_no_id() -> None:
    mystery = a_mystery(fuses=[{"at": "19:00"}, {"id": "bell", "after": 5}], daemons=[{"tell": "Drip."}])
    assert [rule.id for rule in mystery.automatics] == ["fuse:1", "bell", "daemon:1"]


def test_what_has_a_key_begins_locked() -> None:
    mystery = a_mystery(items=[a_thing("chest", kind="fixed", container="in", key="pin"), a_thing("pin", "player")])
    world, _ = acted(mystery, "unlock chest pin", "open chest")
    assert world.states["chest"] == "open"
    assert refused(acted(a_mystery(items=[a_thing("chest", key="pin"), a_thing("pin")]), "open chest")[1]) == "locked"


def test_a_thing_with_words_and_no_description_is_read_when_it_is_examined() -> None:
    notice = {"id": "notice", "in": "hall", "text": "Closed.", "on": {"read": {"then": {"set": {"bell": "rung"}}}}}
    world, _ = acted(a_mystery(items=[notice], flags=["bell"]), "examine notice")
    assert world.states["bell"] == "rung"


# ── whatever is done ────────────────────────────────────────────────────────────────────────────────────────────

CELLAR = a_room(
    "hall",
    exits={"north": "yard"},
    on={
        "any": {"when": {"is": {"bell": "rung"}}, "instead": True, "tell": "Hush.", "then": {"count": {"noise": 1}}},
        "go": {"tell": "A wall.", "then": {"count": {"noise": 2}}},
        "sing": "You hum.",
    },
)


def hushed() -> Mystery:
    rooms = [CELLAR, a_room("yard", exits={"south": "hall"})]
    things = [a_thing("mug", "player", on={"drop": {"when": {"at": "yard"}, "else": "Not here."}})]
    return a_mystery(rooms=rooms, items=things, flags=[{"id": "bell", "start": "rung"}], counters=["noise"])


def test_whatever_is_tried_in_a_room_is_replaced_even_what_would_be_forbidden() -> None:
    world, events = acted(hushed(), "drop mug")
    assert not [event for event in events if isinstance(event, Refused | ThingMoved)]
    assert world.counters["noise"] == 1


def test_whatever_is_tried_does_not_mean_the_ways_out_nor_what_has_an_entry_of_its_own() -> None:
    assert acted(hushed(), "go north")[0].room == "yard"
    assert told(acted(hushed(), "sing")[1]) == ["on:hall:sing:1"]


def test_waiting_is_no_waiting_when_something_else_happens_instead() -> None:
    world, _ = acted(hushed(), "wait 60")
    assert (world.clock, world.counters["noise"]) == (18 * 60, 1)


def test_elsewhere_it_does_not_matter() -> None:
    world, _ = acted(hushed(), "go north", "drop mug")
    assert world.places["mug"] == "yard"
    assert world.counters.get("noise", 0) == 0


def test_go_of_a_room_is_trying_a_direction_without_a_way() -> None:
    world, events = acted(hushed(), "go east")
    assert told(events) == ["on:hall:go:1"]
    assert (world.room, world.counters["noise"]) == ("hall", 2)
    assert not told(acted(hushed(), "go north", "go east")[1])


def test_whatever_is_done_to_a_thing_needs_the_thing() -> None:
    idol = a_thing("idol", "yard", on={"any": "It does not care.", "touch": "Cold."})
    mystery = a_mystery(rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard")], items=[idol])
    assert refused(acted(mystery, "push idol")[1]) == "not_here"
    assert told(acted(mystery, "go out", "push idol")[1]) == ["on:idol:any:1"]
    assert told(acted(mystery, "go out", "touch idol")[1]) == ["on:idol:touch:1"]


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_counter_in_braces_prints_what_it_stands_at(tmp_path: Path) -> None:
    from tavern.narration.text import words

    mystery = a_mystery(counters=[{"id": "coin", "start": 3}], opening="You have {coin} pence.")
    assert words(mystery, mystery.opening, first_world(mystery, 1)) == "You have 3 pence."


def test_somebody_with_a_title_and_a_surname_is_called_by_both() -> None:
    names = {
        name: a_mystery(actors=[a_person("x", name=name)]).named("x").name for name in ("Mr Pym", "Gene Pask", "Lamb")
    }
    assert names == {"Mr Pym": "Mr Pym", "Gene Pask": "Gene", "Lamb": "Lamb"}


def test_what_is_known_can_be_talked_about_before_it_is_seen() -> None:
    mystery = a_mystery(items=[a_thing("trunk", "nowhere", known=True), a_thing("key", "nowhere")])
    assert first_world(mystery, 1).met == {"trunk"}


def test_a_mystery_of_short_forms_can_be_played_at_once(tmp_path: Path) -> None:
    mystery = mystery_of(tmp_path, "rooms: [{id: hall, description: A hall., on: {sing: La.}}]")
    assert Told("on:hall:sing:1", "", "hall") in turn(mystery, first_world(mystery, 1), Act("sing"))
