"""How an answer of 对照自查 is shown: icon, tone and the key that gives it."""

from typing import NamedTuple

from app.domain.ledger.self_check import Finding


class FindingLook(NamedTuple):
    icon: str
    tone: str


LOOKS = {
    Finding.PRESENT: FindingLook("warning", "red"),
    Finding.NOT_FOUND: FindingLook("checkmark", "green"),
    Finding.UNCLEAR: FindingLook("question_circle", "amber"),
}
