"""What the description of a room names, and the player cannot examine there."""

import re
from collections.abc import Collection, Iterator, Mapping

from tavern.compiler import shape as s
from tavern.compiler.check.guards import all_things
from tavern.compiler.ground.desk import named
from tavern.compiler.ground.people import names_of
from tavern.compiler.ground.short import topics_of
from tavern.compiler.ground.world import scenery_of
from tavern.compiler.spot import beneath
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, any_of, quote

# Things one walks up to: named in a description, they are there, whatever else the word may mean.
FURNITURE = frozenset(
    [
        "altar",
        "armchair",
        "barrel",
        "basin",
        "bathtub",
        "bed",
        "bench",
        "bookcase",
        "bookshelf",
        "bucket",
        "cabinet",
        "candlestick",
        "carpet",
        "cask",
        "chair",
        "chandelier",
        "chest",
        "clock",
        "counter",
        "cradle",
        "crate",
        "cupboard",
        "curtain",
        "cushion",
        "desk",
        "drawer",
        "dresser",
        "easel",
        "fireplace",
        "fountain",
        "gramophone",
        "hearth",
        "ladder",
        "lamp",
        "lantern",
        "lectern",
        "lever",
        "mantelpiece",
        "mattress",
        "mirror",
        "oven",
        "painting",
        "piano",
        "pillar",
        "portrait",
        "rug",
        "safe",
        "shelf",
        "sideboard",
        "sink",
        "sofa",
        "statue",
        "stool",
        "stove",
        "table",
        "tapestry",
        "throne",
        "trapdoor",
        "trunk",
        "typewriter",
        "umbrella",
        "vase",
        "wardrobe",
        "well",
        "wheelbarrow",
        "window",
        "workbench",
    ]
)
ARTICLES = frozenset({"a", "an", "the", "one", "two", "three", "four", "some"})
COMPARED = frozenset({"like", "as", "than", "no", "without", "every", "of", "for"})  # what follows need not be there
PHRASE = re.compile(r"[a-z]+(?: [a-z]+)*")  # words with no sign between them
FARTHEST = 3  # words that the noun stands behind its article, at most
MOST_TOLD = 3
SHORT = 3  # letters of a name that may be any word


def sights(folder: s.Folder, places: Places, sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    """For each room, the things of its description that nothing in it answers to. sources: the text of each file.

    Only what stands behind an article and is a piece of furniture or the name of an item elsewhere counts.
    """
    here = _answering(folder)
    everywhere = {form for name in _anywhere(folder) for form in _words(name)}
    nouns = FURNITURE | {thing for thing in _called(folder) if thing.isalpha() and len(thing) > SHORT}
    for i, room in enumerate(folder.rooms):
        known = everywhere | {form for name in here.get(room.id, ()) for form in _words(name)}
        for key, text in (("description", room.description), ("first", room.first)):
            seen = dict.fromkeys(word for told in _told(text) for word in _things_in(told.casefold(), nouns))
            if missing := [word for word in seen if word not in known][:MOST_TOLD]:
                cause = f"nothing in {quote(room.id)} answers to {any_of(missing)}"
                fix = f"add `{missing[0]}` to its `scenery:`, or to the `names:` of what is meant"
                title = f"{quote(room.id)} has something that nobody can examine"
                span = beneath(places.of("rooms", i, key), missing[0], sources)
                yield Diagnostic("T330", span, cause, fix, title)
                break


def _things_in(text: str, nouns: Collection[str]) -> Iterator[str]:
    for phrase in PHRASE.findall(text):
        words = phrase.split()
        for i, word in enumerate(words):
            noun = next((form for form in _forms(word) if form in nouns), None)
            article = next((j for j in range(i - 1, max(i - FARTHEST, 0) - 1, -1) if words[j] in ARTICLES), None)
            if noun and article is not None and (article == 0 or words[article - 1] not in COMPARED):
                yield noun


def _forms(word: str) -> tuple[str, ...]:
    """The word, and what it may be the plural of."""
    return word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ves") + "f"


def _words(name: str) -> Iterator[str]:
    for word in name.casefold().split():
        yield from _forms(word)


def _told(text: s.Text | None) -> Iterator[str]:
    for part in [text] if isinstance(text, str) else text or []:
        told = part if isinstance(part, str) else part.text
        yield from [told] if isinstance(told, str) else told


def _called(folder: s.Folder) -> Iterator[str]:
    """What each item is called first of all; further names may be any word."""
    for thing in (*folder.items, *(thing for room in folder.rooms for thing in scenery_of(room))):
        yield named(thing.name, thing.id).casefold()


def _answering(folder: s.Folder) -> dict[str, set[str]]:
    """Room → the names of what stands in it at first, inside other things too."""
    inside = {thing.id: thing.in_ for thing in all_things(folder)}
    names: dict[str, set[str]] = {}
    for room in folder.rooms:
        for thing in scenery_of(room):
            for place in thing.rooms or [room.id]:
                names.setdefault(place, set()).update(_names(thing))
    for thing in folder.items:
        for place in thing.rooms or [thing.in_ or ""]:
            names.setdefault(_room(place, inside), set()).update(_names(thing))
    return names


def _room(place: str, inside: Mapping[str, str | None]) -> str:
    for _ in inside:
        if place not in inside:
            break
        place = inside[place] or ""
    return place


def _names(thing: s.ThingShape) -> Iterator[str]:
    yield from (name.casefold() for name in (named(thing.name, thing.id), *thing.names))


def _anywhere(folder: s.Folder) -> Iterator[str]:
    """Names that can be said wherever one is: of people, rooms and topics, and of what the player or somebody else has."""
    for actor in folder.actors:
        names = names_of(actor)
        yield from (names.name, *names.also)
    for room in folder.rooms:
        yield from (named(room.name, room.id), *room.names)
    for topic in topics_of(folder):
        yield from (named(topic.name, topic.id), *topic.names)
    rooms = {room.id for room in folder.rooms}
    for thing in folder.items:
        if not thing.rooms and thing.in_ not in rooms:
            yield from _names(thing)
