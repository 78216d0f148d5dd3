"""A unit's month as a form: a block for every issue, one for the unit, and who signs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.monthly_report import MonthlyReport
from app.domain.ledger.report_check import Flag
from app.domain.ledger.report_sheet import ReportSheet
from app.ui.kit.layouts import clear, column
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.day_words import day_words
from app.ui.rectify.report_block import ReportBlock
from app.ui.rectify.report_cell import ReportCell
from app.ui.rectify.report_people_card import ReportPeopleCard
from app.ui.rectify.report_zero_card import ReportZeroCard

AT_ONCE = 6
"""Blocks that are built in one go; the others come one after another, so that the page opens at once."""
NO_ISSUE = "这个单位没有未销号的问题。有情况的写在“单位情况”里；没有的，勾选“本月无新增”。"


class ReportForm(QWidget):
    changed = Signal()
    left = Signal()
    overrule_wanted = Signal(str)
    take_back_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.zero, self.people = ReportZeroCard(), ReportPeopleCard()
        self.blocks: list[ReportBlock] = []
        self._none = Paragraph(NO_ISSUE, 16, "text2")
        self._place = column(spacing=10)
        self._later: list[ReportBlock] = []
        self._wide, self._strict = True, False
        self._sheet: ReportSheet | None = None
        self._refused: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._add_more)
        self.setLayout(column(self.zero, self._none, self._place, self.people, spacing=10))
        for part in (self.zero, self.people):
            part.changed.connect(self._change)
            part.left.connect(self.left)

    def show_sheet(self, sheet: ReportSheet) -> None:
        """Everything anew: another unit, month or version, or locked and unlocked."""
        self._sheet, self._strict, self._refused = sheet, False, {}
        self._timer.stop()
        clear(self._place)
        last = day_words(sheet.last.month) if sheet.last else ""
        self.blocks = []
        for row in sheet.rows:
            facts = (row.state, row.done)
            self.blocks.append(ReportBlock(row.issue, f"问题 {row.number}　{row.title}", facts, row.last, last))
            self.blocks[-1].set_text(row.text)
        whole = ReportBlock("", f"单位情况　{sheet.unit.name}", (), sheet.last_overall, last)
        whole.set_text(sheet.report.overall)
        self.blocks.append(whole)
        self._later = list(self.blocks)
        self.zero.set_text(sheet.report.zero_reason)
        self.people.set_texts(sheet.report.filled_by, sheet.report.reviewed_by)
        self.zero.set_locked(not sheet.draft)
        self.zero.setVisible(sheet.draft or bool(sheet.report.zero_reason))
        self.people.set_locked(not sheet.draft)
        for block in self.blocks:
            block.set_locked(not sheet.draft)
        self._add_more()
        self._show_zero()
        self.mark(sheet)

    def mark(self, sheet: ReportSheet, strict: bool | None = None, refused: Sequence[Flag] | None = None) -> None:
        """What is flagged, and what is ``refused``; with ``strict`` (from the first try to submit on) also what is
        wanting."""
        self._sheet = sheet
        if refused is not None:
            self._refused = {flag.place: flag.words for flag in refused}
        if strict is not None:
            self._strict = strict
        flags = {flag.place: flag.words for flag in sheet.flags}
        wanting = {flag.place: flag.words for flag in sheet.wanting} if self._strict else {}
        wanting |= self._refused
        reasons = {one.place: one.reason for one in sheet.report.overruled}
        for cell in self.cells():
            typing = cell.editor.hasFocus() and sheet.draft and not self._strict
            flag = "" if typing else flags.get(cell.place, "")
            cell.show_mark(flag, "" if flag else reasons.get(cell.place, ""), wanting.get(cell.place, ""))
        self.zero.show_wrong(wanting.get("/zero_reason", ""))
        for key in self.people.fields:
            self.people.show_wrong(key, wanting.get(f"/{key}", ""))

    def report(self) -> MonthlyReport:
        """As it stands in the fields."""
        assert self._sheet is not None
        made = self._sheet.report
        for block in self.blocks:
            made = made.with_text(block.issue, block.text())
        filled_by, reviewed_by = self.people.names()
        return replace(made, zero_reason=self.zero.text(), filled_by=filled_by, reviewed_by=reviewed_by)

    def cells(self) -> list[ReportCell]:
        return [cell for block in self.blocks for cell in block.cells.values()]

    def texts(self, places: Iterable[str]) -> dict[str, str]:
        """What stands in the fields at those places."""
        cells = {cell.place: cell.text() for cell in self.cells()}
        cells |= {"/zero_reason": self.zero.text()} | {f"/{key}": one.text() for key, one in self.people.fields.items()}
        return {place: cells[place] for place in places}

    def put(self, texts: Mapping[str, str]) -> None:
        """By their places; as if somebody had typed them."""
        for cell in self.cells():
            if cell.place in texts:
                cell.set_text(texts[cell.place])
        if "/zero_reason" in texts:
            self.zero.set_text(texts["/zero_reason"])
        for key, field in self.people.fields.items():
            field.setText(texts.get(f"/{key}", field.text()))
        self._change()

    def field(self, place: str) -> QWidget | None:
        """Where one types what stands at ``place``."""
        self._add_all()
        if place == "/zero_reason":
            return self.zero.reason
        if place.removeprefix("/") in self.people.fields:
            return self.people.fields[place.removeprefix("/")]
        return next((cell.editor for cell in self.cells() if cell.place == place), None)

    def focus_untouched(self) -> None:
        """On the first text, where it is empty. Where somebody has begun, what is flagged there stays in sight."""
        if (cells := self.cells()) and not cells[0].text().strip():
            cells[0].editor.setFocus()

    def set_wide(self, wide: bool) -> None:
        self._wide = wide
        for block in self.blocks:
            block.set_wide(wide)

    def _change(self) -> None:
        self._show_zero()
        self.changed.emit()

    def _show_zero(self) -> None:
        zero = self.zero.tick.isChecked()
        for block in self.blocks:
            if block not in self._later:
                block.setVisible(not zero)
        self._none.setVisible(not zero and len(self.blocks) == 1)

    def _add_more(self, most: int = AT_ONCE) -> None:
        some, self._later = self._later[:most], self._later[most:]
        for block in some:
            block.set_wide(self._wide)
            block.changed.connect(self.changed)
            block.left.connect(self.left)
            block.overrule_wanted.connect(self.overrule_wanted)
            block.take_back_wanted.connect(self.take_back_wanted)
            self._place.addWidget(block)
        self._show_zero()
        if self._later:
            self._timer.start(0)

    def _add_all(self) -> None:
        self._timer.stop()
        if self._later:
            self._add_more(len(self._later))
