"""A mystery as a drawing: what leads to which clue, the map, the hours of its people, who answers what."""
