"""What others did or said about an issue: no owner of it, and of their acts the date only.

A void one stays, with why, and counts nowhere.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OversightKind(StrEnum):
    SUPERVISED = "督办"
    REMINDED = "提醒"
    TALKED = "约谈"
    CIRCULATED = "通报"
    REFERRED = "移交"


@dataclass(frozen=True, slots=True)
class OversightAct:
    kind: OversightKind
    on: date
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class OversightOpinion:
    """监督意见 of the supervising team, in its words."""

    by: str
    on: date
    text: str
    void_reason: str = ""
