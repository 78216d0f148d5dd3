"""《岗位廉政风险点及防控措施表》: the posts of one unit, or of all unit by unit, as they were written."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.ledger.post_risk import PostRisk, by_unit
from app.domain.ledger.stub import Stub, stub_lines
from app.exports.document_origin import DocumentOrigin
from app.exports.form import Block, Form, FormTable, Note, Row
from app.exports.form_paper import FormPaper

TITLE, SHEET = "岗位廉政风险点及防控措施表", "风险点"
COLUMNS = ("序号", "岗位", "权力或职责", "风险点", "等级", "防控措施", "责任人")
_WIDTHS = (12.0, 26.0, 48.0, 60.0, 13.0, 69.0, 24.0)
_LEFT = (2, 3, 5)
_EMPTY_ROWS = 10
_ROW = 24.0
"""Points: a row at least."""


class PostRiskDocument(FormPaper):
    """``names`` of the units by id, in the order of the office; with ``unit`` "" each unit has a table of its own, with
    its name at the head of every page. Void lines are left out; ``stubs`` tell what was wiped, as on screen."""

    def __init__(
        self,
        risks: Sequence[PostRisk],
        names: Mapping[str, str],
        unit: str,
        day: date,
        origin: DocumentOrigin,
        stubs: Sequence[Stub] = (),
    ) -> None:
        self._risks = [risk for risk in risks if not risk.void_reason]
        super().__init__(origin)
        self._names, self._unit, self._day, self._stubs = names, unit, day, stubs

    def form(self) -> Form:
        whose = self._names.get(self._unit, "") if self._unit else "本单位各科室、下属单位"
        count = f"{len(self._risks)} 个风险点" if self._risks else "还没有登记的，请逐岗填写"
        blocks: list[Block] = [Note(f"单位：{whose}　　{count}　　截至 {self._day:%Y-%m-%d}")]
        columns = tuple(zip(COLUMNS, _WIDTHS, strict=True))
        groups = by_unit(self._risks, self._names) if not self._unit and self._risks else [(self._unit, self._risks)]
        place = 0
        for unit, risks in groups:
            rows: list[Row] = [_row(place + at, risk) for at, risk in enumerate(risks, 1)]
            place += len(rows)
            group = "" if self._unit or not rows else f"{self._names.get(unit, unit)}（{len(rows)} 个风险点）"
            rows = rows or [(at, *[""] * (len(columns) - 1)) for at in range(1, _EMPTY_ROWS + 1)]
            blocks.append(FormTable(columns, tuple(rows), _LEFT, group, height=_ROW, name=SHEET))
        blocks.append(Note("只写岗位，不写在岗的人。等级：高、中、低，按一旦失控的后果和发生的可能确定。"))
        blocks += [Note(line) for line in stub_lines(self._stubs)]
        return Form(TITLE, self._day, tuple(blocks))


def _row(place: int, risk: PostRisk) -> Row:
    return (place, risk.post, risk.power, risk.risk, risk.level.value, risk.control, risk.owner)
