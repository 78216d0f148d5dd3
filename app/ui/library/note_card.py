"""One's own marks beside the text."""

from PySide6.QtCore import Signal

from app.domain.annotation import Annotation, AnnotationKind
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.day_words import moment_words


class NoteCard(Card):
    """A note with its words, or a highlight with one line. ``lost``: the text it stood at has changed."""

    edit_requested = Signal()
    remove_requested = Signal()

    def __init__(self, annotation: Annotation, lost: bool = False) -> None:
        is_note = annotation.kind is AnnotationKind.NOTE
        super().__init__(kind="amber" if is_note else "2")
        self.annotation = annotation
        remove = button("", "ghost", "delete", small=True, tip="删除笔记" if is_note else "取消重点")
        remove.clicked.connect(self.remove_requested)
        if is_note:
            edit = button("", "ghost", "edit", small=True, tip="修改笔记")
            edit.clicked.connect(self.edit_requested)
            head = row(
                IconLabel("note", 16, "amber", True),
                Label("我的笔记", 15, "amber", True),
                None,
                edit,
                remove,
                spacing=4,
            )
        else:
            head = row(IconLabel("highlight", 16, "text2"), Label("已划重点", 14, "text2"), None, remove, spacing=6)
        items: list[Item] = [head]
        if lost:
            items.append(Paragraph(f"原文曾为：{annotation.quote}", 14, "text2", line=1.55))
        if is_note:
            items += [
                Paragraph(annotation.body, 15, line=1.55),
                Label(moment_words(annotation.changed_at), 14, "text2"),
            ]
        self.setLayout(column(*items, margins=(14, 6, 8, 10 if is_note or lost else 6), spacing=4))
