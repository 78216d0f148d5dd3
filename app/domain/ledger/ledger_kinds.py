"""Which events of the unit's log belong to the ledger: what they say travels with it, what the others say does not."""

GROUPS = frozenset(
    "ledger ledger_unit campaign issue measure evidence self_check post_risk report findings outcome rule".split()
)


READ_IN = "ledger.read_in"
"""Says that a ledger came from elsewhere; of no entry does it say anything."""


def of_the_ledger(kind: str) -> bool:
    """``kind`` is that of an event, such as ``issue.added``."""
    return kind.partition(".")[0] in GROUPS


def of_an_entry(kind: str) -> bool:
    """Whether it says something of what is in the ledger."""
    return kind != READ_IN and of_the_ledger(kind)
