"""Slips of a hand that writes content, made one at a time in a sound mystery, and what the compiler says to each."""
