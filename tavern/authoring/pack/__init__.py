"""A mystery as one file to hand on, and how such a file from anybody becomes one of the player's mysteries."""
