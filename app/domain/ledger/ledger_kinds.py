"""Which events of the unit's log belong to the ledger: what they say travels with it, what the others say does not."""

GROUPS = frozenset(
    "ledger ledger_unit campaign issue measure evidence self_check post_risk report findings outcome rule".split()
)


READ_IN, EXPORTED = "ledger.read_in", "ledger.exported"
"""Say that a ledger came from elsewhere, or was taken along; of no entry do they say anything."""


def of_the_ledger(kind: str) -> bool:
    """``kind`` is that of an event, such as ``issue.added``."""
    return kind.partition(".")[0] in GROUPS


def of_an_entry(kind: str) -> bool:
    """Whether it says something of what is in the ledger."""
    return kind not in (READ_IN, EXPORTED) and of_the_ledger(kind)
