"""《岗位廉政风险点及防控措施表》 of a unit, as rows of a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.ledger.post_risk import PostRisk, RiskLevel

Index = QModelIndex | QPersistentModelIndex
HEADS = ("岗位", "权力或职责", "风险点", "等级", "防控措施", "责任人")
POST, POWER, RISK, LEVEL, CONTROL, OWNER = range(6)
TONE = Qt.ItemDataRole.UserRole + 1
MARKS = {RiskLevel.HIGH: ("▲ 高", "red"), RiskLevel.MIDDLE: ("■ 中", "amber"), RiskLevel.LOW: ("● 低", "green")}
_NOWHERE = QModelIndex()


class PostRiskModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._risks: list[PostRisk] = []
        self._made: Mapping[str, str] = {}

    def show(self, risks: Sequence[PostRisk], made: Mapping[str, str]) -> None:
        """``made``: by id of a risk, words about the issue that was made of it."""
        self.beginResetModel()
        self._risks, self._made = list(risks), made
        self.endResetModel()

    def risk(self, at: int) -> PostRisk:
        return self._risks[at]

    def place_of(self, risk_id: str) -> int:
        """-1 where it is not shown."""
        return next((at for at, risk in enumerate(self._risks) if risk.id == risk_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._risks)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        risk, column = self._risks[index.row()], index.column()
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
