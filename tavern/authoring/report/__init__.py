"""A mystery's card: how long it is, what it is made of, and what in it deserves a second look."""
