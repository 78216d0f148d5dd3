"""《岗位廉政风险点及防控措施表》 of a unit, as rows of a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.ui.kit.row_model import Index, RowModel

HEADS = ("岗位", "权力或职责", "风险点", "等级", "防控措施", "责任人")
POST, POWER, RISK, LEVEL, CONTROL, OWNER = range(6)
TONE = Qt.ItemDataRole.UserRole + 1
MARKS = {RiskLevel.HIGH: ("▲ 高", "red"), RiskLevel.MIDDLE: ("■ 中", "amber"), RiskLevel.LOW: ("● 低", "green")}


class PostRiskModel(RowModel[PostRisk]):
    heads = HEADS

    def __init__(self) -> None:
        super().__init__()
        self._made: Mapping[str, str] = {}

    def show(self, risks: Sequence[PostRisk], made: Mapping[str, str]) -> None:
        """``made``: by id of a risk, words about the issue that was made of it."""
        self._made = made
        self.set_rows(risks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        risk, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(risk, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                cells = [f"{head} {self._cell(risk, at)}" for at, head in enumerate(HEADS)]
                return "，".join(cells) if column == POST else self._cell(risk, column)
            case _ if role == TONE:
                return "text2" if risk.void_reason else MARKS[risk.level][1] if column == LEVEL else "text"
        return None

    def _cell(self, risk: PostRisk, column: int) -> str:
        if column == RISK:
            words = [risk.risk]
            if risk.void_reason:
                words.append(f"（已作废：{risk.void_reason}）")
            elif made := self._made.get(risk.id):
                words.append(f"（{made}）")
            return "\n".join(words)
        texts = {POST: risk.post, POWER: risk.power, CONTROL: risk.control, OWNER: risk.owner}
        return MARKS[risk.level][0] if column == LEVEL else texts[column]
