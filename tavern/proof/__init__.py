"""Whether a mystery is fair: what can be reached, what can be lost, what the evidence entails. Plays the engine, decides nothing."""
