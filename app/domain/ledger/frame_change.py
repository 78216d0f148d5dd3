"""Entries of the history of campaigns, units and 成果归集, as a person reads them: from what to what."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from app.domain.codec import from_plain
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue_change import IssueChange
from app.domain.ledger.ledger_unit import LedgerUnit

WORDS = {
    "campaign.opened": "建立专项",
    "campaign.changed": "修改专项设置",
    "ledger_unit.added": "添加",
    "ledger_unit.changed": "修改",
    "outcome.added": "登记成果",
    "outcome.changed": "修改成果",
    "outcome.published": "列入法规库",
    "outcome.drafted": "列入案例库",
    "outcome.voided": "作废成果",
}
FIELDS = {
    Campaign: {
        "title": "专项名称",
        "since": "开始日期",
        "until": "结束日期",
        "count_by": "具体措施怎么数",
        "due_day": "月报截止日",
        "due_days": "另定截止日的单位",
        "steps": "审签步骤",
        "minutes_steps": "上会审定的步骤",
        "retired": "已结束",
    },
    LedgerUnit: {"name": "名称", "kind": "类别", "head": "负责人", "leader": "分管领导", "retired": "停用"},
}
ENTRY_FIELDS = {
    "name": "名称",
    "title": "题目",
    "number": "编号或文号",
    "source": "来源",
    "on": "日期",
    "unit": "单位",
    "text": "正文",
    "story": "内容",
    "notice": "通报标题",
    "published_by": "公开来源",
    "published_on": "公开日期",
}
LONG_TEXTS = ("text", "story")
BODIES: Mapping[str, type] = {"campaign": Campaign, "unit": LedgerUnit}
Told = tuple[int, str, str, str, dict[str, Any]]
"""An event: (seq, utc, kind, object, payload)."""


def frame_changes(events: Iterable[Told], names: Mapping[str, str]) -> list[IssueChange]:
    """Newest first; ``events`` come in order. Of campaigns and units every field that became another, of an outcome
    what was done with it. ``names`` by unit id."""
    before: dict[str, Any] = {}
    found = []
    for seq, utc, kind, object_id, payload in events:
        if kind not in WORDS or not payload:
            continue
        by, words = str(payload.get("by", "")), WORDS[kind]
        if "entry" in payload:
            entry = payload["entry"]
            name = entry.get("name") or entry.get("title") or entry.get("number", "")
            reason = entry.get("void_reason", "") if kind == "outcome.voided" else ""
            said = tuple(_entry_changed(before.get(object_id, {}), entry, names)) if kind == "outcome.changed" else ()
            before[object_id] = entry
            found.append(IssueChange(seq, utc, by, f"{words}：{name}", reason, said))
            continue
        key = next(one for one in BODIES if one in payload)
        now: Any = from_plain(BODIES[key], payload[key])
        if key == "unit":
            words = f"{words}“{now.name}”"
        changed = tuple(_changed(before.get(object_id), now, names))
        before[object_id] = now
        if changed or not kind.endswith(".changed"):
            found.append(IssueChange(seq, utc, by, words, "", changed))
    found.reverse()
    return sorted(found, key=lambda one: one.utc, reverse=True)  # at the same moment the later one first


def _entry_changed(
    before: Mapping[str, Any], now: Mapping[str, Any], names: Mapping[str, str]
) -> Iterable[tuple[str, str, str]]:
    """A long text by its length: it is read where it stands."""
    for field, name in ENTRY_FIELDS.items():
        old, new = (str(one.get(field) or "") for one in (before, now))
        if old != new and field in LONG_TEXTS:
            yield name, f"{len(old)} 字", f"{len(new)} 字（已改）"
        elif old != new:
            yield name, names.get(old, old) or "（空）", names.get(new, new) or "（空）"


def _changed(before: Any, now: Any, names: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Nothing of what is as it was, or of a new one as it always is."""
    known = FIELDS[type(now)]
    for one in fields(now):
        old, new = getattr(before, one.name, one.default), getattr(now, one.name)
        if one.name in known and old != new:
            was = _said(one.name, old, names) if before is not None else ""
            yield known[one.name], was, _said(one.name, new, names)


def _said(field: str, value: Any, names: Mapping[str, str]) -> str:
    if field == "due_days":
        return "、".join(f"{names.get(unit, '已不在的单位')} {day} 日" for unit, day in value) or "无"
    if field == "due_day":
        return f"每月 {value} 日"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return " → ".join(value)
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value) or "（空）"
