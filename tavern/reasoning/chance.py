"""Chance, computed: the same game meets the same luck wherever and whenever it is played."""

from hashlib import blake2b


def chance(seed: int, *purpose: object, most: int) -> int:
    """A whole number from 0 to `most`, each as likely, for this purpose in the game with this seed."""
    drawn = blake2b(repr((seed, *purpose)).encode(), digest_size=8).digest()
    return int.from_bytes(drawn, "big") % (most + 1)
