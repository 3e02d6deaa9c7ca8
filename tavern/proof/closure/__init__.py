"""What can come about at all: the fixpoint in which knowledge only grows, and why something is outside it."""
