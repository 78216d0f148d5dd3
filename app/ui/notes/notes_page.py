"""我的摘录: all that one has marked and written, grouped by case."""

from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.annotation import Annotation, AnnotationKind
from app.domain.errors import UserError
from app.services.annotation_service import AnnotationService
from app.services.library_service import LibraryService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.page import Page, PageFacts
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.notes.note_group import NoteGroup
from app.ui.notes.note_words import as_text
from app.ui.parts.disclaimer import Disclaimer

WIDEST = 980
AT_ONCE = 80
EMPTY = "还没有摘录。读案例时选中一段话，就可以划重点或记笔记。"
PRIVATE = "摘录和反思只存本机。"


class NotesPage(Page):
    facts = PageFacts("notes", "我的摘录", "学", "我的摘录")

    def __init__(self, annotations: AnnotationService, library: LibraryService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotations = annotations
        self._titles = {case.id: case.title for case in library.cases()} if library.ready else {}
        self._most = AT_ONCE
        notes = annotations.all()
        present = {note.kind for note in notes}
        kinds = [(kind.value, kind.value) for kind in AnnotationKind if kind in present]
        self._filter = SegmentControl([("", "全部"), *kinds], "", "按类型筛选")
        self._copy = button("复制全部文字", "default", "copy")
        self._count = Label("", 14, "text2")
        self._groups: QVBoxLayout = column(spacing=16)
        self._more = button("再显示一些", "default")
        self._scroll = ScrollPage(self._content(bool(notes)))
        self.setLayout(column(self._scroll))
        self._filter.changed.connect(self._refill)
        self._copy.clicked.connect(self._copy_all)
        self._more.clicked.connect(self._show_more)
        self._refill()

    def state(self) -> dict[str, Any]:
        return {
            "kind": self._filter.chosen(),
            "most": self._most,
            "scroll": self._scroll.verticalScrollBar().value(),
        }

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self._filter.set_chosen(state["kind"])
            self._most = state["most"]
            self._refill()
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(state["scroll"]))

    def main_action(self) -> None:
        if not self._annotations.all():
            self.navigate.emit("library", None)

    def shown_notes(self) -> dict[str, list[Annotation]]:
        """Object id → its notes that the filter lets through, the latest group first."""
        kind = self._filter.chosen()
        groups: dict[str, list[Annotation]] = {}
        for note in self._annotations.all():
            if kind in ("", note.kind.value):
                groups.setdefault(note.object_id, []).append(note)
        return groups

    @Slot()
    def _refill(self) -> None:
        clear(self._groups)
        left, groups = self._most, self.shown_notes()
        total = sum(len(notes) for notes in groups.values())
        for object_id, notes in groups.items():
            if left <= 0:
                break
            group = NoteGroup(self._title(object_id), object_id, notes[:left], object_id in self._titles)
            group.opened.connect(self._open)
            group.removed.connect(self._remove)
            group.put_back.connect(self._put_back)
            self._groups.addWidget(group)
            left -= len(notes)
        kind = self._filter.chosen()
        self._copy.set_label(f"复制全部{kind}" if kind else "复制全部文字")
        self._count.setText(f"{total} 条")
        self._copy.setEnabled(total > 0)
        self._more.setVisible(total > self._most)

    @Slot()
    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._refill()

    @Slot(object)
    def _open(self, note: Annotation) -> None:
        self.navigate.emit("case", (note.object_id, note.quote) if note.quote else note.object_id)

    @Slot(object, object)
    def _remove(self, note: Annotation, group: NoteGroup) -> None:
        try:
            self._annotations.remove(note)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        group.show_removed(note)
        self._recount()

    @Slot(object, object)
    def _put_back(self, note: Annotation, group: NoteGroup) -> None:
        try:
            self._annotations.put_back(note)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        group.show_again(note)
        self._recount()

    @Slot()
    def _copy_all(self) -> None:
        groups = {self._title(name): notes for name, notes in self.shown_notes().items()}
        QGuiApplication.clipboard().setText(as_text(groups))
        self.message.emit("green", "已复制，可以粘贴到文档里。")

    def _recount(self) -> None:
        total = sum(len(notes) for notes in self.shown_notes().values())
        self._count.setText(f"{total} 条")
        self._copy.setEnabled(total > 0)

    def _title(self, object_id: str) -> str:
        return self._titles.get(object_id, "已移除的内容")

    def _content(self, any_notes: bool) -> QWidget:
        title = Label("我的摘录", 24, bold=True, serif=True)
        head = row(title, Label(PRIVATE, 15, "text2"), None, self._copy, spacing=12)
        body = column(head, margins=(28, 24, 28, 28), spacing=16)
        if any_notes:
            body.addLayout(row(self._filter, None, self._count))
            body.addLayout(self._groups)
            body.addLayout(row(None, self._more, None))
        else:
            self._copy.hide()
            nothing = EmptyState("highlight", EMPTY, "去案例库选一个案例", "学完案例时写下的反思和承诺也会收在这里。")
            nothing.acted.connect(lambda: self.navigate.emit("library", None))
            body.addWidget(Card(column(nothing)))
        body.addWidget(Disclaimer())
        body.addStretch(1)
        content = boxed(body)
        content.setMaximumWidth(px(WIDEST))
        return boxed(row(content))
