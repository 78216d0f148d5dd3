"""What is left of an entry that was made by mistake and wiped: its number, who, when and why, never what it said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

ERASED = "误录，已清除"
LEAST_REASON, MOST_REASON = 4, 100
LEAST_QUOTE, LONGEST_QUOTE = 6, 12
"""The reason stays: it may hold neither so many characters in a row of the wiped text, nor a whole one that is shorter
but has at least the first number of them."""


class StubKind(StrEnum):
    """The first part of its event's kind."""

    ISSUE = "issue"
    SELF_CHECK = "self_check"
    POST_RISK = "post_risk"
    REPORT = "report"
    OUTCOME = "outcome"
    EVIDENCE = "evidence"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    StubKind.ISSUE: "整改问题",
    StubKind.SELF_CHECK: "对照自查表",
    StubKind.POST_RISK: "岗位廉政风险点",
    StubKind.REPORT: "月报",
    StubKind.OUTCOME: "成果",
    StubKind.EVIDENCE: "佐证",
}


@dataclass(frozen=True, slots=True)
class Stub:
    """``number`` is that of an issue in its campaign, 0 for the other kinds; ``at`` is ISO, UTC."""

    id: str
    campaign: str
    kind: StubKind
    number: int
    at: str
    by: str
    reason: str

    @property
    def on(self) -> date:
        """The local day."""
        return datetime.fromisoformat(self.at).astimezone().date()

    def words(self) -> str:
        """What stands in a list at its place."""
        return f"{ERASED}（{self.on:%Y-%m-%d}　{self.by}）"


def quoted(reason: str, texts: Iterable[str]) -> str:
    """The first piece of ``texts`` that the reason repeats, LONGEST_QUOTE characters long, or a whole text of six and
    more; spaces do not count. "" where there is none."""
    plain = "".join(reason.split())
    pieces = [plain[at : at + LONGEST_QUOTE] for at in range(len(plain) - LONGEST_QUOTE + 1)]
    for text in texts:
        known = "".join(text.split())
        if LEAST_QUOTE <= len(known) < LONGEST_QUOTE and known in plain:
            return known
        if found := next((piece for piece in pieces if piece in known), ""):
            return found
    return ""
