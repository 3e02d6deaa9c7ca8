"""The independent checker of certificates: it shares the rules and the engine with the prover, and nothing else."""
