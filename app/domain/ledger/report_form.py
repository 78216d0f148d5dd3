"""The form that a department fills in: what stands on it, and the key that tells whose month it is."""

import hashlib
from dataclasses import dataclass
from datetime import date

from app.domain.ledger.monthly_report import ReportText

MARK = "JINGJIAN-1"
MOST_ISSUES = 2_000
TOKEN = 12
"""Characters of an issue's id in the key."""

SHEETS = ("填报", "单位情况", "本月无新增", "怎么填")
NUMBER, TITLE, STATE, LAST_PLAN = "序号", "反馈问题", "进展", "上月计划"
ITEM, ENTRY = "项目", "本月填写"
CHOICE, CHOICE_REASON = "本月有没有新情况", "没有新情况的原因"
NEWS, NO_NEWS = "有新情况", "本月无新增"
FILLED_BY, REVIEWED_BY, FILLED_ON = "填报人", "审核人", "填报日期"


_NOTHING = ReportText()


class KeyFaultError(ValueError):
    """The key is not one of ours, or was changed."""


@dataclass(frozen=True, slots=True)
class FormKey:
    """``issues`` are the ids (or their first `TOKEN` characters, as read) of the rows in order."""

    campaign: str
    unit: str
    month: str
    issues: tuple[str, ...]

    def to_text(self) -> str:
        plain = "|".join((MARK, self.campaign, self.unit, self.month, ",".join(one[:TOKEN] for one in self.issues)))
        return f"{plain}|{_check(plain)}"

    @classmethod
    def read(cls, text: str) -> "FormKey":
        """Raises KeyFaultError where it is another's, or its check value does not fit."""
        plain, _, check = text.strip().rpartition("|")
        parts = plain.split("|")
        if len(parts) != 5 or parts[0] != MARK or check != _check(plain):
            raise KeyFaultError(text[:40])
        return cls(parts[1], parts[2], parts[3], tuple(one for one in parts[4].split(",") if one))


@dataclass(frozen=True, slots=True)
class FormRow:
    """``progress`` is the state in words; ``text`` stands there already where the form goes out a second time."""

    issue: str
    number: int
    title: str
    progress: str
    last_plan: str
    text: ReportText = _NOTHING


@dataclass(frozen=True, slots=True)
class ReportForm:
    """``last_month`` is the month of the plans beside the cells ("2026-08"), "" where there is none; ``returned`` is
    why the last version was sent back, or "". ``day`` is the one on which the form is made."""

    title: str
    campaign: str
    unit: str
    unit_name: str
    month: str
    due: date
    day: date
    rows: tuple[FormRow, ...]
    last_month: str = ""
    last_plan: str = ""
    overall: ReportText = _NOTHING
    returned: str = ""

    @property
    def key(self) -> FormKey:
        return FormKey(self.campaign, self.unit, self.month, tuple(row.issue for row in self.rows))


def _check(plain: str) -> str:
    """Against mix-ups and slips of the hand; whoever means to can compute it again."""
    return hashlib.sha256(plain.encode()).hexdigest()[:12]
