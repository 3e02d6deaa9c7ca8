"""The source files a game began with, packed small and named by what they hold."""

import hashlib
import json
import zlib
from collections.abc import Mapping

from sqlite_utils import Database

MOST_BYTES = 16 * 1024 * 1024


def pack(files: Mapping[str, str]) -> tuple[str, bytes]:
    """The fingerprint (SHA-256, hex) of the files, a mapping from path to text, and the files as compressed bytes.

    ValueError when they are larger than MOST_BYTES together.
    """
    plain = json.dumps(dict(sorted(files.items())), separators=(",", ":")).encode("ascii")
    if len(plain) > MOST_BYTES:
        raise ValueError(f"the content has {len(plain)} bytes; at most {MOST_BYTES} fit in a save")
    return hashlib.sha256(plain).hexdigest(), zlib.compress(plain)


def unpack(fingerprint: str, packed: bytes) -> dict[str, str] | None:
    """The files, path to text; None when the bytes are not those the fingerprint was made of."""
    try:
        plain = zlib.decompressobj().decompress(packed, MOST_BYTES)
    except zlib.error:
        return None
    if hashlib.sha256(plain).hexdigest() != fingerprint:
        return None
    return files_in(plain)


def files_in(plain: bytes) -> dict[str, str] | None:
    """The files written as a JSON object of texts; None when it is anything else."""
    try:
        files = json.loads(plain)
    except (ValueError, RecursionError):
        return None
    if not isinstance(files, dict) or not all(isinstance(text, str) for text in files.values()):
        return None
    return files


def find(db: Database, fingerprint: str) -> bytes | None:
    """The files as they were put in; None when there are none."""
    found = db.conn.execute('SELECT "files" FROM "content" WHERE "fingerprint" = ?', [fingerprint]).fetchone()
    return found[0] if found and isinstance(found[0], bytes) else None


def keep(db: Database, fingerprint: str, packed: bytes) -> None:
    """Keeps the files, once for all games that began with them."""
    db.conn.execute('INSERT OR REPLACE INTO "content" VALUES (?, ?)', [fingerprint, packed])
