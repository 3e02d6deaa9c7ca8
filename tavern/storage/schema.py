"""The tables of a save and how they came to be; a file with any other schema is refused before it is queried."""

import sqlite3

from sqlite_utils import Database, Migrations

from tavern.storage.chain import seal_of_shelf

APPLICATION_ID = 0x54414E4B
"""'TANK', in the file's header."""
VERSION = 1
"""The newest save format, in the file's header as user_version. Each migration counts it up by one."""

# The text of what is released is never edited: it must equal what stands in every save written since.
# The table of migrations is the library's, spelled out here so that a later library may spell it another way.
_LEDGER = (
    """CREATE TABLE "_sqlite_migrations" (
    "id" INTEGER PRIMARY KEY, "migration_set" TEXT, "name" TEXT, "applied_at" TEXT
)""",
    'CREATE UNIQUE INDEX "migration_once" ON "_sqlite_migrations" ("migration_set", "name")',
)
_FIRST = (
    """CREATE TABLE "games" (
    "id" TEXT PRIMARY KEY NOT NULL, "name" TEXT NOT NULL UNIQUE, "mystery" TEXT NOT NULL, "seed" INTEGER NOT NULL,
    "rules_fingerprint" TEXT NOT NULL, "text_fingerprint" TEXT NOT NULL, "content" TEXT NOT NULL,
    "created" TEXT NOT NULL, "played" TEXT NOT NULL, "sequence" INTEGER NOT NULL, "head_row" INTEGER NOT NULL,
    "head_state" INTEGER NOT NULL, "head_chain" TEXT NOT NULL, "summary" TEXT NOT NULL, "ended" TEXT,
    "seal" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "rows" (
    "game" TEXT NOT NULL, "number" INTEGER NOT NULL, "kind" TEXT NOT NULL, "parent" INTEGER NOT NULL, "target" INTEGER,
    "line" TEXT NOT NULL, "commands" TEXT NOT NULL, "events" TEXT NOT NULL, "text" TEXT NOT NULL,
    "outcome" TEXT NOT NULL, "summary" TEXT NOT NULL, "ended" TEXT, "chain" TEXT NOT NULL,
    PRIMARY KEY ("game", "number")
) STRICT""",
    """CREATE TABLE "snapshots" (
    "game" TEXT NOT NULL, "row" INTEGER NOT NULL, "world" TEXT NOT NULL, "seal" TEXT NOT NULL,
    PRIMARY KEY ("game", "row")
) STRICT""",
    """CREATE TABLE "content" ("fingerprint" TEXT PRIMARY KEY NOT NULL, "files" BLOB NOT NULL) STRICT""",
    """CREATE TABLE "shelf" ("one" INTEGER PRIMARY KEY CHECK ("one" = 1), "seal" TEXT NOT NULL) STRICT""",
)

migrations = Migrations("tavern")


@migrations(name="first")
def _first(db: Database) -> None:
    for statement in _FIRST:
        db.conn.execute(statement)
    db.conn.execute("PRAGMA user_version = 1")


def build(db: Database) -> None:
    """Makes an empty database one of ours, of the newest version."""
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with db.atomic():
        for statement in _LEDGER:
            db.conn.execute(statement)
    migrations.apply(db)
    db.conn.execute('INSERT INTO "shelf" VALUES (1, ?)', [seal_of_shelf([])])
    db.conn.commit()


def fingerprint_of(db: Database) -> frozenset[tuple[str, ...]]:
    """Everything the database defines, by kind, name, table and exact text."""
    defined = db.conn.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    return frozenset(tuple(map(str, row)) for row in defined)


def expected_fingerprint() -> frozenset[tuple[str, ...]]:
    """What `fingerprint_of` gives for a database of ours."""
    db = Database(sqlite3.connect(":memory:"), execute_plugins=False)
    try:
        build(db)
        return fingerprint_of(db)
    finally:
        db.close()
