"""One thing that the recorder wrote down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.meeting_entry import EntryKind, MeetingEntry
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import day_words

TONES = {EntryKind.SPEECH: "ink", EntryKind.DECISION: "red", EntryKind.FOLLOW_UP: "amber"}


class EntryRow(Card):
    change_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, entry: MeetingEntry, parent: QWidget | None = None) -> None:
        super().__init__(kind="2", parent=parent)
        facts = [entry.who, entry.part]
        if entry.deadline:
            facts.append(f"{day_words(entry.deadline)}前")
        about = " · ".join(fact for fact in facts if fact)
        change = button("修改", "ghost", small=True, name=f"修改：{entry.text[:16]}")
        remove = button("移除", "ghost", small=True, name=f"移除：{entry.text[:16]}")
        head = row(Tag(entry.kind.value, TONES[entry.kind]), (ElidedLabel(about, 15, tone="text2"), 1), change, remove)
        self.setLayout(column(head, Paragraph(entry.text, 16, line=1.5), margins=(12, 6, 8, 10), spacing=4))
        change.clicked.connect(self.change_wanted)
        remove.clicked.connect(self.remove_wanted)
