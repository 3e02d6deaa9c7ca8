"""What is told of rooms, things and people."""

from tavern.engine.remember import fold
from tavern.engine.turn import begin
from tavern.model import conditions as c
from tavern.model import events as e
from tavern.model.commands import Act
from tavern.model.frozen import Frozen
from tavern.model.mystery import Variant
from tavern.narration.narrate import opening
from tests.narration.a_house import Player, a_mystery, text


def test_the_opening_is_told_once_under_the_title_and_then_the_room() -> None:
    player = Player()
    events = begin(player.mystery, player.world)
    after, _ = fold(player.world, player.notebook, events)
    paragraphs = opening(player.mystery, player.world, events, after)
    assert [paragraph.text for paragraph in paragraphs[:4]] == [
        "A Small Case",
        "Rain. The door sticks.",
        "Taproom",
        "They all look up.",
    ]
    assert sum(paragraph.text == "Rain. The door sticks." for paragraph in paragraphs) == 1


def test_people_are_named_in_full_once_and_by_what_they_are_called_afterwards() -> None:
    player = Player()
    assert "Gene Pask is drying a mug. Sarah Coe and Jory are here." in player.acts("look")
    assert "Gene is drying a mug. Sarah and Jory are here." in player.acts("look")


def test_what_lies_in_a_room_is_listed_in_its_authors_words_while_it_lies_where_it_began() -> None:
    player = Player()
    assert "You see a slate and a chest here." in player.acts("look")
    assert "Your mug stands where it was put." in player.acts("look")
    player.acts("take", "mug")
    player.acts("put_on", "mug", "bar")
    player.acts("drop", "lamp")
    seen = player.acts("look")
    assert "You see a slate, a chest and a lamp here." in seen


def test_coming_back_is_told_in_short_and_looking_in_full() -> None:
    player = Player()
    player.acts("look")
    player.acts("go", "up")
    assert "The bar runs" not in player.acts("go", "down")
    assert "The bar runs" in player.acts("look")


def test_a_room_walked_through_is_passed_over_in_a_sentence() -> None:
    player = Player()
    player.acts("light", "lamp")
    player.acts("go", "north")
    player.acts("go", "south")
    player.acts("go", "up")
    told = player.acts("go_to", "cellar")
    assert "You go through the taproom. Gene is drying a mug." in told
    assert told.endswith("Casks, in a row.")


def test_a_dark_room_keeps_its_things_to_itself_until_there_is_light() -> None:
    player = Player()
    told = player.acts("go", "north")
    assert "The trapdoor is shut. You open it." in told
    assert "Casks" not in told
    player.acts("light", "lamp")
    assert "Casks, in a row." in player.acts("look")


def test_a_room_is_told_to_whoever_is_put_there_without_walking() -> None:
    player = Player()
    told = text(player.tells([e.Walked("bedroom", "", "taproom")]))
    assert told == "Your room\nA bed, and a window on the river."


def test_a_container_tells_what_is_in_it_only_when_open() -> None:
    player = Player()
    assert player.acts("examine", "chest") == "An iron-bound chest. It is shut."
    assert player.acts("open", "chest") == "In the chest are coins."
    assert player.acts("examine", "chest") == "An iron-bound chest. It is open. In the chest are coins."
    player.acts("take", "coins")
    assert player.acts("look_in", "chest") == "There is nothing in the chest."
    assert "On the bar is a mug." in player.acts("examine", "bar")


def test_investigating_a_room_points_out_what_is_out_of_place_and_no_more() -> None:
    player = Player()
    told = [paragraph.text for paragraph in player.does(Act("investigate")) if "Gene" not in paragraph.text]
    assert "The slate hangs with its face to the wall." in told
    assert "The third cask has no dust on it." in told


def test_people_are_looked_at_with_what_they_are_doing() -> None:
    player = Player()
    assert player.acts("examine", "gene") == "A broad man with a cloth. He is drying a mug."
    assert player.acts("examine", "sarah").startswith("Sarah is there")


def test_every_way_of_looking_says_something_about_everything() -> None:
    hows = (
        "examine",
        "search",
        "look_in",
        "look_under",
        "look_behind",
        "look_through",
        "investigate",
        "smell",
        "listen",
    )
    player = Player(a_mystery(rules={}, automatics=())).moves(clock=21 * 60)
    for how in (*hows, "touch", "knock", "read", "inside"):
        for id in (*player.mystery.things, *player.mystery.actors, "taproom", "player"):
            told = text(player.tells([e.Described(id, how)]))
            assert "{" not in (told or "{"), (id, how)


def test_texts_come_in_turn_and_by_the_first_variant_that_fits() -> None:
    mystery = a_mystery()
    lit = Variant(("Bright.",), c.Is("lamp", "lit"))
    texts = {**mystery.texts, "taproom": (lit, Variant(("First.", "Second.")))}
    player = Player(a_mystery(texts=texts))
    assert [player.acts("look").split("\n")[1] for _ in range(3)] == ["First.", "Second.", "Second."]
    player.moves(states=Frozen({"lamp": "lit"}))
    assert "Bright." in player.acts("look")


def test_an_id_in_braces_is_told_by_its_name_and_other_braces_stay() -> None:
    mystery = a_mystery()
    texts = {**mystery.texts, "slate": (Variant(("Beside {gene}, on the {bar}: {nobody}, {0}, {gene.__class__}.",)),)}
    player = Player(a_mystery(texts=texts, rules={}))
    assert player.acts("examine", "slate") == "Beside Gene, on the bar: {nobody}, {0}, {gene.__class__}."
