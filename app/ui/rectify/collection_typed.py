"""What a person has chosen and typed over the forms that came back, before they are taken."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CollectionTyped:
    """``files`` are those to take; ``received`` is the day as it was typed, be it one or not."""

    files: frozenset[str]
    received: str
    reviewer: str
    reason: str
