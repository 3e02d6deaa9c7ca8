"""What is good of damaged saves, kept in games of their own; the damaged ones stay."""

from tavern.storage import DamagedSave, GameRecord, NameTaken, Store

LONGEST_STEM = 40  # letters of the old name, which leave room for what is added


def repair(store: Store) -> list[str]:
    """Repair what can be, and tell what was done, a sentence each. DamagedSave when not even the list can be read."""
    told: list[str] = []
    try:
        records = store.games()
    except DamagedSave:
        records = store.mend_list()
        told.append(f"The list of games is mended; {len(records)} of them are in it.")
    return told + [sentence for record in records if (sentence := _repaired(store, record))]


def _repaired(store: Store, record: GameRecord) -> str:
    """What was done about a game; "" when it is sound."""
    fault = _fault_of(store, record)
    if not fault:
        return ""
    try:
        good = store.repair(record.id, f"{record.name[:LONGEST_STEM]}, repaired")
    except NameTaken as taken:
        return f"{fault} What is good of it was kept before, as “{taken.name}”."
    except DamagedSave:
        return f"{fault} Nothing of it is left; `tavern games delete` takes it away."
    return f"{fault} Its first {good.head_row} lines are kept as “{good.name}”."


def _fault_of(store: Store, record: GameRecord) -> str:
    """Why the game cannot be gone on with, in a sentence; "" when it can."""
    try:
        store.verify(record.id)
    except DamagedSave as problem:
        return f"“{record.name}” is damaged ({problem.cause})."
    return f"“{record.name}” is damaged (its entry in the list of games)." if record.is_damaged else ""
