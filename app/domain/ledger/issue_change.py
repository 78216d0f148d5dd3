"""An entry of an issue's history, as a person reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WORDS = {
    "issue.added": "登记问题",
    "issue.edited": "修改问题",
    "issue.confirmed": "责任单位负责人确认",
    "issue.started": "开始整改",
    "issue.mostly": "记为基本完成",
    "issue.done": "申请核验",
    "issue.held": "转为长期坚持",
    "issue.approved": "登记审签",
    "issue.scan_added": "补登审签扫描件",
    "issue.taken_back": "退回上一步",
    "issue.reopened": "重新打开",
    "issue.voided": "作废",
    "issue.restored": "恢复",
    "issue.put_back": "措施不足，退回待定措施",
    "issue.overseen": "登记督办事项",
    "issue.opinion": "登记监督意见",
    "issue.act_voided": "作废督办事项",
    "issue.opinion_voided": "作废监督意见",
    "issue.looked_back": "回头看",
    "issue.look_back_voided": "作废回头看",
    "measure.added": "新增措施",
    "measure.edited": "修改措施",
    "measure.begun": "措施开始实施",
    "measure.finished": "措施完成",
    "measure.reopened": "措施改回未完成",
    "measure.voided": "措施作废",
    "evidence.added": "添加佐证",
    "evidence.removed": "移出佐证",
    "evidence.erased": "清除误录的佐证",
    "issue.measure.erased": "清除误录的措施",
    "issue.act.erased": "清除误录的督办事项",
    "issue.opinion.erased": "清除误录的监督意见",
    "issue.look_back.erased": "清除误录的回头看",
    "issue.signature.erased": "清除误录的审签意见",
    "issue.erased": "误录清除",
}
FIELDS = {
    "text/title": "反馈问题",
    "text/detail": "具体表现",
    "text/goal": "整改目标",
    "text/dimension": "方面",
    "text/area": "突出问题",
    "text/causes": "原因",
    "text/leader": "责任领导",
    "text/lead_unit": "牵头单位",
    "text/helpers": "配合单位",
    "origin/source": "来源",
    "origin/document": "文件或会议",
    "origin/on": "来源日期",
    "origin/case": "对照的案例",
    "origin/fact": "对应的事实",
    "state": "状态",
    "what": "措施",
    "owner": "责任人",
    "kind": "类别",
    "deadline": "完成时限",
    "proof": "佐证要求",
    "look_back": "回头看日期",
    "result": "完成情况",
    "support": "报请支持",
    "void_reason": "作废原因",
}
"""Fields whose change is named; the others speak through the words of the event."""


@dataclass(frozen=True, slots=True)
class IssueChange:
    """``words`` say what happened, ``fields`` are (name, old, new); ``utc`` is ISO."""

    seq: int
    utc: str
    by: str
    words: str
    reason: str
    fields: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(
        cls, seq: int, utc: str, kind: str, payload: Mapping[str, Any], names: Mapping[str, str] | None = None
    ) -> "IssueChange":
        """``names``: what people call the units, problem areas and causes that stand there by their ids."""
        fields = []
        for path, (old, new) in payload.get("change", {}).items():
            place, _, last = path.rpartition("/")
            name = FIELDS.get(path) or (FIELDS.get(last) if place.startswith("measures/") else None)
            was, now = _shown(old, names or {}), _shown(new, names or {})
            if name and was != now:
                number = f"措施{place.removeprefix('measures/')}·" if place.startswith("measures/") else ""
                fields.append((number + name, was, now))
        words = WORDS.get(kind, kind)
        if kind == "issue.measure.erased":
            words = f"{words}：措施{payload.get('number', '')}"
        if subject := str(payload.get("subject", "")):
            words = f"{words}：{subject}"
        return cls(seq, utc, str(payload.get("by", "")), words, str(payload.get("reason", "")), tuple(fields))


def _shown(value: Any, names: Mapping[str, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "、".join(_shown(entry, names) for entry in value)
    if isinstance(value, dict):
        return "；".join(_shown(entry, names) for entry in value.values())
    return names.get(str(value), str(value))
