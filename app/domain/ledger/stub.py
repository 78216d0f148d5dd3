"""What is left of an entry that was made by mistake and wiped: its number, who, when and why, never what it said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

ERASED = "误录，已清除"
CLEARED = "已清除"
"""Where the state of an entry stands."""
LEAST_REASON, MOST_REASON = 4, 100
MOST_TOLD = 3
LEAST_QUOTE, LONGEST_QUOTE = 6, 12
"""The reason stays: it may hold neither so many characters in a row of the wiped text, nor a whole one that is shorter
but has at least the first number of them."""


class StubKind(StrEnum):
    """What its event is called, before ``.erased``."""

    ISSUE = "issue"
    SELF_CHECK = "self_check"
    POST_RISK = "post_risk"
    REPORT = "report"
    OUTCOME = "outcome"
    EVIDENCE = "evidence"
    RULE_LOOK_BACK = "rule"
    MEASURE = "issue.measure"
    ACT = "issue.act"
    OPINION = "issue.opinion"
    LOOK_BACK = "issue.look_back"
    SIGNATURE = "issue.signature"

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
    StubKind.RULE_LOOK_BACK: "制度回头看",
    StubKind.MEASURE: "措施",
    StubKind.ACT: "督办事项",
    StubKind.OPINION: "监督意见",
    StubKind.LOOK_BACK: "问题回头看",
    StubKind.SIGNATURE: "审签意见",
}
IN_ISSUE = (StubKind.MEASURE, StubKind.ACT, StubKind.OPINION, StubKind.LOOK_BACK, StubKind.SIGNATURE)
"""Entries of an issue: the id of their stubs begins with that of the issue and a slash."""


@dataclass(frozen=True, slots=True)
class Stub:
    """``number`` is that of an issue in its campaign, of a measure in its issue, 0 for the other kinds; ``at`` is ISO,
    UTC."""

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

    def why(self) -> str:
        """Who, when and why, where a column says already that it was wiped."""
        return f"{self.on:%Y-%m-%d} {self.by}清除。原因：{self.reason}"


def stub_lines(stubs: Iterable[Stub]) -> list[str]:
    """Under a list: how many of its entries were wiped, and of the newest who, when and why; [] where none was."""
    told = sorted(stubs, key=lambda one: one.at, reverse=True)
    if not told:
        return []
    more = [f"另有 {len(told) - MOST_TOLD} 条更早的。"] if len(told) > MOST_TOLD else []
    return [f"误录清除 {len(told)} 条：", *(one.why() for one in told[:MOST_TOLD]), *more]


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
