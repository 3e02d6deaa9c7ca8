"""The rules as a transition system: moves, the minutes they can happen at, and what may be so when."""
