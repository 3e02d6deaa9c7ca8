"""Playing a mystery at random and by system: what of it is ever reached, what breaks, what nobody can name."""
