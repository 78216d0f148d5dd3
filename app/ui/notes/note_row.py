"""One note with what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.annotation import Annotation, AnnotationKind
from app.ui.kit.button import button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.notes.note_words import ICONS, moment_words
from app.ui.notes.quote import Quote

TONES = {AnnotationKind.HIGHLIGHT: "amber", AnnotationKind.NOTE: "ink", AnnotationKind.BOOKMARK: "red"}


class NoteRow(QWidget):
    opened = Signal(object)
    """The annotation whose place shall be shown."""
    removed = Signal(object)

    def __init__(self, note: Annotation, there: bool) -> None:
        """``there`` says whether the case is still part of the content."""
        super().__init__()
        self.note = note
        where = f"　{note.section}" if note.section not in ("", note.kind.value) else ""
        show = button("打开原文", "link", name=f"打开原文：{note.quote or note.body or note.kind.value}"[:60])
        remove = button("", "ghost", "delete", small=True, tip="删除（可以撤销）", name=f"删除这条{note.kind.value}")
        show.clicked.connect(lambda: self.opened.emit(self.note))
        remove.clicked.connect(lambda: self.removed.emit(self.note))
        head = row(
            IconLabel(ICONS[note.kind], 18, TONES.get(note.kind, "text2"), True),
            Label(f"{note.kind.value}{where}", 14, "text2", bold=True),
            Label(moment_words(note.changed_at), 14, "text2"),
            None,
            show,
            remove,
            spacing=10,
        )
        body = column(head, margins=(18, 8, 16, 12), spacing=6)
        if note.quote:
            body.addWidget(Quote(note.quote))
        if note.body:
            body.addWidget(Paragraph(note.body, 16, line=1.7))
        if not there:
            show.hide()
            body.addWidget(Paragraph("这篇已不在现有内容中，摘录仍为您保留。", 14, "amber"))
        self.setLayout(body)
        self.setMinimumHeight(px(52))
