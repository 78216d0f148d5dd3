"""How a unit's month stands: due when, sent back why, handed in when; and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.report_grid import Cell
from app.domain.ledger.report_sheet import ReportSheet
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.layouts import boxed, column
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import day_words

STALE = "这份草稿是按旧的一版写的，其间已有新的一版，不能再报送。请先看新的一版，需要改的点“更正”。"


class ReportStatus(QWidget):
    correct_wanted = Signal()
    discard_wanted = Signal()
    check_wanted = Signal()
    return_wanted = Signal()
    erase_wanted = Signal()
    version_chosen = Signal(int)
    """0 for what stands now, -1 for the old draft."""

    def __init__(self) -> None:
        super().__init__()
        self.due, self.state = Tag("", "grey"), Tag("", "grey")
        self.correct = button("更正", icon="edit", tip="改已报送的月报：另存一版，要写明原因")
        self.discard = button("放弃更正", "ghost", "arrow_undo")
        self.check = button("记为已审核", "default", "checkmark_circle", name="整改办：记为已审核")
        self.send_back = button("退回", "default", "arrow_undo", name="整改办：退回这份月报")
        self.erase = button("误录清除…", "ghost", "delete", name="误录清除这个月的月报")
        self.can_erase = False
        self.versions = ChoiceField("看哪一版", [], width=230)
        self._banner = Banner("", "amber")
        acts = (self.correct, self.discard, self.check, self.send_back, self.erase)
        line = FlowLayout(self.due, self.state, self.versions, *acts)
        holder = boxed(line)
        self.setLayout(column(holder, self._banner, spacing=8))
        self.correct.clicked.connect(self.correct_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.erase.clicked.connect(self.erase_wanted)
        self.send_back.clicked.connect(self.return_wanted)
        self.versions.currentIndexChanged.connect(lambda: self.version_chosen.emit(int(self.versions.chosen() or 0)))

    def show_sheet(self, sheet: ReportSheet, cell: Cell, due: str, version: int) -> None:
        """``version`` is an old one that is looked at, else 0."""
        tone = "red" if "逾期" in due else "amber" if cell.wanted else "grey"
        self.due.set(due, tone, "clock")
        words, tone, icon = _state(sheet, cell)
        self.state.set(words, tone, icon)
        locked = sheet.locked and not version
        self.correct.setVisible(locked)
        correcting = sheet.draft and sheet.report.version > 0 and not cell.returned_reason
        self.discard.set_label("放弃旧草稿" if sheet.stale else "放弃更正")
        self.discard.setVisible((correcting or sheet.stale is not None) and not version > 0)
        self.check.setVisible(locked and not cell.checked_by)
        self.send_back.setVisible(locked)
        self.erase.setVisible(self.can_erase and (cell.version > 0 or not sheet.report.blank))
        self._show_versions(sheet, cell, version)
        said, tone = self._said(sheet, cell, version)
        self._banner.say(said, tone, "")
        self._banner.setVisible(bool(said))

    def _show_versions(self, sheet: ReportSheet, cell: Cell, version: int) -> None:
        now = "正在写的草稿" if sheet.draft else f"第 {cell.version} 版（现行）"
        choices = [("0", now)]
        newest = cell.version if sheet.draft else cell.version - 1
        choices += [(str(number), f"第 {number} 版") for number in range(newest, 0, -1)]
        if sheet.stale is not None:
            choices.append(("-1", "没有报送的旧草稿"))
        self.versions.set_choices(choices, str(version))
        self.versions.setVisible(len(choices) > 1)

    def _said(self, sheet: ReportSheet, cell: Cell, version: int) -> tuple[str, str]:
        if version > 0:
            return f"这是第 {version} 版，只供查看。", "ink"
        if version < 0:
            return "这是没有报送的旧草稿，只供查看；需要的文字可以复制。", "ink"
        if sheet.stale is not None:
            return STALE, "amber"
        if cell.returned_reason:
            return f"整改办退回，请改后重新提交。原因：{cell.returned_reason}", "red"
        if sheet.draft and sheet.report.version:
            number = sheet.report.version
            return f"正在更正第 {number} 版。提交时写明原因，成为新的一版；提交以前第 {number} 版仍然有效。", "ink"
        return "", "ink"


def _state(sheet: ReportSheet, cell: Cell) -> tuple[str, str, str]:
    if not cell.version:
        return "未报，草稿" if not sheet.report.blank else "未报", "grey", "circle"
    facts = [f"{cell.words}，第 {cell.version} 版"]
    if sheet.report.submitted_on:
        locked = "" if cell.returned_reason else "，已锁定"
        facts.append(f"{day_words(sheet.report.submitted_on)}报送{locked}")
    facts.append(f"{cell.checked_by}已审核" if cell.checked_by else "整改办未审核")
    return "　".join(facts), "red" if cell.returned_reason else "green", "lock_closed" if sheet.locked else "edit"
