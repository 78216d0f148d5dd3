"""Beside the page in 备课: its notes, its time, whether it is skipped, what an update has changed."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from app.domain.deck_changes import ChangedPage
from app.domain.labels import CONFIDENTIALITY
from app.domain.note_text import note_text, typed_notes
from app.domain.page_edit import Notes
from app.domain.planned_page import PlannedPage
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.presenter.count_box import CountBox
from app.ui.presenter.page_comparison import PageComparison

KEEP_MS = 400
HINT = "一行一条。行首写“停：”是停一停，“问：”是追问大家，“误：”是常见误解。"


class DeckPageSide(QWidget):
    noted = Signal(str, object)
    """Page id, notes: a moment after the last key, or when the page is left."""
    timed = Signal(str, int)
    skipped = Signal(str, bool)
    acted = Signal(str)
    """restore, edit, delete, new (take the content's notes), keep (one's own)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PlannedPage | None = None
        self._change: ChangedPage | None = None
        self._name = ElidedLabel("", 17, bold=True, serif=True)
        self._minutes, self._seconds = CountBox("这一页：分", 0, 0, 120, "分", 84), CountBox("秒", 0, 0, 59, "秒", 84)
        self._seconds.setSingleStep(15)
        self._skip = QCheckBox("投影时跳过")
        self._skip.setAccessibleName("投影时跳过这一页")
        self.notes = _NotesField()
        self._restore = button("恢复原样", "link", small=True, tip="讲稿提示和时间恢复成案例原来的")
        self._edit, self._delete = button("修改页面", "soft", "edit", small=True), button("删除", "ghost", small=True)
        self._delete.setAccessibleName("删除这一页")
        self._news = _NewNotes()
        time = row(Label("时间", 15, "text2"), self._minutes, self._seconds, None, spacing=6)
        foot = row(self._edit, None, self._delete, spacing=6)
        hint = Paragraph(f"{HINT}{CONFIDENTIALITY}", 14, "text2", line=1.4)
        head = column(self._name, time, self._skip, self._news, spacing=8)
        above = row(Label("讲稿提示", 15, "text2"), None, self._restore)
        body = column(head, above, (self.notes, 1), hint, foot, margins=(14, 12, 16, 10), spacing=6)
        self.setLayout(body)
        self._pause = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._connect()

    def show_page(self, page: PlannedPage, change: ChangedPage | None) -> None:
        """Text that is being typed in the same page stays as it is typed."""
        same = self._page is not None and self._page.page.id == page.page.id
        if not same:
            self.flush()
        self._page, self._change = page, change
        self._name.set_text(page.page.name)
        minutes, seconds = divmod(page.page.seconds, 60)
        self._minutes.show_value(minutes)
        self._seconds.show_value(seconds)
        self._skip.blockSignals(True)
        self._skip.setChecked(page.skipped)
        self._skip.blockSignals(False)
        if not (same and typed_notes(self.notes.toPlainText()) == page.page.notes):
            self.notes.blockSignals(True)
            self.notes.setPlainText(note_text(page.page.notes))
            self.notes.blockSignals(False)
        self._edit.setVisible(page.own)
        self._delete.setVisible(page.own)
        self._restore.setVisible(page.edited and not page.own)
        self._news.show_change(change, page.page.notes)

    def flush(self) -> None:
        """What was typed last is handed over now."""
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    # private

    def _connect(self) -> None:
        self._pause.timeout.connect(self._tell)
        self.notes.textChanged.connect(self._pause.start)
        for field in (self._minutes, self._seconds):
            field.valueChanged.connect(self._tell_time)
        self._skip.toggled.connect(self._tell_skip)
        self._restore.clicked.connect(lambda: self._act("restore"))
        self._edit.clicked.connect(lambda: self._act("edit"))
        self._delete.clicked.connect(lambda: self._act("delete"))
        self._news.take.clicked.connect(lambda: self._act("new"))
        self._news.keep.clicked.connect(lambda: self._act("keep"))
        self._news.compare.clicked.connect(self._compare)

    def _compare(self) -> None:
        if self._change is not None:
            PageComparison(self, self._change.name, self._change.said, self._change.says).open()

    def _act(self, what: str) -> None:
        self.flush()
        self.acted.emit(what)

    def _tell(self) -> None:
        if self._page is not None:
            notes = typed_notes(self.notes.toPlainText())
            if notes != self._page.page.notes:
                self.noted.emit(self._page.page.id, notes)

    def _tell_skip(self, on: bool) -> None:
        if self._page is not None:
            self.skipped.emit(self._page.page.id, on)

    def _tell_time(self) -> None:
        if self._page is not None:
            self.timed.emit(self._page.page.id, self._minutes.value() * 60 + self._seconds.value())


class _NotesField(QPlainTextEdit):
    """Takes the height that is left, and asks for no more than its least."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("讲稿提示")
        self.setPlaceholderText("只有主讲人看得到")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(px(96))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class _NewNotes(Card):
    """What the content says now, over one's own notes."""

    def __init__(self) -> None:
        super().__init__(kind="amber")
        self._words = Paragraph("", 15, bold=True)
        self._old, self._new = Paragraph("", 15, "text2", line=1.5), Paragraph("", 15, line=1.5)
        self.take, self.keep = button("采用新的", "soft", small=True), button("保留我的", "default", small=True)
        self._sides = boxed(
            row(
                (column(Label("原来的提示", 14, "text2"), self._old, None, spacing=2), 1),
                (column(Label("新的提示", 14, "text2"), self._new, None, spacing=2), 1),
                spacing=12,
            )
        )
        self.compare = button("看改了什么", "link", small=True)
        choice = row(self.take, self.keep, self.compare, None, spacing=8)
        self.setLayout(column(self._words, self._sides, choice, margins=(12, 10, 12, 10), spacing=6))
        self.hide()

    def show_change(self, change: ChangedPage | None, now: Notes) -> None:
        self.setVisible(change is not None)
        if change is None:
            return
        self._words.set_text("这一页的内容有更新" if change.conflicting else "这一页的内容有更新，讲稿提示已是新的")
        self._sides.setVisible(change.conflicting)
        self._old.set_text(note_text(change.old) or "（没有）")
        self._new.set_text(note_text(change.new) or "（没有）")
        self.take.setVisible(change.conflicting)
        self.compare.setVisible(bool(change.said))
        self.keep.set_label("保留我的" if change.conflicting else "知道了")
