"""What the checker raises where something that a certificate says does not follow."""


class Unfounded(ValueError):
    """Something that the certificate says does not follow. The words say what, as the end of a sentence."""
