"""Findings of 巡视巡察 and 审计 out of a file: seen first, then all taken or none."""

from typing import ClassVar, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.errors import UserError
from app.domain.ledger.findings import FindingField, FindingsPreview
from app.services.findings_service import FindingsService
from app.services.ledger_service import LedgerService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, centred, clear, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tag import Tag
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.doubt_banner import DoubtBanner
from app.ui.rectify.findings_file_asking import FindingsFileAsking
from app.ui.rectify.findings_frame_card import FindingsFrameCard, FrameState
from app.ui.rectify.findings_mapping_card import FindingsMappingCard
from app.ui.rectify.findings_rows_card import FindingsRowsCard

WIDEST, SIDE_BY_SIDE = 1000, 700
ABOUT = "xlsx，或 docx 里的表格：一行一个问题，有一行表头。只看，不改原文件；没按“导入”以前什么都不保存。"
NO_CAMPAIGN = "还没有专项，收进来的问题没有地方放"


class FindingsState(NamedTuple):
    preview: FindingsPreview | None
    frame: FrameState
    taken: int
    place: int


class FindingsPage(Page):
    """``argument``: the id of the 专项 to begin with, or None."""

    facts: ClassVar[PageFacts] = PageFacts(
        "findings", "导入发现的问题", "改", "对照自查", (Shortcut("Enter", "选择文件；选好后是导入"),)
    )

    def __init__(
        self,
        findings: FindingsService,
        ledger: LedgerService,
        argument: object = None,
        files: FindingsFileAsking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._findings, self._ledger, self._files = findings, ledger, files or FindingsFileAsking()
        self._preview: FindingsPreview | None = None
        self._taken, self._left_out, self._repeat = 0, 0, False
        self._choose = button("选择文件", "primary", "arrow_upload", big=True)
        self._take = button("导入", "primary", "checkmark", big=True)
        self._place, self._rows = column(spacing=14), column(spacing=0)
        campaigns = ledger.campaigns()
        self.frame = FindingsFrameCard(campaigns, ledger.units(), ledger.today())
        self.frame.campaign.choose(str(argument or ""))
        if not campaigns:
            self._say_no_campaign()
            return
        self._scroll = self._build()
        self._choose.clicked.connect(self._bring)
        self._take.clicked.connect(self._accept)
        for field in (self.frame.campaign, self.frame.unit):
            field.currentIndexChanged.connect(lambda _: self._show_rows())
        self._fill()

    def shown(self) -> None:
        if self._preview is None:
            self._choose.setFocus()

    def state(self) -> object:
        place = self._scroll.verticalScrollBar().value() if hasattr(self, "_scroll") else 0
        return FindingsState(self._preview, self.frame.written(), self._taken, place)

    def restore(self, state: object) -> None:
        if isinstance(state, FindingsState) and hasattr(self, "_scroll"):
            self._preview, self._taken = state.preview, state.taken
            self.frame.write(state.frame)
            self._fill()
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(state.place))

    def on_width(self, logical: float) -> None:
        self.frame.set_wide(logical >= SIDE_BY_SIDE)

    def main_action(self) -> None:
        if self._preview is None:
            self._bring()
        else:
            self._accept()

    # slots

    def _bring(self) -> None:
        path = self._files.open(self)
        if path is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._preview, self._taken, self._repeat = self._findings.read(path), 0, False
        except UserError as error:
            self.message.emit("red", str(error))
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._fill()
        self.mapping.fields[FindingField.TITLE].setFocus()

    def _remap(self, mapping: dict[FindingField, int]) -> None:
        if self._preview is None:
            return
        try:
            self._preview = self._findings.mapped(self._preview.table, mapping)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._show_rows()

    def _accept(self) -> None:
        preview = self._preview
        if preview is None:
            return
        if preview.refused:
            self.message.emit("red", f"有 {len(preview.refused)} 处要改，没有导入。请照表里写的改好文件，再选一次。")
            return
        if self._doubts.look():
            return
        try:
            frame = self.frame.frame()
            made = self._findings.accept(self.frame.campaign.chosen(), preview, frame, self._repeat)
        except UserError as error:
            self.message.emit("red", str(error))
            (self.frame.on if self.frame.document.text().strip() else self.frame.document).setFocus()
            return
        self._preview, self._taken, self._left_out = None, len(made), len(preview.rows) - len(made)
        self._fill()
        self._scroll.scroll_to(0)

    # private

    def _build(self) -> ScrollPage:
        back = button("", "ghost", "arrow_left", name="回到对照自查", tip="回到对照自查")
        back.clicked.connect(lambda: self.navigate.emit("self_check", None))
        head = row(back, Label("导入巡视巡察、审计发现的问题", 24, bold=True, serif=True), None, spacing=8)
        choose = column(Paragraph(ABOUT, 16, line=1.55), row(self._choose, None), margins=(20, 16, 20, 18), spacing=12)
        self._again = Card(choose)
        items = (head, ConfidentialityBanner(), self._again, self._place, None)
        inner = centred(column(*items, margins=(24, 14, 24, 20), spacing=12), WIDEST)
        made = ScrollPage(inner)
        self._ready = Tag("")
        self._foot = boxed(row(None, self._ready, self._take, margins=(24, 9, 24, 10), spacing=12))
        self._doubts = DoubtBanner(self.frame)
        doubts = boxed(column(self._doubts, margins=(24, 4, 24, 4)))
        self.setLayout(column((made, 1), doubts, self._foot, spacing=0))
        return made

    def _fill(self) -> None:
        self._place.removeWidget(self.frame)
        self.frame.setParent(self)
        self.frame.hide()
        clear(self._place)
        self._rows = column(spacing=0)
        self._foot.setVisible(self._preview is not None)
        self._choose.set_label("换一个文件" if self._preview else "选择文件")
        self._choose.set_kind("default" if self._preview else "primary")
        if self._taken:
            self._place.addWidget(self._result())
        if self._preview is None:
            return
        self.mapping = FindingsMappingCard(self._preview)
        self.mapping.changed.connect(self._remap)
        self._place.addWidget(self.mapping)
        self._place.addWidget(self.frame)
        self.frame.show()
        self._place.addLayout(self._rows)
        self._show_rows()

    def _enter_again(self, again: bool) -> None:
        self._repeat = again
        QTimer.singleShot(0, self, self._show_rows)

    def _show_rows(self) -> None:
        if self._preview is None:
            return
        clear(self._rows)
        names = {unit.id: unit.name for unit in self._ledger.units(retired=True)}
        known = self._findings.known(self.frame.campaign.chosen(), self._preview, self.frame.unit.chosen())
        card = FindingsRowsCard(self._preview, names, known, self._repeat)
        card.again_changed.connect(self._enter_again)
        self._rows.addWidget(card)
        refused, rows = len(self._preview.refused), len(self._preview.rows)
        rows -= 0 if self._repeat else len(known)
        self._take.set_label("导入" if refused or not rows else f"导入这 {rows} 条")
        self._take.setEnabled(not refused and bool(rows))
        words = f"有 {refused} 处要改，整份都不导入" if refused else f"{rows} 条可以收" if rows else "台账里都已经有了"
        look = ("red", "error_circle") if refused else ("green", "checkmark_circle")
        self._ready.set(words, *look, filled=True)

    def _result(self) -> QWidget:
        words = f"已导入 {self._taken} 条，都是草稿。由各单位负责人确认后进入台账。"
        words += f"台账里已有的 {self._left_out} 条没有再导入。" if self._left_out else ""
        see = button("去确认（问题清单）", "soft", "clipboard_task")
        see.clicked.connect(lambda: self.navigate.emit("drafts", self.frame.campaign.chosen()))
        ledger = button("看整改台账", "link", "arrow_right", trailing=True)
        ledger.clicked.connect(lambda: self.navigate.emit("ledger", self.frame.campaign.chosen()))
        QTimer.singleShot(0, see, see.setFocus)
        return Card(column(Banner(words, "green"), row(see, ledger, None), margins=(16, 14, 16, 14), spacing=10))

    def _say_no_campaign(self) -> None:
        empty = EmptyState("folder_open", NO_CAMPAIGN, "先建一个专项", "在“对照自查”里写两项就能建好。")
        empty.acted.connect(lambda: self.navigate.emit("self_check", None))
        self.frame.setParent(self)
        self.frame.hide()
        for unused in (self._choose, self._take):
            unused.setParent(self)
            unused.hide()
        self.setLayout(column(ConfidentialityBanner(), (empty, 1), margins=(24, 14, 24, 20)))
