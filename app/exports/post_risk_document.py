"""《岗位廉政风险点及防控措施表》: the posts of one unit, or of all, in the order in which they were written."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.ledger.post_risk import PostRisk
from app.exports import form_parts as parts
from app.exports.document_origin import DocumentOrigin
from app.exports.form_table import FIVE, write_form_table

TITLE = "岗位廉政风险点及防控措施表"
COLUMNS = ("序号", "岗位", "权力或职责", "风险点", "等级", "防控措施", "责任人")
_WIDTHS = (12.0, 26.0, 48.0, 60.0, 13.0, 69.0, 24.0)
_LONG = ("权力或职责", "风险点", "防控措施")
_UNIT = 24.0
_EMPTY_ROWS = 10


class PostRiskDocument:
    """``names`` of the units by id; with ``unit`` "" the table has a column for it. Void lines are left out."""

    def __init__(
        self, risks: Sequence[PostRisk], names: Mapping[str, str], unit: str, day: date, origin: DocumentOrigin
    ) -> None:
        self._risks = [risk for risk in risks if not risk.void_reason]
        self._names, self._unit, self._day, self._origin = names, unit, day, origin

    def to_bytes(self) -> bytes:
        document = parts.wide_document(TITLE, self._day)
        whose = self._names.get(self._unit, "") if self._unit else "本单位各科室、下属单位"
        count = f"{len(self._risks)} 个风险点" if self._risks else "还没有登记的，请逐岗填写"
        parts.write_note(document, f"单位：{whose}　　{count}　　截至 {self._day:%Y-%m-%d}")
        columns = list(zip(COLUMNS, _WIDTHS, strict=True))
        if not self._unit:
            columns = [(name, width - 8 if name in _LONG else width) for name, width in columns]
            columns.insert(1, ("科室或单位", _UNIT))
        rows = [self._row(place, risk) for place, risk in enumerate(self._risks, 1)]
        rows = rows or [[str(place), *[""] * (len(columns) - 1)] for place in range(1, _EMPTY_ROWS + 1)]
        left = {place for place, (name, _) in enumerate(columns) if name in _LONG}
        write_form_table(document, columns, rows, left, FIVE, 26)
        parts.write_note(document, "只写岗位，不写在岗的人。等级：高、中、低，按一旦失控的后果和发生的可能确定。")
        parts.write_sign_line(document)
        parts.write_form_foot(document, self._origin)
        return document.to_bytes()

    def _row(self, place: int, risk: PostRisk) -> list[str]:
        unit = [] if self._unit else [self._names.get(risk.unit, risk.unit)]
        return [str(place), *unit, risk.post, risk.power, risk.risk, risk.level.value, risk.control, risk.owner]
