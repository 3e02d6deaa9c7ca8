"""Arguments: what follows from which cards, and the fewest that prove something."""
